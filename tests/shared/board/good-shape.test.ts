// The quick look at a shape never says yes where tldraw's validators say no.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BoardRecord } from '#shared/board/document.ts'
import { isSurelyGood } from '#shared/board/good-shape.ts'
import { boardSchema } from '#shared/board/schema.ts'
import { defaultProps, type OwnShapeType } from '#shared/board/shapes.ts'

const types = Object.keys(defaultProps) as OwnShapeType[] // of the very object that has these keys
const shapeOf = (type: OwnShapeType): BoardRecord => ({
  id: 'shape:one',
  typeName: 'shape',
  type,
  parentId: 'page:page',
  index: 'a1',
  x: 1.5,
  y: -2,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  meta: {},
  props: { ...defaultProps[type] },
})
const isGood = (record: unknown): boolean => {
  try {
    boardSchema.types.shape.validate(record)
    return true
  } catch {
    return false
  }
}

test.each(types)('a new %s is surely good', (type) => {
  expect(isSurelyGood(shapeOf(type))).toBe(true)
  expect(isGood(shapeOf(type))).toBe(true)
})

const value = fc.oneof(
  fc.anything(),
  fc.string(),
  fc.double(),
  fc.integer({ min: -3, max: 12 }),
  fc.constantFrom(
    'page:x',
    'shape:y',
    'web',
    'free',
    'x'.repeat(61),
    'x'.repeat(2001),
    undefined,
    null,
    Number.NaN,
  ),
)
const index = fc.stringMatching(/^[a-dzA-Z0!][\dA-Za-z]{0,5}$/)

test('whatever is put into a shape: surely good is good', () => {
  const change = fc.record({
    where: fc.constantFrom('record', 'props', 'meta'),
    key: fc.nat(20),
    value,
    isNew: fc.boolean(),
    isRemoved: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.array(change, { maxLength: 3 }), (type, changes) => {
      const record = shapeOf(type)
      for (const each of changes) {
        const part = (each.where === 'record' ? record : record[each.where]) as Record<string, unknown> // made above
        if (typeof part !== 'object' || part === null) continue
        const keys = Object.keys(part)
        const key = each.isNew ? 'extra' : (keys[each.key % Math.max(1, keys.length)] ?? 'extra')
        if (key === 'id' && typeof each.value !== 'string') continue
        if (each.isRemoved && key !== 'id') delete part[key]
        else part[key] = each.value
      }
      if (isSurelyGood(record)) expect(isGood(record)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('an index that surely is one is one for tldraw, too', () => {
  fc.assert(
    fc.property(index, (at) => {
      const record = { ...shapeOf('touchpoint'), index: at }
      if (isSurelyGood(record)) expect(isGood(record)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
