// Where whoever leads is looking, in a word, for those who see the map as a list.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { leadPlace } from '#client/board/together/lead-place.ts'
import { readRecords, recordsOf } from '#shared/board/document.ts'
import { seedBoard } from '#shared/board/seed.ts'
import { findTemplate } from '#shared/templates/library.ts'

function aMap() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedBoard({ template: findTemplate('complaint'), language: 'de', title: 'Probe' }))
  const records = [...readRecords(doc).values()]
  const map = records.find(({ type }) => type === 'journey-map')
  const stages = records.filter(({ type }) => type === 'stage')
  const places = stages.map(({ x, y, props }) => ({
    title: String(Object(props).title),
    x: Number(map?.x) + Number(x),
    y: Number(map?.y) + Number(y),
  }))
  return { doc, places: places.sort((one, other) => one.x - other.x) }
}

test('the stage in the middle of the view', () => {
  const { doc, places } = aMap()
  for (const { title, x, y } of places)
    expect(leadPlace(doc, { x: x - 100, y: y - 50, w: 372, h: 900 })).toEqual({ kind: 'stage', title })
})
test('all of the map', () => {
  const { doc, places } = aMap()
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last) throw new Error('the template has stages')
  const view = { x: first.x - 100, y: first.y - 50, w: last.x - first.x + 400, h: 900 }
  expect(leadPlace(doc, view)).toEqual({ kind: 'all' })
})
test('none of it: to the side, above, on a board without a map, on one whose map is gone', () => {
  const { doc } = aMap()
  expect(leadPlace(doc, { x: 90_000, y: 0, w: 800, h: 600 })).toEqual({ kind: 'elsewhere' })
  expect(leadPlace(doc, { x: 0, y: -90_000, w: 800, h: 600 })).toEqual({ kind: 'elsewhere' })
  expect(leadPlace(new Y.Doc(), { x: 0, y: 0, w: 800, h: 600 })).toEqual({ kind: 'elsewhere' })
  for (const [id, { type }] of readRecords(doc)) if (type === 'journey-map') recordsOf(doc).delete(id)
  expect(leadPlace(doc, { x: 0, y: 0, w: 800, h: 600 })).toEqual({ kind: 'elsewhere' })
})
