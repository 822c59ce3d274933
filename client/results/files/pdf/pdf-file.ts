// The report as a PDF, written in a thread of its own: the page goes on while a long one takes its seconds.
import type { FromWriter, PdfJob } from '#client/results/files/pdf/pdf-worker.ts'
import { picturesFor } from '#client/results/files/pdf/pictures-for.ts'
import type { Progress, ReportSource } from '#client/results/files/report-file.ts'

/** Drawing the board takes the longer half. */
const pictureShare = 0.6

export async function pdfFile({ report, pictures }: ReportSource, progress: Progress): Promise<Blob> {
  const drawn = await picturesFor(report, pictures, (share) => progress(share * pictureShare))
  const bytes = await writeApart({ report, pictures: drawn }, (share) =>
    progress(pictureShare + share * (1 - pictureShare)),
  )
  return new Blob([bytes], { type: 'application/pdf' })
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
