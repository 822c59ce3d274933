// What a facilitator does with rules and promises, as steps of the strip.
import { IconChecklist, IconFlagCheck } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import type { StripStep } from '#client/facilitation/panel/strip-steps.tsx'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { promisesOf, roundAbout } from '#shared/facilitation/check-out.ts'
import { commitmentTexts } from './texts-commitments.ts'

export function useCommitmentSteps(onRules: () => void): StripStep[] {
  const t = useTexts(commitmentTexts)
  const { send } = useRoom()
  const hasPromises = useFacilitation(
    ({ view }) => Object.keys(promisesOf(view.checkIn, 'session')).length > 0,
  )
  const hasHadIt = useFacilitation(({ view }) => roundAbout(view.checkOut, 'session') !== undefined)
  const steps: StripStep[] = [
    {
      step: 'rules.edit',
      group: 'agenda',
      label: t('edit'),
      icon: <IconChecklist {...iconProps} />,
      iconPlace: 'menu',
      act: onRules,
    },
  ]
  if (hasPromises && !hasHadIt)
    steps.push({
      step: 'check-out.open',
      group: 'agenda',
      label: t('checkOutStep'),
      icon: <IconFlagCheck {...iconProps} />,
      iconPlace: 'menu',
      act: () => void send({ type: 'check-out.open', about: 'session' }),
    })
  return steps
}
