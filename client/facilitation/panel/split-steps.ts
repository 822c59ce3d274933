// Keeps the facilitator's strip in one row: which steps stand there and which go behind "More", by how much space there is.
import type { NextStep } from '#client/facilitation/selectors.ts'
import type { StripStep } from './strip-steps.tsx'

/**
 * What is done on occasion stands behind, until its moment has come. On half a screen the clock's corrections and leading step back; a phone
 * has room for the likeliest next step alone.
 */
export function splitSteps<Step extends Pick<StripStep, 'step'>>(
  steps: readonly Step[],
  next: NextStep | null,
  space: 'wide' | 'half' | 'phone',
): { shown: Step[]; behind: Step[] } {
  const onPhone = steps.find(({ step }) => step === next) ?? steps.findLast(({ step }) => !isSeldom(step))
  const isShown = (one: Step) => {
    if (space === 'phone') return one === onPhone
    // Started when the agenda comes to it, and seldom at any other time.
    if (isOnOccasion(one.step)) return one.step === next
    if (space === 'wide') return true
    return one.step !== 'agenda.extend' && one.step !== 'agenda.pause' && one.step !== 'lead'
  }
  return { shown: steps.filter(isShown), behind: steps.filter((step) => !isShown(step)) }
}

const onOccasion: ReadonlySet<StripStep['step']> = new Set([
  'silence.compose',
  'feedback.compose',
  'dots.start',
  'poll.mood',
  'ready.ask-done',
  'ready.ask-ready',
  'choice.compose',
  'rules.edit',
  'check-out.open',
  'floor.give',
  'session.close',
  'session.due',
  'session.end',
  'agenda.back',
  'agenda.shorten',
  'breakout.compose',
])
const isOnOccasion = (step: StripStep['step']) => onOccasion.has(step)
const isSeldom = (step: StripStep['step']) => step === 'lead' || isOnOccasion(step)
