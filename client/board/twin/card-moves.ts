// Where a card goes when it is moved by a step: within its cell, then on to the next one.
import type { TwinMap } from '#client/board/twin/twin-maps.ts'
import type { Cell } from '#shared/board/layout.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'
export type Step = { cell: Cell; before: string | null }

/**
 * `beyond`: what follows above and below a cell, as it is shown: in the matrix the next lane, in the table the next
 * stage. Null where it goes no further. Of notes under a heading the heading moves, not they.
 */
export function stepFrom(
  map: TwinMap,
  cardId: string,
  direction: Direction,
  beyond: 'lane' | 'stage',
): Step | null {
  const where = map.whereIs(cardId)
  if (!where) return null
  const { stageId, laneId } = where.cell
  const { place } = where
  const at = place - 1
  const here = map.cardsIn(stageId, laneId)
  if (direction === 'up' && at > 0) return { cell: where.cell, before: here[at - 1]?.id ?? null }
  if (direction === 'down' && at < here.length - 1)
    return { cell: where.cell, before: here[at + 2]?.id ?? null }
  const by = direction === 'up' || direction === 'left' ? -1 : 1
  const isSideways = direction === 'left' || direction === 'right'
  const cell: Cell | null =
    isSideways || beyond === 'stage'
      ? nextOf(map.stages, stageId, by, (next) => ({ stageId: next, laneId }))
      : nextOf(
          map.lanes.filter(({ props }) => props.kind !== 'emotion'),
          laneId,
          by,
          (next) => ({ stageId, laneId: next }),
        )
  if (!cell) return null
  const there = map.cardsIn(cell.stageId, cell.laneId)
  // Sideways at the same height; up to the end of what is above, down to the beginning of what is below.
  const before = isSideways ? there[at]?.id : direction === 'down' ? there[0]?.id : undefined
  return { cell, before: before ?? null }
}

function nextOf(
  parts: readonly { id: string }[],
  id: string,
  by: number,
  toCell: (id: string) => Cell,
): Cell | null {
  const next = parts[parts.findIndex((part) => part.id === id) + by]
  return next ? toCell(next.id) : null
}
