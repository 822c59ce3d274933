// What the report leaves out, as chosen here: shown at once, sent one choice after the other, taken back where it fails.
import { useEffect, useState } from 'react'
import { ApiFailure, askWorkshop } from '#client/ui/api.ts'
import { LeftOut } from '#shared/results/leave-out.ts'
import type { SectionId } from '#shared/results/report.ts'
import type { Seat } from './early-answers.ts'
import { leftOutChoices } from './left-out-choices.ts'

export type LeftOutChoice = {
  leftOut: SectionId[]
  state: 'as-it-was' | 'saving' | 'saved' | 'failed'
  show: (id: SectionId, isShown: boolean) => void
}

/** The page of another seat is another page. */
export function useLeftOut(seat: Seat, stored: SectionId[]): LeftOutChoice {
  const [choice, setChoice] = useState<Omit<LeftOutChoice, 'show'>>({ leftOut: stored, state: 'as-it-was' })
  const [bug, setBug] = useState<{ error: unknown } | null>(null)
  const [choices] = useState(() =>
    leftOutChoices(stored, {
      send: async (leftOut) =>
        (await askWorkshop(LeftOut, seat, '/report', { method: 'PUT', body: { leftOut } })).leftOut,
      tell: setChoice,
      isExpected: (failure) => failure instanceof ApiFailure,
      onBug: (error) => setBug({ error }),
    }),
  )
  useEffect(() => {
    if (!choices.fetched(stored)) return
    setChoice((before) => (before.leftOut === stored ? before : { ...before, leftOut: stored }))
  }, [choices, stored])

  if (bug) throw bug.error
  return { ...choice, show: choices.show }
}
