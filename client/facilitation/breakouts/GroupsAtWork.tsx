// Groups at work, as facilitators see them: the clock, more time, calling everyone back, and who is where.
import { Button } from '@mantine/core'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Groups } from '#shared/facilitation/breakouts.ts'
import classes from './breakouts.module.css'
import { GroupClock } from './GroupClock.tsx'
import { GroupList } from './GroupList.tsx'
import { breakoutTexts } from './texts-breakouts.ts'

export function GroupsAtWork({ breakouts }: { breakouts: Groups }) {
  const t = useTexts(breakoutTexts)
  const { send } = useRoom()
  const isCalled = breakouts.backAt !== null
  return (
    <section className={panel.section} aria-labelledby="breakout-heading" data-breakout>
      <div className={panel.heading}>
        <h2 id="breakout-heading">{t('heading')}</h2>
      </div>
      <GroupClock breakouts={breakouts} />
      <div className={classes.ways}>
        {!isCalled && (
          <>
            <Button onClick={() => void send({ type: 'breakout.call-back', seconds: 60 })}>
              {t('callBack')}
            </Button>
            <Button
              variant="default"
              aria-label={t('extendAloud')}
              onClick={() => void send({ type: 'breakout.extend', addMs: 120_000 })}
            >
              {t('extend')}
            </Button>
          </>
        )}
        {isCalled && <Button onClick={() => void send({ type: 'breakout.end' })}>{t('end')}</Button>}
      </div>
      {!isCalled && <TextButton onClick={() => void send({ type: 'breakout.end' })}>{t('end')}</TextButton>}
      <GroupList breakouts={breakouts} />
    </section>
  )
}
