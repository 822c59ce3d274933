// The results say what happened, completely, and nothing that was secret.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyWorkshop } from '#shared/facilitation/workshop.ts'
import { buildResults } from '#shared/results/build-results.ts'
import { latestSession } from '#shared/results/reading.ts'
import { Results } from '#shared/results/results.ts'
import { play, steps } from '#tests/shared/facilitation/arbitrary.ts'
import { cem, dana, fold, minute, noon, opening, pollId } from '#tests/shared/facilitation/scene.ts'
import { expectation, history, input, sealed, sealedAs, secretPoll } from './sample-results.ts'

const results = buildResults(input)
const { agenda, attendance, commitments, comparisons } = latestSession(results)
const poll = (number: number) => results.polls.find((each) => each.pollId === pollId(number))
const withEvents = (...more: ReturnType<typeof secretPoll>) =>
  buildResults({ ...input, workshop: fold([...history, ...more]) })

test('the results are of their own form, and nothing is lost on the way', () => {
  expect(Results.parse(JSON.parse(JSON.stringify(results)))).toEqual(results)
})

test('an empty workshop has results too', () => {
  const empty = buildResults({
    ...input,
    workshop: emptyWorkshop,
    names: {},
    board: { maps: [], loose: [], looseClusters: [] },
    sealed: new Map(),
  })
  expect(Results.parse(empty)).toEqual(empty)
  expect(empty).toMatchObject({
    maps: [],
    polls: [],
    sessions: [{ number: 1, startedAt: null, comparisons: [], speakingShares: [], speaking: 'not-recorded' }],
  })
})

test('whatever happened, the results keep their form', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const workshop = play(taken).states.at(-1) ?? emptyWorkshop
      const built = buildResults({ ...input, workshop })
      expect(Results.parse(JSON.parse(JSON.stringify(built)))).toEqual(built)
    }),
    { numRuns: 50 },
  )
})

describe('touchpoints', () => {
  const touchpoints = results.maps[0]?.touchpoints ?? []
  test('stand with the largest gap first, those without a gap last, equals in reading order', () => {
    expect(touchpoints.map(({ title }) => title)).toEqual([
      'largest gap',
      'first small gap',
      'second small gap',
      'exceeded',
      'unscored',
    ])
  })
  test('have gaps as a reader works them out', () => {
    expect(touchpoints.map(({ gap }) => gap)).toEqual([2.2, 0.5, 0.5, -1, null])
  })
  test('name stage and department', () => {
    expect(touchpoints[0]).toMatchObject({ stage: 'Warten', department: { title: 'Service' } })
    expect(touchpoints[1]).toMatchObject({ department: null })
  })
  test('keep a department that the workshop does not know', () => {
    const [map] = input.board.maps
    if (!map?.touchpoints[0]) throw new Error('The sample has a map.')
    const board = {
      maps: [{ ...map, touchpoints: [{ ...map.touchpoints[0], departmentId: 'grid' }] }],
      loose: [],
      looseClusters: [],
    }
    const [touchpoint] = buildResults({ ...input, board }).maps[0]?.touchpoints ?? []
    expect(touchpoint?.department).toEqual({ departmentId: null, title: 'grid' })
  })
})

describe('polls', () => {
  test('a secret one has counts, mean, ballots without an answer and the audit’s words', () => {
    expect(poll(1)).toMatchObject({
      anonymous: true,
      invited: 6,
      outcome: { kind: 'counted', tally: { counts: [2, 2, 1, 0, 0] }, answers: 5, blank: 1, mean: 1.8 },
      auditWords: ['amber', 'bridge', 'cotton', 'delta'],
    })
  })
  test('a suppressed one says so and shows nothing, whatever lies in the box', () => {
    const all = new Map([...sealed, [pollId(2), sealedAs([1, 1, 0, 0, 0])]])
    const suppressed = buildResults({ ...input, sealed: all }).polls.find((each) => each.pollId === pollId(2))
    expect(suppressed).toMatchObject({ outcome: { kind: 'suppressed', minimumGroup: 5 }, auditWords: null })
    expect(suppressed?.outcome).not.toHaveProperty('tally')
  })
  test('an open one is labelled as not anonymous and names nobody', () => {
    expect(poll(3)).toMatchObject({
      anonymous: false,
      outcome: { kind: 'counted', tally: { counts: [0, 1, 0, 0, 1] }, answers: 2, blank: 0, mean: 3.5 },
      auditWords: null,
    })
    expect(JSON.stringify(poll(3))).not.toContain(cem.personId)
  })
  test.each(['open', 'closing'] as const)('one that is %s has no figures', (end) => {
    const running = withEvents(...secretPoll(5, expectation('end'), end)).polls.at(-1)
    expect(running).toMatchObject({ outcome: { kind: 'running' }, closedAt: null, auditWords: null })
  })
  test('one whose ballots cannot be read says so', () => {
    const unreadable = buildResults({ ...input, sealed: new Map() }).polls[0]
    expect(unreadable).toMatchObject({ outcome: { kind: 'unreadable' }, auditWords: null })
  })
  test('one that nobody answered has no mean', () => {
    const blank = new Map([[pollId(1), sealedAs([0, 0, 0, 0, 0], 6)]])
    expect(buildResults({ ...input, sealed: blank }).polls[0]?.outcome).toMatchObject({
      answers: 0,
      mean: null,
    })
  })
})

describe('before and after', () => {
  test('compares the same question of the start and the end', () => {
    expect(comparisons).toEqual([
      {
        question: 'Ändert sich etwas?',
        questionKey: 'expectation',
        scale: { min: 1, max: 5, lowLabel: 'gar nicht', highLabel: 'sehr' },
        before: { pollId: pollId(1), answers: 5, mean: 1.8 },
        after: { pollId: pollId(4), answers: 6, mean: 4.17 },
      },
    ])
  })
  test('does not compare with a poll that is suppressed or still running', () => {
    for (const end of ['suppressed', 'open'] as const) {
      const workshop = fold([
        ...opening,
        ...secretPoll(1, expectation('start')),
        ...secretPoll(4, expectation('end'), end),
      ])
      expect(latestSession(buildResults({ ...input, workshop })).comparisons).toEqual([])
    }
  })
})

describe('the agenda', () => {
  test('has what was planned and what it took, pauses left out', () => {
    expect(agenda.items).toMatchObject([
      { title: 'Willkommen', plannedMinutes: 3, state: 'done', actualSeconds: 4 * 60 },
      { title: 'Die Karte ergänzen', plannedMinutes: 10, state: 'running', actualSeconds: 15 * 60 },
      { title: 'Schluss', plannedMinutes: 2, state: 'not-reached', actualSeconds: null },
    ])
  })
  test('keeps the facilitators’ words out of the report', () => {
    expect(JSON.stringify(results)).not.toContain('Schön, dass alle da sind')
  })
  test('never took less than nothing, also when the clock was set back', () => {
    const back = buildResults({ ...input, now: noon - 60 * minute })
    expect(latestSession(back).agenda.items[1]?.actualSeconds).toBe(0)
  })
})

describe('people', () => {
  test('are counted by department, observers apart', () => {
    expect(attendance).toMatchObject({
      facilitators: 2,
      participants: 6,
      observers: 1,
      byDepartment: [
        { department: { title: 'Service' }, people: 6 },
        { department: { title: 'Vertrieb' }, people: 0 },
      ],
      withoutDepartment: 2,
    })
  })
  test('are named only where they promised something, oldest promise first', () => {
    expect(commitments).toMatchObject({
      accepted: 3,
      people: 8,
      promises: [
        { name: 'Cem', promise: 'Postfach zu.' },
        { name: null, promise: 'Ich rufe drei Kunden an.' },
      ],
    })
    const rest = results.sessions.map(({ commitments: _, ...session }) => session)
    expect(JSON.stringify({ ...results, sessions: rest })).not.toContain('Cem')
  })
  test('are nowhere by their id', () => {
    for (const { personId } of [cem, dana]) expect(JSON.stringify(results)).not.toContain(personId)
  })
})
