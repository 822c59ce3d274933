// Words as often as they were said: a list whose sizes tell the same as the numbers beside them.
import { VisuallyHidden } from '@mantine/core'
import classes from './WordCloud.module.css'

type Props = {
  /** Most frequent first. */
  words: readonly { word: string; count: number }[]
  /** What the list is, for screen readers. */
  label: string
  /** "3 times", for screen readers. */
  times: (count: number) => string
}

export function WordCloud({ words, label, times }: Props) {
  const most = Math.max(1, ...words.map(({ count }) => count))
  return (
    <ul className={classes.cloud} aria-label={label}>
      {words.map(({ word, count }) => (
        <li key={word} className={classes.word} data-size={sizeOf(count, most)}>
          <bdi>{word}</bdi>{' '}
          <span className={classes.count} aria-hidden="true">
            {count}
          </span>
          <VisuallyHidden data-aloud>{times(count)}</VisuallyHidden>
        </li>
      ))}
    </ul>
  )
}

/** The four sizes of a view; what was said once is the smallest, whatever the most frequent word is. */
function sizeOf(count: number, most: number): 1 | 2 | 3 | 4 {
  if (count <= 1 || most <= 1) return 1
  const share = (count - 1) / (most - 1)
  return share > 2 / 3 ? 4 : share > 1 / 3 ? 3 : 2
}
