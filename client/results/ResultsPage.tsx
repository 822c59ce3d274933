// The results page: what a workshop has come to, to read, to print and to take along. Opened by the results link and from the room.
import { Button } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { Link } from 'react-router'
import { Brand } from '#client/ui/Mark.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { latestSession } from '#shared/results/reading.ts'
import type { Results } from '#shared/results/results.ts'
import { ActionsSection } from './ActionsSection.tsx'
import { AgendaSection } from './AgendaSection.tsx'
import { BeforeAfter } from './BeforeAfter.tsx'
import { CommitmentsSection } from './CommitmentsSection.tsx'
import { Downloads } from './Downloads.tsx'
import { InRoom } from './InRoom.tsx'
import { MapPicture } from './MapPicture.tsx'
import { MapSection } from './MapSection.tsx'
import { MoodSection } from './MoodSection.tsx'
import { NotesSection } from './NotesSection.tsx'
import { PollsSection } from './PollsSection.tsx'
import { ReportHead } from './ReportHead.tsx'
import classes from './ResultsPage.module.css'
import { resultsTexts } from './results-texts.ts'
import { WorkshopLanguage } from './Typed.tsx'
import { usePaperWhenPrinting } from './use-paper-when-printing.ts'
import { useReportFormats } from './use-report-formats.ts'
import { type Report, type ReportState, type Seat, useResults } from './use-results.ts'

type Props = Seat & {
  /** The foot of every plain page. */
  footer?: ReactNode
}

export function ResultsPage({ workshopId, role, footer }: Props) {
  const state = useResults({ workshopId, role })
  usePaperWhenPrinting()
  return (
    <div className={classes.page}>
      <TopBar state={state} seat={{ workshopId, role }} />
      {state.report ? (
        <ReportBody report={state.report} seat={{ workshopId, role }} />
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

function ReportBody({ report: { results, board }, seat }: { report: Report; seat: Seat }) {
  const t = useTexts(resultsTexts)
  const { workshop, actions, maps, looseNotes, polls } = results
  const session = latestSession(results)
  const { attendance, beforeAndAfter, mood, commitments, agenda } = session
  // Kept, so that the picture is drawn again only for another board.
  const { workshopId, role } = seat
  const contents = useMemo(
    () => ({ update: board, departments: departmentsOf(workshop), images: { workshopId, role } }),
    [board, workshop, workshopId, role],
  )
  return (
    <WorkshopLanguage value={workshop.language}>
      <title>{`${workshop.title} · ${t('report')}`}</title>
      <div className={classes.grid}>
        <main>
          <ReportHead results={results} />
          {isEmpty(results) && (
            <div className={classes.empty}>
              <h2>{t('emptyTitle')}</h2>
              <p>{t('emptyText')}</p>
            </div>
          )}
          <ActionsSection actions={actions} attendance={attendance} />
          <MapSection
            maps={maps}
            attendance={attendance}
            picture={<MapPicture contents={contents} title={workshop.title} />}
          />
          <BeforeAfter pairs={beforeAndAfter} />
          <PollsSection polls={polls} />
          <MoodSection mood={mood} polls={polls} />
          <NotesSection title={t('notes')} notes={maps.flatMap((map) => map.notes)} attendance={attendance} />
          <NotesSection title={t('looseNotes')} notes={looseNotes} attendance={attendance} />
          <CommitmentsSection commitments={commitments} attendance={attendance} />
          <AgendaSection agenda={agenda} />
        </main>
        <aside className={classes.aside}>
          <Downloads results={results} contents={contents} />
          <InRoom attendance={attendance} speakingShares={session.speakingShares} />
        </aside>
      </div>
    </WorkshopLanguage>
  )
}

const departmentsOf = ({ departments }: Results['workshop']) =>
  departments.map(({ departmentId, title }) => ({ departmentId: departmentId ?? '', title }))

/** Nothing that people did: a template's map alone is no result. */
function isEmpty(results: Results): boolean {
  const { agenda, commitments } = latestSession(results)
  return (
    results.polls.length === 0 &&
    results.actions.length === 0 &&
    commitments.accepted === 0 &&
    agenda.startedAt === null
  )
}

function useFailureSentence(): (failure: { code: string; message: string }) => string {
  const t = useTexts(resultsTexts)
  return ({ code, message }) => {
    if (code === 'unreachable') return t('unreachable')
    return code === 'no-seat' ? t('noSeat') : t('failed', { message })
  }
}
