// A report as a PowerPoint file.
import type { Progress, ReportSource } from '#client/results/files/report-file.ts'
import type { Report } from '#shared/results/report.ts'
import { buildDeck } from './build-deck.ts'
import { chartData } from './chart-data.ts'
import type { Deck } from './deck.ts'
import { drawDeck } from './draw-deck.ts'
import { mapsByWeight, type Picture } from './map-slide.ts'
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
  const deck = buildDeck(report, await mapPictures(report, pictures))
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

/** More maps than that on slides are an atlas; a picture takes a second and some megabytes. */
const mostMaps = 3

/** Of the maps that matter most; those that cannot be drawn are left out. */
async function mapPictures(report: Report, pictures: ReportSource['pictures']): Promise<Picture[]> {
  const blocks = mapsByWeight(report.sections.find(({ id }) => id === 'map') ?? null)
  const drawn: Picture[] = []
  for (const { of, alt, map } of blocks.slice(0, mostMaps)) {
    const picture = await pictures.png(of, pictureSide)
    if (picture) drawn.push({ ...picture, of, alt, ...(map && { map }) })
  }
  return drawn
}

const chartsOf = ({ slides }: Deck) =>
  slides.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'chart' ? [part.chart] : [])))
