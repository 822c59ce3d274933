// Who else is on the board: told when somebody selects, types or comes and goes, and not for each move of a pointer.
import { expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { peersOn, viewOf } from '#client/board/presence-of.ts'
import { PersonId } from '#shared/ids.ts'

const ana = PersonId.parse('anaaaaaaaaaaaaaa')
const bo = PersonId.parse('b0000000000000bb')
const view = { x: 0, y: 10, w: 800, h: 600 }

/** A board on which others can be made to say things. */
function company() {
  const doc = new Y.Doc()
  doc.clientID = 1
  const awareness = new Awareness(doc)
  const says = (clientId: number, state: object | null, heardAt = 0) => {
    const isKnown = awareness.states.has(clientId)
    if (state) awareness.states.set(clientId, state)
    else awareness.states.delete(clientId)
    awareness.meta.set(clientId, { clock: 1, lastUpdated: heardAt })
    const kind = state ? (isKnown ? 'updated' : 'added') : 'removed'
    awareness.emit('change', [{ added: [], updated: [], removed: [], [kind]: [clientId] }, 'test'])
  }
  const said = (person: PersonId, more: object = {}) => ({
    cursor: null,
    selected: [],
    editing: null,
    person,
    ...more,
  })
  return { awareness, says, said }
}

test('everybody but oneself is there, in an order that stays, without those who say nothing of sense', () => {
  const { awareness, says, said } = company()
  const peers = peersOn(awareness)
  const stop = peers.subscribe(() => {})
  says(9, said(bo, { selected: ['shape:a'] }))
  says(3, said(ana, { editing: 'shape:b' }))
  says(5, { selected: 'everything' })
  says(1, said(ana))
  expect(peers.all().map(({ clientId, personId }) => [clientId, personId])).toEqual([
    [3, ana],
    [9, bo],
  ])
  says(3, null)
  expect(peers.all().map(({ clientId }) => clientId)).toEqual([9])
  stop()
})

test('a pointer that moves tells nobody; a selection does', () => {
  const { awareness, says, said } = company()
  const peers = peersOn(awareness)
  const told = vi.fn()
  const stop = peers.subscribe(told)
  says(2, said(bo, { cursor: { x: 1, y: 1 } }))
  const before = peers.all()
  says(2, said(bo, { cursor: { x: 2, y: 2 } }))
  expect(told).toHaveBeenCalledTimes(1)
  expect(peers.all()).toBe(before)
  says(2, said(bo, { cursor: { x: 2, y: 2 }, selected: ['shape:a'] }))
  expect(told).toHaveBeenCalledTimes(2)
  stop()
})

test('who comes back to look later sees what has changed meanwhile', () => {
  const { awareness, says, said } = company()
  const peers = peersOn(awareness)
  peers.subscribe(() => {})()
  says(2, said(bo))
  const stop = peers.subscribe(() => {})
  expect(peers.all()).toHaveLength(1)
  stop()
})

test('of two windows of whoever leads, the one that was heard of last is followed', () => {
  const { awareness, says, said } = company()
  const stop = peersOn(awareness).subscribe(() => {})
  expect(viewOf(awareness, ana)).toBeNull()
  says(2, said(ana, { view }), 10)
  says(3, said(ana, { view: { ...view, x: 99 } }), 20)
  says(4, said(bo, { view: { ...view, x: 7 } }), 30)
  expect(viewOf(awareness, ana)).toEqual({ ...view, x: 99 })
  says(3, said(ana, { view: null }), 40)
  expect(viewOf(awareness, ana)).toEqual(view)
  stop()
})

test.each([{ ...view, w: 0 }, { ...view, h: -1 }, { ...view, x: 'left' }, 'all of it'])(
  'a view of %j is no view',
  (forged) => {
    const { awareness, says, said } = company()
    const stop = peersOn(awareness).subscribe(() => {})
    says(2, said(ana, { view: forged }))
    expect(viewOf(awareness, ana)).toBeNull()
    stop()
  },
)
