// What people wrote, one under the other, in the order it came out of the box: nobody's first, nobody's last.
import classes from './TextAnswers.module.css'

export function TextAnswers({ texts, label }: { texts: readonly string[]; label: string }) {
  return (
    <ul className={classes.texts} aria-label={label}>
      {texts.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have written the same
        <li key={index}>
          <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  )
}
