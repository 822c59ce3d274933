// A report as a PowerPoint file.
import type { Progress, ReportSource } from '#client/results/files/report-file.ts'
import type { Report } from '#shared/results/report.ts'
import { buildDeck } from './build-deck.ts'
import { chartData } from './chart-data.ts'
import type { Deck } from './deck.ts'
import { drawDeck } from './draw-deck.ts'
import type { Picture } from './map-slide.ts'
import { tidyPackage } from './tidy-package.ts'

const mimeType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
const locales = { de: 'de-DE', en: 'en-GB' } as const
// As many dots as a slide has on a large screen; more only makes the file heavy.
const pictureSide = 2600

export async function slidesFile(
  { report, pictures }: Pick<ReportSource, 'report' | 'pictures'>,
  progress: Progress,
): Promise<Blob> {
  progress(0)
  const deck = buildDeck(report, await boardPicture(report, pictures))
  progress(0.5)
  const drawn = drawDeck(deck)
  const written = await drawn.write({ outputType: 'uint8array' })
  if (!(written instanceof Uint8Array)) throw new Error('pptxgenjs wrote something else than bytes.')
  progress(0.8)
  const data = await Promise.all(chartsOf(deck).map(chartData))
  const file = await tidyPackage(written, { chartData: data, language: locales[report.language] })
  progress(1)
  return new Blob([file], { type: mimeType })
}

/** The first picture of the map; null where there is none or it cannot be drawn. */
async function boardPicture(report: Report, pictures: ReportSource['pictures']): Promise<Picture | null> {
  const map = report.sections.find(({ id }) => id === 'map')
  const block = map?.blocks.find((each) => each.kind === 'picture')
  if (!block) return null
  const picture = await pictures.png(block.of, pictureSide)
  return picture && { ...picture, alt: block.alt }
}

const chartsOf = ({ slides }: Deck) =>
  slides.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'chart' ? [part.chart] : [])))
