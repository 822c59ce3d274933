// Sharing out points among options: less and more beside each, and how many are left.
import { ActionIcon, VisuallyHidden } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { answerTexts } from '#client/facilitation/answer/texts-answer.ts'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import classes from './answer.module.css'

type Props = {
  options: readonly string[]
  total: number
  /** One figure for each option. */
  value: readonly number[]
  onChange: (value: number[]) => void
}

export function PointsInput({ options, total, value, onChange }: Props) {
  const t = useTexts(answerTexts)
  const left = total - value.reduce((sum, points) => sum + points, 0)
  const change = (place: number, by: number) => {
    const now = value[place] ?? 0
    const next = Math.max(0, now + Math.min(by, left))
    if (next === now) return
    onChange(options.map((_, index) => (index === place ? next : (value[index] ?? 0))))
    announce(t('pointsNow', { option: options[place] ?? '', points: next, left: left + now - next }))
  }
  return (
    <fieldset className={classes.field}>
      <VisuallyHidden component="legend">{t('answers')}</VisuallyHidden>
      <p className={classes.hint}>
        <strong className={classes.left}>{t('pointsLeft', { count: left, total })}</strong>
      </p>
      <div className={classes.rows}>
        {options.map((option, place) => {
          const points = value[place] ?? 0
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
            <fieldset key={place} className={classes.points} aria-label={option}>
              <span className={classes.words} aria-hidden="true">
                {option}
              </span>
              <ActionIcon
                className={classes.move}
                variant="default"
                aria-label={t('lessFor', { option })}
                aria-disabled={points === 0}
                onClick={() => change(place, -1)}
              >
                <IconMinus {...iconProps} />
              </ActionIcon>
              <output className={classes.figure} aria-label={t('pointsOf', { count: points })}>
                {points}
              </output>
              <ActionIcon
                className={classes.move}
                variant="default"
                aria-label={t('moreFor', { option })}
                aria-disabled={left === 0}
                onClick={() => change(place, 1)}
              >
                <IconPlus {...iconProps} />
              </ActionIcon>
            </fieldset>
          )
        })}
      </div>
    </fieldset>
  )
}
