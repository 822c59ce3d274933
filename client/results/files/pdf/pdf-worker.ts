// The thread that writes a PDF.
import '#client/ui/quiet-zod.ts'
import type { PictureOf, PngPicture } from '#client/results/files/pictures.ts'
import { answerJob } from '#client/results/files/thread.ts'
import type { Report } from '#shared/results/report.ts'
import { opaque } from './opaque.ts'
import { writePdf } from './write-pdf.ts'

export type PdfJob = { report: Report; pictures: ReadonlyMap<PictureOf, PngPicture> }

answerJob(async ({ report, pictures }: PdfJob, progress) => {
  const plain = new Map<PictureOf, PngPicture>()
  for (const [of, picture] of pictures) plain.set(of, await opaque(picture))
  return writePdf({ report, pictures: plain, loadFont }, progress)
})

async function loadFont(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`the font ${url} was answered with ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}
