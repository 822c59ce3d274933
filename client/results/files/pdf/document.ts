// An empty PDF that says what it is of, and in which language; its pages can be gone back to until it ends.
import PDFDocument from 'pdfkit'
import type { Report } from '#shared/results/report.ts'
import { cleaned } from './lines.ts'

export function openDocument(report: Pick<Report, 'language' | 'title' | 'subtitle'>): PDFDocument {
  const oneLine = (text: string) => cleaned(text).replace(/\s+/g, ' ').trim()
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: report.language === 'de' ? 'de-DE' : 'en-GB',
    tagged: true,
    displayTitle: true,
    font: null,
    info: { Title: oneLine(report.title), Subject: oneLine(report.subtitle), Creator: 'Runde' },
  })
}
