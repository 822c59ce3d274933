// One part of the report under its heading.
import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Section.module.css'

type Props = { title: string; hint?: string | undefined; children?: ReactNode }

export function Section({ title, hint, children }: Props) {
  return (
    <section className={classes.section} aria-label={title}>
      <Title order={2}>{title}</Title>
      {hint && <p className={classes.hint}>{hint}</p>}
      {children}
    </section>
  )
}
