// What a facilitator can do next, in time order, as the strip shows it: its words, its icon, and what a click does.
import { IconEye, IconEyeOff, IconMicrophone } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useAgendaSteps } from '#client/facilitation/agenda/agenda-steps.tsx'
import { useBreakoutSteps } from '#client/facilitation/breakouts/use-breakout-steps.tsx'
import { useCommitmentSteps } from '#client/facilitation/commitments/commitment-steps.tsx'
import { usePollSteps } from '#client/facilitation/polls/compose/use-poll-steps.tsx'
import { useRoundSteps } from '#client/facilitation/round/use-round-steps.tsx'
import type { NextStep } from '#client/facilitation/selectors.ts'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { silenceTexts } from '#client/facilitation/texts-silence.ts'
import { useFacilitation, usePersonName, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useSilence } from '#client/facilitation/use-silence.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { isUnderWay } from '#shared/facilitation/feedback-round.ts'
import { speakingOrder } from '#shared/facilitation/speaking-order.ts'
import { useBoardSteps } from './board-steps.tsx'
import type { OpenComposer } from './composers.ts'
import { iconProps } from './icons.ts'

/** In the order in which they stand in the strip, in its menu and in the list of commands. */
export const stepGroups = ['agenda', 'floor', 'poll', 'board'] as const
type StepGroup = (typeof stepGroups)[number]

/**
 * The seam between a feature and everything from which a facilitator starts it. A feature has one hook that returns the
 * steps possible now, joined in `useStripSteps` below; from there they go to the strip, the menu "More" and the list of
 * commands, which gives them their keys (commands/shortcuts.ts). A step says nothing of how it is shown but `iconPlace`.
 */
export type StripStep = {
  step:
    | NextStep
    | 'session.prepare'
    | 'session.due'
    | 'session.end'
    | 'agenda.extend'
    | 'agenda.shorten'
    | 'agenda.back'
    | 'agenda.pause'
    | 'lead'
    | 'dots.start'
    | 'poll.mood'
    | 'ready.ask-done'
    | 'ready.ask-ready'
    | 'choice.compose'
    | 'rules.edit'
    | 'check-out.open'
    | 'floor.give'
    | 'breakout.compose'
  /** Steps of one group stand together. */
  group: StepGroup
  label: string
  /** For the ear, and under the pointer, where the label alone says too little. */
  aloud?: string
  icon: ReactNode
  /** How the icon stands to the label: before it, after it, in its place, or only in the menu. */
  iconPlace: 'before' | 'after' | 'alone' | 'menu'
  act: () => void
}

export function useStripSteps(open: OpenComposer): StripStep[] {
  return [
    ...useAgendaSteps(open),
    ...useFloorSteps(),
    ...useRoundSteps(open),
    ...usePollSteps(() => open('poll')),
    ...useSilenceSteps(() => open('silence')),
    ...useBoardSteps(() => open('dots')),
    ...useBreakoutSteps(() => open('breakout')),
    ...useCommitmentSteps(() => open('rules')),
  ]
}

function useFloorSteps(): StripStep[] {
  const t = useTexts(agendaTexts)
  const order = useOrder()
  const hands = useFacilitation((state) => state.view.hands)
  const people = useFacilitation((state) => state.view.people)
  const isRound = useFacilitation((state) => isUnderWay(state.view.feedback))
  const [first] = speakingOrder(hands, people)
  const personName = usePersonName()
  if (!first || isRound) return []
  return [
    {
      step: 'hand.call',
      group: 'floor',
      label: t('call', { name: personName(first.personId) }),
      icon: <IconMicrophone {...iconProps} />,
      iconPlace: 'before',
      act: order({ type: 'hand.call', personId: first.personId }),
    },
  ]
}

function useSilenceSteps(onCompose: () => void): StripStep[] {
  const t = useTexts(silenceTexts)
  const order = useOrder()
  const silence = useSilence()
  if (!silence)
    return [
      {
        step: 'silence.compose',
        group: 'poll',
        label: t('openStep'),
        aloud: t('openStepAloud'),
        icon: <IconEyeOff {...iconProps} />,
        iconPlace: 'before',
        act: onCompose,
      },
    ]
  const { round, faceDown } = silence
  return [
    {
      step: 'silence.reveal',
      group: 'poll',
      label: faceDown === 0 ? t('reveal') : t('reveal', { count: faceDown }),
      icon: <IconEye {...iconProps} />,
      iconPlace: 'before',
      act: order({ type: 'silence.reveal', roundId: round.roundId }),
    },
  ]
}

/** A refusal is told by the store's notice. */
function useOrder(): (command: Command) => () => void {
  const { send } = useRoom()
  return (command) => () => void send(command)
}
