// What the card of an action is on the board: a touchpoint or a kind of note, and in which stage it lies.
import { createContext, useContext } from 'react'
import { useLanguage } from '#client/ui/language.ts'
import type { Results } from '#shared/results/results.ts'
import { noteKindWords, reportWords } from '#shared/results/words.ts'

export const OnTheBoard = createContext<Pick<Results, 'maps' | 'looseNotes'>>({ maps: [], looseNotes: [] })

export function useCardOrigin(shapeId: string | null): { kind: string | null; place: string | null } {
  const language = useLanguage()
  const { maps, looseNotes } = useContext(OnTheBoard)
  const touchpoint = maps.flatMap(({ touchpoints }) => touchpoints).find(({ id }) => id === shapeId)
  if (touchpoint) return { kind: reportWords[language].touchpoint, place: touchpoint.stage }
  const note = [...maps.flatMap(({ notes }) => notes), ...looseNotes].find(({ id }) => id === shapeId)
  return { kind: note?.kind ? noteKindWords[language][note.kind] : null, place: note?.stage ?? null }
}
