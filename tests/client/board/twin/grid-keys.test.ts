// The keys of the table: where each leads and what each does.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columns } from '#client/board/twin/table/columns.ts'
import {
  type GridKey,
  type GridPlace,
  type GridRow,
  gridAction,
  neighbourOf,
} from '#client/board/twin/table/grid-keys.ts'

const rows: GridRow[] = [
  { id: 'a', stageId: 'one', isCard: true },
  { id: 'b', stageId: 'one', isCard: true },
  { id: 'two', stageId: 'two', isCard: false },
  { id: 'c', stageId: 'three', isCard: true },
]
const key = (name: string, held: Partial<GridKey> = {}): GridKey => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})
const press = (name: string, place: GridPlace, held?: Partial<GridKey>) =>
  gridAction(key(name, held), place, rows)
const at = (row: string, column: GridPlace['column']): GridPlace => ({ row, column })

describe('moving', () => {
  test.each([
    ['ArrowRight', at('a', 'title'), at('a', 'channel')],
    ['ArrowLeft', at('a', 'title'), at('a', 'stage')],
    ['ArrowDown', at('b', 'actual'), at('two', 'actual')],
    ['ArrowUp', at('a', 'actual'), at('a', 'actual')],
    ['Home', at('b', 'emotion'), at('b', 'stage')],
    ['End', at('b', 'emotion'), at('b', 'more')],
    ['PageDown', at('a', 'target'), at('c', 'target')],
    ['PageUp', at('c', 'target'), at('a', 'target')],
  ] as const)('%s from %j leads to %j', (name, from, to) => {
    expect(press(name, from)).toEqual({ type: 'focus', place: to })
  })
  test('with Ctrl it goes all the way', () => {
    expect(press('Home', at('c', 'state'), { ctrlKey: true })).toEqual({
      type: 'focus',
      place: at('a', 'stage'),
    })
    expect(press('End', at('a', 'stage'), { ctrlKey: true })).toEqual({
      type: 'focus',
      place: at('c', 'more'),
    })
    expect(press('ArrowDown', at('a', 'state'), { metaKey: true })).toEqual({
      type: 'focus',
      place: at('c', 'state'),
    })
  })
  test('never leaves the table, whatever is pressed', () => {
    const names = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.boolean())), (pressed) => {
        let place = at('a', 'title')
        for (const [name, ctrlKey] of pressed) {
          const action = press(name, place, { ctrlKey })
          if (action?.type === 'focus') place = action.place
        }
        expect(rows.some(({ id }) => id === place.row)).toBe(true)
        expect(columns).toContain(place.column)
      }),
    )
  })
  test('Tab and browser shortcuts are left to the page', () => {
    for (const name of ['Tab', 'Escape', 'F5']) expect(press(name, at('a', 'title'))).toBe(null)
    for (const name of ['f', 'z', 'r', 'n'])
      expect(press(name, at('a', 'title'), { ctrlKey: true })).toBe(null)
  })
})

describe('doing', () => {
  test('Enter and F2 edit what can be edited in place, and open what cannot', () => {
    for (const name of ['Enter', 'F2']) {
      expect(press(name, at('a', 'title'))).toEqual({ type: 'edit', typed: null })
      expect(press(name, at('a', 'evidence'))).toEqual({ type: 'open' })
      expect(press(name, at('a', 'track'))).toBe(null)
    }
  })
  test('a letter begins to write in a title, a figure in a score', () => {
    expect(press('ß', at('a', 'title'))).toEqual({ type: 'edit', typed: 'ß' })
    expect(press('7', at('a', 'actual'))).toEqual({ type: 'edit', typed: '7' })
    expect(press('x', at('a', 'actual'))).toBe(null)
    expect(press('t', at('a', 'channel'))).toEqual({ type: 'edit', typed: 't' })
  })
  test('N makes a note wherever one is', () => {
    for (const column of columns) expect(press('n', at('a', column))).toEqual({ type: 'add-note' })
    expect(press('N', at('two', 'title'))).toEqual({ type: 'add-note' })
  })
  test('Space toggles the moment of truth, Delete clears a value and on a title deletes', () => {
    expect(press(' ', at('a', 'target'))).toEqual({ type: 'toggle-moment' })
    expect(press('Delete', at('a', 'target'))).toEqual({ type: 'clear' })
    expect(press('Delete', at('a', 'title'))).toEqual({ type: 'remove' })
    expect(press('Backspace', at('a', 'title'))).toBe(null)
    expect(press('Delete', at('a', 'channel'))).toBe(null)
  })
  test('Alt with an arrow moves the card', () => {
    expect(press('ArrowDown', at('a', 'title'), { altKey: true })).toEqual({
      type: 'move',
      direction: 'down',
    })
    expect(press('ArrowDown', at('two', 'title'), { altKey: true })).toBe(null)
  })
  test('a stage without touchpoints offers one, and nothing that needs a card', () => {
    expect(press('Enter', at('two', 'title'))).toEqual({ type: 'add-touchpoint' })
    expect(press('Enter', at('two', 'emotion'))).toEqual({ type: 'edit', typed: null })
    expect(press('Enter', at('two', 'stage'))).toEqual({ type: 'open' })
    for (const name of ['Enter', 'Delete', '7', 'F10'])
      expect(press(name, at('two', 'actual'), { shiftKey: name === 'F10' })).toBe(null)
  })
})

describe('the neighbour of a row that is gone', () => {
  test('is what stood after it, else before it, else the first', () => {
    expect(
      neighbourOf(
        'b',
        rows,
        rows.filter(({ id }) => id !== 'b'),
      ),
    ).toBe('two')
    expect(neighbourOf('c', rows, rows.slice(0, 3))).toBe('two')
    expect(neighbourOf('b', rows, [{ id: 'new', stageId: 'one', isCard: true }])).toBe('new')
    expect(neighbourOf('b', rows, [])).toBe(null)
  })
})
