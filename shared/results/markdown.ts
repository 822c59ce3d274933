// A report as a Markdown file for those who carry it on: it reads as plain text and as GitHub-flavoured Markdown.
import { cellText, isFigure } from './cell-text.ts'
import { inCell, inItem, inline, inParagraph } from './markdown-text.ts'
import {
  type Block,
  type Cell,
  type ColumnType,
  type Report,
  type Section,
  type Table,
  tableOf,
} from './report.ts'
import { type ReportFormats, reportFormats } from './report-formats.ts'

/** Ends with a line break. What cannot be written, a picture, is left out with the heading that had only that. */
export function toMarkdown({ language, timeZone, title, subtitle, asOf, sections }: Report): string {
  const format = reportFormats(language, timeZone)
  const head = [`# ${inline(title)}`, `${inline(subtitle)}\\\n${inline(asOf)}`]
  return `${[...head, ...sections.map((section) => sectionText(section, format))].join('\n\n')}\n`
}

function sectionText({ title, hint, blocks }: Section, format: ReportFormats): string {
  const parts = [`## ${inline(title)}`]
  if (hint !== null) parts.push(inParagraph(hint))
  let heading: string | null = null
  let above = title
  for (const block of blocks) {
    if (block.kind === 'heading') {
      heading = block.text
      continue
    }
    const text = blockText(block, format, heading ?? above)
    if (text === '') continue
    if (heading !== null) {
      parts.push(`### ${inline(heading)}`)
      above = heading
      heading = null
    }
    parts.push(text)
  }
  return parts.join('\n\n')
}

/** `above` is what stands over it already. */
function blockText(block: Exclude<Block, { kind: 'heading' }>, format: ReportFormats, above: string): string {
  switch (block.kind) {
    case 'text':
      return inParagraph(block.text)
    case 'list':
      return list(block.items)
    case 'facts':
      return list(
        block.facts.map(({ label, value, type }) => `${label}: ${cellText(value, type, format) || '–'}`),
      )
    case 'table':
      return tableText(block, format, above)
    case 'chart':
      return block.tableId === undefined ? tableText(tableOf(block), format, above) : ''
    case 'picture':
      return ''
    case 'withheld':
      return `*${inline(block.text)}*`
  }
}

const list = (items: readonly string[]): string => items.map((item) => `- ${inItem(item)}`).join('\n')

function tableText({ title, columns, rows }: Table, format: ReportFormats, above: string): string {
  const head = columns.map((column) => inCell(column.title))
  const rule = columns.map(({ type }) => (isFigure(type) ? '---:' : '---'))
  const body = rows.map((row) =>
    columns.map(({ type }, place) => cellMarkdown(row[place] ?? null, type, format) || '–'),
  )
  const table = [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  const name = inline(title)
  return title === above || name === '' ? table : `**${name}**\n\n${table}`
}

/** Figures and days are ours and need no escapes. */
function cellMarkdown(cell: Cell, type: ColumnType, format: ReportFormats): string {
  const text = cellText(cell, type, format)
  return type === 'text' ? inCell(text) : text
}
