// A report as a deck of eight to twelve slides: what was decided first, one message each; what does not fit is counted.
import { officeWords } from '#client/results/files/office-words.ts'
import { type Report, type Section, SectionId } from '#shared/results/report.ts'
import { actionsSlide, nextSlide } from './action-slides.ts'
import { chartPart } from './chart-parts.ts'
import { body, type Deck, type Slide } from './deck.ts'
import { otherSlides, silentSlides } from './filling-slides.ts'
import { firstSlide } from './first-slide.ts'
import { fullText } from './full-text.ts'
import { notesSlide } from './list-slides.ts'
import { mapSlides, type Picture } from './map-slide.ts'
import { gapMessage, type Making, makingOf } from './messages.ts'
import { pollSlides } from './poll-slides.ts'
import { chartsIn, sectionOf } from './reading-report.ts'
import { attendanceSlide, beforeAfterSlide, promisesSlide, trendsSlide } from './room-slides.ts'

/** So many, where sections are left out perhaps fewer. */
const slideCount = { least: 8, most: 12 } as const

/** Where in the deck a slide stands: the first, then the sections in their order, what comes next at the end. */
type Placed = { place: number; slide: Slide }
const placeOf = (id: SectionId): number => 1 + SectionId.options.indexOf(id)

/** `pictures` are of the maps, the most important first; those for which there is no room are left out. */
export function buildDeck(report: Report, pictures: readonly Picture[]): Deck {
  const making = makingOf(report, officeWords[report.language])
  const main = mainSlides(pictures.slice(0, 1), making)
  const room = slideCount.most - main.length
  const further = room > 0 && pictures.length > 1 ? mainSlides(pictures.slice(0, 1 + room), making) : main
  const slides = filled(further, making)
    .toSorted((one, other) => one.place - other.place)
    .map(({ slide }) => slide)
  return { language: report.language, title: report.title, slides }
}

function mainSlides(pictures: readonly Picture[], making: Making): Placed[] {
  const of = (id: SectionId) => sectionOf(making.report, id)
  const slides: [SectionId | 'first' | 'next', (Slide | null)[]][] = [
    ['first', [firstSlide(making)]],
    ['decisions', [actionsSlide(of('decisions'), making)]],
    ['map', mapSlides(of('map'), pictures, making)],
    ['scores', [scoresSlide(of('scores'), making)]],
    ['pain-points', [notesSlide(of('pain-points'), of('opportunities'), making)]],
    ['before-after', [beforeAfterSlide(of('before-after'), making)]],
    ['polls', pollSlides(of('polls'), making)],
    ['commitments', [promisesSlide(of('concerns'), of('commitments'), making)]],
    ['attendance', [attendanceSlide(of('attendance'), of('speaking'), making)]],
    ['trends', [trendsSlide(of('trends'), of('mood'), making)]],
    ['next', [nextSlide(of('decisions'), making)]],
  ]
  return slides.flatMap(([id, those]) => {
    const place = id === 'first' ? 0 : id === 'next' ? Number.MAX_SAFE_INTEGER : placeOf(id)
    return those.flatMap((slide) => (slide ? [{ place, slide }] : []))
  })
}

/** As many as a deck has at least: with what else there is, then with what is still missing. */
function filled(slides: readonly Placed[], making: Making): Placed[] {
  const hasTrends = sectionOf(making.report, 'trends') !== null
  const labels = new Set(slides.map(({ slide }) => slide.label))
  const others = otherSlides(making, hasTrends).filter(({ slide }) => !labels.has(slide.label))
  const more = [...others, ...silentSlides(making.report)]
    .slice(0, Math.max(0, slideCount.least - slides.length))
    .map(({ id, slide }) => ({ place: placeOf(id), slide }))
  return [...slides, ...more]
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
