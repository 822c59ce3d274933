// What the panel reads out of a workshop: clock, agenda, places, check-in, and the one likely next step.
import { describe, expect, test } from 'vitest'
import {
  agendaRows,
  byDepartment,
  currentForm,
  departmentOf,
  groupOf,
  isCheckInNow,
  isItemAside,
  itemProgress,
  likelyNextStep,
  nextItem,
  peopleBefore,
  preparedToOpen,
  previousItem,
  roster,
  setToOpen,
} from '#client/facilitation/selectors.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import { DepartmentId, type ItemId, PreparedId, RoundId, ShapeId } from '#shared/ids.ts'
import {
  ana,
  cem,
  closing,
  dana,
  eva,
  fold,
  guest,
  keys,
  mapping,
  minute,
  noon,
  opening,
  pollId,
  sales,
  service,
  welcome,
} from '#tests/shared/facilitation/scene.ts'
import { trustQuestion } from '#tests/support/questions.ts'

const preparedId = (number: number) => PreparedId.parse(String(number).padStart(32, '0'))
const workshopAfter = (...events: Event[]): Workshop => fold([...opening, ...events])
const started: Event = { type: 'agenda.started', itemId: welcome, at: noon }
const raised = (who: typeof cem): Event => ({ type: 'hand.raised', personId: who.personId, at: noon })
const scale = { min: 1, max: 5, lowLabel: 'schlecht', highLabel: 'gut' } as const
const asked = (number: number, at: number): Event => ({
  type: 'poll.opened',
  mode: 'open',
  pollId: pollId(number),
  question: 'Wie geht es?',
  questionKey: 'mood',
  phase: 'during',
  scale,
  at,
  closesAt: null,
  eligible: [],
})
const closed = (number: number): Event => ({
  type: 'poll.closed',
  pollId: pollId(number),
  at: noon + minute,
  counts: [0, 0, 0, 0, 0],
})

describe('the clock of the running item', () => {
  test('is null before the agenda and after it', () => {
    expect(itemProgress(workshopAfter().agenda, noon)).toBeNull()
    expect(itemProgress(workshopAfter(started, { type: 'agenda.ended', at: noon }).agenda, noon)).toBeNull()
  })

  test('counts down, and the line grows', () => {
    expect(itemProgress(workshopAfter(started).agenda, noon + 1.5 * minute)).toMatchObject({
      position: 1,
      count: 3,
      leftMs: 1.5 * minute,
      elapsed: 0.5,
      isOver: false,
      isPaused: false,
    })
  })

  test('runs over into the negative while the line stays full', () => {
    const progress = itemProgress(workshopAfter(started).agenda, noon + 4 * minute)
    expect(progress).toMatchObject({ leftMs: -minute, elapsed: 1, isOver: true })
  })

  test('an added minute makes room again and is part of the whole', () => {
    const { agenda } = workshopAfter(started, {
      type: 'agenda.extended',
      itemId: welcome,
      addedMs: 3 * minute,
    })
    expect(itemProgress(agenda, noon + 3 * minute)).toMatchObject({ leftMs: 3 * minute, elapsed: 0.5 })
  })

  test('stands while paused', () => {
    const { agenda } = workshopAfter(started, { type: 'agenda.paused', at: noon + minute })
    expect(itemProgress(agenda, noon + 20 * minute)).toMatchObject({ leftMs: 2 * minute, isPaused: true })
  })

  test('a clock that is behind the server’s does not make the line negative', () => {
    expect(itemProgress(workshopAfter(started).agenda, noon - minute)?.elapsed).toBe(0)
  })
})

test('the agenda says what took how long, what runs and what comes', () => {
  const { agenda } = workshopAfter(
    started,
    { type: 'agenda.paused', at: noon + minute },
    { type: 'agenda.resumed', at: noon + 2 * minute },
    { type: 'agenda.advanced', itemId: mapping, at: noon + 6 * minute },
    { type: 'agenda.extended', itemId: mapping, addedMs: minute },
  )
  expect(
    agendaRows(agenda, noon + 8 * minute).map(({ state, tookMs, plannedMs }) => [state, tookMs, plannedMs]),
  ).toEqual([
    ['done', 5 * minute, 3 * minute],
    ['current', 2 * minute, 11 * minute],
    ['ahead', null, 2 * minute],
  ])
  expect(nextItem(agenda)?.itemId).toBe(closing)
})

test('what was jumped over is left out, and what was come back to counts all its turns', () => {
  const { agenda } = workshopAfter(
    started,
    { type: 'agenda.advanced', itemId: closing, at: noon + 2 * minute },
    { type: 'agenda.advanced', itemId: welcome, at: noon + 4 * minute },
  )
  const states = (at: number) => agendaRows(agenda, at).map(({ state, tookMs }) => [state, tookMs])
  expect(states(noon + 5 * minute)).toEqual([
    ['current', 3 * minute],
    ['ahead', null],
    ['done', 2 * minute],
  ])
  const jumped = workshopAfter(started, { type: 'agenda.advanced', itemId: closing, at: noon }).agenda
  expect(agendaRows(jumped, noon).map(({ state }) => state)).toEqual(['done', 'skipped', 'current'])
  expect(previousItem(jumped)?.itemId).toBe(mapping)
})

test('the last item has no next one', () => {
  const { agenda } = workshopAfter(started, { type: 'agenda.advanced', itemId: closing, at: noon })
  expect(nextItem(agenda)).toBeNull()
  expect(nextItem(workshopAfter().agenda)).toBeNull()
})

test('people before me are counted by the order of the hands', () => {
  const workshop = workshopAfter(raised(cem), raised(dana))
  expect(peopleBefore(workshop, cem.personId)).toBe(0)
  expect(peopleBefore(workshop, dana.personId)).toBe(1)
  expect(peopleBefore(workshop, eva.personId)).toBeNull()
})

describe('the group', () => {
  const accepted: Event = { type: 'check-in.accepted', personId: dana.personId, promise: null, at: noon }

  test('is whoever is here or has checked in, never an observer', () => {
    const { people, checkIn } = workshopAfter(accepted)
    const group = groupOf(people, checkIn, [cem.personId, ana.personId, guest.personId])
    expect(new Set(group.map(({ personId }) => personId))).toEqual(
      new Set([ana.personId, cem.personId, dana.personId]),
    )
  })

  test('stands by department in the workshop’s order, those without one last', () => {
    const { people, checkIn, info } = workshopAfter(accepted)
    const group = groupOf(people, checkIn, [ana.personId])
    const groups = byDepartment(group, info.departments)
    expect(groups.map(({ mark, members }) => [mark?.title ?? null, members.length])).toEqual([
      ['Service', 1],
      [null, 1],
    ])
  })

  test('a department that the workshop does not know is none', () => {
    const { people, info } = workshopAfter()
    const person = people[cem.personId]
    if (!person) throw new Error('the scene has no Cem')
    const stray = { ...person, departmentId: DepartmentId.parse('unknown') }
    expect(byDepartment([stray], info.departments)).toEqual([{ mark: null, members: [stray] }])
    expect(departmentOf({ [cem.personId]: stray }, info.departments, cem.personId)).toBeNull()
  })

  test('the roster has those who are here first', () => {
    const list = roster(workshopAfter().people, [eva.personId])
    expect(list[0]).toMatchObject({ isHere: true, person: { personId: eva.personId } })
    expect(list).toHaveLength(9)
  })
})

test('a department’s place is the one in the workshop’s list', () => {
  const { people, info } = workshopAfter()
  expect(departmentOf(people, info.departments, cem.personId)).toEqual({ place: 0, title: 'Service' })
  expect(departmentOf(people, info.departments, ana.personId)).toBeNull()
  expect(info.departments.map(({ departmentId }) => departmentId)).toEqual([service, sales])
})

describe('the poll on the panel', () => {
  test('is the running one', () => {
    expect(idsOf(workshopAfter(started, asked(1, noon + 1)))).toEqual([keys(1).pollId])
  })

  const idsOf = (workshop: Workshop) => currentForm(workshop).map(({ pollId }) => pollId)

  test('stays with its result until the next item', () => {
    const withResult = [started, asked(1, noon + 1), closed(1)]
    expect(currentForm(workshopAfter(...withResult))[0]?.state).toBe('closed')
    const next: Event = { type: 'agenda.advanced', itemId: mapping, at: noon + 5 * minute }
    expect(currentForm(workshopAfter(...withResult, next))).toEqual([])
  })

  test('is no longer that of the last session once the next one is prepared', () => {
    const first: Event[] = [
      { type: 'session.started', number: 1, at: noon, present: [] },
      started,
      asked(1, noon + 1),
      closed(1),
      { type: 'agenda.ended', at: noon + 5 * minute },
      { type: 'session.ended', number: 1, at: noon + 5 * minute },
    ]
    const prepared: Event = { type: 'session.prepared', items: [], at: noon + 6 * minute }
    expect(idsOf(workshopAfter(...first, prepared))).toEqual([])
    expect(idsOf(workshopAfter(...first, prepared, asked(2, noon + 7 * minute)))).toEqual([keys(2).pollId])
  })

  test('stays without an agenda too', () => {
    expect(idsOf(workshopAfter(asked(1, noon), closed(1)))).toEqual([keys(1).pollId])
  })
})

describe('the likely next step', () => {
  const next = (now: number, ...events: Event[]) => likelyNextStep(workshopAfter(...events), now)

  test('is to start the session, then to advance, and behind the last item to end it', () => {
    expect(next(noon)).toBe('session.start')
    expect(next(noon, started)).toBe('agenda.advance')
    expect(next(noon, started, { type: 'agenda.advanced', itemId: closing, at: noon })).toBe('session.close')
  })

  test('is to begin the agenda in a session that started without one', () => {
    const [created, ...joined] = opening
    if (created?.type !== 'workshop.created') throw new Error('the scene begins differently')
    const session: Event = { type: 'session.started', number: 1, at: noon, present: [] }
    const item = { itemId: welcome, kind: 'welcome', minutes: 3, title: 'Willkommen' } as const
    const bare = fold([{ ...created, items: [] }, ...joined, session])
    expect(likelyNextStep(bare, noon)).toBeNull()
    const filled = fold([{ type: 'item.added', item, afterItemId: null }], bare)
    expect(likelyNextStep(filled, noon)).toBe('agenda.start')
  })

  test('is left to the panel while groups are made or at work; then what the item says steps aside', () => {
    const group = { frameId: ShapeId.parse('shape:left'), title: 'Links', members: [] }
    const prepared: Event = { type: 'breakout.prepared', groups: [group], at: noon }
    const atWork: Event = { type: 'breakout.started', endsAt: noon + 10 * minute, at: noon }
    const ended: Event = { type: 'breakout.ended', at: noon }
    expect(next(noon, started, prepared)).toBeNull()
    expect(next(noon, started, prepared, atWork)).toBeNull()
    expect(next(noon, started, prepared, atWork, ended)).toBe('agenda.advance')
    expect(isItemAside(workshopAfter(started, prepared))).toBe(false)
    expect(isItemAside(workshopAfter(started, prepared, atWork))).toBe(true)
    expect(isItemAside(workshopAfter(started, prepared, atWork, ended))).toBe(false)
  })

  test('is to call whoever waits, before anything else but an open poll', () => {
    expect(next(noon + 9 * minute, started, raised(cem))).toBe('hand.call')
    expect(next(noon, started, raised(cem), asked(1, noon))).toBe('poll.close')
  })

  test('is to ask when the item has a question that was not asked yet', () => {
    const [created, ...joined] = opening
    if (created?.type !== 'workshop.created') throw new Error('the scene begins differently')
    const items = created.items.map((item) => ({ ...item, pollSetId: 'mood' }))
    const workshop = (...events: Event[]) => fold([{ ...created, items }, ...joined, started, ...events])
    expect(likelyNextStep(workshop(), noon)).toBe('poll.openSet')
    expect(setToOpen(workshop())?.id).toBe('mood')
    expect(setToOpen(workshop(asked(1, noon + 1)))).toBeNull()
    expect(likelyNextStep(workshop(asked(1, noon + 1), closed(1)), noon)).toBe('agenda.advance')
    expect(setToOpen(workshop(asked(1, noon + 1), closed(1)))).toBeNull()
    // Time is up: asking now would cost the next item.
    expect(likelyNextStep(workshop(), noon + 4 * minute)).toBe('agenda.advance')
  })

  test('is to open what was prepared for the running item, one after the other, while there is time', () => {
    const prepared = (number: number, itemId: ItemId | null): Event => ({
      type: 'poll.prepared',
      preparedId: preparedId(number),
      itemId,
      form: { mode: 'open', durationMs: null, questions: [trustQuestion] },
    })
    const opened = (number: number): Event[] => [
      { type: 'poll.discarded', preparedId: preparedId(number) },
      asked(number, noon + 1),
    ]
    const ready = [prepared(1, welcome), prepared(2, mapping), prepared(3, null), prepared(4, welcome)]
    expect(next(noon, started, ...ready)).toBe('poll.openPrepared')
    expect(preparedToOpen(workshopAfter(started, ...ready))?.preparedId).toBe(preparedId(1))
    expect(next(noon, started, ...ready, ...opened(1))).toBe('poll.close')
    expect(next(noon, started, ...ready, ...opened(1), closed(1))).toBe('poll.openPrepared')
    expect(next(noon, started, ...ready, ...opened(1), closed(1), ...opened(4), closed(4))).toBe(
      'agenda.advance',
    )
    // Time is up, or the item is another one.
    expect(next(noon + 4 * minute, started, ...ready)).toBe('agenda.advance')
    expect(next(noon, started, prepared(2, mapping), prepared(3, null))).toBe('agenda.advance')
  })

  test('is to write the poll where its set has something to fill in', () => {
    const [created, ...joined] = opening
    if (created?.type !== 'workshop.created') throw new Error('the scene begins differently')
    const items = created.items.map((item) => ({ ...item, pollSetId: 'difference' }))
    const workshop = fold([{ ...created, items }, ...joined, started])
    expect(setToOpen(workshop)).toBeNull()
    expect(likelyNextStep(workshop, noon)).toBe('poll.compose')
  })

  test('is to start a feedback round when the item is for one, then to go on to the next person', () => {
    const [created, ...joined] = opening
    if (created?.type !== 'workshop.created') throw new Error('the scene begins differently')
    const items = created.items.map((item) => ({ ...item, kind: 'feedback-round' as const }))
    const then = (...events: Event[]) =>
      likelyNextStep(fold([{ ...created, items }, ...joined, started, ...events]), noon + 3)
    const order = [cem.personId, dana.personId]
    const begun: Event = { type: 'feedback.started', title: 'Und?', secondsEach: null, order, at: noon + 1 }
    expect(then()).toBe('feedback.compose')
    expect(then(begun)).toBe('feedback.next')
    expect(then(raised(eva), begun)).toBe('feedback.next')
    expect(then(begun, { type: 'feedback.ended', at: noon + 2 })).toBe('agenda.advance')
  })

  describe('with silent writing', () => {
    const [created, ...joined] = opening
    if (created?.type !== 'workshop.created') throw new Error('the scene begins differently')
    const items = created.items.map((item) => ({ ...item, kind: 'silent-writing' as const }))
    const roundId = RoundId.parse('a'.repeat(32))
    const begun: Event = { type: 'silence.started', roundId, withNames: false, at: noon + 1 }
    const over: Event = { type: 'silence.revealed', roundId, at: noon + 2 }
    const then = (now: number, ...events: Event[]) =>
      likelyNextStep(fold([{ ...created, items }, ...joined, started, ...events]), now)

    test('is to begin it when the item is for it, once', () => {
      expect(then(noon)).toBe('silence.compose')
      expect(then(noon + 3, begun, over)).toBe('agenda.advance')
    })
    test('is nothing while there is time to write: what is revealed cannot be covered again', () => {
      expect(then(noon + 2, begun)).toBeNull()
    })
    test('is to reveal when the time is up, and to call whoever waits before that', () => {
      expect(then(noon + 90 * minute, begun)).toBe('silence.reveal')
      expect(then(noon + 90 * minute, begun, raised(cem))).toBe('hand.call')
    })
  })

  test('is nothing while the last item’s check-out is open, and to end the session after it', () => {
    const last: Event = { type: 'agenda.advanced', itemId: closing, at: noon }
    const opened: Event = { type: 'check-out.opened', about: 'session', at: noon }
    expect(next(noon, started, last, opened)).toBeNull()
    const closed: Event = { type: 'check-out.closed', totals: null, at: noon }
    expect(next(noon, started, last, opened, closed)).toBe('session.close')
  })

  test('is to end the session when its agenda has ended, and then nothing', () => {
    const over: Event = { type: 'agenda.ended', at: noon }
    expect(next(noon, started, over)).toBe('session.close')
    expect(next(noon, started, over, { type: 'session.ended', number: 1, at: noon })).toBeNull()
  })
})

test('the check-in stands in the middle only while it is the item and no poll runs', () => {
  const [created, ...joined] = opening
  if (created?.type !== 'workshop.created') throw new Error('the scene begins differently')
  const items = created.items.map((item) => ({ ...item, kind: 'check-in' as const }))
  const workshop = (...events: Event[]) => fold([{ ...created, items }, ...joined, ...events])
  expect(isCheckInNow(workshop())).toBe(false)
  expect(isCheckInNow(workshop(started))).toBe(true)
  expect(isCheckInNow(workshop(started, asked(1, noon)))).toBe(false)
  expect(isCheckInNow(workshop(started, asked(1, noon), closed(1)))).toBe(true)
  expect(isCheckInNow(workshopAfter(started))).toBe(false)
})
