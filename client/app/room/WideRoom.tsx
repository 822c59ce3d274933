// The room on a desk: top bar, board, panel, and for facilitators the strip. Half a screen gets the panel as a dock below.
import { Suspense, useCallback, useState } from 'react'
import { z } from 'zod'
import { BoardPlaceContext } from '#client/facilitation/board-place.ts'
import { FacilitatorStrip } from '#client/facilitation/panel/FacilitatorStrip.tsx'
import { recall, remember } from '#client/ui/browser-storage.ts'
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { ShapeId } from '#shared/ids.ts'
import { Board } from './Board.tsx'
import { BoardBroken } from './BoardBroken.tsx'
import { BoardRefused } from './BoardRefused.tsx'
import { type RoomSeat, useMyRole } from './room-seat.ts'
import { roomTexts } from './room-texts.ts'
import { SidePanel } from './SidePanel.tsx'
import { TopBar } from './TopBar.tsx'
import classes from './WideRoom.module.css'

const collapsedKey = 'runde.panel-collapsed'

export function WideRoom({ seat }: { seat: RoomSeat }) {
  const t = useTexts(roomTexts)
  const role = useMyRole(seat)
  const [isCollapsed, setIsCollapsed] = useState(
    () => recall('localStorage', collapsedKey, z.boolean()) ?? false,
  )
  const [goTo, setGoTo] = useState<{ shapeId: ShapeId; number: number } | null>(null)
  const go = useCallback(
    (shapeId: ShapeId) => setGoTo((before) => ({ shapeId, number: (before?.number ?? 0) + 1 })),
    [],
  )
  const collapse = (next: boolean) => {
    setIsCollapsed(next)
    remember('localStorage', collapsedKey, next)
  }
  return (
    <BoardPlaceContext value={go}>
      <div className={classes.room} data-collapsed={isCollapsed || undefined}>
        <TopBar seat={seat} />
        <main className={classes.board} aria-label={t('board')}>
          <BoardRefused />
          <ErrorBoundary fallback={(error) => <BoardBroken error={error} />}>
            <Suspense fallback={<p className={classes.waiting}>{t('boardLoading')}</p>}>
              <Board seat={seat} goTo={goTo} />
            </Suspense>
          </ErrorBoundary>
        </main>
        <SidePanel isCollapsed={isCollapsed} onCollapse={collapse} />
        {role === 'facilitator' && (
          <div className={classes.strip}>
            <FacilitatorStrip />
          </div>
        )}
      </div>
    </BoardPlaceContext>
  )
}
