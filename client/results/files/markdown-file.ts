// The report as a Markdown file.
import type { ReportSource } from '#client/results/files/report-file.ts'
import { toMarkdown } from '#shared/results/markdown.ts'

export const markdownFile = ({ report }: ReportSource): Blob =>
  new Blob([toMarkdown(report)], { type: 'text/markdown;charset=utf-8' })
