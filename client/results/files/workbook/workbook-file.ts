// A report as an Excel workbook, written in a thread.
import type { Progress, ReportSource } from '#client/results/files/report-file.ts'
import { writeIn } from '#client/results/files/thread.ts'

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function workbookFile(
  { report }: Pick<ReportSource, 'report'>,
  progress: Progress,
): Promise<Blob> {
  const thread = new Worker(new URL('./workbook-worker.ts', import.meta.url), { type: 'module' })
  return new Blob([await writeIn(thread, { job: report }, progress)], { type: mimeType })
}
