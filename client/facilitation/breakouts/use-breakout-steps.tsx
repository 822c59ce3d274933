// Making groups as a step of the strip; once they are there, the panel has what comes next.
import { IconUsersGroup } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import type { StripStep } from '#client/facilitation/panel/strip-steps.tsx'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { areAtWork } from '#shared/facilitation/breakouts.ts'
import { breakoutTexts } from './texts-breakouts.ts'

export function useBreakoutSteps(onCompose: () => void): StripStep[] {
  const t = useTexts(breakoutTexts)
  const areBusy = useFacilitation(({ view }) => areAtWork(view.breakouts))
  if (areBusy) return []
  return [
    {
      step: 'breakout.compose',
      group: 'board',
      label: t('step'),
      icon: <IconUsersGroup {...iconProps} />,
      iconPlace: 'menu',
      act: onCompose,
    },
  ]
}
