// What is wrong in which line, and what was made of values that are not known here.
import { useId } from 'react'
import classes from '#client/board/exchange/exchange.module.css'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { issueSentence, problemTexts } from '#client/board/exchange/problem-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { ErrorCode, LineIssue, RemarkCode } from '#shared/board/import/issues.ts'
import type { ReadMap } from '#shared/board/import/read-map.ts'

type Props = {
  read: Omit<ReadMap, 'map'>
  names: (at: number) => string
  /** Rows with at least one error. */
  badRows: number
}

export function LineIssues({ read: { errors, remarks, inherited }, names, badRows }: Props) {
  const say = useTexts(exchangeTexts)
  return (
    <>
      {errors.length > 0 && (
        <Issues title={say('errors', { count: badRows })} issues={errors} names={names} isError />
      )}
      {remarks.length > 0 && (
        <Issues title={say('remarks', { count: remarks.length })} issues={remarks} names={names} />
      )}
      {inherited > 0 && <p className={classes.hint}>{say('inherited', { count: inherited })}</p>}
    </>
  )
}

/** More than these nobody reads before mending the file. */
const shown = 50

type IssuesProps = {
  title: string
  issues: readonly LineIssue<ErrorCode | RemarkCode>[]
  names: (at: number) => string
  isError?: boolean
}

function Issues({ title, issues, names, isError = false }: IssuesProps) {
  const say = useTexts(exchangeTexts)
  const sayProblem = useTexts(problemTexts)
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className={classes.issues} data-error={isError || undefined}>
      <h3 id={titleId} className={classes.heading}>
        {title}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ul tabIndex={0} aria-labelledby={titleId}>
        {issues.slice(0, shown).map((issue, at) => {
          const { where, what } = issueSentence(sayProblem, issue, names)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew with every reading.
            <li key={at}>
              <b>{where}:</b> {what}
            </li>
          )
        })}
        {issues.length > shown && <li>{say('more', { count: issues.length - shown })}</li>}
      </ul>
    </section>
  )
}
