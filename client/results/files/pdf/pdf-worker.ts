// The thread that writes a PDF.
import '#client/ui/quiet-zod.ts'
import type { PictureOf, PngPicture } from '#client/results/files/pictures.ts'
import type { Report } from '#shared/results/report.ts'
import { opaque } from './opaque.ts'
import { writePdf } from './write-pdf.ts'

export type PdfJob = { report: Report; pictures: ReadonlyMap<PictureOf, PngPicture> }
export type FromWriter =
  | { kind: 'progress'; share: number }
  | { kind: 'written'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'failed'; reason: string }

const tell = (message: FromWriter) => self.postMessage(message)

self.onmessage = ({ data }: MessageEvent<PdfJob>) => {
  write(data).then(
    (bytes) => tell({ kind: 'written', bytes }),
    (error: unknown) =>
      tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
  )
}

async function write({ report, pictures }: PdfJob): Promise<Uint8Array<ArrayBuffer>> {
  const plain = new Map<PictureOf, PngPicture>()
  for (const [of, picture] of pictures) plain.set(of, await opaque(picture))
  return writePdf({ report, pictures: plain, loadFont }, (share) => tell({ kind: 'progress', share }))
}

async function loadFont(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`the font ${url} was answered with ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}
