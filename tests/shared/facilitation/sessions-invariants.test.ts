// What holds of sessions that follow each other, whatever anybody sends in between.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact, redactWorkshop } from '#shared/facilitation/redact.ts'
import { type History, overSessions, play } from './arbitrary.ts'
import { ana, cem, fold, guest } from './scene.ts'

function always(property: (history: History) => void) {
  fc.assert(
    fc.property(overSessions, (taken) => property(play(taken))),
    { numRuns: 40 },
  )
}

test.each([ana, cem, guest])(
  'folding redacted events equals redacting the folded state over several sessions, for $role',
  (viewer) => {
    always(({ events, states }) => {
      const state = states.at(-1)
      const received = fold(events.map((event) => redact(event, viewer)))
      expect(state && redactWorkshop(state, viewer)).toStrictEqual(received)
    })
  },
)

test('what a session left behind is there from the next start on, and never changes again', () => {
  always(({ states }) => {
    for (const [place, { sessions }] of states.entries()) {
      expect(sessions.all.map(({ archive }) => archive !== null)).toEqual(
        sessions.all.map((_, number) => number < sessions.all.length - 1),
      )
      const before = states[place - 1]?.sessions.all ?? []
      for (const [number, { archive }] of before.entries())
        if (archive) expect(sessions.all[number]?.archive).toBe(archive)
    }
  })
})
