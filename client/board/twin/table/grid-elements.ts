// Which cell of the table an element belongs to, and the element of a cell.
import { type Column, columns } from '#client/board/twin/table/columns.ts'
import type { GridPlace } from '#client/board/twin/table/grid-keys.ts'

export const isSame = (one: GridPlace, other: GridPlace) =>
  one.row === other.row && one.column === other.column

export function placeOf(target: EventTarget | null): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  const column = columns.find((each) => each === cell?.dataset.column)
  return cell?.dataset.row && column ? { row: cell.dataset.row, column } : null
}

export const elementOf = (grid: HTMLElement, { row, column }: GridPlace) =>
  grid.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"][data-column="${column satisfies Column}"]`)
