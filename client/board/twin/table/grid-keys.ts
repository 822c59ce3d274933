// What each key means in the table of touchpoints: pure, so that it can be told apart from the drawing.
import { type Column, columns, editedInPlace } from '#client/board/twin/table/columns.ts'

/** A row is named by its touchpoint or, of a stage without any, by the stage. */
export type GridPlace = { row: string; column: Column }
export type GridRow = { id: string; stageId: string; isCard: boolean }
export type GridKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export type GridAction =
  | { type: 'focus'; place: GridPlace }
  /** `typed`: what replaces the contents; null keeps them. */
  | { type: 'edit'; typed: string | null }
  /** Enter where there is nothing to type: counts open their notes, the last column its menu. */
  | { type: 'open' }
  | { type: 'toggle-moment' }
  | { type: 'clear' }
  | { type: 'add-note' }
  | { type: 'add-touchpoint' }
  | { type: 'remove' }
  | { type: 'copy' }
  | { type: 'move'; direction: 'up' | 'down' | 'left' | 'right' }
  | { type: 'details' }
  | { type: 'menu' }

const page = 10

/** Null leaves the key to the page. While a cell is edited, its own field answers to the keys. */
export function gridAction(key: GridKey, place: GridPlace, rows: readonly GridRow[]): GridAction | null {
  const at = rows.findIndex(({ id }) => id === place.row)
  const row = rows[at]
  if (!row) return null
  const isCommand = key.ctrlKey || key.metaKey
  if (key.altKey && !isCommand) return moveAction(key, row)
  const moved = focusAfter(key, place, rows, at)
  if (moved) return { type: 'focus', place: moved }
  if (isCommand) return key.key.toLowerCase() === 'd' && row.isCard ? { type: 'copy' } : null
  switch (key.key) {
    case 'Enter':
      if (key.shiftKey) return row.isCard ? { type: 'details' } : null
      return enter(place.column, row)
    case 'F2':
      return enter(place.column, row)
    case 'F10':
      return key.shiftKey && row.isCard ? { type: 'menu' } : null
    case 'ContextMenu':
      return row.isCard ? { type: 'menu' } : null
    case ' ':
      return row.isCard ? { type: 'toggle-moment' } : enter(place.column, row)
    case 'Insert':
      return { type: 'add-touchpoint' }
    case 'Delete':
    case 'Backspace':
      if (place.column === 'title' && row.isCard && key.key === 'Delete') return { type: 'remove' }
      return isClearable(place.column) && row.isCard ? { type: 'clear' } : null
    default:
      return typing(key, place.column, row)
  }
}

function enter(column: Column, row: GridRow): GridAction | null {
  if (!row.isCard && column === 'title') return { type: 'add-touchpoint' }
  if (!row.isCard && !hasMeaning(column)) return null
  if (column === 'track') return null
  return editedInPlace.has(column) && (row.isCard || column === 'emotion')
    ? { type: 'edit', typed: null }
    : { type: 'open' }
}

/** In the row of a stage without touchpoints. */
const hasMeaning = (column: Column) =>
  ['stage', 'title', 'emotion', 'pain-points', 'opportunities', 'evidence'].includes(column)

const isClearable = (column: Column) => ['actual', 'target', 'department', 'emotion'].includes(column)

/** N makes a note everywhere; other letters and figures begin to write. */
function typing({ key }: GridKey, column: Column, row: GridRow): GridAction | null {
  if ([...key].length !== 1) return null
  if (key.toLowerCase() === 'n') return { type: 'add-note' }
  const isScore = column === 'actual' || column === 'target'
  const begins = isScore ? /[\d.,]/.test(key) : /\p{L}|\p{N}|\p{P}/u.test(key)
  return begins && row.isCard && editedInPlace.has(column) ? { type: 'edit', typed: key } : null
}

function moveAction({ key }: GridKey, row: GridRow): GridAction | null {
  const direction = directions.get(key)
  return direction && row.isCard ? { type: 'move', direction } : null
}
const directions = new Map<string, 'up' | 'down' | 'left' | 'right'>([
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
])

function focusAfter(
  { key, ctrlKey, metaKey, shiftKey }: GridKey,
  { row, column }: GridPlace,
  rows: readonly GridRow[],
  at: number,
): GridPlace | null {
  if (shiftKey) return null
  const isFar = ctrlKey || metaKey
  const inColumn = (index: number): GridPlace => ({
    row: rows[Math.max(0, Math.min(rows.length - 1, index))]?.id ?? row,
    column,
  })
  const x = columns.indexOf(column)
  const inRow = (index: number): GridPlace => ({
    row,
    column: columns[Math.max(0, Math.min(columns.length - 1, index))] ?? column,
  })
  switch (key) {
    case 'ArrowUp':
      return inColumn(isFar ? 0 : at - 1)
    case 'ArrowDown':
      return inColumn(isFar ? rows.length : at + 1)
    case 'ArrowLeft':
      return inRow(isFar ? 0 : x - 1)
    case 'ArrowRight':
      return inRow(isFar ? columns.length : x + 1)
    case 'PageUp':
      return inColumn(at - page)
    case 'PageDown':
      return inColumn(at + page)
    case 'Home':
      return isFar ? { row: rows[0]?.id ?? row, column: 'stage' } : inRow(0)
    case 'End':
      return isFar ? { row: rows.at(-1)?.id ?? row, column: 'more' } : inRow(columns.length)
    default:
      return null
  }
}

/** Where the focus goes when its row is gone: to what stood after it, else before it. */
export function neighbourOf(row: string, before: readonly GridRow[], now: readonly GridRow[]): string | null {
  const left = new Set(now.map(({ id }) => id))
  const at = before.findIndex(({ id }) => id === row)
  const after = before.slice(at + 1).find(({ id }) => left.has(id))
  const ahead = before.slice(0, Math.max(0, at)).findLast(({ id }) => left.has(id))
  return after?.id ?? ahead?.id ?? now[0]?.id ?? null
}
