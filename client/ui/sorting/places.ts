// Where a dragged row goes, and the order after it has gone there.

/** Indices, both included. */
export type Places = { first: number; last: number }

export const boundTo = ({ first, last }: Places, place: number): number =>
  Math.min(last, Math.max(first, place))

export function moved<T>(order: readonly T[], from: number, to: number): T[] {
  const rest = order.filter((_, index) => index !== from)
  return [...rest.slice(0, to), ...order.slice(from, from + 1), ...rest.slice(to)]
}

/** The row at this height of the window; above all of them the first, below them the last. */
export function placeUnder(rows: readonly Pick<Element, 'getBoundingClientRect'>[], y: number): number {
  const place = rows.findIndex((row) => y < row.getBoundingClientRect().bottom)
  return place < 0 ? rows.length - 1 : place
}
