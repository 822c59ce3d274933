// A heading and the keys that belong under it: what to press, and what it does.
import classes from './keys.module.css'

export type KeyRow = { what: string; keys: readonly string[] }

export function KeyList({ title, rows }: { title: string; rows: readonly KeyRow[] }) {
  if (rows.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <dl className={classes.keys}>
        {rows.map(({ what, keys }) => (
          <div key={what} className={classes.row}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
