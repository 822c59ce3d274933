// The report itself: what was decided first, then everything else in the order that every file has, too.
import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { browserTimeZone } from '#client/ui/time-zone.ts'
import type { Language } from '#shared/language.ts'
import { buildReport } from '#shared/results/build-report.ts'
import { leaveOut, showsBoard } from '#shared/results/leave-out.ts'
import { latestSession } from '#shared/results/reading.ts'
import { ofSession, toldSessions } from '#shared/results/report/sessions.ts'
import type { Section } from '#shared/results/report.ts'
import type { Results } from '#shared/results/results.ts'
import { toldApart } from '#shared/results/tell-apart.ts'
import { Contents, FoldedContents } from './Contents.tsx'
import { Downloads } from './Downloads.tsx'
import type { Seat } from './early-answers.ts'
import classes from './ReportBody.module.css'
import { ReportHead } from './ReportHead.tsx'
import { ReportSection } from './ReportSection.tsx'
import { resultsTexts } from './results-texts.ts'
import { SessionChoice, useChosenSession } from './SessionChoice.tsx'
import { ShownSections } from './ShownSections.tsx'
import { WorkshopLanguage } from './Typed.tsx'
import { PicturesOfBoard, useBoardContents, useBoardPictures } from './use-board-picture.ts'
import { OnTheBoard } from './use-card-origin.ts'
import { useDrawnAhead } from './use-drawn-ahead.ts'
import { useInTurn } from './use-in-turn.ts'
import { useLeftOut } from './use-left-out.ts'
import { OnPaper, usePrinting } from './use-printing.ts'
import type { Report } from './use-results.ts'
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
  // Who leads sees everything, and beside it what the others do not.
  const onScreen = useMemo(
    () => readingOf(results, { language, session, isWhole: isLeading }),
    [results, isLeading, language, session],
  )
  const { sections } = onScreen
  const contents = useBoardContents(board, workshop, seat)
  const hasBoard = isLeading || showsBoard(leftOut)
  const turn = useInTurn(sections.length, namesSection(sections) ? sections.length : drawnAtFirst)
  // The board's code is large and drawing it takes a while: it waits until all there is to read is there.
  const pictures = useBoardPictures(hasBoard && turn.isWhole ? contents : null)
  const cards = useMemo(() => cardsOf(onScreen.told), [onScreen])
  const printing = usePrinting(pictures, cards)
  const [isMaking, setIsMaking] = useState(false)
  useDrawnAhead(pictures, cards, isMaking)
  // What is not shared is not printed to be passed on, wherever it stands.
  const isCut = isLeading && printing.isOnPaper && leftOut.length > 0
  const read = useMemo(
    () => (isCut ? readingOf(leaveOut(results, leftOut), { language, session, isWhole: false }) : onScreen),
    [isCut, onScreen, results, leftOut, language, session],
  )
  const drawn = printing.isOnPaper ? read.sections : sections.slice(0, turn.drawn)
  useNamedSection()
  return (
    <WorkshopLanguage value={workshop.language}>
      <WorkshopDepartments value={workshop.departments}>
        <OnTheBoard value={read.results}>
          <title>{`${workshop.title} · ${t('report')}`}</title>
          <div className={classes.grid}>
            <main>
              <ReportHead results={read.told} subtitle={read.subtitle} />
              <SessionChoice sessions={results.sessions} chosen={session} />
              <FoldedContents sections={sections} onGo={turn.drawAll} />
              {isEmpty(results) && (
                <div className={classes.empty}>
                  <h2>{t('emptyTitle')}</h2>
                  <p>{t('emptyText')}</p>
                </div>
              )}
              <PicturesOfBoard value={pictures}>
                <OnPaper value={printing.isOnPaper}>
                  {drawn.map((section) => (
                    <ReportSection
                      key={section.id}
                      section={section}
                      results={read.told}
                      sessions={read.sessions}
                      hasBoard={isCut ? showsBoard(leftOut) : hasBoard}
                      isLeftOut={isLeading && leftOut.includes(section.id)}
                    />
                  ))}
                </OnPaper>
              </PicturesOfBoard>
              {turn.isWhole && end}
            </main>
            <aside className={classes.aside}>
              <Downloads
                results={results}
                session={session}
                contents={contents}
                hasBoard={hasBoard}
                printing={printing}
                onMaking={setIsMaking}
                hasMore={isLeading && leftOut.length > 0}
                leading={isLeading ? seat : null}
              />
              {isLeading && <ShownSections {...choice} />}
              <Contents sections={sections} onGo={turn.drawAll} />
            </aside>
          </div>
        </OnTheBoard>
      </WorkshopDepartments>
    </WorkshopLanguage>
  )
}

type Chosen = { language: Language; session: number | null; isWhole: boolean }

/** `isWhole`: with what is left out. */
function readingOf(results: Results, { language, session, isWhole }: Chosen) {
  const told = toldApart(session === null ? results : ofSession(results, session), language)
  const timeZone = browserTimeZone()
  const report = buildReport(isWhole ? { ...results, leftOut: [] } : results, { language, timeZone, session })
  const { sections, subtitle } = report
  return { results, told, sessions: toldSessions(told), sections, subtitle }
}

/** What is read first; the rest follows, one section after the other. */
const drawnAtFirst = 2

/** An address may name a section; then it is looked for at once. */
const namesSection = (sections: readonly Pick<Section, 'id'>[]): boolean =>
  sections.some(({ id }) => `#${id}` === window.location.hash)

/** The browser looked for it when nothing was there yet. */
function useNamedSection(): void {
  useLayoutEffect(() => {
    const { hash } = window.location
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [])
}

/** Each once, in the order of the actions that come from them. */
const cardsOf = ({ actions }: Results) => [
  ...new Set(actions.flatMap(({ card, shapeId }) => (card && shapeId ? [shapeId] : []))),
]

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
