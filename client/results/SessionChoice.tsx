// Which session the report tells of: links, so that the choice is in the address and can be sent.
import { Link, useSearchParams } from 'react-router'
import { useTexts } from '#client/ui/texts.ts'
import type { Results } from '#shared/results/results.ts'
import { resultsTexts } from './results-texts.ts'
import classes from './SessionChoice.module.css'
import { useSessionTitle } from './use-session-title.ts'

/** Null: all of them. */
export function useChosenSession({ sessions }: Results): number | null {
  const [search] = useSearchParams()
  const asked = Number(search.get('session'))
  return begunOf(sessions).some(({ number }) => number === asked) ? asked : null
}

export function SessionChoice({ sessions, chosen }: Pick<Results, 'sessions'> & { chosen: number | null }) {
  const t = useTexts(resultsTexts)
  const title = useSessionTitle()
  const [search] = useSearchParams()
  const begun = begunOf(sessions)
  if (begun.length < 2) return null
  const addressOf = (number: number | null) => {
    const next = new URLSearchParams(search)
    if (number === null) next.delete('session')
    else next.set('session', String(number))
    return { search: next.toString() }
  }
  const choices = [
    { number: null, label: t('allSessions') },
    ...begun.map((session) => ({ number: session.number, label: title(session) })),
  ]
  return (
    <nav className={classes.choice} aria-label={t('chooseSession')}>
      <ul>
        {choices.map(({ number, label }) => (
          <li key={label}>
            <Link
              to={addressOf(number)}
              replace
              preventScrollReset
              aria-current={number === chosen ? 'true' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const begunOf = (sessions: Results['sessions']) => sessions.filter(({ startedAt }) => startedAt !== null)
