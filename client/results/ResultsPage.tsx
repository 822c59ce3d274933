// The results page: what a workshop has come to, to read, to print and to take along. Opened by the results link and from the room.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Brand } from '#client/ui/Mark.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { Seat } from './early-answers.ts'
import { ReportBody } from './ReportBody.tsx'
import classes from './ResultsPage.module.css'
import { resultsTexts } from './results-texts.ts'
import { useReportFormats } from './use-report-formats.ts'
import { type ReportState, useResults } from './use-results.ts'

type Props = Seat & {
  /** What stands below the report. */
  end?: ReactNode
  /** The foot of every plain page. */
  footer?: ReactNode
}

export function ResultsPage({ workshopId, role, end, footer }: Props) {
  const state = useResults({ workshopId, role })
  return (
    <div className={classes.page}>
      <TopBar state={state} seat={{ workshopId, role }} />
      {state.report ? (
        <ReportBody
          key={`${workshopId} ${role}`}
          report={state.report}
          seat={{ workshopId, role }}
          end={end}
        />
      ) : (
        <NotYet state={state} />
      )}
      {footer && <div className={classes.footer}>{footer}</div>}
    </div>
  )
}

function TopBar({ state: { report, failure, isLoading, reload }, seat }: { state: ReportState; seat: Seat }) {
  const t = useTexts(resultsTexts)
  const format = useReportFormats()
  const why = useFailureSentence()
  const { workshopId, role } = seat
  return (
    <header className={classes.top}>
      <Link to="/" className={classes.home}>
        <Brand />
      </Link>
      {role !== null && role !== 'results' && (
        <Link to={`/w/${workshopId}?seat=${role}`} className={classes.link}>
          {t('toRoom')}
        </Link>
      )}
      {report && (
        <div className={classes.fresh}>
          <span role="status">
            {failure
              ? t('notRefreshed', { why: why(failure) })
              : `${t('asOf')}: ${format.moment(report.results.asOf)}`}
          </span>
          <button type="button" className={classes.link} onClick={reload} disabled={isLoading}>
            {t('refresh')}
          </button>
        </div>
      )}
    </header>
  )
}

function NotYet({ state: { failure, reload } }: { state: ReportState }) {
  const t = useTexts(resultsTexts)
  const why = useFailureSentence()
  if (!failure)
    return (
      <main className={classes.message}>
        <p role="status">{t('loading')}</p>
      </main>
    )
  return (
    <main className={classes.message}>
      <title>{`${t('failedTitle')} · Runde`}</title>
      <h1>{t('failedTitle')}</h1>
      <p role="alert">{why(failure)}</p>
      <Button onClick={reload}>{t('retry')}</Button>
    </main>
  )
}

function useFailureSentence(): (failure: { code: string; message: string }) => string {
  const t = useTexts(resultsTexts)
  return ({ code, message }) => {
    if (code === 'unreachable') return t('unreachable')
    return code === 'no-seat' ? t('noSeat') : t('failed', { message })
  }
}
