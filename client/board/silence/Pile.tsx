// The others' notes in one cell, face down: all there is to see of them is how many.
import { IconEyeOff } from '@tabler/icons-react'
import { boardSilenceTexts } from '#client/board/silence/silence-texts.ts'
import type { Spot } from '#client/board/silence/silent-cell.ts'
import classes from '#client/board/silence/silent-notes.module.css'
import { useTexts } from '#client/ui/texts.ts'

export const pileHeight = 62

export function Pile({ count, spot: { x, y, width } }: { count: number; spot: Spot }) {
  const say = useTexts(boardSilenceTexts)
  return (
    <div
      className={classes.pile}
      data-high={count > 1 || undefined}
      style={{ left: x, top: y, width, height: pileHeight - 6 }}
    >
      <IconEyeOff size={17} stroke={1.6} aria-hidden />
      <span>{say('pile', { count })}</span>
    </div>
  )
}
