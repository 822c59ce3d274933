// What each session has of its own, under the session's name where there are several.
import { Fragment, type ReactNode } from 'react'
import type { SessionResult } from '#shared/results/session-results.ts'
import classes from './PerSession.module.css'
import { useSessionTitle } from './use-session-title.ts'

type Props = {
  sessions: readonly SessionResult[]
  /** Null for a session that has nothing of it. */
  children: (session: SessionResult) => ReactNode
}

export function PerSession({ sessions, children }: Props) {
  const title = useSessionTitle()
  const told = sessions
    .map((session) => ({ session, content: children(session) }))
    .filter(({ content }) => content !== null)
  return told.map(({ session, content }) => (
    <Fragment key={session.number}>
      {sessions.length > 1 && <h3 className={classes.title}>{title(session)}</h3>}
      {content}
    </Fragment>
  ))
}
