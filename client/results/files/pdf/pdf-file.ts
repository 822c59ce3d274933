// The report as a PDF: its pictures drawn by the page, the rest written in a thread.
import type { PdfJob } from '#client/results/files/pdf/pdf-worker.ts'
import { picturesFor } from '#client/results/files/pdf/pictures-for.ts'
import type { Progress, ReportSource } from '#client/results/files/report-file.ts'
import { writeIn } from '#client/results/files/thread.ts'

/** Drawing the board takes the longer half. */
const pictureShare = 0.6

export async function pdfFile({ report, pictures }: ReportSource, progress: Progress): Promise<Blob> {
  const drawn = await picturesFor(report, pictures, (share) => progress(share * pictureShare))
  // What they were cut of is as large as all that is written from here on.
  pictures.close()
  const job: PdfJob = { report, pictures: drawn }
  const moved = [...drawn.values()].map(({ bytes }) => bytes.buffer)
  const thread = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  const bytes = await writeIn(thread, { job, moved }, (share) =>
    progress(pictureShare + share * (1 - pictureShare)),
  )
  return new Blob([bytes], { type: 'application/pdf' })
}
