// Whether the light is on one shape, and what moves it there or away; null for those who may not.
import { useCompany } from '#client/board/together/together.ts'

export type Highlight = { isLit: boolean; toggle(): void }

export function useHighlight(shapeId: string): Highlight | null {
  const { together } = useCompany()
  const { isFacilitator, spotlight, act } = together
  if (!isFacilitator) return null
  const isLit = spotlight === shapeId
  return { isLit, toggle: () => act.light(isLit ? null : shapeId) }
}
