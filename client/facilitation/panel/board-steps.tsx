// What a facilitator does with everybody on the board, as steps of the strip.
import { IconFocusCentered, IconPoint } from '@tabler/icons-react'
import { boardStepTexts } from '#client/facilitation/texts-board.ts'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { iconProps } from './icons.ts'
import type { StripStep } from './strip-steps.tsx'

/** While dots are being placed, the board itself says so and has the way to end it. */
export function useBoardSteps(onDots: () => void): StripStep[] {
  const t = useTexts(boardStepTexts)
  const { send } = useRoom()
  const me = useMe()
  const lead = useFacilitation((state) => state.view.lead)
  const isPlacing = useFacilitation((state) => state.view.dots?.endedAt === null)
  const isLeading = lead !== null && lead.personId === me?.personId
  const steps: StripStep[] = [
    {
      step: 'lead',
      group: 'board',
      label: isLeading ? t('endLead') : t('lead'),
      icon: <IconFocusCentered {...iconProps} />,
      iconPlace: 'before',
      act: () => void send({ type: isLeading ? 'lead.end' : 'lead.start' }),
    },
  ]
  if (!isPlacing)
    steps.push({
      step: 'dots.start',
      group: 'board',
      label: t('dotsStart'),
      icon: <IconPoint {...iconProps} />,
      iconPlace: 'menu',
      act: onDots,
    })
  return steps
}
