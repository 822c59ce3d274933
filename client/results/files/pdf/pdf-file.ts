// The report as a PDF, written in a thread of its own: the page goes on while a long one takes its seconds.
import type { FromWriter, PdfJob } from '#client/results/files/pdf/pdf-worker.ts'
import type { PictureOf, Pictures, PngPicture } from '#client/results/files/pictures.ts'
import type { Progress, ReportSource } from '#client/results/files/report-file.ts'
import type { Report } from '#shared/results/report.ts'

/** Of the board, for a page across: 300 dots per inch and a little. */
const boardSide = 4000
/** Of one card, which is small on paper. */
const cardSide = 900
/** Drawing the board takes the longer half. */
const pictureShare = 0.6

export async function pdfFile({ report, pictures }: ReportSource, progress: Progress): Promise<Blob> {
  const drawn = await picturesFor(report, pictures, (share) => progress(share * pictureShare))
  const bytes = await writeApart({ report, pictures: drawn }, (share) =>
    progress(pictureShare + share * (1 - pictureShare)),
  )
  return new Blob([bytes], { type: 'application/pdf' })
}

/** One that cannot be drawn is missing: the report says so in its place. */
async function picturesFor(
  report: Report,
  pictures: Pictures,
  progress: Progress,
): Promise<Map<PictureOf, PngPicture>> {
  const wanted = new Set(
    report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'picture' ? [block.of] : [])),
    ),
  )
  const drawn = new Map<PictureOf, PngPicture>()
  let done = 0
  for (const of of wanted) {
    const picture = await pictures.png(of, of === 'board' ? boardSide : cardSide)
    if (picture) drawn.set(of, picture)
    progress(++done / wanted.size)
  }
  return drawn
}

function writeApart(job: PdfJob, progress: Progress): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
  worker.onmessage = ({ data }: MessageEvent<FromWriter>) => {
    if (data.kind === 'progress') progress(data.share)
    else if (data.kind === 'written') resolve(data.bytes)
    else reject(new Error(`The PDF could not be written: ${data.reason}`))
  }
  worker.onerror = ({ message }) => reject(new Error(`The PDF's thread has failed: ${message}`))
  worker.postMessage(job)
  return promise.finally(() => worker.terminate())
}
