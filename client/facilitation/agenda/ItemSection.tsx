// What the group is on: the item, what everybody does now and where; before the session what will happen, after it what was.
import { CheckInNow } from '#client/facilitation/commitments/CheckInNow.tsx'
import panel from '#client/facilitation/panel/panel.module.css'
import { currentItem, isCheckInNow, isItemAside, isWaitingForStart } from '#client/facilitation/selectors.ts'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { AgendaItem } from '#shared/facilitation/agenda.ts'
import { runningSession } from '#shared/facilitation/sessions.ts'
import { EndForecast } from './AgendaSpan.tsx'
import { EndedNote } from './EndedNote.tsx'
import classes from './ItemSection.module.css'
import { OverNote } from './OverNote.tsx'
import { PreparingSection } from './PreparingSection.tsx'
import { PrivateNotes } from './PrivateNotes.tsx'
import { Script } from './Script.tsx'
import { sessionTexts } from './texts-session.ts'
import { WaitingSection } from './WaitingSection.tsx'
import { WhatToDo } from './WhatToDo.tsx'

export function ItemSection() {
  const me = useMe()
  const agenda = useFacilitation((state) => state.view.agenda)
  const sessions = useFacilitation((state) => state.view.sessions)
  if (!me) return null
  const isFacilitator = me.role === 'facilitator'
  const item = currentItem(agenda)
  if (item) return <RunningItem item={item} isFacilitator={isFacilitator} />
  if (agenda.startedAt !== null) return <Ended />
  if (isFacilitator) return <PreparingSection />
  // A session without an agenda: what goes on shows itself.
  return isWaitingForStart({ agenda, sessions }) ? <WaitingSection /> : null
}

function RunningItem({ item, isFacilitator }: { item: AgendaItem; isFacilitator: boolean }) {
  const isCheckIn = useFacilitation(({ view }) => isCheckInNow(view))
  const isAside = useFacilitation(({ view }) => isItemAside(view))
  return (
    <section className={panel.section} aria-labelledby="item-heading" data-item>
      <div className={`${panel.heading} ${classes.heading}`}>
        <h2 id="item-heading">{item.title}</h2>
      </div>
      {!isAside && (
        <>
          <WhatToDo item={item} />
          {item.purpose && <p className={`${panel.small} ${panel.dimmed}`}>{item.purpose}</p>}
        </>
      )}
      <OverNote />
      {isFacilitator && (
        <>
          <EndForecast />
          <div className={classes.own}>
            {item.script && <Script key={item.itemId} text={item.script} />}
            <PrivateNotes key={`notes-${item.itemId}`} item={item} />
          </div>
        </>
      )}
      {isCheckIn && (
        <div data-check-in>
          <CheckInNow />
        </div>
      )}
    </section>
  )
}

function Ended() {
  const t = useTexts(sessionTexts)
  const sessions = useFacilitation((state) => state.view.sessions)
  const last = sessions.all.at(-1)
  const heading = runningSession(sessions)
    ? t('agendaEnded')
    : last && last.number > 1
      ? t('endedNumber', { number: last.number })
      : t('ended')
  return (
    <section className={panel.section} aria-labelledby="item-heading">
      <div className={panel.heading}>
        <h2 id="item-heading">{heading}</h2>
      </div>
      <EndedNote />
    </section>
  )
}
