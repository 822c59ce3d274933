// Options with a bar each, longest first or in the order of a ranking: every figure stands in words beside its bar.
import classes from './BarList.module.css'

type Bar = {
  key: string
  label: string
  /** What the length stands for. */
  value: number
  /** The figure as it is read: "4 of 10, 40 %". */
  text: string
  /** The same question asked earlier: a second, outlined bar. */
  before?: { value: number; text: string } | undefined
}
type Props = {
  bars: readonly Bar[]
  /** What the list is, for screen readers. */
  label: string
  /** The value of a bar over the full width; the highest of all without it. */
  most?: number | undefined
  /** With the place of each in front. */
  isRanked?: boolean
}

export function BarList({ bars, label, most, isRanked = false }: Props) {
  const highest = most ?? Math.max(0, ...bars.flatMap(({ value, before }) => [value, before?.value ?? 0]))
  const width = (value: number) => `${highest === 0 ? 0 : Math.min(100, (100 * value) / highest)}%`
  const List = isRanked ? 'ol' : 'ul'
  return (
    <List className={classes.bars} aria-label={label} data-ranked={isRanked || undefined}>
      {bars.map(({ key, label, value, text, before }, index) => (
        <li key={key} className={classes.row}>
          {isRanked && (
            <span className={classes.place} data-place aria-hidden="true">
              {index + 1}
            </span>
          )}
          <bdi className={classes.label}>{label}</bdi>{' '}
          <span className={classes.text}>
            <strong>{text}</strong>
            {before && <span className={classes.before}> {before.text}</span>}
          </span>
          <span className={classes.track} aria-hidden="true">
            {value > 0 && <i className={classes.bar} style={{ width: width(value) }} />}
          </span>
          {before && (
            <span className={classes.track} aria-hidden="true">
              {before.value > 0 && (
                <i className={classes.bar} data-before style={{ width: width(before.value) }} />
              )}
            </span>
          )}
        </li>
      ))}
    </List>
  )
}
