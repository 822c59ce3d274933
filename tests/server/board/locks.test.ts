// Locks on the server: who may set them, what they forbid, and that honest edits under way when one is set come in.
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveDocument } from '#server/board/live-document.ts'
import { LockTimes, lockGraceMs } from '#server/board/locks.ts'
import { scanUpdate } from '#server/board/scan-update.ts'
import { addRecord, type BoardRecord, changeRecord, readRecord, recordsOf } from '#shared/board/document.ts'
import { hasLock, isLockedIn, lockBoard } from '#shared/board/locks.ts'
import { closeCodes } from '#shared/board/protocol.ts'
import { arrowBinding } from '#tests/support/arrow-binding.ts'
import { createManualTime } from '#tests/support/manual-time.ts'
import {
  addSticky,
  contentsOf,
  docOf,
  moveSticky,
  removeSticky,
  sticky,
  typeIntoSticky,
  updatesOf,
} from './sample-records.ts'
import { ana, bo, closed, serveBoard, workshopId } from './serve-board.ts'

const frame = (name: string): BoardRecord => ({
  ...sticky(name),
  type: 'frame',
  props: { w: 400, h: 300, name: '', color: 'black' },
})
const change = (doc: Y.Doc, name: string, changes: Partial<BoardRecord>) => {
  const entry = recordsOf(doc).get(`shape:${name}`)
  const record = readRecord(entry)
  if (!entry || !record) throw new Error(`${name} is not there`)
  doc.transact(() => changeRecord(entry, record, { ...record, ...changes }))
}
const lock = (name: string) => (doc: Y.Doc) => change(doc, name, { isLocked: true })
const into = (name: string, parent: string) => (doc: Y.Doc) =>
  change(doc, name, { parentId: parent.startsWith('page:') ? parent : `shape:${parent}` })

/** A frame with a note and a frame with a note in it, and a note beside it. */
function aBoard() {
  const doc = new Y.Doc()
  doc.transact(() => {
    addRecord(recordsOf(doc), frame('frame'))
    addRecord(recordsOf(doc), { ...frame('inner'), parentId: 'shape:frame' })
    addRecord(recordsOf(doc), { ...sticky('within'), parentId: 'shape:frame' })
    addRecord(recordsOf(doc), { ...sticky('deep'), parentId: 'shape:inner' })
    addRecord(recordsOf(doc), sticky('beside'))
  })
  const time = createManualTime()
  const lockTimes = new LockTimes(time.now)
  const stored = [Y.encodeStateAsUpdate(doc)]
  let live = new LiveDocument(stored, lockTimes)
  const take = (update: Uint8Array, mayLock: boolean) => {
    live.checkComplete(scanUpdate(update, { maxStructs: 200_000 }))
    try {
      live.take(update, mayLock)
      stored.push(update)
    } catch (error) {
      live = new LiveDocument(stored, lockTimes) // as the board does
      throw error
    }
  }
  /** As of the last update that was taken, on a browser of its own. */
  const by = (mayLock: boolean) => (act: (doc: Y.Doc) => void) => {
    const browser = docOf(...stored)
    for (const update of updatesOf(browser, () => browser.transact(() => act(browser)))) take(update, mayLock)
  }
  return {
    time,
    facilitator: by(true),
    participant: by(false),
    /** A participant's browser that has not heard of what comes later. */
    unaware: () => {
      const browser = docOf(...stored)
      return (act: (doc: Y.Doc) => void) => {
        for (const update of updatesOf(browser, () => browser.transact(() => act(browser))))
          take(update, false)
      }
    },
    forget: () => {
      live = new LiveDocument(stored, lockTimes)
    },
    now: () => docOf(...stored),
  }
}

const refusal = 'locked; a facilitator can unlock it'
const onlyFacilitators = 'Only a facilitator can lock or unlock'

describe('nobody but a facilitator', () => {
  test.for<[string, (doc: Y.Doc) => void]>([
    ['locks a shape', lock('beside')],
    ['locks the board', (doc) => lockBoard(doc, true)],
    ['brings a locked shape', (doc) => addRecord(recordsOf(doc), { ...sticky('new'), isLocked: true })],
  ])('%s', ([_name, act]) => {
    const board = aBoard()
    expect(() => board.participant(act)).toThrow(onlyFacilitators)
    board.facilitator(act)
  })
  test.for<[string, (doc: Y.Doc) => void]>([
    ['unlocks a shape', (doc) => change(doc, 'frame', { isLocked: false })],
    ['puts an unlocked one in its place', (doc) => addRecord(recordsOf(doc), frame('frame'))],
    [
      'unlocks it by a new seed',
      (doc) => {
        recordsOf(doc).get('shape:frame')?.delete('f.isLocked')
      },
    ],
  ])('%s, not even right after it was locked', ([_name, act]) => {
    const board = aBoard()
    board.facilitator(lock('frame'))
    expect(() => board.participant(act)).toThrow(onlyFacilitators)
    board.facilitator(act)
    expect(hasLock(recordsOf(board.now()).get('shape:frame'))).toBe(false)
  })
  test('unlocks the board', () => {
    const board = aBoard()
    board.facilitator((doc) => lockBoard(doc, true))
    expect(() => board.participant((doc) => lockBoard(doc, false))).toThrow(onlyFacilitators)
    expect(() => board.participant((doc) => doc.getMap('meta').set('locked', 0))).toThrow(onlyFacilitators)
    board.facilitator((doc) => lockBoard(doc, false))
    board.participant((doc) => moveSticky(doc, 'beside', 9))
  })
})

describe('in a locked frame', () => {
  const touching: [string, (doc: Y.Doc) => void][] = [
    ['moves it', (doc) => change(doc, 'frame', { x: 5 })],
    ['moves a card in it', (doc) => moveSticky(doc, 'within', 5)],
    ['types into a card in it', (doc) => typeIntoSticky(doc, 'within', 'x')],
    ['types into a card two frames deep', (doc) => typeIntoSticky(doc, 'deep', 'x')],
    ['takes a card out of it', into('within', 'page:page')],
    ['takes a frame with a card out of it', into('inner', 'page:page')],
    ['puts a card into it', into('beside', 'frame')],
    ['puts a card into a frame in it', into('beside', 'inner')],
    ['adds a card to it', (doc) => addRecord(recordsOf(doc), { ...sticky('new'), parentId: 'shape:frame' })],
    ['deletes a card in it', (doc) => removeSticky(doc, 'deep')],
    ['deletes it', (doc) => removeSticky(doc, 'frame')],
    [
      'replaces a card in it',
      (doc) => addRecord(recordsOf(doc), { ...sticky('within'), parentId: 'page:page' }),
    ],
  ]
  test.for(touching)('nobody but a facilitator %s', ([_name, act]) => {
    const board = aBoard()
    board.facilitator(lock('frame'))
    board.time.pass(lockGraceMs + 1)
    const before = contentsOf(board.now())
    expect(() => board.participant(act)).toThrow(refusal)
    expect(contentsOf(board.now())).toEqual(before)
    board.forget()
    expect(() => board.participant(act)).toThrow(refusal)
    board.facilitator(act)
  })
  test.for(touching)('who was about to do it when it was locked is not sent away: %s', ([_name, act]) => {
    const board = aBoard()
    const write = board.unaware()
    board.facilitator(lock('frame'))
    board.time.pass(lockGraceMs)
    write(act)
  })
  test('what lies beside it stays free, and so does all of it once it is unlocked', () => {
    const board = aBoard()
    board.facilitator(lock('frame'))
    board.time.pass(lockGraceMs + 1)
    board.participant((doc) => moveSticky(doc, 'beside', 5))
    board.participant((doc) => addSticky(doc, 'new'))
    board.participant((doc) => removeSticky(doc, 'beside'))
    board.facilitator((doc) => change(doc, 'frame', { isLocked: false }))
    for (const [, act] of touching.slice(0, 4)) board.participant(act)
  })
  test('what it lies in can be moved, and not deleted around it', () => {
    const board = aBoard()
    board.facilitator(lock('deep'))
    board.time.pass(lockGraceMs + 1)
    board.participant((doc) => change(doc, 'frame', { x: 50 }))
    expect(() => board.participant((doc) => removeSticky(doc, 'frame'))).toThrow(refusal)
    expect(() => board.participant((doc) => removeSticky(doc, 'inner'))).toThrow(refusal)
    board.participant((doc) => removeSticky(doc, 'within'))
  })
  test('an arrow of it keeps its ends, one from outside may point into it', () => {
    const board = aBoard()
    const binding = (name: string, fromId: string) => arrowBinding({ name, fromId, toId: 'shape:within' })
    board.facilitator(lock('frame'))
    board.time.pass(lockGraceMs + 1)
    board.participant((doc) => addRecord(recordsOf(doc), binding('outside', 'shape:beside')))
    expect(() =>
      board.participant((doc) => addRecord(recordsOf(doc), binding('inside', 'shape:within'))),
    ).toThrow(refusal)
  })
  test('a lock that was set before the server started has no time left', () => {
    const doc = new Y.Doc()
    addSticky(doc, 'note')
    change(doc, 'note', { isLocked: true })
    const time = createManualTime()
    const live = new LiveDocument([Y.encodeStateAsUpdate(doc)], new LockTimes(time.now))
    for (const update of updatesOf(doc, () => moveSticky(doc, 'note', 5)))
      expect(() => live.take(update, false)).toThrow(refusal)
  })
  test('locking once more what is locked gives no new time', () => {
    const board = aBoard()
    board.facilitator(lock('frame'))
    board.time.pass(lockGraceMs)
    board.facilitator((doc) => recordsOf(doc).get('shape:frame')?.set('f.isLocked', true))
    board.time.pass(1)
    expect(() => board.participant((doc) => moveSticky(doc, 'within', 5))).toThrow(refusal)
  })
  test('parents that lie in each other end no server', () => {
    const board = aBoard()
    board.participant(into('frame', 'inner'))
    board.facilitator(lock('beside'))
    board.participant((doc) => moveSticky(doc, 'deep', 5))
  })
})

test('while the board is locked nobody but facilitators changes anything; edits under way come in', () => {
  const board = aBoard()
  const write = board.unaware()
  board.facilitator((doc) => lockBoard(doc, true))
  board.time.pass(lockGraceMs)
  write((doc) => typeIntoSticky(doc, 'beside', 'just in time'))
  board.time.pass(1)
  for (const act of [
    (doc: Y.Doc) => moveSticky(doc, 'beside', 5),
    (doc: Y.Doc) => addSticky(doc, 'new'),
    (doc: Y.Doc) => removeSticky(doc, 'within'),
    (doc: Y.Doc) => doc.getMap('meta').set('else', 1),
  ])
    expect(() => board.participant(act)).toThrow(refusal)
  board.facilitator((doc) => moveSticky(doc, 'beside', 7))
  expect(contentsOf(board.now())['shape:beside']).toHaveProperty('p.text', 'just in time')
})

test('a browser that asks sees the same locks as the server', () => {
  const board = aBoard()
  board.facilitator(lock('frame'))
  const doc = board.now()
  expect(['frame', 'within', 'deep', 'beside'].map((name) => isLockedIn(doc, `shape:${name}`))).toEqual([
    true,
    true,
    true,
    false,
  ])
  lockBoard(doc, true)
  expect(isLockedIn(doc, 'shape:beside')).toBe(true)
})

test('over sockets: a forged update ends its sender’s connection, honest edits under way do not', async () => {
  const time = createManualTime()
  const server = await serveBoard({ now: time.now })
  const facilitator = await server.browser({ seat: 'facilitator' })
  const honest = await server.browser({ as: bo })
  addSticky(facilitator.doc, 'note')
  await expect.poll(() => contentsOf(honest.doc)).toHaveProperty('shape:note')
  let closes = 0
  honest.provider.on('connection-close', () => closes++)

  lock('note')(facilitator.doc)
  await expect.poll(() => hasLock(recordsOf(honest.doc).get('shape:note'))).toBe(true)
  time.pass(lockGraceMs)
  typeIntoSticky(honest.doc, 'note', 'under way')
  await expect.poll(() => contentsOf(facilitator.doc)['shape:note']).toHaveProperty('p.text', 'under way')
  expect(closes).toBe(0)

  time.pass(1)
  const forger = docOf(Y.encodeStateAsUpdate(honest.doc))
  const [forged] = updatesOf(forger, () => typeIntoSticky(forger, 'note', 'forged '))
  const socket = server.socket(`as=${bo}`)
  await new Promise((resolve) => socket.once('open', resolve))
  const end = closed(socket)
  const message = encoding.createEncoder()
  for (const part of [0, 2]) encoding.writeVarUint(message, part)
  encoding.writeVarUint8Array(message, forged ?? Uint8Array.of())
  socket.send(encoding.toUint8Array(message))
  expect(await end).toEqual({ code: closeCodes.refused, reason: expect.stringContaining(refusal) })
  expect(contentsOf(server.store.stored(workshopId))['shape:note']).toHaveProperty('p.text', 'under way')
  expect(closes).toBe(0)
  typeIntoSticky(facilitator.doc, 'note', 'the facilitator goes on, ')
  await expect
    .poll(() => contentsOf(honest.doc)['shape:note'])
    .toHaveProperty('p.text', 'the facilitator goes on, under way')
})

test('over sockets: what was written offline to a part that has since been locked is refused with a sentence', async () => {
  const time = createManualTime()
  const server = await serveBoard({ now: time.now })
  const facilitator = await server.browser({ as: ana, seat: 'facilitator' })
  const away = await server.browser({ as: bo })
  addSticky(facilitator.doc, 'note')
  await expect.poll(() => contentsOf(away.doc)).toHaveProperty('shape:note')
  away.provider.disconnect()
  typeIntoSticky(away.doc, 'note', 'offline')
  lock('note')(facilitator.doc)
  await expect.poll(() => hasLock(recordsOf(server.store.stored(workshopId)).get('shape:note'))).toBe(true)
  time.pass(lockGraceMs + 1)
  const end = new Promise((resolve) => away.provider.once('closed', resolve))
  away.provider.connect()
  expect(await end).toMatchObject({ code: closeCodes.refused, reason: expect.stringContaining(refusal) })
})
