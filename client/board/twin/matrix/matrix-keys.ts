// What each key means in the matrix of stages and lanes: pure, as for the table.
import type { Direction } from '#client/board/twin/card-moves.ts'

/** `null` for the head: the row of stages, the column of lanes. A card is in focus within its cell. */
export type MatrixPlace = { laneId: string | null; stageId: string | null; card: string | null }
/** What one is at in the map: the card, stage or lane; null for a cell itself and for the corner. */
export const partAt = ({ laneId, stageId, card }: MatrixPlace): string | null =>
  card ?? (laneId === null ? stageId : stageId === null ? laneId : null)
export type MatrixGrid = {
  stages: readonly string[]
  lanes: readonly { id: string; isEmotion: boolean }[]
  cardsIn: (stageId: string, laneId: string) => readonly string[]
}
export type MatrixKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export type MatrixAction =
  | { type: 'focus'; place: MatrixPlace }
  /** The sheet of the card, stage, lane or map. */
  | { type: 'open' }
  | { type: 'add-card' }
  | { type: 'add-note' }
  | { type: 'move-card'; direction: Direction }
  /** A stage or lane among its like. */
  | { type: 'move-part'; by: -1 | 1 }
  | { type: 'toggle-moment' }
  | { type: 'copy' }
  | { type: 'remove' }
  | { type: 'menu' }

export function matrixAction(key: MatrixKey, place: MatrixPlace, grid: MatrixGrid): MatrixAction | null {
  const isCommand = key.ctrlKey || key.metaKey
  const direction = directions[key.key]
  if (direction && key.altKey && !isCommand) return moving(direction, place)
  if (key.altKey) return null
  const focus = direction && !key.shiftKey ? arrow(direction, isCommand, place, grid) : jump(key, place, grid)
  if (focus) return { type: 'focus', place: focus }
  const isCell = place.laneId !== null && place.stageId !== null
  if (isCommand) return key.key.toLowerCase() === 'd' && place.card !== null ? { type: 'copy' } : null
  switch (key.key) {
    case 'Enter':
    case 'F2':
      return enter(place, grid)
    case 'Escape':
      return place.card === null ? null : { type: 'focus', place: { ...place, card: null } }
    case 'Insert':
      return isCell && !isEmotion(place, grid) ? { type: 'add-card' } : null
    case 'n':
    case 'N':
      return isCell ? { type: 'add-note' } : null
    case ' ':
      return place.card === null ? null : { type: 'toggle-moment' }
    case 'Delete': {
      const isPart = !isCell && (place.laneId !== null || place.stageId !== null)
      return place.card !== null || isPart ? { type: 'remove' } : null
    }
    case 'F10':
      return key.shiftKey && place.card !== null ? { type: 'menu' } : null
    case 'ContextMenu':
      return place.card === null ? null : { type: 'menu' }
    default:
      return null
  }
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

const isEmotion = ({ laneId }: MatrixPlace, { lanes }: MatrixGrid) =>
  lanes.find(({ id }) => id === laneId)?.isEmotion ?? false

/** Into the cell's cards; an empty cell gets its first one. */
function enter(place: MatrixPlace, grid: MatrixGrid): MatrixAction {
  const { stageId, laneId, card } = place
  if (card !== null || stageId === null || laneId === null || isEmotion(place, grid)) return { type: 'open' }
  const [first] = grid.cardsIn(stageId, laneId)
  return first === undefined ? { type: 'add-card' } : { type: 'focus', place: { ...place, card: first } }
}

function moving(direction: Direction, { stageId, laneId, card }: MatrixPlace): MatrixAction | null {
  if (card !== null) return { type: 'move-card', direction }
  const by = direction === 'up' || direction === 'left' ? -1 : 1
  const isSideways = direction === 'left' || direction === 'right'
  if (laneId === null && stageId !== null && isSideways) return { type: 'move-part', by }
  if (stageId === null && laneId !== null && !isSideways) return { type: 'move-part', by }
  return null
}

function arrow(
  direction: Direction,
  isFar: boolean,
  place: MatrixPlace,
  grid: MatrixGrid,
): MatrixPlace | null {
  const by = direction === 'up' || direction === 'left' ? -1 : 1
  if (direction === 'left' || direction === 'right') {
    const stageId = next([null, ...grid.stages], place.stageId, by, isFar)
    return withCard({ ...place, stageId }, place, grid)
  }
  const { stageId, laneId, card } = place
  if (card !== null && stageId !== null && laneId !== null) {
    const cards = grid.cardsIn(stageId, laneId)
    const at = isFar ? (by < 0 ? 0 : cards.length - 1) : cards.indexOf(card) + by
    // Above the first card is its cell.
    return at < 0 ? { ...place, card: null } : { ...place, card: cards[at] ?? card }
  }
  return { ...place, laneId: next([null, ...grid.lanes.map(({ id }) => id)], laneId, by, isFar), card: null }
}

/** From card to card at the same height; to the cell where there is none. */
function withCard(to: MatrixPlace, from: MatrixPlace, { cardsIn }: MatrixGrid): MatrixPlace {
  if (from.card === null || to.stageId === null || to.laneId === null || from.stageId === null)
    return { ...to, card: null }
  const at = cardsIn(from.stageId, to.laneId).indexOf(from.card)
  const there = cardsIn(to.stageId, to.laneId)
  return { ...to, card: there[Math.min(at, there.length - 1)] ?? null }
}

function jump(
  { key, ctrlKey, metaKey, shiftKey }: MatrixKey,
  place: MatrixPlace,
  grid: MatrixGrid,
): MatrixPlace | null {
  if (shiftKey) return null
  const isFar = ctrlKey || metaKey
  const lanes = [null, ...grid.lanes.map(({ id }) => id)]
  switch (key) {
    case 'Home':
      return { laneId: isFar ? null : place.laneId, stageId: null, card: null }
    case 'End':
      return {
        laneId: isFar ? (lanes.at(-1) ?? null) : place.laneId,
        stageId: grid.stages.at(-1) ?? null,
        card: null,
      }
    case 'PageUp':
      return { ...place, laneId: null, card: null }
    case 'PageDown':
      return { ...place, laneId: lanes.at(-1) ?? null, card: null }
    default:
      return null
  }
}

function next(
  all: readonly (string | null)[],
  now: string | null,
  by: -1 | 1,
  isFar: boolean,
): string | null {
  const at = isFar ? (by < 0 ? 0 : all.length - 1) : all.indexOf(now) + by
  return all[Math.max(0, Math.min(all.length - 1, at))] ?? null
}

/** Where the focus stands when the map is another one: with its card, wherever that is now; else near to where it was. */
export function settleIn(
  place: MatrixPlace,
  before: MatrixGrid,
  now: MatrixGrid,
  whereIs: (card: string) => { stageId: string; laneId: string } | null,
): MatrixPlace {
  const { stageId, laneId, card } = place
  if (card !== null) {
    const where = whereIs(card)
    if (where) return { ...where, card }
  }
  const stage = near(stageId, before.stages, now.stages)
  const lane = near(
    laneId,
    before.lanes.map(({ id }) => id),
    now.lanes.map(({ id }) => id),
  )
  if (card === null || stage === null || lane === null || stageId === null || laneId === null)
    return { stageId: stage, laneId: lane, card: null }
  return {
    stageId: stage,
    laneId: lane,
    card: near(card, before.cardsIn(stageId, laneId), now.cardsIn(stage, lane)),
  }
}

/** Itself, else what stood after it, else before it. */
function near(id: string | null, before: readonly string[], now: readonly string[]): string | null {
  if (id === null || now.includes(id)) return id
  const at = before.indexOf(id)
  const after = before.slice(at + 1).find((each) => now.includes(each))
  return after ?? before.slice(0, Math.max(0, at)).findLast((each) => now.includes(each)) ?? null
}
