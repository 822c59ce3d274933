// Along the bottom for facilitators: what happens next, in time order. One blue button: the likeliest next step.
import { ActionIcon, Button, Loader, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCommand, IconDotsVertical } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import { CommandList } from '#client/facilitation/commands/CommandList.tsx'
import { commandTexts } from '#client/facilitation/commands/command-texts.ts'
import { likelyNextStep, type NextStep } from '#client/facilitation/selectors.ts'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { useFacilitation, useMe, useServerNow } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { runningPolls } from '#shared/facilitation/polls.ts'
import { type ComposerName, composers } from './composers.ts'
import classes from './FacilitatorStrip.module.css'
import { iconProps } from './icons.ts'
import { splitSteps } from './split-steps.ts'
import { type StripStep, stepGroups, useStripSteps } from './strip-steps.tsx'

export function FacilitatorStrip() {
  const isFacilitator = useMe()?.role === 'facilitator'
  return isFacilitator ? <Strip /> : null
}

function Strip() {
  const t = useTexts(agendaTexts)
  const [composing, setComposing] = useState<ComposerName | null>(null)
  const view = useFacilitation((state) => state.view)
  // The blue button must not wander while one aims at it: time alone moves it only when an item's time is up.
  const next = likelyNextStep(view, useServerNow(1_000))
  const steps = useStripSteps(setComposing)
  const { shown, behind } = splitSteps(steps, next, useSpace())
  const [isListOpen, setListOpen] = useState(false)
  const isCounting = runningPolls(view.polls)[0]?.state === 'closing'
  return (
    <section className={classes.strip} aria-label={t('strip')}>
      {stepGroups.map((group) => {
        const steps = shown.filter((step) => step.group === group)
        const hasMore = group === 'board'
        if (steps.length === 0 && !hasMore && !(group === 'poll' && isCounting)) return null
        return (
          <div key={group} className={classes.group} data-group={group}>
            {group === 'poll' && isCounting && (
              <span className={classes.counting}>
                <Loader size="xs" /> {t('counting')}
              </span>
            )}
            {steps.map((step) => (
              <StepButton key={step.step} step={step} next={next} />
            ))}
            {hasMore && <MoreSteps steps={behind} onList={() => setListOpen(true)} />}
          </div>
        )
      })}
      <CommandList
        steps={steps}
        isOpen={isListOpen}
        onOpen={() => setListOpen(true)}
        onClose={() => setListOpen(false)}
      />
      {composers.map(([name, Composer]) => (
        <Composer key={name} isOpened={composing === name} onClose={() => setComposing(null)} />
      ))}
    </section>
  )
}

function useSpace(): 'wide' | 'half' | 'phone' {
  const isHalf = useMediaQuery('(max-width: 63.99em)', false, { getInitialValueInEffect: false })
  const isPhone = useMediaQuery('(max-width: 37.49em)', false, { getInitialValueInEffect: false })
  return isPhone ? 'phone' : isHalf ? 'half' : 'wide'
}

/** Always possible and seldom the next thing: without a frame until they are. */
const quietSteps: ReadonlySet<StripStep['step']> = new Set([
  'poll.compose',
  'silence.compose',
  'silence.reveal',
])

function StepButton({ step, next }: { step: StripStep; next: NextStep | null }) {
  const { label, aloud, icon, iconPlace, act } = step
  const isNext = step.step === next
  const isQuiet = (quietSteps.has(step.step) || step.group === 'board') && !isNext
  const spoken = aloud ?? (iconPlace === 'alone' ? label : undefined)
  return (
    <Button
      variant={isNext ? 'filled' : isQuiet ? 'subtle' : 'default'}
      {...(isQuiet && { color: 'gray' })}
      className={classes.step}
      data-long={(iconPlace !== 'alone' && label.length > 12) || undefined}
      aria-label={spoken}
      title={spoken ?? label}
      leftSection={iconPlace === 'before' ? icon : undefined}
      rightSection={iconPlace === 'after' ? icon : undefined}
      onClick={act}
    >
      {iconPlace === 'alone' ? icon : label}
    </Button>
  )
}

function MoreSteps({ steps, onList }: { steps: readonly StripStep[]; onList: () => void }) {
  const t = useTexts(agendaTexts)
  const list = useTexts(commandTexts)
  return (
    <Menu position="top-end" shadow="lg" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon aria-label={t('more')} title={t('more')}>
          <IconDotsVertical {...iconProps} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.more}>
        {stepGroups.map((group) => {
          const inGroup = steps.filter((step) => step.group === group)
          return (
            inGroup.length > 0 && (
              <Fragment key={group}>
                <Menu.Label>{list(group)}</Menu.Label>
                {inGroup.map(({ step, label, aloud, icon, act }) => (
                  <Menu.Item key={step} leftSection={icon} onClick={act}>
                    {aloud ?? label}
                  </Menu.Item>
                ))}
              </Fragment>
            )
          )
        })}
        <Menu.Divider />
        <Menu.Item leftSection={<IconCommand {...iconProps} />} onClick={onList}>
          {list('open')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
