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
  },
  en: {
    pdf: 'PDF',
    slides: 'PowerPoint',
    workbook: 'Excel',
    csv: 'CSV tables (ZIP)',
    markdown: 'Markdown',
    calendar: 'Calendar (ICS)',
  },
})
