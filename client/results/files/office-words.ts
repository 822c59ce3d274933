// The words that only spreadsheets and slides need, in the language of their report.
import type { Language } from '#shared/language.ts'

const de = {
  overview: 'Überblick',
  sheet: 'Blatt',
  contents: 'Inhalt',
  rows: 'Zeilen',
  howToRead: 'Lesehilfe',
  subject: 'Thema',
  entry: 'Eintrag',
  value: 'Wert',
  details: 'Details',
  nothing: 'In diesem Workshop ist noch nichts festgehalten.',
}
const en: { [Key in keyof typeof de]: string } = {
  overview: 'Overview',
  sheet: 'Sheet',
  contents: 'Contents',
  rows: 'Rows',
  howToRead: 'How to read it',
  subject: 'Subject',
  entry: 'Entry',
  value: 'Value',
  details: 'details',
  nothing: 'Nothing has been recorded in this workshop yet.',
}
export type OfficeWords = typeof de
export const officeWords: Record<Language, OfficeWords> = { de, en }
