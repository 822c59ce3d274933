// Groups that only facilitators see yet: move people, then send everyone off.
import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Groups } from '#shared/facilitation/breakouts.ts'
import classes from './breakouts.module.css'
import { GroupList } from './GroupList.tsx'
import { breakoutTexts } from './texts-breakouts.ts'

export function PreparedGroups({ breakouts }: { breakouts: Groups }) {
  const t = useTexts(breakoutTexts)
  const { send } = useRoom()
  const [minutes, setMinutes] = useState(10)
  return (
    <section className={panel.section} aria-labelledby="breakout-heading" data-breakout>
      <div className={panel.heading}>
        <h2 id="breakout-heading">{t('prepared')}</h2>
      </div>
      <p className={`${panel.small} ${panel.dimmed}`}>{t('preparedWhat')}</p>
      <div className={classes.ways}>
        <NumberInput
          label={t('minutes')}
          w="6rem"
          min={1}
          max={120}
          clampBehavior="strict"
          allowDecimal={false}
          value={minutes}
          onChange={(value) => typeof value === 'number' && setMinutes(Math.max(1, Math.round(value)))}
        />
        <Button onClick={() => void send({ type: 'breakout.start', minutes })}>{t('start')}</Button>
      </div>
      <GroupList breakouts={breakouts} />
      <TextButton onClick={() => void send({ type: 'breakout.end' })}>{t('discard')}</TextButton>
    </section>
  )
}
