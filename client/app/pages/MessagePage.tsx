// A page that is one message: what it is about, what happened, what to do now.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Brand } from '#client/ui/Mark.tsx'
import classes from './MessagePage.module.css'

type Props = { title: string; children: ReactNode; footer?: ReactNode }

export function MessagePage({ title, children, footer }: Props) {
  return (
    <div className={classes.page}>
      <title>{`${title} · Runde`}</title>
      <header>
        <Link to="/" className={classes.home}>
          <Brand />
        </Link>
      </header>
      <main className={classes.message}>
        <h1 className={classes.title}>{title}</h1>
        {children}
      </main>
      {footer}
    </div>
  )
}
