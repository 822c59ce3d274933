// The dots on one card, countable and as a number, with who placed them; while a round is on, the way to place one's own.
import { IconMinus, IconPlus, type TablerIcon } from '@tabler/icons-react'
import classes from '#client/board/together/dot-button.module.css'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { useTexts } from '#client/ui/texts.ts'

export type DotButtonProps = {
  /** What the card says. */
  title: string
  total: number
  mine: number
  canPlace: boolean
  canTakeBack: boolean
  /** Who placed how many; `place` is their department's in the workshop's list, -1 without one. */
  by: readonly { name: string; place: number; count: number }[]
  /** Names beside the dots instead of only under pointer and focus: in a list there is room for them. */
  hasNames?: boolean
  /** No stop for the keyboard. */
  isMark?: boolean
  onPlace: () => void
  onTakeBack: () => void
}

/** More marks than this are not counted by eye any more: the number says it. */
const mostMarks = 10

export function DotButton(props: DotButtonProps) {
  const {
    title,
    total,
    mine,
    canPlace,
    canTakeBack,
    by,
    hasNames = false,
    isMark = false,
    onPlace,
    onTakeBack,
  } = props
  const say = useTexts(togetherTexts)
  const isShown = total > 0 || canPlace
  if (!isShown) return null
  const marks = by.flatMap(({ name, place, count }) =>
    Array.from({ length: count }, (_, at) => ({ key: `${name} ${at}`, place })),
  )
  const names = by.map(({ name, count }) => say('dotsBy', { name, count })).join(' · ')
  const count = say('dotCount', { count: total })
  const spoken = mine > 0 ? `${count}, ${say('dotsMine', { mine })}` : count
  return (
    <div className={classes.dots} data-list={hasNames || undefined}>
      {canTakeBack && <Step label={say('takeDotBack', { title })} Icon={IconMinus} onUse={onTakeBack} />}
      {total > 0 && (
        <span
          className={classes.count}
          tabIndex={hasNames || isMark ? undefined : 0}
          role="img"
          aria-label={`${spoken}: ${names}`}
        >
          {marks.length <= mostMarks &&
            marks.map(({ key, place }) => <DepartmentShape key={key} place={place} size={10} />)}
          <b>{total}</b>
          {!hasNames && <span className={classes.names}>{names}</span>}
        </span>
      )}
      {canPlace && <Step label={say('placeDot', { title })} Icon={IconPlus} onUse={onPlace} />}
      {hasNames && total > 0 && <span className={classes.list}>{names}</span>}
    </div>
  )
}

function Step({ label, Icon, onUse }: { label: string; Icon: TablerIcon; onUse: () => void }) {
  return (
    <button type="button" className={classes.step} aria-label={label} onClick={onUse}>
      <Icon size={16} stroke={2} aria-hidden />
    </button>
  )
}
