// Of what the server refuses, the person can take along what they wrote.
import { expect, test } from 'vitest'
import { UnsavedTexts } from '#client/board/unsaved-texts.ts'
import type { TouchpointShape } from '#shared/board/shapes.ts'
import { addNote, change, client, meet, move, seed, shapeId, type } from './board-clients.ts'

const delivery = shapeId('touchpoint-delivery')

function scene() {
  const state = seed()
  const [ana, bo] = [client(1, state), client(2, state)]
  return { ana, bo, unsaved: new UnsavedTexts(ana.doc, (origin) => origin !== 'network') }
}

test('only this person’s words are kept, and only those that are not saved', () => {
  const { ana, bo, unsaved } = scene()
  addNote(ana, 'saved', 'längst gespeichert')
  unsaved.clear()
  addNote(bo, 'theirs', 'von Bo')
  meet(ana, bo)
  const mine = addNote(ana, 'mine', 'ein')
  type(ana, mine, 'ein Gedanke')
  change<TouchpointShape>(ana, delivery, ({ props }) => ({ props: { ...props, notes: 'zweimal gefragt' } }))
  const title = ana.store.get(delivery)?.props
  expect(unsaved.toText().split('\n\n')).toEqual([
    'ein Gedanke',
    `${title && 'title' in title ? title.title : ''}\nzweimal gefragt`,
  ])
})

test('a card that only moved has no text, and a deleted one none any more', () => {
  const { ana, unsaved } = scene()
  move(ana, delivery, 5, 5)
  const mine = addNote(ana, 'mine', 'weg damit')
  ana.store.remove([mine])
  expect(unsaved.toText()).toBe('')
})

test('when changes of an earlier visit are refused, all the texts of the board are there', () => {
  const { unsaved } = scene()
  expect(unsaved.toText()).toContain('Anlieferung')
  unsaved.clear()
  expect(unsaved.toText()).toBe('')
})
