// What a browser says about itself always fits into what the server passes on.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitting, Presence } from '#client/board/binding/presence-state.ts'
import { maxPresenceBytes } from '#shared/board/protocol.ts'
import { PersonId } from '#shared/ids.ts'

const id = fc.string({ unit: 'grapheme', maxLength: 200 }).map((name) => `shape:${name}`)
const size = (value: object) => Buffer.byteLength(JSON.stringify(value))

test('however much is selected, it fits, and what is kept is the beginning of the selection', () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 300 }), fc.option(id), (selected, editing) => {
      const view = { x: -12345, y: 67890, w: 12345, h: 6789 }
      const said = fitting({ cursor: { x: -12345, y: 67890 }, selected, editing, view })
      expect(size(said)).toBeLessThanOrEqual(maxPresenceBytes)
      expect(said.selected).toEqual(selected.slice(0, said.selected.length))
      expect(said).toMatchObject({ cursor: { x: -12345, y: 67890 }, editing, view })
    }),
  )
})

test('nothing is left out that would have fitted', () => {
  const selected = ['shape:one', 'shape:two']
  expect(fitting({ cursor: null, selected, editing: null, view: null }).selected).toEqual(selected)
  const long = Array.from({ length: 50 }, (_, at) => `shape:touchpoint-with-a-name-that-is-long-${at}`)
  const { length } = fitting({ cursor: null, selected: long, editing: null, view: null }).selected
  expect(
    size({ cursor: null, selected: long.slice(0, length + 1), editing: null, view: null }),
  ).toBeGreaterThan(maxPresenceBytes)
})

test('of what others send, what makes no sense is passed over and the rest is shown', () => {
  const person = PersonId.parse('0123456789abcdef')
  expect(Presence.parse({ cursor: 'here', selected: ['page:page'], editing: 7, person })).toEqual({
    cursor: null,
    selected: [],
    editing: null,
    view: null,
    person,
  })
  expect(Presence.safeParse({ cursor: null, selected: [], editing: null }).success).toBe(false)
})
