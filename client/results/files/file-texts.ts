// What each format is called where it can be chosen.
import { defineTexts } from '#client/ui/texts.ts'

export const fileTexts = defineTexts('report-files', {
  de: {
    pdf: 'PDF',
    slides: 'PowerPoint',
    workbook: 'Excel',
    csv: 'CSV-Tabellen (ZIP)',
    markdown: 'Markdown',
    calendar: 'Kalender (ICS)',
    noDates: 'Noch kein Datum eingetragen.',
  },
  en: {
    pdf: 'PDF',
    slides: 'PowerPoint',
    workbook: 'Excel',
    csv: 'CSV tables (ZIP)',
    markdown: 'Markdown',
    calendar: 'Calendar (ICS)',
    noDates: 'No date has been set yet.',
  },
})
