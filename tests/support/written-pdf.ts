// Writes a report as a PDF and reads it again, for tests that compare the two.
import { expect } from 'vitest'
import { cellWriter } from '#client/results/files/pdf/cells.ts'
import { writePdf } from '#client/results/files/pdf/write-pdf.ts'
import type { PictureOf, PngPicture } from '#client/results/files/pictures.ts'
import type { Block, Report } from '#shared/results/report.ts'
import { fontFromDisk } from './font-from-disk.ts'
import { type ReadPdf, readPdf, withoutSpace } from './read-pdf.ts'

export type Written = ReadPdf & { fonts: string[]; text: string }

export async function written(
  report: Report,
  pictures: readonly (readonly [PictureOf, PngPicture])[] = [],
): Promise<Written> {
  const fonts: string[] = []
  const loadFont = (url: string) => {
    fonts.push(/([^/]+)\.woff/.exec(url)?.[1] ?? url)
    return fontFromDisk(url)
  }
  const read = await readPdf(await writePdf({ report, pictures: new Map(pictures), loadFont }, () => {}))
  const footer = (page: number) => withoutSpace(`${report.title}${report.asOf}${page} / ${read.pages.length}`)
  // Across pages a text goes on after the footer.
  const text = read.pages.map((page, place) => page.replace(footer(place + 1), '')).join('')
  return { ...read, fonts, text }
}

/** In the order of the report; charts arrange theirs as a drawing does. */
export function expectInOrder({ text }: Written, report: Report): void {
  const write = cellWriter(report)
  let from = 0
  const next = (words: string) => {
    const at = text.indexOf(withoutSpace(words), from)
    expect.soft(at, `"${words}" after "${text.slice(Math.max(0, from - 30), from)}"`).not.toBe(-1)
    if (at !== -1) from = at + withoutSpace(words).length
  }
  const tell = (block: Block) => {
    if (block.kind === 'list') block.items.forEach(next)
    else if (block.kind === 'facts')
      for (const { label, value, type } of block.facts) [label, write(value, type)].forEach(next)
    else if (block.kind === 'table') {
      for (const { title } of [block, ...block.columns]) next(title)
      for (const row of block.rows)
        for (const [place, cell] of row.entries()) next(write(cell, block.columns[place]?.type ?? 'text'))
    } else if (block.kind === 'chart') {
      const values = block.series.flatMap((series) => series.values.map((value) => write(value, block.type)))
      for (const words of [block.title, ...block.categories, ...values])
        expect.soft(text).toContain(withoutSpace(words))
    } else if (block.kind === 'picture') next('')
    else next(block.text)
  }
  for (const words of [report.title, report.subtitle, report.asOf]) next(words)
  for (const section of report.sections) {
    next(section.title)
    next(section.hint ?? '')
    section.blocks.forEach(tell)
  }
}
