// What a file of the results is made of and how: one for each format, its code loaded when it is asked for.
import type { fileTexts } from '#client/results/files/file-texts.ts'
import type { Pictures } from '#client/results/files/pictures.ts'
import type { Texts } from '#client/ui/texts.ts'
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
  make(source: ReportSource, progress: Progress): Promise<Blob>
}
type FileId = typeof fileTexts extends Texts<infer Keys> ? keyof Keys & string : never

/** From 0 to 1, as often as there is something new to say. */
export type Progress = (share: number) => void
