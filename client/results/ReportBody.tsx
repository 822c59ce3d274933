// The report itself: what was decided first, then everything else in the order that every file has, too.
import { type ReactNode, useMemo } from 'react'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { buildReport } from '#shared/results/build-report.ts'
import { showsBoard } from '#shared/results/leave-out.ts'
import { latestSession } from '#shared/results/reading.ts'
import { ofSession, toldSessions } from '#shared/results/report/sessions.ts'
import type { Results } from '#shared/results/results.ts'
import { Contents, FoldedContents } from './Contents.tsx'
import { Downloads } from './Downloads.tsx'
import classes from './ReportBody.module.css'
import { ReportHead } from './ReportHead.tsx'
import { ReportSection } from './ReportSection.tsx'
import { resultsTexts } from './results-texts.ts'
import { SessionChoice, useChosenSession } from './SessionChoice.tsx'
import { ShownSections } from './ShownSections.tsx'
import { WorkshopLanguage } from './Typed.tsx'
import { OnTheBoard } from './use-card-origin.ts'
import { useLeftOut } from './use-left-out.ts'
import { browserTimeZone } from './use-report-formats.ts'
import type { Report, Seat } from './use-results.ts'
import { WorkshopDepartments } from './workshop-departments.ts'

type Props = {
  report: Report
  seat: Seat
  /** What stands below the report. */
  end: ReactNode
}

export function ReportBody({ report: { results: fetched, board }, seat, end }: Props) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const choice = useLeftOut(seat, fetched.leftOut)
  const isLeading = seat.role === 'facilitator' || seat.role === 'co-facilitator'
  const results = useMemo(() => ({ ...fetched, leftOut: choice.leftOut }), [fetched, choice.leftOut])
  const { workshop, leftOut } = results
  const session = useChosenSession(results)
  const told = useMemo(() => (session === null ? results : ofSession(results, session)), [results, session])
  // Who leads sees everything, and beside it what the others do not.
  const { sections, subtitle } = useMemo(
    () =>
      buildReport(isLeading ? { ...results, leftOut: [] } : results, {
        language,
        timeZone: browserTimeZone(),
        session,
      }),
    [results, isLeading, language, session],
  )
  // Kept, so that the picture is drawn again only for another board.
  const { workshopId, role } = seat
  const contents = useMemo(
    () => ({ update: board, departments: departmentsOf(workshop), images: { workshopId, role } }),
    [board, workshop, workshopId, role],
  )
  const isBoardThere = isLeading || showsBoard(leftOut)
  return (
    <WorkshopLanguage value={workshop.language}>
      <WorkshopDepartments value={workshop.departments}>
        <OnTheBoard value={results}>
          <title>{`${workshop.title} · ${t('report')}`}</title>
          <div className={classes.grid}>
            <main>
              <ReportHead results={told} subtitle={subtitle} />
              <SessionChoice sessions={results.sessions} chosen={session} />
              <FoldedContents sections={sections} />
              {isEmpty(results) && (
                <div className={classes.empty}>
                  <h2>{t('emptyTitle')}</h2>
                  <p>{t('emptyText')}</p>
                </div>
              )}
              {sections.map((section) => (
                <ReportSection
                  key={section.id}
                  section={section}
                  results={told}
                  sessions={toldSessions(told)}
                  contents={isBoardThere ? contents : null}
                  isLeftOut={isLeading && leftOut.includes(section.id)}
                />
              ))}
              {end}
            </main>
            <aside className={classes.aside}>
              <Downloads
                results={results}
                session={session}
                contents={contents}
                hasBoard={isBoardThere}
                hasMore={isLeading && leftOut.length > 0}
                leading={isLeading ? seat : null}
              />
              {isLeading && <ShownSections {...choice} />}
              <Contents sections={sections} />
            </aside>
          </div>
        </OnTheBoard>
      </WorkshopDepartments>
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
