// A report as a deck of at most twelve slides: what was decided first, one message each; what does not fit is counted.
import { officeWords } from '#client/results/files/office-words.ts'
import type { Report, Section, SectionId } from '#shared/results/report.ts'
import { actionsSlide, nextSlide } from './action-slides.ts'
import { chartPart } from './chart-parts.ts'
import { body, type Deck, margin, type Slide, wide } from './deck.ts'
import { firstSlide } from './first-slide.ts'
import { fullText } from './full-text.ts'
import { notesSlide } from './list-slides.ts'
import { gapMessage, journeyMessage, type Making, makingOf } from './messages.ts'
import { pollSlides } from './poll-slides.ts'
import { chartsIn, sectionOf, tableIn } from './reading-report.ts'
import { attendanceSlide, beforeAfterSlide, promisesSlide, trendsSlide } from './room-slides.ts'

/** The board as it can be put on a slide. */
export type Picture = { bytes: Uint8Array; width: number; height: number; alt: string }

export function buildDeck(report: Report, board: Picture | null): Deck {
  const making = makingOf(report, officeWords[report.language])
  const of = (id: SectionId) => sectionOf(report, id)
  const slides = [
    firstSlide(making),
    actionsSlide(of('decisions'), making),
    mapSlide(of('map'), board, making),
    scoresSlide(of('scores'), making),
    notesSlide(of('pain-points'), of('opportunities'), making),
    beforeAfterSlide(of('before-after'), making),
    ...pollSlides(of('polls'), making),
    promisesSlide(of('concerns'), of('commitments'), making),
    attendanceSlide(of('attendance'), of('speaking'), making),
    trendsSlide(of('trends'), of('mood'), making),
    nextSlide(of('decisions'), making),
  ].filter((slide) => slide !== null)
  return { language: report.language, title: report.title, slides }
}

function mapSlide(section: Section | null, board: Picture | null, making: Making): Slide | null {
  if (!section || !board) return null
  const scale = Math.min(body.w / board.width, body.h / board.height)
  const [w, h] = [board.width * scale, board.height * scale]
  const box = { x: margin + (wide - w) / 2, y: body.y + (body.h - h) / 2, w, h }
  const [touchpoints, stages] = [tableIn(section, 'touchpoints'), tableIn(section, 'stages')]
  return {
    label: section.title,
    headline: journeyMessage(touchpoints, stages, making) ?? section.title,
    parts: [{ kind: 'picture', box, bytes: board.bytes, alt: board.alt }],
    notes: fullText(making.report, [section]),
  }
}

function scoresSlide(section: Section | null, making: Making): Slide | null {
  const [scores] = chartsIn(section)
  if (!section || !scores || scores.categories.length === 0) return null
  return {
    label: section.title,
    headline: gapMessage(scores, making) ?? section.title,
    parts: chartPart(scores, body, making),
    notes: fullText(making.report, [section]),
  }
}
