// What a file of the results is made of and how: one for each format, its code loaded when it is asked for.
import type { Pictures } from '#client/results/files/pictures.ts'
import type { Report } from '#shared/results/report.ts'
import type { Results } from '#shared/results/results.ts'

export type ReportSource = {
  /** In the language and with the sections that were chosen. */
  report: Report
  /** All of them, whatever was chosen. */
  results: Results
  pictures: Pictures
}

export type ReportFile = {
  /** Its name is in `fileTexts`. */
  id: FileId
  /** Of its file name, without the dot. */
  ending: string
  /** Who wants it: those who are told, or those who carry on. */
  for: 'readers' | 'doers'
  /** Null when there is nothing to put into it. */
  make(source: ReportSource, progress: Progress): Promise<Blob | null>
}
type FileId = 'pdf' | 'slides' | 'workbook' | 'csv' | 'markdown' | 'calendar'

/** From 0 to 1, as often as there is something new to say. */
export type Progress = (share: number) => void
