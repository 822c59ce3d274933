// Slides for a deck that would be too short: first what else there is, then what the workshop still lacks.

import { silentWords } from '#shared/results/report/silent-words.ts'
import type { Report, Section, SectionId } from '#shared/results/report.ts'
import { chartGrid } from './chart-parts.ts'
import { body, colours, type Part, type Slide } from './deck.ts'
import { fullText } from './full-text.ts'
import { listsSlide } from './list-slides.ts'
import type { Making } from './messages.ts'
import { tablePart, textPart } from './parts.ts'
import { chartsIn, listed, sectionOf, tableIn } from './reading-report.ts'

/** What has no slide of its own in a deck that is long enough, the most telling first. */
export function otherSlides(making: Making, hasTrends: boolean): { id: SectionId; slide: Slide }[] {
  const { report, titles } = making
  const of = (id: SectionId) => sectionOf(report, id)
  const list = (id: SectionId, table: string, title: string, besides: readonly string[]) => {
    const section = of(id)
    const items = listed(tableIn(section, table), title, besides)
    return listsSlide([{ section, items, colour: colours.hairline }], section?.title ?? '', making)
  }
  const slides: [SectionId, Slide | null][] = [
    ['agenda', tableSlide(of('agenda'), 'agenda', making)],
    ['parking-lot', list('parking-lot', 'parking-lot', titles.topic, [titles.item, titles.state])],
    ['mood', hasTrends ? moodSlide(of('mood'), making) : null],
    ['notes', list('notes', 'notes', titles.note, [titles.stage])],
    ['map', tableSlide(of('map'), 'touchpoints', making)],
    ['scores', tableSlide(of('scores'), 'scores', making)],
    ['commitments', tableSlide(of('commitments'), 'rules', making)],
  ]
  return slides.flatMap(([id, slide]) => (slide ? [{ id, slide }] : []))
}

function tableSlide(section: Section | null, id: string, making: Making): Slide | null {
  const table = tableIn(section, id)
  if (!section || !table) return null
  return {
    label: section.title,
    headline: table.title,
    parts: tablePart(table, body, making),
    notes: fullText(making.report, [section]),
  }
}

function moodSlide(section: Section | null, making: Making): Slide | null {
  const charts = chartsIn(section)
  if (!section || charts.length === 0) return null
  return {
    label: section.title,
    headline: section.title,
    parts: chartGrid(charts.slice(0, 1), body, making),
    notes: fullText(making.report, [section]),
  }
}

/** To write on, on paper or on the slide: what is missing can come about while it is shown. */
const writingLines = Array.from(
  { length: 5 },
  (_, line): Part => ({
    kind: 'rule',
    box: { ...body, y: body.y + 1.6 + line * 0.75, h: 0.01 },
    colour: colours.hairline,
  }),
)

/** What a board asks about first. */
const asked: readonly SectionId[] = [
  'decisions',
  'map',
  'pain-points',
  'scores',
  'polls',
  'commitments',
  'attendance',
  'agenda',
  'concerns',
  'before-after',
  'opportunities',
  'parking-lot',
  'speaking',
  'mood',
  'notes',
  'trends',
]

/** One for each section that is shared and has nothing to say: that there is nothing, and how something comes there. */
export function silentSlides({ silent, language }: Report): { id: SectionId; slide: Slide }[] {
  return asked
    .flatMap((id) => silent.find((section) => section.id === id) ?? [])
    .map(({ id, title }) => {
      const { none, how } = silentWords[language][id]
      const parts = [textPart(how, body, 20), ...writingLines]
      return { id, slide: { label: title, headline: none, parts, notes: '' } }
    })
}
