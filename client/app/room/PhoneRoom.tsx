// The room on a phone, and the panel alone: one thing at a time behind five tabs. A phone has the map as a list to work
// with; the panel alone has the people in its place, and loads nothing of the board.
import { Suspense, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { ActionsPanel } from '#client/facilitation/actions/ActionsPanel.tsx'
import { actionDraft } from '#client/facilitation/actions/action-draft.ts'
import { AgendaPanel } from '#client/facilitation/agenda/AgendaPanel.tsx'
import { ElapsedLine, TopBarAgenda } from '#client/facilitation/agenda/TopBarAgenda.tsx'
import { ConnectionNote } from '#client/facilitation/panel/ConnectionNote.tsx'
import { FacilitatorStrip } from '#client/facilitation/panel/FacilitatorStrip.tsx'
import { HandButton } from '#client/facilitation/panel/HandButton.tsx'
import { NowPanel } from '#client/facilitation/panel/NowPanel.tsx'
import { ObserverNote } from '#client/facilitation/panel/ObserverNote.tsx'
import { PeopleList } from '#client/facilitation/panel/PeopleList.tsx'
import { QueueSection } from '#client/facilitation/panel/QueueSection.tsx'
import { AmBackLine } from '#client/facilitation/presence/MyPresence.tsx'
import { HeardSection } from '#client/facilitation/queue/HeardSection.tsx'
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { Board } from './Board.tsx'
import { BoardBroken } from './BoardBroken.tsx'
import { BoardRefused } from './BoardRefused.tsx'
import classes from './PhoneRoom.module.css'
import { type PhoneTab, PhoneTabs } from './PhoneTabs.tsx'
import { RoomMenu } from './RoomMenu.tsx'
import { type RoomSeat, useMyRole } from './room-seat.ts'
import { roomTexts } from './room-texts.ts'
import { SavedState } from './SavedState.tsx'

type Props = { seat: RoomSeat; isPanelOnly?: boolean }

export function PhoneRoom({ seat, isPanelOnly = false }: Props) {
  const t = useTexts(roomTexts)
  const role = useMyRole(seat)
  const [tab, setTab] = useState<PhoneTab>('now')
  // Once opened it stays: what was written there is on its way also while something else is looked at.
  const [hasMap, setHasMap] = useState(false)
  const choose = (next: PhoneTab) => {
    setTab(next)
    if (next === 'map') setHasMap(true)
  }
  // What an action comes from is picked on the map.
  const isPicking = useStore(actionDraft, (state) => state.isPicking)
  useEffect(() => {
    if (!isPicking || isPanelOnly) return
    setTab('map')
    setHasMap(true)
  }, [isPicking, isPanelOnly])
  return (
    <div className={classes.room} data-panel-only={isPanelOnly || undefined}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{seat.title}</h1>
        <div className={classes.agenda}>
          <TopBarAgenda />
        </div>
        <SavedState isBoardless={!hasMap} />
        <RoomMenu seat={seat} hasPeople isPanelOnly={isPanelOnly} />
        <ElapsedLine />
      </header>
      <AmBackLine />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls only what can have the focus. */}
      <main className={classes.content} id="phone-view" data-tab={tab} tabIndex={0}>
        {tab === 'now' && <NowPanel />}
        {tab === 'queue' && (
          <div className={classes.queue}>
            <ConnectionNote />
            <QueueSection />
            <HeardSection />
            <div className={classes.hand}>
              <HandButton />
              <ObserverNote />
            </div>
          </div>
        )}
        {hasMap && (
          <div className={classes.map} hidden={tab !== 'map'}>
            <BoardRefused />
            <ErrorBoundary fallback={(error) => <BoardBroken error={error} />}>
              <Suspense fallback={<p className={classes.waiting}>{t('boardLoading')}</p>}>
                <Board seat={seat} />
              </Suspense>
            </ErrorBoundary>
          </div>
        )}
        {(tab === 'agenda' || tab === 'actions' || tab === 'persons') && <ConnectionNote />}
        {tab === 'agenda' && <AgendaPanel />}
        {tab === 'actions' && <ActionsPanel />}
        {tab === 'persons' && (
          <div className={classes.people}>
            <PeopleList />
          </div>
        )}
      </main>
      {role === 'facilitator' && (
        <div className={classes.strip}>
          <FacilitatorStrip />
        </div>
      )}
      <PhoneTabs chosen={tab} onChoose={choose} isPanelOnly={isPanelOnly} />
    </div>
  )
}
