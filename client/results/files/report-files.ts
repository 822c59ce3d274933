// The formats that the results can be taken along in, in the order in which they are offered.
import type { ReportFile } from '#client/results/files/report-file.ts'

export const reportFiles: readonly ReportFile[] = [
  {
    id: 'pdf',
    ending: 'pdf',
    for: 'readers',
    make: async (source, progress) =>
      (await import('#client/results/files/pdf/pdf-file.ts')).pdfFile(source, progress),
  },
  {
    id: 'slides',
    ending: 'pptx',
    for: 'readers',
    make: async (source, progress) =>
      (await import('#client/results/files/slides/slides-file.ts')).slidesFile(source, progress),
  },
  {
    id: 'workbook',
    ending: 'xlsx',
    for: 'doers',
    make: async (source, progress) =>
      (await import('#client/results/files/workbook/workbook-file.ts')).workbookFile(source, progress),
  },
  {
    id: 'markdown',
    ending: 'md',
    for: 'doers',
    make: async (source) => (await import('#client/results/files/markdown-file.ts')).markdownFile(source),
  },
  {
    id: 'csv',
    ending: 'zip',
    for: 'doers',
    make: async (source) => (await import('#client/results/files/csv-file.ts')).csvFile(source),
  },
  {
    id: 'calendar',
    ending: 'ics',
    for: 'doers',
    make: async (source) => (await import('#client/results/files/calendar-file.ts')).calendarBlob(source),
  },
]
