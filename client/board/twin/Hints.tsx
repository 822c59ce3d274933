// The keys of the table and the matrix, in one line at the foot.
import type { TwinView } from '#client/board/twin/Twin.tsx'
import classes from '#client/board/twin/twin.module.css'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

const keys = {
  table: ['arrows', 'enter', 'escape', 'note', 'space', 'move'],
  matrix: ['arrows', 'cards', 'back', 'note', 'move'],
  list: [],
} as const

export function Hints({ view }: { view: TwinView }) {
  const say = useTexts(twinTexts)
  return (
    <p className={classes.hints}>
      {keys[view].map((key) => (
        <span key={key}>
          <b>{say(`keys.${key}`)}</b> {say(`does.${key}`)}
        </span>
      ))}
    </p>
  )
}
