// The read-side repair: whatever parents records claim, what comes out is a tree, and the same one everywhere.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BoardRecord } from '#shared/board/document.ts'
import { repair } from '#shared/board/repair.ts'

const page: BoardRecord = { id: 'page:page', typeName: 'page' }
const shape = (id: string, parentId: string): BoardRecord => ({ id, typeName: 'shape', parentId })
const board = (...records: BoardRecord[]) => new Map([page, ...records].map((record) => [record.id, record]))

test('a board in order stays as it is, record for record', () => {
  const records = board(shape('shape:a', page.id), shape('shape:b', 'shape:a'))
  const repaired = repair(records)
  for (const [id, record] of records) expect(repaired.get(id)).toBe(record)
})

test('of a cycle the smallest id is cut loose', () => {
  const repaired = repair(
    board(shape('shape:b', 'shape:c'), shape('shape:c', 'shape:a'), shape('shape:a', 'shape:b')),
  )
  expect([...repaired.values()].map(({ parentId }) => parentId)).toEqual([
    undefined,
    'shape:c',
    'shape:a',
    page.id,
  ])
})

test('a shape within itself lies on the page', () => {
  expect(repair(board(shape('shape:a', 'shape:a'))).get('shape:a')?.parentId).toBe(page.id)
})

test('a binding without both its ends is left out', () => {
  const binding = { id: 'binding:a', typeName: 'binding', fromId: 'shape:a', toId: 'shape:gone' }
  expect(repair(board(shape('shape:a', page.id), binding)).has('binding:a')).toBe(false)
})

test('without a page there is nothing to show', () => {
  expect(repair(new Map([['shape:a', shape('shape:a', 'page:page')]])).size).toBe(0)
})

test('any claims of parents come out as a tree, in whichever order the records arrive', () => {
  const ids = Array.from({ length: 8 }, (_, at) => `shape:${at}`)
  const claims = fc.array(fc.constantFrom(...ids, page.id, 'shape:gone'), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(claims, fc.shuffledSubarray(ids, { minLength: 8 }), (parents, order) => {
      const records = new Map(ids.map((id, at) => [id, shape(id, parents[at] ?? page.id)]))
      const repaired = repair(board(...records.values()))
      const shuffled = repair(board(...order.flatMap((id) => records.get(id) ?? [])))
      for (const id of ids) {
        expect(shuffled.get(id)).toEqual(repaired.get(id))
        const seen = new Set<string>()
        let at = id
        while (at.startsWith('shape:')) {
          expect(seen.has(at)).toBe(false)
          seen.add(at)
          at = String(repaired.get(at)?.parentId)
        }
        expect(at).toBe(page.id)
      }
    }),
  )
})
