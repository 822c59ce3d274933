// What each session has of its own, under the session's name where there are several: the latest open, those before folded up.
import type { ReactNode } from 'react'
import type { SessionResult } from '#shared/results/session-results.ts'
import classes from './PerSession.module.css'
import { useSessionTitle } from './use-session-title.ts'

/** One below the session's name, or below the section's where only one session is told of. */
export type Heading = 'h3' | 'h4'

type Props = {
  sessions: readonly SessionResult[]
  /** Null for a session that has nothing of it. `heading` is for what is named within. */
  children: (session: SessionResult, heading: Heading) => ReactNode
}

export function PerSession({ sessions, children }: Props) {
  const title = useSessionTitle()
  const told = sessions
    .map((session) => ({ session, content: children(session, sessions.length > 1 ? 'h4' : 'h3') }))
    .filter(({ content }) => content !== null)
  if (sessions.length < 2) return told.map(({ content }) => content)
  const latest = told.at(-1)?.session.number
  return told.map(({ session, content }) => (
    <details key={session.number} className={classes.session} open={session.number === latest}>
      <summary>
        <h3 className={classes.title}>{title(session)}</h3>
      </summary>
      <div className={classes.content}>{content}</div>
    </details>
  ))
}
