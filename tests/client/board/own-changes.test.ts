// Whose a change to the board is: one's own, by hand or by undo; not others', nor what is laid out because of them.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { localOrigin, quietOrigin } from '#client/board/binding/origins.ts'
import { onOwnChange } from '#client/board/own-changes.ts'

function scene() {
  const doc = new Y.Doc()
  const records = doc.getMap('records')
  let changes = 0
  const stop = onOwnChange(doc, () => {
    changes += 1
  })
  return { doc, records, stop, count: () => changes }
}

test('one’s own change is told, and so is taking it back', () => {
  const { doc, records, count } = scene()
  const undo = new Y.UndoManager(records, { trackedOrigins: new Set([localOrigin]) })
  doc.transact(() => records.set('note', 'Wer ruft zurück?'), localOrigin)
  expect(count()).toBe(1)
  undo.undo()
  expect(count()).toBe(2)
})

test('what others change and what is tidied up is not told, nor anything after the end', () => {
  const { doc, records, stop, count } = scene()
  const other = new Y.Doc()
  other.getMap('records').set('note', 'Niemand')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'somebody else')
  doc.transact(() => records.set('map', 'laid out'), quietOrigin)
  expect(count()).toBe(0)
  stop()
  doc.transact(() => records.set('note', 'Ich'), localOrigin)
  expect(count()).toBe(0)
})
