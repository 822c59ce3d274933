// What every file of one report says, each read by another program than the one that writes it; without white space.
import readXlsxFile from 'read-excel-file/node'
import { slidesFile } from '#client/results/files/slides/slides-file.ts'
import { writeSlides } from '#client/results/files/slides/write-slides.ts'
import { writeWorkbook } from '#client/results/files/workbook/write-workbook.ts'
import { csvFiles } from '#shared/results/csv.ts'
import { toMarkdown } from '#shared/results/markdown.ts'
import type { Report } from '#shared/results/report.ts'
import { openPackage } from './office-package.ts'
import { withoutSpace } from './read-pdf.ts'
import { written } from './written-pdf.ts'
import { elementsIn } from './xml.ts'

export async function everyFile(report: Report): Promise<Record<string, string>> {
  const texts = {
    pdf: (await written(report)).text,
    slides: await slidesText(report),
    workbook: await workbookText(report),
    csv: [...csvFiles(report).values()].join('\n').replaceAll('""', '"'),
    markdown: toMarkdown(report).replaceAll('\\', ''),
  }
  return Object.fromEntries(Object.entries(texts).map(([format, text]) => [format, withoutSpace(text)]))
}

/** With the notes of whoever speaks, which have everything. */
async function slidesText(report: Report): Promise<string> {
  const pictures = { png: async () => null, close() {} }
  const file = await openPackage(await slidesFile({ report, pictures }, () => {}, writeSlides))
  return file.names
    .filter((name) => /^ppt\/(slides|notesSlides)\/[^/]+\.xml$/.test(name))
    .flatMap((name) => elementsIn(file.xml(name), 'a:t').map(({ text }) => text))
    .join('\n')
}

async function workbookText(report: Report): Promise<string> {
  const file = await writeWorkbook(report, () => {})
  const sheets = await readXlsxFile(Buffer.from(file), { trim: false })
  return sheets.flatMap(({ data }) => data.flat()).join('\n')
}
