// Tests of which steps stand in the facilitator's strip: one row everywhere, and nothing is lost behind "More".
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSteps } from '#client/facilitation/panel/split-steps.ts'

const all = [
  'agenda.extend',
  'agenda.pause',
  'agenda.advance',
  'hand.call',
  'poll.close',
  'lead',
  'dots.start',
] as const
const steps = all.map((step) => ({ step }))
const names = (some: readonly { step: string }[]) => some.map(({ step }) => step)

describe('the facilitator’s strip', () => {
  test('shows every step where there is space but the dots, which are for once in a workshop', () => {
    const { shown, behind } = splitSteps(steps, 'hand.call', 'wide')
    expect(names(shown)).toEqual(all.filter((step) => step !== 'dots.start'))
    expect(names(behind)).toEqual(['dots.start'])
  })

  test('puts the corrections of the clock behind "More" on half a screen', () => {
    const { shown, behind } = splitSteps(steps, 'hand.call', 'half')
    expect(names(shown)).toEqual(['agenda.advance', 'hand.call', 'poll.close'])
    expect(names(behind)).toEqual(['agenda.extend', 'agenda.pause', 'lead', 'dots.start'])
  })

  test('shows the likeliest next step alone on a phone', () => {
    expect(names(splitSteps(steps, 'hand.call', 'phone').shown)).toEqual(['hand.call'])
  })

  test('shows the last step on a phone when none is likelier, and nothing when there is none', () => {
    expect(names(splitSteps(steps, null, 'phone').shown)).toEqual(['poll.close'])
    expect(splitSteps([], null, 'phone')).toEqual({ shown: [], behind: [] })
  })

  test('keeps silent writing behind "More" until it is the likeliest next step', () => {
    const withSilence = [...steps, { step: 'silence.compose' } as const]
    for (const space of ['wide', 'half', 'phone'] as const) {
      expect(names(splitSteps(withSilence, null, space).behind)).toContain('silence.compose')
      expect(names(splitSteps(withSilence, 'silence.compose', space).shown)).toContain('silence.compose')
    }
  })

  test('keeps the session’s end behind "More" until it is the next step, and steps back always', () => {
    const withEnd = [...steps, { step: 'agenda.back' }, { step: 'session.close' }] as const
    for (const space of ['wide', 'half', 'phone'] as const) {
      expect(names(splitSteps(withEnd, null, space).behind)).toEqual(
        expect.arrayContaining(['agenda.back', 'session.close']),
      )
      expect(names(splitSteps(withEnd, 'session.close', space).shown)).toContain('session.close')
    }
  })

  test('loses no step and shows none twice, whatever there is', () => {
    fc.assert(
      fc.property(
        fc.subarray(steps),
        fc.constantFrom(null, 'hand.call' as const, 'poll.close' as const),
        fc.constantFrom('wide' as const, 'half' as const, 'phone' as const),
        (some, next, space) => {
          const { shown, behind } = splitSteps(some, next, space)
          expect(names([...shown, ...behind]).sort()).toEqual(names(some).sort())
        },
      ),
    )
  })
})
