// What of a log goes into a file: all that facilitators see, nothing that runs in secret, and nothing that is one person's own.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { secretPollsOf } from '#shared/facilitation/ballot-plane.ts'
import { openRound } from '#shared/facilitation/check-out.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { redactWorkshop } from '#shared/facilitation/redact.ts'
import { apply, emptyWorkshop, type Workshop } from '#shared/facilitation/workshop.ts'
import { PersonId } from '#shared/ids.ts'
import { atRest, eventsForFile } from '#shared/workshop-file/events-in-file.ts'
import { play, steps } from '#tests/shared/facilitation/arbitrary.ts'
import { cem, dana, fold, noon, opening } from '#tests/shared/facilitation/scene.ts'
import { expectation, secretPoll } from '#tests/shared/results/sample-results.ts'

const foldAll = (events: readonly Event[]): Workshop => events.reduce(apply, emptyWorkshop)
const nobody = PersonId.parse('0'.repeat(16))

test('whatever has happened, nothing of it runs in the file, and the rest is what a facilitator sees', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const { events } = play(taken)
      const workshop = foldAll(eventsForFile(events))
      for (const poll of [...workshop.polls, ...secretPollsOf(workshop)]) expect(poll.state).toBe('closed')
      expect(openRound(workshop.checkOut)).toBeNull()
      const seen = redactWorkshop(foldAll(atRest(events)), { personId: nobody, role: 'facilitator' })
      expect(workshop).toEqual(seen)
    }),
    { numRuns: 150 },
  )
})

test('what is in a file is at rest already: writing it once more changes nothing', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const once = eventsForFile(play(taken).events)
      expect(eventsForFile(once)).toEqual(once)
    }),
    { numRuns: 50 },
  )
})

test('a secret poll that is closing is left out, and the one before it stays', () => {
  const [opened, ...rest] = secretPoll(2, expectation('end'))
  const closing = rest.filter(({ type }) => type === 'poll.closing')
  if (!opened) throw new Error('no poll')
  const events = [...opening, ...secretPoll(1, expectation('start')), opened, ...closing]
  expect(fold(events).polls).toHaveLength(2)
  expect(fold(eventsForFile(events)).polls).toEqual(fold(events).polls.slice(0, 1))
})

test('who wrote a text to be read aloud, what somebody answered and what became of a promise is in no file', () => {
  const marked = (personId: PersonId): Event => ({
    type: 'check-out.marked',
    personId,
    mark: 'not-kept',
    sentence: 'zu viel zu tun',
    at: noon,
  })
  const events: Event[] = [
    ...opening,
    { type: 'check-out.opened', about: 'session', at: noon },
    marked(cem.personId),
    marked(dana.personId),
    { type: 'check-out.closed', totals: { kept: 0, partly: 0, notKept: 2 }, at: noon },
  ]
  const written = JSON.stringify(eventsForFile(events))
  expect(written).toContain('"notKept":2')
  expect(written).not.toContain('zu viel zu tun')
  expect(written).not.toContain('not-kept')
})
