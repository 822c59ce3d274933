// What a facilitator can do next about the session and its agenda, for the strip along the bottom.
import {
  IconArrowBackUp,
  IconArrowRight,
  IconCalendarPlus,
  IconClockMinus,
  IconClockPlus,
  IconFlag,
  IconHistory,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react'
import type { OpenComposer } from '#client/facilitation/panel/composers.ts'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import type { StripStep } from '#client/facilitation/panel/strip-steps.tsx'
import { nextItem, previousItem } from '#client/facilitation/selectors.ts'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { type TranslateOf, useTexts } from '#client/ui/texts.ts'
import type { Agenda } from '#shared/facilitation/agenda.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { runningSession } from '#shared/facilitation/sessions.ts'
import { sessionTexts } from './texts-session.ts'

const group = 'agenda'

export function useAgendaSteps(open: OpenComposer): StripStep[] {
  const t = useTexts(agendaTexts)
  const session = useTexts(sessionTexts)
  const { send } = useRoom()
  const agenda = useFacilitation((state) => state.view.agenda)
  const sessions = useFacilitation((state) => state.view.sessions)
  const order = (command: Command) => () => void send(command) // a refusal is told by the room's notice
  const running = runningSession(sessions)
  const close: StripStep = {
    step: 'session.close',
    group,
    label: session('close'),
    icon: <IconFlag {...iconProps} />,
    iconPlace: 'after',
    act: () => open('closing'),
  }
  if (!running && agenda.startedAt === null)
    return [
      {
        step: 'session.start',
        group,
        label: session('start'),
        icon: <IconPlayerPlay {...iconProps} />,
        iconPlace: 'before',
        act: order({ type: 'session.start' }),
      },
    ]
  if (!running)
    return [
      {
        step: 'session.prepare',
        group,
        label: session('prepare'),
        icon: <IconCalendarPlus {...iconProps} />,
        iconPlace: 'before',
        act: () => open('session'),
      },
      close,
    ]
  const due: StripStep = {
    step: 'session.due',
    group,
    label: session('due'),
    icon: <IconHistory {...iconProps} />,
    iconPlace: 'menu',
    act: () => open('due'),
  }
  const end: StripStep[] = [
    ...(running.number > 1 ? [due] : []),
    close,
    {
      step: 'session.end',
      group,
      label: session('end'),
      icon: <IconFlag {...iconProps} />,
      iconPlace: 'menu',
      act: order({ type: 'session.end', number: running.number }),
    },
  ]
  if (agenda.current)
    return [...clockSteps(t, agenda, order), ...itemSteps(t, session, agenda, order), ...end]
  if (agenda.startedAt !== null || agenda.items.length === 0) return end
  return [
    {
      step: 'agenda.start',
      group,
      label: session('begin'),
      icon: <IconPlayerPlay {...iconProps} />,
      iconPlace: 'before',
      act: order({ type: 'agenda.start' }),
    },
    ...end,
  ]
}

type Order = (command: Command) => () => void

function clockSteps(t: TranslateOf<typeof agendaTexts>, { current }: Agenda, order: Order): StripStep[] {
  if (!current) return []
  const { itemId, pausedAt } = current
  const isPaused = pausedAt !== null
  return [
    {
      step: 'agenda.shorten',
      group,
      label: t('takeMinute'),
      aloud: t('takeMinuteAloud'),
      icon: <IconClockMinus {...iconProps} />,
      iconPlace: 'menu',
      act: order({ type: 'agenda.shorten', itemId, takeMs: 60_000 }),
    },
    {
      step: 'agenda.extend',
      group,
      label: t('addMinute'),
      aloud: t('addMinuteAloud'),
      icon: <IconClockPlus {...iconProps} />,
      iconPlace: 'menu',
      act: order({ type: 'agenda.extend', itemId, addMs: 60_000 }),
    },
    {
      step: 'agenda.pause',
      group,
      label: isPaused ? t('resume') : t('pause'),
      icon: isPaused ? <IconPlayerPlay {...iconProps} /> : <IconPlayerPause {...iconProps} />,
      iconPlace: 'alone',
      act: order({ type: isPaused ? 'agenda.resume' : 'agenda.pause' }),
    },
  ]
}

/** Behind the last item comes the end of the session. */
function itemSteps(
  t: TranslateOf<typeof agendaTexts>,
  session: TranslateOf<typeof sessionTexts>,
  agenda: Agenda,
  order: Order,
): StripStep[] {
  const fromItemId = agenda.current?.itemId
  if (!fromItemId) return []
  const [before, after] = [previousItem(agenda), nextItem(agenda)]
  const steps: StripStep[] = []
  if (before)
    steps.push({
      step: 'agenda.back',
      group,
      label: session('back', { title: before.title }),
      icon: <IconArrowBackUp {...iconProps} />,
      iconPlace: 'menu',
      act: order({ type: 'agenda.begin', itemId: before.itemId, fromItemId }),
    })
  if (after)
    steps.push({
      step: 'agenda.advance',
      group,
      label: t('next', { title: after.title }),
      icon: <IconArrowRight {...iconProps} />,
      iconPlace: 'after',
      act: order({ type: 'agenda.advance', fromItemId }),
    })
  return steps
}
