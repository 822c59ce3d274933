// The tables of the report as CSV files in a ZIP.
import { strToU8, zipSync } from 'fflate'
import type { ReportSource } from '#client/results/files/report-file.ts'
import { csvFiles } from '#shared/results/csv.ts'

export function csvFile({ report, results }: ReportSource): Blob {
  const files = Object.fromEntries([...csvFiles(report)].map(([name, text]) => [name, strToU8(text)]))
  // At once and not in a thread: the page's security policy lets none begin from a text, and these are kilobytes.
  return new Blob([zipSync(files, { mtime: results.asOf })], { type: 'application/zip' })
}
