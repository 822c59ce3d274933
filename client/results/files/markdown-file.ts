// The report as a Markdown file.
import type { ReportSource } from '#client/results/files/report-file.ts'
import { toMarkdown } from '#shared/results/markdown.ts'

export const markdownFile = ({ report, results }: ReportSource): Blob =>
  new Blob([toMarkdown(results, report.language, report.timeZone)], { type: 'text/markdown;charset=utf-8' })
