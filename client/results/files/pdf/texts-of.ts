// Every text that a report on paper holds, so that the fonts for it can be fetched before anything is drawn.

import { atAGlance } from '#shared/results/report/open-points.ts'
import type { Block, Report } from '#shared/results/report.ts'
import type { WriteCell } from './cells.ts'
import { cleaned } from './lines.ts'
import type { PdfWords } from './pdf-words.ts'

export function* textsOf(report: Report, write: WriteCell, words: PdfWords): Generator<string> {
  for (const text of everyText(report, write)) yield cleaned(text)
  yield* Object.values(words)
  const glance = atAGlance(report)
  if (glance) {
    for (const { label, value, type } of glance.facts) yield* [label, write(value, type)]
    yield* glance.open
  }
  yield 'Runde… 0123456789/'
}

/** As they stand in the report. */
export function* everyText({ title, subtitle, asOf, sections }: Report, write: WriteCell): Generator<string> {
  yield* [title, subtitle, asOf]
  for (const section of sections) {
    yield section.title
    if (section.hint) yield section.hint
    for (const block of section.blocks) yield* blockTexts(block, write)
  }
}

function* blockTexts(block: Block, write: WriteCell): Generator<string> {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'withheld':
      yield block.text
      break
    case 'list':
      yield* block.items
      break
    case 'facts':
      for (const { label, value, type } of block.facts) yield* [label, write(value, type)]
      break
    case 'table':
      yield block.title
      for (const { title } of block.columns) yield title
      for (const row of block.rows)
        for (const [place, cell] of row.entries()) yield write(cell, block.columns[place]?.type ?? 'text')
      break
    case 'chart':
      yield* [block.title, block.categoryTitle, ...block.categories]
      for (const { name, values } of block.series) {
        yield name
        for (const value of values) yield write(value, block.type)
      }
      break
    case 'picture':
      yield block.alt
      break
  }
}
