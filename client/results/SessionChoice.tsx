// Which session the report tells of, in the address, so that the choice can be sent: a few as links, more in a list to choose from.
import { NativeSelect } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { useTexts } from '#client/ui/texts.ts'
import type { Results } from '#shared/results/results.ts'
import { resultsTexts } from './results-texts.ts'
import classes from './SessionChoice.module.css'
import { useSessionTitle } from './use-session-title.ts'

/** So many stand beside each other in a row or two, also on a phone. */
const mostLinks = 4

/** Null: all of them. */
export function useChosenSession({ sessions }: Results): number | null {
  const [search] = useSearchParams()
  const asked = Number(search.get('session'))
  return begunOf(sessions).some(({ number }) => number === asked) ? asked : null
}

export function SessionChoice({ sessions, chosen }: Pick<Results, 'sessions'> & { chosen: number | null }) {
  const t = useTexts(resultsTexts)
  const title = useSessionTitle()
  const [search, setSearch] = useSearchParams()
  const begun = begunOf(sessions)
  if (begun.length < 2) return null
  const addressOf = (number: number | null) => {
    const next = new URLSearchParams(search)
    if (number === null) next.delete('session')
    else next.set('session', String(number))
    return next
  }
  const choices = [
    { number: null, label: t('allSessions') },
    ...begun.map((session) => ({ number: session.number, label: title(session) })),
  ]
  if (begun.length > mostLinks)
    return (
      <nav className={classes.choice} aria-label={t('chooseSession')}>
        <NativeSelect
          size="md"
          className={classes.list}
          aria-label={t('chooseSession')}
          value={chosen === null ? '' : String(chosen)}
          data={choices.map(({ number, label }) => ({ value: number === null ? '' : String(number), label }))}
          onChange={({ currentTarget: { value } }) =>
            setSearch(addressOf(value === '' ? null : Number(value)), {
              replace: true,
              preventScrollReset: true,
            })
          }
        />
      </nav>
    )
  return (
    <nav className={classes.choice} aria-label={t('chooseSession')}>
      <ul>
        {choices.map(({ number, label }) => (
          <li key={label}>
            <Link
              to={{ search: addressOf(number).toString() }}
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
