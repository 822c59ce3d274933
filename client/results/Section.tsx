// One part of the report under its heading; where it is not shared, facilitators are told.
import { Title } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '#client/ui/texts.ts'
import type { Section as ReportSection } from '#shared/results/report.ts'
import { resultsTexts } from './results-texts.ts'
import classes from './Section.module.css'

type Props = {
  section: Pick<ReportSection, 'id' | 'title' | 'hint'>
  isLeftOut?: boolean
  /** In the place of the section's own. */
  hint?: string | null
  children?: ReactNode
}

export function Section({
  section: { id, title, hint: own },
  isLeftOut = false,
  hint = own,
  children,
}: Props) {
  const t = useTexts(resultsTexts)
  return (
    <section id={id} className={classes.section} aria-label={title} data-left-out={isLeftOut || undefined}>
      <Title order={2}>{title}</Title>
      {isLeftOut && (
        <p className={classes.leftOut}>
          <IconEyeOff size={18} stroke={1.8} aria-hidden="true" />
          {t('isLeftOut')}
        </p>
      )}
      {hint && <p className={classes.hint}>{hint}</p>}
      {children}
    </section>
  )
}
