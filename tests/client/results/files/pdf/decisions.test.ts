// Decisions as cards: nothing of their table is lost, and each has the picture of where it came from.
import { expect, test } from 'vitest'
import { asCards } from '#client/results/files/pdf/decisions.ts'
import type { Block, Section, Table } from '#shared/results/report.ts'
import { cardId } from '#tests/support/printed-report.ts'

const table: Table = {
  kind: 'table',
  id: 'decisions',
  title: 'What was decided',
  columns: [
    { title: 'Action', type: 'text' },
    { title: 'Owner', type: 'text' },
    { title: 'Due', type: 'day' },
  ],
  rows: [
    ['Call back', 'Ahmet', '2027-01-15'],
    ['Write less', null, null],
  ],
}
const picture = (): Block => ({ kind: 'picture', of: cardId('a'), alt: 'The note' })
const section = (blocks: readonly Block[], id: Section['id'] = 'decisions'): Section => ({
  id,
  title: 'What was decided',
  hint: null,
  blocks,
})
const fact = (label: string, value: string, type: 'text' | 'day') => ({ label, value, type })

test('each row becomes a heading with its number, and what is known of it', () => {
  expect(asCards(section([table])).blocks).toEqual([
    { kind: 'heading', text: '1. Call back' },
    { kind: 'facts', facts: [fact('Owner', 'Ahmet', 'text'), fact('Due', '2027-01-15', 'day')] },
    { kind: 'heading', text: '2. Write less' },
  ])
})

test('a picture under the heading of a row goes to its card, and what else stands there stays', () => {
  const other: Block[] = [{ kind: 'heading', text: 'Later' }, picture()]
  const cards = asCards(section([table, { kind: 'heading', text: '2. Write less' }, picture(), ...other]))
  expect(cards.blocks.slice(2)).toEqual([{ kind: 'heading', text: '2. Write less' }, picture(), ...other])
})

test('two pictures under headings of one name both stay', () => {
  const one: Table = { ...table, rows: [['Call back', null, null]] }
  const heading = (): Block => ({ kind: 'heading', text: '1. Call back' })
  const cards = asCards(section([one, heading(), picture(), heading(), picture()]))
  expect(cards.blocks).toEqual([heading(), picture(), heading(), picture()])
})

test('a table of another section stays one, and so does a very long one', () => {
  expect(asCards(section([table], 'notes')).blocks).toEqual([table])
  const long = { ...table, rows: Array.from({ length: 41 }, () => ['Call back', null, null]) }
  expect(asCards(section([long])).blocks).toEqual([long])
})
