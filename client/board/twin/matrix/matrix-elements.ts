// Which place of the matrix an element belongs to, and the element of a place.
import type { MatrixPlace } from '#client/board/twin/matrix/matrix-keys.ts'

export const isSame = (one: MatrixPlace, other: MatrixPlace) =>
  one.card === other.card && one.laneId === other.laneId && one.stageId === other.stageId

export function placeOf(target: EventTarget | null): MatrixPlace | null {
  if (!(target instanceof Element)) return null
  const cell = target.closest<HTMLElement>('[data-cell]')
  if (!cell) return null
  const card = target.closest<HTMLElement>('[data-id]')?.dataset.id ?? null
  return { laneId: cell.dataset.lane ?? null, stageId: cell.dataset.stage ?? null, card }
}

export function elementOf(grid: HTMLElement, { laneId, stageId, card }: MatrixPlace): HTMLElement | null {
  if (card !== null) return grid.querySelector(`[data-id="${CSS.escape(card)}"]`)
  const part = (name: string, id: string | null) =>
    id === null ? `:not([data-${name}])` : `[data-${name}="${CSS.escape(id)}"]`
  return grid.querySelector(`[data-cell]${part('lane', laneId)}${part('stage', stageId)}`)
}
