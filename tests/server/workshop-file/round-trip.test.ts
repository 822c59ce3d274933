// A workshop goes into a file and on from it as an equal one; and a file that is not right leaves nothing behind.
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { WholeStore } from '#server/storage/storage.ts'
import { readRecords } from '#shared/board/document.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { WorkshopFile } from '#shared/workshop-file/workshop-file.ts'
import { workshopId } from '#tests/support/ballot-room.ts'
import { trustQuestion } from '#tests/support/questions.ts'
import { type FileRoom, imageId, openFileRoom } from '#tests/support/workshop-file-room.ts'

let room: FileRoom

async function brought(file: unknown): Promise<WorkshopId> {
  const outcome = await room.bring(file)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value.id
}
const recordsIn = (update: Uint8Array) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return readRecords(doc)
}

describe('of a whole file', () => {
  beforeEach(async () => {
    room = await openFileRoom()
  })
  afterEach(() => room.close())

  test('what goes on from a file has the same results, board, names, images and history', async () => {
    const id = await brought(await room.write())
    expect(id).not.toBe(workshopId)
    const [before, after] = [await room.results(), await room.results(id)]
    expect(JSON.stringify(before)).toContain('Störungen am selben Tag melden')
    expect(after).toEqual({ ...before, asOf: after.asOf, workshop: { ...before.workshop, id } })
    expect(recordsIn(await room.board(id))).toEqual(recordsIn(await room.board()))
    const { people, images, history } = room.room.storage
    expect(await people.names(id)).toEqual(await people.names(workshopId))
    expect((await images.find(id, imageId))?.bytes).toEqual((await images.find(workshopId, imageId))?.bytes)
    const entries = async (of: WorkshopId) =>
      (await history.list(of)).map(({ kind, name, at, personId }) => ({ kind, name, at, personId }))
    expect(await entries(id)).toEqual(await entries(workshopId))
    expect(await entries(id)).toHaveLength(1)
  })

  test('a file of what went on from a file is the same file, but for its date and its ids', async () => {
    const first = await room.write()
    const second = await room.write(await brought(first))
    const comparable = ({
      savedAt: _,
      workshop: { id: __, ...workshop },
      results: ___,
      board,
      ...rest
    }: WorkshopFile) => ({
      ...rest,
      workshop,
      board: recordsIn(Buffer.from(board, 'base64')),
    })
    expect(comparable(second)).toEqual(comparable(first))
  })

  test('a sealed poll is read by its hash, though the workshop it came from is on the same server', async () => {
    const file = await room.write()
    const id = await brought(file)
    const { workshop } = await room.room.rooms.state(id)
    const [poll] = workshop.polls
    if (poll?.mode !== 'anonymous' || !poll.bundleHash) throw new Error('no sealed poll')
    const bundle = await room.room.ballots.bundle(poll.pollId, poll.bundleHash)
    expect(Buffer.from(bundle ?? []).toString('base64')).toBe(file.bundles[0]?.bundle)
  })

  test('a poll that runs is not in the file, and neither is a key, a ballot or a token of it', async () => {
    const [poll] = await room.room.openForm([
      { ...trustQuestion, question: 'Und sonst?', questionKey: 'else' },
    ])
    if (!poll) throw new Error('no poll was opened')
    const { sk, receiptSk } = (await room.room.storage.ballots.poll(poll.pollId)) ?? {}
    const text = JSON.stringify({ ...(await room.write()), results: null })
    expect(text).not.toContain(poll.pollId)
    for (const key of [sk, receiptSk]) {
      if (!key) throw new Error('the poll has no key')
      expect(text).not.toContain(Buffer.from(key).toString('hex'))
      expect(text).not.toContain(Buffer.from(key).toString('base64'))
    }
    const id = await brought(text)
    expect((await room.room.rooms.state(id)).workshop.polls).toHaveLength(1)
  })

  test('a code that is taken is made anew', async () => {
    const real = room.room.storage.wholes
    const codes: string[] = []
    const store: WholeStore = {
      ...real,
      // The first answer is what the storage says about a code that somebody has.
      bring: async (whole) => codes.push(whole.workshop.code) > 1 && real.bring(whole),
    }
    const outcome = await room.bring(await room.write(), store)
    expect(outcome).toMatchObject({ ok: true, value: { code: codes[1] } })
  })
})

describe('nothing is brought, and one sentence says why', () => {
  type Change = (file: WorkshopFile) => unknown
  // Nothing gets as far as the storage, so that one room and its file do for all. It polls, which `beforeAll` cannot.
  let written = ''
  beforeEach(async () => {
    if (written) return
    room = await openFileRoom()
    written = JSON.stringify(await room.write())
  })
  afterAll(() => room.close())

  const flipped = (text: string) => `${text.slice(0, 400)}${text[400] === 'A' ? 'B' : 'A'}${text.slice(401)}`
  test.each<[string, Change, string, string]>([
    [
      'cut off',
      (file) => JSON.stringify(file).slice(0, 2000),
      'file-broken',
      'cut off after 2000 characters',
    ],
    ['newer', (file) => ({ ...file, version: 2 }), 'file-newer', 'newer Runde (version 2'],
    ['a board that is no board', (file) => ({ ...file, board: 'AQID' }), 'file-wrong', 'board: '],
    [
      'a board that is no base64',
      (file) => ({ ...file, board: '%%%' }),
      'file-wrong',
      'board: This is not what base64',
    ],
    [
      'a board of another program',
      (file) => ({ ...file, board: Buffer.from(foreignBoard()).toString('base64') }),
      'file-wrong',
      'board: This update writes outside',
    ],
    [
      'a ballot that was changed',
      ({ bundles: [bundle], ...file }) => ({
        ...file,
        bundles: [{ ...bundle, bundle: flipped(bundle?.bundle ?? '') }],
      }),
      'file-wrong',
      'bundles[0].bundle: These are not the ballots that were sealed',
    ],
    [
      'ballots left out',
      (file) => ({ ...file, bundles: [] }),
      'file-wrong',
      'bundles: The sealed ballots of poll',
    ],
    [
      'the same ballots twice',
      (file) => ({ ...file, bundles: [...file.bundles, ...file.bundles] }),
      'file-wrong',
      'bundles[1].pollId: ',
    ],
    [
      'the same image twice',
      (file) => ({ ...file, images: [...file.images, ...file.images] }),
      'file-wrong',
      'images[1].imageId: ',
    ],
    [
      'an image that is a page',
      (file) => ({
        ...file,
        images: [{ imageId, type: 'image/png', bytes: Buffer.from('<!doctype html>').toString('base64') }],
      }),
      'file-wrong',
      'images[0].bytes: Only PNG, JPEG, WebP and GIF',
    ],
    [
      'an image that claims to be another kind',
      ({ images: [image], ...file }) => ({ ...file, images: [{ ...image, type: 'image/gif' }] }),
      'file-wrong',
      'images[0].type: Its bytes are image/png.',
    ],
    [
      'a kept state that is none',
      ({ history: [entry], ...file }) => ({ ...file, history: [{ ...entry, state: 'AQID' }] }),
      'file-wrong',
      'history[0].state: ',
    ],
  ])('%s', async (_what, change, code, words) => {
    const stored: unknown[] = []
    const store: WholeStore = { ...room.room.storage.wholes, bring: async (whole) => stored.push(whole) > 0 }
    const outcome = await room.bring(change(WorkshopFile.parse(JSON.parse(written))), store)
    expect(outcome).toMatchObject({ ok: false, status: 422, code, message: expect.stringContaining(words) })
    expect(stored).toEqual([])
  })
})

/** A Yjs document that has nothing to do with boards. */
function foreignBoard(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('hello').insert(0, 'world')
  return Y.encodeStateAsUpdate(doc)
}
