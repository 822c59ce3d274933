// Putting options into an order: by dragging the grip, by the arrows beside it, or with arrow keys; each move is said aloud.
import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconGripVertical } from '@tabler/icons-react'
import { answerTexts } from '#client/facilitation/answer/texts-answer.ts'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { announce } from '#client/ui/LiveRegion.tsx'
import { moved } from '#client/ui/sorting/places.ts'
import sortable from '#client/ui/sorting/sorting.module.css'
import { useSorting } from '#client/ui/sorting/use-sorting.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './answer.module.css'

type Props = {
  options: readonly string[]
  /** Places in `options`, the first first; null for as long as nobody has said that an order is meant. */
  value: readonly number[] | null
  onChange: (value: number[]) => void
}

export function RankingInput({ options, value, onChange }: Props) {
  const t = useTexts(answerTexts)
  const order = value ?? options.map((_, place) => place)
  const sorting = useSorting({
    order,
    onMove(option, to) {
      onChange(moved(order, order.indexOf(option), to))
      announce(t('movedTo', { option: options[option] ?? '', place: to + 1, count: order.length }))
    },
  })
  return (
    <>
      <p className={classes.hint}>{t('rankHint')}</p>
      <ol ref={sorting.list} className={classes.rows} aria-label={t('answers')}>
        {order.map((option, index) => {
          const words = options[option] ?? ''
          return (
            <li key={option} className={`${sortable.row} ${classes.rank}`} {...sorting.rowOf(option)}>
              <button
                type="button"
                className={`${sortable.grip} ${classes.grip}`}
                aria-label={t('grip', { option: words, place: index + 1 })}
                {...sorting.gripOf(option)}
              >
                <IconGripVertical {...iconProps} />
              </button>
              <span className={classes.place} aria-hidden="true">
                {index + 1}
              </span>
              <span className={classes.words}>{words}</span>
              <span className={classes.moves}>
                <ActionIcon
                  className={classes.move}
                  aria-label={t('moveUp', { option: words })}
                  aria-disabled={index === 0}
                  onClick={() => sorting.stepOf(option, -1)?.()}
                >
                  <IconChevronUp {...iconProps} />
                </ActionIcon>
                <ActionIcon
                  className={classes.move}
                  aria-label={t('moveDown', { option: words })}
                  aria-disabled={index === order.length - 1}
                  onClick={() => sorting.stepOf(option, 1)?.()}
                >
                  <IconChevronDown {...iconProps} />
                </ActionIcon>
              </span>
            </li>
          )
        })}
      </ol>
      {value === null && <TextButton onClick={() => onChange([...order])}>{t('orderFits')}</TextButton>}
    </>
  )
}
