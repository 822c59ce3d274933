// A report as a deck of at most twelve slides: what was decided first, one message each; what does not fit is counted.
import { officeWords } from '#client/results/files/office-words.ts'
import type { Report, Section, SectionId } from '#shared/results/report.ts'
import { actionsSlide, nextSlide } from './action-slides.ts'
import { chartPart } from './chart-parts.ts'
import { body, type Deck, type Slide } from './deck.ts'
import { firstSlide } from './first-slide.ts'
import { fullText } from './full-text.ts'
import { notesSlide } from './list-slides.ts'
import { mapSlide, type Picture } from './map-slide.ts'
import { gapMessage, type Making, makingOf } from './messages.ts'
import { pollSlides } from './poll-slides.ts'
import { chartsIn, sectionOf } from './reading-report.ts'
import { attendanceSlide, beforeAfterSlide, promisesSlide, trendsSlide } from './room-slides.ts'

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
