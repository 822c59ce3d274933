// Slides about the group itself: what it fears and promises, who was there, how it went over the sessions.
import { counted } from '#client/results/files/office-words.ts'
import type { Chart, Section } from '#shared/results/report.ts'
import { chartGrid } from './chart-parts.ts'
import { body, colours, left, right, type Slide } from './deck.ts'
import { fullText } from './full-text.ts'
import { listsSlide } from './list-slides.ts'
import {
  attendanceMessage,
  concernsMessage,
  type Making,
  movedMessage,
  remarkOf,
  shiftMessage,
} from './messages.ts'
import { textPart, titlePart } from './parts.ts'
import { chartsIn, listed, tableIn } from './reading-report.ts'

export function promisesSlide(
  concerns: Section | null,
  commitments: Section | null,
  making: Making,
): Slide | null {
  const { titles, words } = making
  const [said, promised] = [tableIn(concerns, 'concerns'), tableIn(commitments, 'promises')]
  const promises = promised && counted(words, 'commitments', promised.rows.length)
  return listsSlide(
    [
      {
        section: concerns,
        items: listed(said, titles.concern, [titles.concernAnswer]).map((item, place) => ({
          ...item,
          beside: item.beside ?? stateOf(said, place, making),
        })),
        colour: colours.pain,
      },
      {
        section: commitments,
        items: listed(promised, titles.promise, [titles.person]),
        colour: colours.chance,
      },
    ],
    [concernsMessage(said, making), promises].filter((part) => part !== null).join('; '),
    making,
  )
}

/** Whether it was answered, where no answer was written down. */
function stateOf(concerns: ReturnType<typeof tableIn>, place: number, { titles }: Making): string | null {
  const column = concerns?.columns.findIndex(({ title }) => title === titles.concernState) ?? -1
  const state = concerns?.rows[place]?.[column]
  return typeof state === 'string' ? state : null
}

export function beforeAfterSlide(section: Section | null, making: Making): Slide | null {
  const charts = chartsIn(section)
  if (!section) return null
  const notes = fullText(making.report, [section])
  // What was asked twice and cannot be compared is worth a slide where nothing else was asked twice.
  if (charts.length === 0) {
    const parts = [textPart(textsIn(section).join('\n'), body)]
    return { label: section.title, headline: section.title, parts, notes }
  }
  return {
    label: section.title,
    ...remarkOf([section], making),
    headline:
      shiftMessage(tableIn(section, 'before-after'), making) ??
      counted(making.words, 'comparisons', charts.length),
    parts: chartGrid(charts.slice(0, 2), body, making, charts.length),
    notes,
  }
}

export function attendanceSlide(
  attendance: Section | null,
  speaking: Section | null,
  making: Making,
): Slide | null {
  const there = latest(chartsIn(attendance).find(({ id }) => id === 'attendance'))
  const spoken = chartsIn(speaking).at(-1)
  const charts = [there, spoken && speaking ? titled(spoken, speaking.title) : undefined]
  const sections = [attendance, speaking].filter((section) => section !== null)
  const label = sections.map(({ title }) => title).join(' · ')
  const shown = charts.filter((chart) => chart !== undefined)
  const [why] = spoken ? [] : textsIn(speaking)
  if (shown.length === 0 && why === undefined) return null
  return {
    label,
    ...(spoken && latestRemark(speaking)),
    headline: attendanceMessage(there, making) ?? label,
    parts:
      why === undefined || !speaking
        ? chartGrid(shown, body, making)
        : [
            ...chartGrid(shown, left, making),
            titlePart(speaking.title, { ...right, h: 0.4 }),
            textPart(why, { ...right, y: right.y + 0.5, h: 2 }),
          ],
    notes: fullText(making.report, sections),
  }
}

/** What is withheld of the latest session, which is the one that is shown. */
function latestRemark(speaking: Section | null): { remark?: string } {
  const remark = speaking?.blocks.findLast((block) => block.kind === 'withheld')?.text
  return remark === undefined ? {} : { remark }
}

/** The latest first. */
const textsIn = (section: Section | null): string[] =>
  (section?.blocks ?? [])
    .flatMap((block) => (block.kind === 'text' || block.kind === 'withheld' ? [block.text] : []))
    .toReversed()

/** Of several sessions the latest, and which that is. */
function latest(chart: Chart | undefined): Chart | undefined {
  const last = chart?.series.at(-1)
  if (!chart || !last || chart.series.length === 1) return chart
  return { ...chart, title: `${chart.title}: ${last.name}`, series: [last] }
}

const titled = (chart: Chart, title: string): Chart =>
  chart.title === title ? chart : { ...chart, title: `${title}: ${chart.title}` }

const mostTrends = 4

/** Over the sessions; while there has been one only, the mood over that one. */
export function trendsSlide(trends: Section | null, mood: Section | null, making: Making): Slide | null {
  const section = chartsIn(trends).length > 0 ? trends : mood
  const charts = chartsIn(section)
  if (!section || charts.length === 0) return null
  const inOrder = charts.toSorted((one, other) => weight(one) - weight(other))
  return {
    label: section.title,
    ...remarkOf([section], making),
    headline:
      movedMessage(tableIn(section, 'trend-scores'), making) ??
      (section === trends
        ? counted(
            making.words,
            'overSessions',
            Math.max(...charts.map(({ categories }) => categories.length)),
          )
        : section.title),
    parts: chartGrid(inOrder.slice(0, mostTrends).map(readable), body, making, charts.length),
    notes: fullText(
      making.report,
      [trends, mood].filter((each) => each !== null),
    ),
  }
}

/** Those that moved the most come first; more lines leave no room for themselves under their names. */
const mostLines = 3
const readable = (chart: Chart): Chart =>
  chart.id === 'trend-scores-chart' ? { ...chart, series: chart.series.slice(0, mostLines) } : chart

/** What customers get comes before how the group felt. */
const weight = ({ id }: Chart): number =>
  ['trend-scores-chart', 'trend-kept', 'trend-confidence-1', 'trend-mood', 'trend-attendance'].indexOf(id) +
    1 || 9
