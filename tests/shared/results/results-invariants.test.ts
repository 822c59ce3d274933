// Whatever happened in a workshop: its results add up, name nobody who neither owns nor promised anything, and say what was typed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tally } from '#shared/facilitation/tally.ts'
import { withoutWordsOf } from '#shared/facilitation/without-words.ts'
import { apply, decide, emptyWorkshop, type Workshop } from '#shared/facilitation/workshop.ts'
import { buildResults } from '#shared/results/build-results.ts'
import { Results } from '#shared/results/results.ts'
import { overSessions, play, steps } from '#tests/shared/facilitation/arbitrary.ts'
import { server } from '#tests/shared/facilitation/scene.ts'
import { sampleInput } from '#tests/support/sample-results.ts'
import { input } from './sample-results.ts'

const auditWords = ['amber', 'bridge', 'cotton', 'delta']
const nameOf = (personId: string) => `Name von ${personId.slice(0, 8)}`

/** With every secret poll counted, whether it may be shown or not, and a name for everyone. */
function resultsOf(workshop: Workshop, erased?: string): Results {
  const { people, door, polls, concerns } = workshop
  const everyone = [...Object.values(people), ...Object.values(door.removed)].filter(
    ({ personId }) => personId !== erased, // their name has left its table
  )
  return buildResults({
    ...input,
    workshop,
    names: Object.fromEntries(everyone.map(({ personId }) => [personId, nameOf(personId)])),
    sealed: new Map(polls.map(({ pollId, asks }) => [pollId, { tally: tally(asks, [null]), auditWords }])),
    sealedConcerns: new Map(
      concerns.map(({ poll }) => [
        poll.pollId,
        { written: [{ t: '0'.repeat(64), text: 'Wer bezahlt das?' }], without: 4, auditWords },
      ]),
    ),
  })
}
const whatever = (check: (results: Results, workshop: Workshop) => void) =>
  fc.assert(
    fc.property(fc.oneof(steps, overSessions), (taken) => {
      const workshop = play(taken).states.at(-1) ?? emptyWorkshop
      check(resultsOf(workshop), workshop)
    }),
    { numRuns: 60 },
  )
const sum = (figures: readonly number[]) => figures.reduce((all, figure) => all + figure, 0)

test('the results are of their own form, on their way through JSON as well', () => {
  whatever((results) => expect(Results.parse(JSON.parse(JSON.stringify(results)))).toEqual(results))
})

test('the figures add up', () => {
  whatever(({ sessions, polls, trends, actions }, workshop) => {
    expect(sessions.map(({ number }) => number)).toEqual(sessions.map((_, place) => place + 1))
    expect(sessions.filter(({ startedAt }) => startedAt !== null)).toHaveLength(workshop.sessions.all.length)
    for (const { attendance, speakingShares, speaking, commitments } of sessions) {
      const { facilitators, participants, byDepartment, withoutDepartment } = attendance
      const inRoom = facilitators + participants
      expect(sum(byDepartment.map(({ people }) => people)) + withoutDepartment).toBe(inRoom)
      expect(commitments.people).toBe(inRoom)
      expect(commitments.accepted).toBeLessThanOrEqual(inRoom)
      expect(speakingShares.length > 0).toBe(speaking === 'shown')
      if (speakingShares.length === 0) continue
      expect(sum(speakingShares.map(({ people }) => people))).toBe(inRoom)
      expect(sum(speakingShares.map(({ ofTime }) => ofTime))).toBeCloseTo(1, 2)
    }
    // Nothing is lost, and nothing told twice.
    const numbers = sessions.map(({ number }) => number)
    expect(polls).toHaveLength(workshop.polls.length)
    expect(polls.every(({ sessionNumber }) => numbers.includes(sessionNumber))).toBe(true)
    expect(sum(sessions.map(({ concerns }) => concerns.length))).toBe(workshop.concerns.length)
    expect(actions).toHaveLength(workshop.actions.list.length)
    for (const series of [trends.mood, trends.kept, ...trends.scores.map(({ actual }) => actual)])
      expect(series).toHaveLength(trends.sessions.length)
  })
})

test('nobody is named who neither owns an action nor has promised anything, and nobody by an id', () => {
  whatever((results, { people, door, actions, checkIn, sessions }) => {
    const json = JSON.stringify(results)
    const promised = [checkIn.commitments, ...sessions.all.map(({ archive }) => archive?.commitments ?? {})]
      .flatMap((commitments) => Object.values(commitments))
      .filter(({ promise }) => promise !== null)
    const named = new Set([
      ...promised.map(({ personId }) => personId),
      ...actions.list.map(({ ownerId }) => ownerId),
    ])
    for (const { personId } of [...Object.values(people), ...Object.values(door.removed)]) {
      expect(json).not.toContain(personId)
      if (!named.has(personId)) expect(json).not.toContain(nameOf(personId))
    }
  })
})

test('what too few have said is not there, whatever lies in the ballot box', () => {
  whatever(({ polls, sessions }, workshop) => {
    for (const [place, poll] of workshop.polls.entries())
      if (poll.mode === 'anonymous' && (poll.suppressed || poll.state !== 'closed'))
        expect(polls[place]?.outcome).not.toHaveProperty('tally')
    for (const { outcome } of sessions.flatMap(({ concerns }) => concerns))
      if (outcome.kind !== 'released') expect(JSON.stringify(outcome)).not.toContain('Wer bezahlt das?')
  })
})

test('of somebody who was erased nothing is told, neither their name nor what they typed', () => {
  const words = (personId: string) => `Wort von ${personId.slice(0, 8)}`
  let toldBefore = 0
  fc.assert(
    fc.property(fc.oneof(steps, overSessions), fc.nat(), (taken, pick) => {
      const { events, states } = play(taken)
      const everybody = Object.values(states.at(-1)?.people ?? {})
      const erased = everybody[pick % everybody.length]?.personId
      if (!erased) return
      const typed = events.map((event) =>
        'promise' in event && event.promise !== null ? { ...event, promise: words(event.personId) } : event,
      )
      const before = typed.reduce(apply, emptyWorkshop)
      if (JSON.stringify(resultsOf(before)).includes(words(erased))) toldBefore += 1
      const command = { type: 'person.erase', personId: erased } as const
      const decision = decide(before, command, { actor: server, now: input.now, present: [] })
      const after = [...withoutWordsOf(typed, erased), ...(decision.ok ? decision.events : [])]
      const json = JSON.stringify(resultsOf(after.reduce(apply, emptyWorkshop), erased))
      for (const trace of [erased, nameOf(erased), words(erased)]) expect(json).not.toContain(trace)
    }),
    { numRuns: 60 },
  )
  expect(toldBefore).toBeGreaterThan(0)
})

test('no total of promises is there that fewer than the minimum group have answered', () => {
  whatever(({ sessions, trends, workshop: { minimumGroup } }) => {
    for (const { kept } of sessions.map(({ commitments }) => commitments))
      if (kept) expect(kept.kept + kept.partly + kept.notKept).toBeGreaterThanOrEqual(minimumGroup)
    expect(trends.kept).toHaveLength(trends.sessions.length)
  })
})

test('what people type stands there as they typed it, in any script', () => {
  const strings = (value: unknown): string[] => {
    if (typeof value === 'string') return [value]
    return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
  }
  const plain = new Set(strings(buildResults(sampleInput('de'))))
  const unit = fc.oneof(fc.constant('grapheme' as const), fc.constant('binary' as const))
  const typed = unit.chain((kind) => fc.string({ unit: kind, minLength: 1, maxLength: 30 }))
  fc.assert(
    fc.property(typed, (words) => {
      const results = buildResults(sampleInput('de', (de) => words + de))
      const there = new Set(strings(JSON.parse(JSON.stringify(results))))
      for (const text of plain) expect(there.has(text) || there.has(words + text)).toBe(true)
      expect(results.workshop.title.startsWith(words)).toBe(true)
    }),
    { numRuns: 15 },
  )
})
