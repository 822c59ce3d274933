// Along the bottom for facilitators: what happens next, in time order. One blue button: the likeliest next step.
import { Button, type ButtonProps, Loader } from '@mantine/core'
import {
  IconArrowRight,
  IconLock,
  IconMicrophone,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { likelyNextStep, type NextStep, nextItem } from '#client/facilitation/selectors.ts'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import {
  useFacilitation,
  useMe,
  usePersonName,
  useRoom,
  useServerNow,
} from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { runningPoll } from '#shared/facilitation/polls.ts'
import type { Command } from '#shared/facilitation/workshop.ts'
import classes from './FacilitatorStrip.module.css'
import { iconProps } from './icons.ts'
import { PollComposer } from './PollComposer.tsx'

export function FacilitatorStrip() {
  const isFacilitator = useMe()?.role === 'facilitator'
  return isFacilitator ? <Strip /> : null
}

function Strip() {
  const t = useTexts(agendaTexts)
  const view = useFacilitation((state) => state.view)
  // The blue button must not wander while one aims at it: time alone moves it only when an item's time is up.
  const next = likelyNextStep(view, useServerNow(1_000))
  return (
    <section className={classes.strip} aria-label={t('strip')}>
      <AgendaSteps next={next} />
      <FloorStep next={next} />
      <PollStep next={next} />
    </section>
  )
}

type StepProps = { next: NextStep | null }

function AgendaSteps({ next }: StepProps) {
  const t = useTexts(agendaTexts)
  const agenda = useFacilitation((state) => state.view.agenda)
  const { current } = agenda
  if (agenda.items.length === 0 || agenda.endedAt !== null) return null
  if (!current)
    return (
      <Step
        isNext={next === 'agenda.start'}
        command={{ type: 'agenda.start' }}
        icon={<IconPlayerPlay {...iconProps} />}
      >
        {t('start')}
      </Step>
    )
  const after = nextItem(agenda)
  const isPaused = current.pausedAt !== null
  return (
    <div className={classes.group}>
      <Step
        isNext={false}
        command={{ type: 'agenda.extend', itemId: current.itemId, addMs: 60_000 }}
        aria-label={t('addMinuteAloud')}
      >
        {t('addMinute')}
      </Step>
      <Step
        isNext={false}
        command={{ type: isPaused ? 'agenda.resume' : 'agenda.pause' }}
        aria-label={isPaused ? t('resume') : t('pause')}
        title={isPaused ? t('resume') : t('pause')}
      >
        {isPaused ? <IconPlayerPlay {...iconProps} /> : <IconPlayerPause {...iconProps} />}
      </Step>
      <Step
        isNext={next === 'agenda.advance'}
        command={{ type: 'agenda.advance', fromItemId: current.itemId }}
        rightSection={<IconArrowRight {...iconProps} />}
      >
        {after ? t('next', { title: after.title }) : t('finish')}
      </Step>
    </div>
  )
}

function FloorStep({ next }: StepProps) {
  const t = useTexts(agendaTexts)
  const first = useFacilitation((state) => state.view.hands.queue[0])
  const personName = usePersonName()
  if (!first) return null
  return (
    <div className={classes.group}>
      <Step
        isNext={next === 'hand.call'}
        command={{ type: 'hand.call', personId: first.personId }}
        icon={<IconMicrophone {...iconProps} />}
      >
        {t('call', { name: personName(first.personId) })}
      </Step>
    </div>
  )
}

function PollStep({ next }: StepProps) {
  const t = useTexts(agendaTexts)
  const [isComposing, setComposing] = useState(false)
  const running = useFacilitation((state) => runningPoll(state.view.polls))
  return (
    <div className={`${classes.group} ${classes.last}`}>
      {running?.state === 'closing' && (
        <span className={classes.counting}>
          <Loader size="xs" /> {t('counting')}
        </span>
      )}
      {running?.state === 'open' && (
        <Step isNext={next === 'poll.close'} command={{ type: 'poll.close', pollId: running.pollId }}>
          {t('closePoll')}
        </Step>
      )}
      {!running && (
        <Button
          variant={next === 'poll.compose' ? 'filled' : 'subtle'}
          {...(next !== 'poll.compose' && { color: 'gray' })}
          leftSection={<IconLock {...iconProps} />}
          onClick={() => setComposing(true)}
        >
          {t('openPoll')}
        </Button>
      )}
      <PollComposer isOpened={isComposing} onClose={() => setComposing(false)} />
    </div>
  )
}

type StepButton = Pick<ButtonProps, 'rightSection'> & {
  isNext: boolean
  command: Command
  icon?: ReactNode
  children: ReactNode
  'aria-label'?: string
  title?: string
}

function Step({ isNext, command, icon, children, ...rest }: StepButton) {
  const { send } = useRoom()
  return (
    <Button
      variant={isNext ? 'filled' : 'default'}
      leftSection={icon}
      className={classes.step}
      data-long={typeof children === 'string' && children.length > 12 ? true : undefined}
      // A refusal is told by the store's notice.
      onClick={() => void send(command)}
      {...rest}
    >
      {children}
    </Button>
  )
}
