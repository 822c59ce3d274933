// The few words that only the PDF needs, in the language of its report.
import type { Language } from '#shared/language.ts'

const de = {
  contents: 'Inhalt',
  report: 'Workshop-Bericht',
  pictureMissing: 'Bild nicht verfügbar: {{alt}}',
  nothing: 'In diesem Workshop ist noch nichts festgehalten.',
  open: 'Was noch offen ist',
  none: '–',
}
const en: { [Key in keyof typeof de]: string } = {
  contents: 'Contents',
  report: 'Workshop report',
  pictureMissing: 'Picture not available: {{alt}}',
  nothing: 'Nothing has been recorded in this workshop yet.',
  open: 'What is still open',
  none: '–',
}
export type PdfWords = typeof de
export const pdfWords: Record<Language, PdfWords> = { de, en }
