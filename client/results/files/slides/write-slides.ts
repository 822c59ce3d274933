// Writes a report as a PowerPoint file.
import type { Progress } from '#client/results/files/report-file.ts'
import type { Report } from '#shared/results/report.ts'
import { buildDeck } from './build-deck.ts'
import { chartData } from './chart-data.ts'
import type { Deck, Slide } from './deck.ts'
import { drawDeck } from './draw-deck.ts'
import type { Picture } from './map-slide.ts'
import { tidyPackage } from './tidy-package.ts'

/** `pictures` of maps, those that matter most first. */
export type SlidesJob = { report: Report; pictures: readonly Picture[] }

const locales = { de: 'de-DE', en: 'en-GB' } as const

export async function writeSlides(
  { report, pictures }: SlidesJob,
  progress: Progress,
): Promise<Uint8Array<ArrayBuffer>> {
  const deck = buildDeck(report, pictures)
  const data: Uint8Array[] = []
  // One after the other: each holds a whole workbook in memory while it is made.
  for (const chart of chartsOf(deck)) data.push(await chartData(chart))
  progress(0.4)
  const written = await drawDeck(deck).write({ outputType: 'uint8array' })
  if (!(written instanceof Uint8Array)) throw new Error('pptxgenjs wrote something else than bytes.')
  progress(0.8)
  const file = tidyPackage(written, {
    chartData: data,
    pictures: deck.slides.flatMap(picturesOn),
    language: locales[report.language],
  })
  progress(1)
  return file
}

const picturesOn = ({ parts }: Slide) =>
  parts.flatMap((part) => (part.kind === 'picture' ? [part.bytes] : []))

const chartsOf = ({ slides }: Deck) =>
  slides.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'chart' ? [part.chart] : [])))
