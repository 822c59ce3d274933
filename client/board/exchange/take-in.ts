// Puts maps from outside onto the board: below everything there is, as one change, or says why not.
import type { BoardFile } from '#shared/board/board-file.ts'
import { shapesOf } from '#shared/board/file-to-shapes.ts'
import { plainWord } from '#shared/board/import/plain-words.ts'
import type { Departments } from '#shared/board/import/read-row.ts'
import type { MapChanges } from '#shared/board/map-copy.ts'
import { roomBelow } from '#shared/board/room-below.ts'
import type { OwnShape } from '#shared/board/shapes.ts'

/** What the dialogs do with the board, whether it is shown as a canvas or as a list. */
export type ExchangeBoard = {
  pageId: string
  newId: () => string
  /** All of ours on the board at this moment. */
  shapes: () => readonly OwnShape[]
  /** Elements of every kind on the page: also drawings count for its limit. */
  elements: () => number
  /** As this person's own step, which they can undo; false when nothing was done. */
  apply: (step: string, changes: MapChanges) => boolean
}

export function takeIn(
  board: ExchangeBoard,
  contents: Pick<BoardFile, 'maps' | 'loose' | 'departments'>,
  departments: Departments,
): boolean {
  const shapes = board.shapes()
  const put = shapesOf(contents, {
    pageId: board.pageId,
    newId: board.newId,
    above: topIndex(shapes),
    corner: roomBelow(shapes),
    department: departmentHere(contents.departments, departments),
  })
  return board.apply('import', { put, removed: [] })
}

function topIndex(shapes: readonly OwnShape[]): OwnShape['index'] | null {
  const ids = new Set<string>(shapes.map(({ id }) => id))
  return shapes.reduce<OwnShape['index'] | null>(
    (top, { index, parentId }) => (!ids.has(parentId) && (top === null || index > top) ? index : top),
    null,
  )
}

/** A department of the file is the one here with its id, else the one with its title. */
export function departmentHere(theirs: Departments, ours: Departments): (id: string) => string | null {
  const titles = new Map(theirs.map(({ departmentId, title }) => [departmentId, plainWord(title)]))
  return (id) =>
    (
      ours.find(({ departmentId }) => departmentId === id) ??
      ours.find(({ title }) => plainWord(title) === titles.get(id))
    )?.departmentId ?? null
}

export type Counts = {
  maps: number
  stages: number
  lanes: number
  touchpoints: number
  notes: number
  personas: number
}

export function countsOf({ maps, loose }: Pick<BoardFile, 'maps' | 'loose'>): Counts {
  const cards = [...maps.flatMap((map) => map.cards), ...loose]
  const sum = (count: (map: BoardFile['maps'][number]) => number) =>
    maps.reduce((all, map) => all + count(map), 0)
  return {
    maps: maps.length,
    stages: sum(({ stages }) => stages.length),
    lanes: sum(({ lanes }) => lanes.length),
    personas: sum(({ personas }) => personas.length),
    touchpoints: cards.filter(({ type }) => type === 'touchpoint').length,
    notes: cards.reduce(
      (all, card) => all + (card.type === 'note' ? 1 : card.type === 'cluster' ? card.notes.length : 0),
      0,
    ),
  }
}
