// The frame around the table, the matrix and the list: what map it is, how it is shown, what can be added, what was done.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ListLines } from '#client/board/together/ListLines.tsx'
import { EmptyTwin } from '#client/board/twin/EmptyTwin.tsx'
import { Hints } from '#client/board/twin/Hints.tsx'
import { LooseCards } from '#client/board/twin/list/LooseCards.tsx'
import { MapList } from '#client/board/twin/list/MapList.tsx'
import type { BoardNow } from '#client/board/twin/live-shapes.ts'
import { Matrix } from '#client/board/twin/matrix/Matrix.tsx'
import { NoticeBar } from '#client/board/twin/NoticeBar.tsx'
import type { PeerLook } from '#client/board/twin/PeerFlag.tsx'
import { SheetFrame } from '#client/board/twin/sheet/SheetFrame.tsx'
import type { Notice, TwinView } from '#client/board/twin/Twin.tsx'
import { TwinHead } from '#client/board/twin/TwinHead.tsx'
import { TwinRail } from '#client/board/twin/TwinRail.tsx'
import { TouchpointTable } from '#client/board/twin/table/TouchpointTable.tsx'
import classes from '#client/board/twin/twin.module.css'
import { boardOf } from '#client/board/twin/twin-maps.ts'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { type Sheet, useTwin } from '#client/board/twin/twin-tools.ts'
import { useTexts } from '#client/ui/texts.ts'

type Props = {
  now: BoardNow
  view: TwinView
  onView: (view: TwinView) => void
  sheets: readonly Sheet[]
  notice: Notice | null
  onNotice: (notice: Notice | null) => void
  isWatching: boolean
  isRefused: boolean
  peersAt: (id: string) => readonly PeerLook[]
  onBoard: () => void
  head: ReactNode
}

const regionNames = { table: 'asTable', matrix: 'asMatrix', list: 'asList' } as const

export function TwinFrame({ now, view, onView, sheets, peersAt, onBoard, ...rest }: Props) {
  const { edits, isPhone, isReadOnly, tell, beAt } = useTwin()
  const say = useTexts(twinTexts)
  const board = boardOf(now)
  const [chosen, setChosen] = useState<string | null>(null)
  const current = board.maps.find(({ map }) => map.id === chosen) ?? board.maps[0]
  const known = useRef(new Set<string>())
  // A map that was just made here is the one to look at.
  useEffect(() => {
    const fresh = board.maps.find(({ map }) => !known.current.has(map.id))
    const isFirst = known.current.size === 0
    known.current = new Set(board.maps.map(({ map }) => map.id))
    if (fresh && !isFirst && !now.byOthers.has(fresh.map.id)) setChosen(fresh.map.id)
  }, [board, now])
  useUndoKeys(
    () => {
      if (!edits.canUndo) return
      edits.undo()
      tell(say('undone'))
    },
    () => {
      if (!edits.canRedo) return
      edits.redo()
      tell(say('redone'))
    },
    isReadOnly,
  )

  const content = useRef<HTMLElement>(null)
  return (
    <>
      {!isPhone && <TwinRail map={current ?? null} onBoard={onBoard} />}
      <section
        ref={content}
        className={classes.twin}
        data-view={view}
        aria-label={say(regionNames[view])}
        onBlur={({ relatedTarget }) => {
          if (!relatedTarget) beAt(null)
        }}
      >
        <TwinHead
          board={board}
          map={current ?? null}
          view={view}
          onView={onView}
          onMap={setChosen}
          onBoard={onBoard}
        />
        <div className={classes.lines}>
          <ListLines />
          {rest.head}
          {rest.isWatching && <p className={classes.readOnly}>{say('watching')}</p>}
          {rest.isRefused && <p className={classes.readOnly}>{say('refused')}</p>}
        </div>
        {!current && board.loose.length === 0 && <EmptyTwin />}
        {current && (
          <div className={classes.scroll} tabIndex={isReadOnly && view === 'list' ? 0 : undefined}>
            {view === 'table' && <TouchpointTable key={current.map.id} map={current} peersAt={peersAt} />}
            {view === 'matrix' && <Matrix key={current.map.id} map={current} peersAt={peersAt} />}
            {view === 'list' && <MapList map={current} peersAt={peersAt} />}
            {view === 'list' && <LooseCards board={board} peersAt={peersAt} />}
          </div>
        )}
        {view !== 'list' && current && !isReadOnly && <Hints view={view} />}
      </section>
      <NoticeBar notice={rest.notice} onNotice={rest.onNotice} />
      <SheetFrame sheets={sheets} onClosed={() => restoreFocus(content.current, sheets)} />
    </>
  )
}

/** Where what was open before has gone meanwhile, the focus comes back to the map all the same. */
function restoreFocus(content: HTMLElement | null, sheets: readonly Sheet[]): void {
  if (document.activeElement !== document.body || sheets.length > 0) return
  content?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"], [data-card]')?.focus()
}

/** Not while typing: fields have an undo of their own. */
function useUndoKeys(undo: () => void, redo: () => void, isOff: boolean): void {
  const act = useRef({ undo, redo })
  act.current = { undo, redo }
  useEffect(() => {
    if (isOff) return
    const onKey = (event: KeyboardEvent) => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey
      const key = event.key.toLowerCase()
      if (!isCommand || event.defaultPrevented || isField(event.target)) return
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) act.current.redo()
      else act.current.undo()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOff])
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
