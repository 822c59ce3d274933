// What a facilitator does about turns and questions to all, as steps of the strip: rounds, ready checks, lots.
import { IconArrowsRight, IconChecks, IconDice5, IconMicrophone, IconUsers } from '@tabler/icons-react'
import { choiceTexts } from '#client/facilitation/choice/texts-choice.ts'
import type { OpenComposer } from '#client/facilitation/panel/composers.ts'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import type { StripStep } from '#client/facilitation/panel/strip-steps.tsx'
import { queueTexts } from '#client/facilitation/queue/texts-queue.ts'
import { readyTexts } from '#client/facilitation/ready/texts-ready.ts'
import { useFacilitation, usePersonName, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { isUnderWay } from '#shared/facilitation/feedback-round.ts'
import { isAsking } from '#shared/facilitation/ready.ts'
import { roundTexts } from './texts-round.ts'

/** A refusal of any of these is told by the store's notice. */
export function useRoundSteps(open: OpenComposer): StripStep[] {
  const t = useTexts(roundTexts)
  const ready = useTexts(readyTexts)
  const choice = useTexts(choiceTexts)
  const queue = useTexts(queueTexts)
  const { send } = useRoom()
  const personName = usePersonName()
  const round = useFacilitation((state) => state.view.feedback)
  const asking = useFacilitation((state) => isAsking(state.view.ready))
  const group = 'floor'
  const steps: StripStep[] = []
  if (isUnderWay(round)) {
    const [turn, next] = round.waiting
    if (turn)
      steps.push({
        step: 'feedback.next',
        group,
        label: next ? t('next', { name: personName(next) }) : t('nextEnd'),
        icon: <IconArrowsRight {...iconProps} />,
        iconPlace: 'before',
        act: () => void send({ type: 'feedback.next', personId: turn }),
      })
  } else
    steps.push({
      step: 'feedback.compose',
      group,
      label: t('step'),
      icon: <IconUsers {...iconProps} />,
      iconPlace: 'before',
      act: () => open('round'),
    })
  if (!asking)
    for (const question of ['done', 'ready'] as const)
      steps.push({
        step: question === 'done' ? 'ready.ask-done' : 'ready.ask-ready',
        group,
        label: ready(question === 'done' ? 'askDone' : 'askReady'),
        icon: <IconChecks {...iconProps} />,
        iconPlace: 'menu',
        act: () => void send({ type: 'ready.ask', question }),
      })
  if (!isUnderWay(round))
    steps.push({
      step: 'floor.give',
      group,
      label: queue('callAnybody'),
      icon: <IconMicrophone {...iconProps} />,
      iconPlace: 'menu',
      act: () => open('call'),
    })
  steps.push({
    step: 'choice.compose',
    group,
    label: choice('step'),
    icon: <IconDice5 {...iconProps} />,
    iconPlace: 'menu',
    act: () => open('lot'),
  })
  return steps
}
