// Putting options into an order: by dragging the grip, by the arrows beside it, or with arrow keys; each move is said aloud.
import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconGripVertical } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react'
import { answerTexts } from '#client/facilitation/answer/texts-answer.ts'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import classes from './answer.module.css'
import { moved, placeUnder } from './ranking-moves.ts'

type Props = {
  options: readonly string[]
  /** Places in `options`, the first first; null for as long as nobody has said that an order is meant. */
  value: readonly number[] | null
  onChange: (value: number[]) => void
}

export function RankingInput({ options, value, onChange }: Props) {
  const t = useTexts(answerTexts)
  const list = useRef<HTMLOListElement>(null)
  const [held, setHeld] = useState<number | null>(null)
  /** The control to have the focus again once the rows have changed places. */
  const focused = useRef<Element | null>(null)
  const order = value ?? options.map((_, place) => place)
  useLayoutEffect(() => {
    if (focused.current instanceof HTMLElement && document.activeElement !== focused.current)
      focused.current.focus()
    focused.current = null
  })

  const move = (option: number, to: number) => {
    const from = order.indexOf(option)
    if (to === from || to < 0 || to >= order.length) return
    focused.current = document.activeElement
    onChange(moved(order, from, to))
    announce(t('movedTo', { option: options[option] ?? '', place: to + 1, count: order.length }))
  }
  const keyDown = (option: number) => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    move(option, order.indexOf(option) + by)
  }
  const grip = (option: number) => ({
    onPointerDown(event: PointerEvent) {
      event.currentTarget.setPointerCapture(event.pointerId)
      setHeld(option)
    },
    onPointerMove(event: PointerEvent) {
      if (held !== option || !list.current) return
      move(option, placeUnder([...list.current.children], event.clientY))
    },
    onPointerUp: () => setHeld(null),
    onPointerCancel: () => setHeld(null),
    onKeyDown: keyDown(option),
  })

  return (
    <>
      <p className={classes.hint}>{t('rankHint')}</p>
      <ol ref={list} className={classes.rows} aria-label={t('answers')}>
        {order.map((option, index) => {
          const words = options[option] ?? ''
          return (
            <li key={option} className={classes.rank} data-held={held === option || undefined}>
              <button
                type="button"
                className={classes.grip}
                aria-label={t('grip', { option: words, place: index + 1 })}
                {...grip(option)}
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
                  onClick={() => move(option, index - 1)}
                >
                  <IconChevronUp {...iconProps} />
                </ActionIcon>
                <ActionIcon
                  className={classes.move}
                  aria-label={t('moveDown', { option: words })}
                  aria-disabled={index === order.length - 1}
                  onClick={() => move(option, index + 1)}
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
