// Properties over random scenes: of the whole history, or of every state in it.
import fc from 'fast-check'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import { type History, play, steps } from './arbitrary.ts'

export function always(property: (history: History) => void) {
  fc.assert(
    fc.property(steps, (taken) => {
      property(play(taken))
    }),
  )
}

export function inEveryState(property: (workshop: Workshop) => void) {
  always(({ states }) => {
    for (const state of states) property(state)
  })
}
