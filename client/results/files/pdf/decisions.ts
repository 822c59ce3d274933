// Decisions as cards instead of rows: each under its number, with what is known of it and the picture of its part of the board.
import type { Block, Section, Table } from '#shared/results/report.ts'

/** More than this is a list to look things up in, and stays a table. */
const mostCards = 40

/** The first table, taken apart; a heading "1. Title" with a picture is where the first row came from. */
export function asCards(section: Section): Section {
  const table = section.blocks.find((block): block is Table => block.kind === 'table')
  if (section.id !== 'decisions' || !table || table.rows.length > mostCards) return section
  const used = new Set<Block>([table])
  const cards = table.rows.flatMap((row, place): Block[] => {
    const [title, ...cells] = row
    const text = `${place + 1}. ${title ?? ''}`
    const facts = cells.flatMap((value, index) => {
      const column = table.columns[index + 1]
      return column && value !== null && value !== ''
        ? [{ label: column.title, value, type: column.type }]
        : []
    })
    const card: Block[] = [{ kind: 'heading', text }]
    if (facts.length > 0) card.push({ kind: 'facts', facts })
    for (const block of blocksUnder(section, text, used)) {
      used.add(block)
      if (block.kind !== 'heading') card.push(block)
    }
    return card
  })
  const before = section.blocks.slice(0, section.blocks.indexOf(table))
  const after = section.blocks.slice(before.length).filter((block) => !used.has(block))
  return { ...section, blocks: [...before, ...cards, ...after] }
}

/** A heading of these words and what follows, up to the next heading; nothing where there is none. */
function blocksUnder({ blocks }: Section, text: string, used: ReadonlySet<Block>): readonly Block[] {
  const start = blocks.findIndex(
    (block) => block.kind === 'heading' && block.text === text && !used.has(block),
  )
  if (start === -1) return []
  const length = blocks.slice(start + 1).findIndex((block) => block.kind === 'heading')
  return blocks.slice(start, length === -1 ? undefined : start + 1 + length)
}
