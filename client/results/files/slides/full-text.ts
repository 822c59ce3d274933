// A section of the report as plain text, for the notes of whoever presents it.
import { officeWords } from '#client/results/files/office-words.ts'
import { type Block, type Report, type Section, type Table, tableOf } from '#shared/results/report.ts'
import { type ShownCell, shownCells } from './shown-cell.ts'

// Notes of a whole map would be longer than any program shows.
const longest = 12_000

export function fullText(report: Report, sections: readonly Section[]): string {
  const show = shownCells(report)
  const text = sections.map((section) => sectionText(section, show)).join('\n\n')
  if (text.length <= longest) return text
  const cut = text.lastIndexOf('\n', longest)
  return `${text.slice(0, cut > 0 ? cut : longest)}\n\n${officeWords[report.language].cutNotes}`
}

const sectionText = ({ title, hint, blocks }: Section, show: ShownCell): string =>
  [title, hint, ...blocks.map((block) => blockText(block, show))].filter((part) => part !== null).join('\n')

function blockText(block: Block, show: ShownCell): string | null {
  switch (block.kind) {
    case 'heading':
      return `\n${block.text}`
    case 'text':
    case 'withheld':
      return block.text
    case 'list':
      return block.items.map((item) => `– ${item.replaceAll('\n', ' ')}`).join('\n')
    case 'facts':
      return block.facts.map(({ label, value, type }) => `${label}: ${show(value, type)}`).join('\n')
    case 'table':
      return tableText(block, show)
    case 'chart':
      return tableText(tableOf(block), show)
    case 'picture':
      return null
  }
}

/** "Call after three days: Owner Cem, Due 15 Jan 2027". */
const tableText = ({ title, columns, rows }: Table, show: ShownCell): string =>
  [
    title,
    ...rows.map((row) => {
      const [first, ...others] = columns.map(({ title, type }, place) => ({
        title,
        value: show(row[place] ?? null, type).replaceAll('\n', ' '),
      }))
      const beside = others.filter(({ value }) => value !== '').map(({ title, value }) => `${title} ${value}`)
      return `– ${first?.value ?? ''}${beside.length > 0 ? `: ${beside.join(', ')}` : ''}`
    }),
  ].join('\n')
