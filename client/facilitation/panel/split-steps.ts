// Keeps the facilitator's strip in one row: which steps stand there and which go behind "More", by how much space there is.
import type { NextStep } from '#client/facilitation/selectors.ts'
import type { StripStep } from './strip-steps.tsx'

/** On half a screen the clock's corrections step back; a phone has room for the likeliest next step alone. */
export function splitSteps<Step extends Pick<StripStep, 'step'>>(
  steps: readonly Step[],
  next: NextStep | null,
  space: 'wide' | 'half' | 'phone',
): { shown: Step[]; behind: Step[] } {
  const onPhone = steps.find(({ step }) => step === next) ?? steps.at(-1)
  const isShown = (one: Step) => {
    if (space === 'phone') return one === onPhone
    return space === 'wide' || (one.step !== 'agenda.extend' && one.step !== 'agenda.pause')
  }
  return { shown: steps.filter(isShown), behind: steps.filter((step) => !isShown(step)) }
}
