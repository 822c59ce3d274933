// What stands in each section of the report on the page.
import { memo } from 'react'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { pollsAlone, sectionOf } from '#shared/results/leave-out.ts'
import type { NoteResult } from '#shared/results/map-results.ts'
import { notComparedTexts } from '#shared/results/report/before-after.ts'
import { wordsIn } from '#shared/results/report/words-in.ts'
import type { Section as Told } from '#shared/results/report.ts'
import type { Results } from '#shared/results/results.ts'
import type { SessionResult } from '#shared/results/session-results.ts'
import { Actions } from './Actions.tsx'
import { AgendaTable } from './AgendaTable.tsx'
import { BeforeAfter } from './BeforeAfter.tsx'
import { Blocks } from './Blocks.tsx'
import { BoardMap } from './BoardMap.tsx'
import { Commitments } from './Commitments.tsx'
import { ConcernBoxes } from './ConcernBoxes.tsx'
import { Mood } from './Mood.tsx'
import { Notes } from './Notes.tsx'
import { PerSession } from './PerSession.tsx'
import { Polls } from './Polls.tsx'
import { SpeakingShares, WhoWasThere } from './Room.tsx'
import { resultsTexts } from './results-texts.ts'
import { ScoreTable } from './ScoreTable.tsx'
import { Section } from './Section.tsx'
import { TrendCharts } from './TrendCharts.tsx'

type Props = {
  section: Told
  /** Of the session that is told of, or of all. */
  results: Results
  sessions: readonly SessionResult[]
  hasBoard: boolean
  isLeftOut: boolean
}

/** Drawn again only for another report: the page adds one section after the other. */
export const ReportSection = memo(function ReportSection(props: Props) {
  const { section, isLeftOut } = props
  const hint = useHint(props)
  return (
    <Section section={section} isLeftOut={isLeftOut} hint={hint}>
      <Content {...props} />
    </Section>
  )
})

/** How the section is to be read, where the page shows it differently from a file. */
function useHint({ section: { id, hint, blocks }, results: { maps } }: Props): string | null {
  const t = useTexts(resultsTexts)
  const hasChart = blocks.some(({ kind }) => kind === 'chart')
  switch (id) {
    case 'map': {
      const sum = (count: (map: Results['maps'][number]) => number) =>
        maps.reduce((all, map) => all + count(map), 0)
      const stages = t('stages', { count: sum((map) => map.stages.length) })
      return `${stages}, ${t('counts', { count: sum((map) => map.touchpoints.length) })}.`
    }
    case 'scores': {
      const isScored = maps.some(({ touchpoints }) => touchpoints.some(({ actual }) => actual !== null))
      return isScored ? `${t('scoresHint')} ${t('trackLegend')}` : t('noScores')
    }
    case 'speaking':
      return hasChart ? `${t('speakingHint')} ${t('tick')}` : hint
    case 'polls':
      return null // each poll says it
    default:
      return hint
  }
}

function Content({ section: { id, blocks }, results, sessions, hasBoard }: Props) {
  const { maps, polls } = results
  const language = useLanguage()
  const words = wordsIn(language)
  switch (id) {
    case 'decisions':
      return <Actions actions={results.actions} hasBoard={hasBoard} />
    case 'map':
      return <BoardMap maps={maps} title={results.workshop.title} hasBoard={hasBoard} blocks={blocks} />
    case 'scores':
      return <Scores maps={maps} />
    case 'pain-points':
    case 'opportunities':
      return <Notes notes={notesOf(results, id)} isOneKind />
    case 'notes':
      return <Notes notes={notesOf(results, id)} />
    case 'before-after':
      return (
        <PerSession sessions={sessions}>
          {({ number, beforeAndAfter }, heading) => {
            const withheld = notComparedTexts({ number }, { results, words })
            return beforeAndAfter.length + withheld.length === 0 ? null : (
              <>
                <BeforeAfter pairs={beforeAndAfter} polls={polls} heading={heading} />
                <Blocks blocks={withheld.map((text) => ({ kind: 'withheld', text }))} />
              </>
            )
          }}
        </PerSession>
      )
    case 'polls':
      return <Polls polls={pollsAlone(polls, sessions)} />
    case 'mood':
      return (
        <PerSession sessions={sessions}>
          {({ mood }) => (mood.length === 0 ? null : <Mood mood={mood} polls={polls} />)}
        </PerSession>
      )
    case 'concerns':
      return (
        <PerSession sessions={sessions}>
          {({ concerns }, heading) =>
            concerns.length === 0 ? null : <ConcernBoxes boxes={concerns} heading={heading} />
          }
        </PerSession>
      )
    case 'commitments':
      return (
        <PerSession sessions={sessions}>
          {({ commitments }) => <Commitments commitments={commitments} />}
        </PerSession>
      )
    case 'speaking':
      return (
        <PerSession sessions={sessions}>
          {({ startedAt, speakingShares, speaking }) =>
            startedAt === null ? null : <SpeakingShares speakingShares={speakingShares} speaking={speaking} />
          }
        </PerSession>
      )
    case 'attendance':
      return (
        <PerSession sessions={sessions}>
          {({ attendance, silos }) => <WhoWasThere attendance={attendance} silos={silos} />}
        </PerSession>
      )
    case 'agenda':
      return (
        <>
          <Blocks blocks={blocks.filter(({ kind }) => kind === 'facts')} />
          <PerSession sessions={sessions}>
            {({ agenda }) => (agenda.items.length === 0 ? null : <AgendaTable agenda={agenda} />)}
          </PerSession>
        </>
      )
    case 'trends':
      return <TrendCharts trends={results.trends} blocks={blocks} />
    default:
      return <Blocks blocks={blocks} />
  }
}

function Scores({ maps }: Pick<Results, 'maps'>) {
  return maps
    .filter((map) => map.touchpoints.length > 0)
    .map((map) => (
      <div key={map.id}>
        {maps.length > 1 && map.title !== '' && <Blocks blocks={[{ kind: 'heading', text: map.title }]} />}
        <ScoreTable map={map} />
      </div>
    ))
}

const notesOf = (
  { maps, looseNotes }: Results,
  id: 'pain-points' | 'opportunities' | 'notes',
): NoteResult[] =>
  [...maps.flatMap(({ notes }) => notes), ...looseNotes].filter((note) => sectionOf(note) === id)
