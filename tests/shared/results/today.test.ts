// Effects are judged by the day it is where somebody reads: at half past midnight in Berlin it is no longer yesterday.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildResults } from '#shared/results/build-results.ts'
import { leaveOut } from '#shared/results/leave-out.ts'
import { dayIn, onDay } from '#shared/results/today.ts'
import { fullResults } from './full-results.ts'
import { input } from './sample-results.ts'

const at = (iso: string, zone: string) => dayIn(zone, Date.parse(iso))

describe('the day it is', () => {
  test('turns at midnight of the zone, not of UTC', () => {
    expect(at('2026-11-25T22:59:59Z', 'Europe/Berlin')).toBe('2026-11-25')
    expect(at('2026-11-25T23:00:00Z', 'Europe/Berlin')).toBe('2026-11-26')
    expect(at('2026-11-25T23:30:00Z', 'UTC')).toBe('2026-11-25')
    expect(at('2026-11-26T07:59:59Z', 'America/Los_Angeles')).toBe('2026-11-25')
    expect(at('2026-11-25T11:00:00Z', 'Pacific/Kiritimati')).toBe('2026-11-26')
  })

  test.each([
    ['summer time begins', '2026-03-28T23:00:00Z', '2026-03-29', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['summer time ends', '2026-10-24T22:00:00Z', '2026-10-25', '2026-10-25T23:00:00Z', '2026-10-26'],
  ])('on the day on which %s begins and ends at its own midnights', (_, begin, day, end, next) => {
    const justBefore = (iso: string) => new Date(Date.parse(iso) - 1).toISOString()
    expect(at(justBefore(begin), 'Europe/Berlin')).not.toBe(day)
    expect(at(begin, 'Europe/Berlin')).toBe(day)
    expect(at(justBefore(end), 'Europe/Berlin')).toBe(day)
    expect(at(end, 'Europe/Berlin')).toBe(next)
  })

  test('is that of UTC where a zone is not known', () => {
    expect(at('2026-11-25T23:30:00Z', 'Mars/Olympus')).toBe('2026-11-25')
  })
})

describe('an action that goes live on a day', () => {
  const [first] = fullResults.actions
  if (!first) throw new Error('There is an action.')
  const card = { title: 'Termin', actual: 5.2, target: 8 }
  const action = {
    ...first,
    state: 'live' as const,
    liveSince: '2026-11-26',
    feltFrom: null,
    card,
    before: 2.6,
  }
  const on = (today: string) => {
    const effect = { kind: 'too-early' as const, until: '2026-11-26' }
    return onDay({ actions: [{ ...action, effect }] }, today).actions[0]?.effect
  }

  test('is judged from that day on for whoever reads, whatever day the server had', () => {
    expect(on('2026-11-25')).toEqual({ kind: 'too-early', until: '2026-11-26' })
    expect(on('2026-11-26')).toEqual({ kind: 'measured', before: 2.6, now: 5.2, since: '2026-11-26' })
  })

  test('is too early again for a reader west of UTC, where that day has not begun', () => {
    const effect = { kind: 'measured' as const, before: 2.6, now: 5.2, since: '2026-11-26' }
    const [read] = onDay({ actions: [{ ...action, effect }] }, '2026-11-25').actions
    expect(read?.effect).toEqual({ kind: 'too-early', until: '2026-11-26' })
  })
})

test('where scores are left out, that it is too early is still said, and no score', () => {
  const [first] = fullResults.actions
  if (!first) throw new Error('There is an action.')
  const card = { title: 'Termin', actual: 5.2, target: 8 }
  const effect = { kind: 'too-early' as const, until: '2026-11-27' }
  const action = { ...first, state: 'live' as const, liveSince: '2026-11-27', card, before: 2.6, effect }
  const told = leaveOut({ ...fullResults, actions: [action] }, ['scores'])
  expect(JSON.stringify(told.actions)).not.toContain('2.6')
  expect(onDay(told, '2026-11-26').actions[0]?.effect).toEqual(effect)
  expect(onDay(told, '2026-11-27').actions[0]?.effect).toEqual({ kind: 'none' })
})

test('nothing is judged before the day from which customers feel it, whoever reads, and whatever is read of it', () => {
  const [first] = fullResults.actions
  if (!first) throw new Error('There is an action.')
  const day = fc.date({ min: new Date('2026-10-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  const someDay = day.map((date) => date.toISOString().slice(0, 10))
  const score = fc.option(fc.integer({ min: 0, max: 10 }))
  const one = fc.record({
    state: fc.constantFrom('open', 'in-progress', 'done', 'live'),
    liveSince: fc.option(someDay),
    feltFrom: fc.option(someDay),
    before: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    actual: score,
    isLeftOut: fc.boolean(),
    days: fc.array(someDay, { minLength: 1, maxLength: 3 }),
  })
  let judged = 0
  fc.assert(
    fc.property(one, ({ actual, isLeftOut, days, before, ...change }) => {
      const card = { title: 'Termin', actual, target: null }
      const { before: _, ...rest } = first
      const action = { ...rest, ...change, ...(before !== undefined && { before }), card }
      const all = { ...fullResults, actions: [{ ...action, effect: { kind: 'none' as const } }] }
      // One reader after the other, each on a day of their own.
      const read = days.reduce(onDay, isLeftOut ? leaveOut(all, ['scores']) : all)
      const effect = read.actions[0]?.effect
      const today = days.at(-1) ?? ''
      if (effect?.kind === 'measured') {
        judged += 1
        expect(change.state).toBe('live')
        expect(effect.since <= today).toBe(true)
        expect(isLeftOut).toBe(false)
      }
      if (effect?.kind === 'too-early' && effect.until !== null) expect(effect.until > today).toBe(true)
    }),
  )
  expect(judged).toBeGreaterThan(0)
})

test('the model takes the day from whoever builds it, and judging it by the same day changes nothing', () => {
  const results = buildResults(input)
  expect(onDay(results, input.today)).toEqual(results)
})
