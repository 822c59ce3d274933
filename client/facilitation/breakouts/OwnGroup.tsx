// What somebody in a group sees: its name, who is in it, the clock, and the way to its frame.
import { Button } from '@mantine/core'
import { IconFocusCentered } from '@tabler/icons-react'
import { useGoToShape } from '#client/facilitation/board-place.ts'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { usePersonName } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type Groups, groupOf } from '#shared/facilitation/breakouts.ts'
import type { PersonId } from '#shared/ids.ts'
import classes from './breakouts.module.css'
import { GroupClock } from './GroupClock.tsx'
import { breakoutTexts } from './texts-breakouts.ts'

export function OwnGroup({ breakouts, me }: { breakouts: Groups; me: { personId: PersonId } }) {
  const t = useTexts(breakoutTexts)
  const name = usePersonName()
  const goTo = useGoToShape()
  const group = groupOf(breakouts, me.personId)
  return (
    <section className={panel.section} aria-labelledby="breakout-heading" data-breakout>
      <div className={panel.heading}>
        <h2 id="breakout-heading">{group ? t('yours', { title: group.title }) : t('heading')}</h2>
      </div>
      <GroupClock breakouts={breakouts} />
      {group ? (
        <>
          <p className={panel.small}>{group.members.map(name).join(', ')}</p>
          {goTo ? (
            <div className={classes.ways}>
              <Button
                variant="default"
                leftSection={<IconFocusCentered {...iconProps} />}
                onClick={() => goTo(group.frameId)}
              >
                {t('goTo')}
              </Button>
            </div>
          ) : (
            <p className={`${panel.small} ${panel.dimmed}`}>{t('frame', { title: group.title })}</p>
          )}
        </>
      ) : (
        <p className={panel.dimmed}>{t('none')}</p>
      )}
    </section>
  )
}
