// Closing: what is published, what is destroyed, and that a process may end at any moment of it.

import { copyFile, readFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { bytesToHex } from '@noble/hashes/utils.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerWithinMs } from '#server/ballots/routes.ts'
import type { Storage } from '#server/storage/storage.ts'
import { audit } from '#shared/ballots/audit.ts'
import { blank } from '#shared/ballots/body.ts'
import { type Bundle, readBundle } from '#shared/ballots/bundle.ts'
import type { CastBallot } from '#shared/ballots/cast-protocol.ts'
import { tallyBundle } from '#shared/ballots/tally.ts'
import { graceMs } from '#shared/facilitation/polls.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { PollId } from '#shared/ids.ts'
import { type BallotRoom, openBallotRoom, personNumber, workshopId } from '#tests/support/ballot-room.ts'
import { eventually } from '#tests/support/eventually.ts'
import { fillIn, send, takeToken } from '#tests/support/hand-voter.ts'
import { trustQuestion } from '#tests/support/questions.ts'

let room: BallotRoom
beforeEach(async () => {
  room = await openBallotRoom({ participants: 7, around: (storage) => watch(storage) })
  failing = null
})
afterEach(async () => {
  await room.close()
})

/** The next call of this function of the ballot store fails, before or after it has taken effect. */
let failing: { method: string; when: 'before' | 'after' } | null = null
function watch(storage: Storage): Storage {
  const ballots = new Proxy(storage.ballots, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...values: unknown[]) => Promise<unknown> // all of them are
      return async (...values: unknown[]) => {
        const fails = failing?.method === name ? failing.when : null
        if (fails) failing = null
        if (fails === 'before') throw new Error('the disk is full')
        const result = await method.apply(target, values)
        if (fails === 'after') throw new Error('the process ended')
        return result
      }
    },
  })
  return { ...storage, ballots }
}

/** Everybody takes a token; the choices are cast by the first of them, in this order. */
async function vote(poll: SecretPoll, choices: (number | typeof blank)[]): Promise<CastBallot[]> {
  const cast: CastBallot[] = []
  const answers: Promise<unknown>[] = []
  for (const [index, choice] of choices.entries()) {
    const ballot = fillIn(await takeToken(room, poll, personNumber(index + 1)), choice)
    cast.push(ballot)
    answers.push(send(room, poll.pollId, ballot))
  }
  // All are in the box: stored, or waited for.
  await eventually(async () => {
    const inBox = room.time.waiting().filter((ms) => ms === answerWithinMs).length
    return inBox + (await room.storage.ballots.ballots(poll.pollId)).length
  }).toBe(choices.length)
  return cast
}

async function closeAndSeal(pollId: PollId): Promise<SecretPoll> {
  await room.closePoll(pollId)
  await eventually(() => room.time.waiting()).toContain(graceMs)
  room.time.pass(graceMs)
  return sealed(pollId)
}

async function sealed(pollId: PollId): Promise<SecretPoll> {
  await eventually(async () => (await room.poll(pollId)).state).toBe('closed')
  return room.poll(pollId)
}

async function fetchBundle(pollId: PollId): Promise<{ bytes: Uint8Array; bundle: Bundle }> {
  const bytes = new Uint8Array(await (await fetch(`${room.origin}/b/${pollId}`)).arrayBuffer())
  const bundle = readBundle(bytes)
  if (!bundle) throw new Error('What is published is not a bundle.')
  return { bytes, bundle }
}

const auditBy = async (poll: SecretPoll, me: Partial<Parameters<typeof audit>[0]['me']> = {}) =>
  audit({
    bundle: (await fetchBundle(poll.pollId)).bytes,
    poll,
    me: { personId: personNumber(1), asked: true, ballot: null, ...me },
  })

/** Both files as one string of bytes, to search in. */
async function disk(): Promise<string> {
  const files = await Promise.all([
    readFile(room.file),
    readFile(`${room.file}-wal`).catch(() => Buffer.alloc(0)),
  ])
  return Buffer.concat(files).toString('latin1')
}
const latin = (hex: string) => Buffer.from(hex, 'hex').toString('latin1')

describe('a poll that enough have answered', () => {
  test('is counted, published and holds before the audit', async () => {
    const open = await room.openPoll()
    const ballots = await vote(open, [1, 2, 2, 5, 5, 5, blank])
    const poll = await closeAndSeal(open.pollId)
    const { bundle } = await fetchBundle(open.pollId)
    expect(tallyBundle(bundle)).toMatchObject({ counts: [1, 2, 0, 0, 3], votes: 6, blank: 1, mean: 20 / 6 })
    expect(bundle.issued).toEqual(room.participants)
    for (const [index, { t, rev, body }] of ballots.entries()) {
      const ballot = { t, sent: [{ rev, body }], acknowledgedRev: rev }
      const outcome = await auditBy(poll, { personId: personNumber(index + 1), ballot })
      expect(outcome).toMatchObject({ ok: true, counted: true })
    }
    expect(room.bugs).toEqual([])
  })

  test('takes ballots until the grace period is over', async () => {
    const open = await room.openPoll()
    await vote(open, [1, 2, 3, 4])
    const late = await takeToken(room, open, personNumber(5))
    await room.closePoll(open.pollId)
    await eventually(() => room.time.waiting()).toContain(graceMs)
    room.time.pass(1000)
    const answer = send(room, open.pollId, fillIn(late, 5))
    await eventually(() => room.time.waiting()).toContain(answerWithinMs)
    room.time.pass(graceMs - 1000)
    expect((await answer).status).toBe(200)
    await sealed(open.pollId)
    expect(tallyBundle((await fetchBundle(open.pollId)).bundle)?.votes).toBe(5)
  })

  test('destroys its keys and blinded elements, and publishes the first only after the close', async () => {
    const open = await room.openPoll()
    await vote(open, [1, 2, 3, 4, 5])
    const { sk, receiptSk } = (await room.storage.ballots.poll(open.pollId)) ?? {}
    if (!sk || !receiptSk) throw new Error('An open poll has its keys.')
    await closeAndSeal(open.pollId)
    const { bundle } = await fetchBundle(open.pollId)
    expect(bundle.suppressed === false && bundle.k).toBe(bytesToHex(sk))
    expect(await room.storage.ballots.poll(open.pollId)).toMatchObject({
      sk: null,
      receiptSk: null,
      state: 'closed',
    })
    expect(await disk()).not.toContain(latin(bytesToHex(receiptSk)))
  })

  test('leaves ballots on the disk in the order of their random numbers, beside no person', async () => {
    const open = await room.openPoll()
    await vote(open, [1, 2, 3, 4, 5, 1, 2])
    await closeAndSeal(open.pollId)
    const { bundle } = await fetchBundle(open.pollId)
    const bytes = await disk()
    const pages = await pagesOf('ballot')
    expect(pages).not.toEqual([])
    for (const { pgoffset, pgsize } of pages) {
      const page = bytes.slice(pgoffset, pgoffset + pgsize)
      for (const personId of room.participants) expect(page).not.toContain(personId)
      // SQLite fills a page from its end: places that fall as t rises mean that t was also the order of writing.
      const places = bundle.ballots.map(({ t }) => page.indexOf(latin(t))).filter((place) => place >= 0)
      expect(places).toEqual([...places].sort((one, other) => other - one))
    }
    for (const personId of room.participants) expect(bytes).toContain(personId)
  })

  test('names no ballot in any log line', async () => {
    const open = await room.openPoll()
    const ballots = await vote(open, [1, 2, 3, 4, 5, 1, 2])
    await closeAndSeal(open.pollId)
    await eventually(() => room.lines.join()).toContain('ballots.sealed')
    for (const { t, mac } of ballots) {
      expect(room.lines.join()).not.toContain(t)
      expect(room.lines.join()).not.toContain(mac)
    }
  })

  test('has one bundle, the same bytes at every reading', async () => {
    const open = await room.openPoll()
    await vote(open, [1, 2, 3, 4, 5])
    await closeAndSeal(open.pollId)
    const first = await fetchBundle(open.pollId)
    await room.restart()
    expect((await fetchBundle(open.pollId)).bytes).toEqual(first.bytes)
  })
})

describe('a poll that too few have answered', () => {
  test('publishes how many ballots there were and nothing else', async () => {
    const open = await room.openPoll()
    const ballots = await vote(open, [1, 2, 3, 4, blank, blank])
    const poll = await closeAndSeal(open.pollId)
    expect(poll.suppressed).toBe(true)
    const { bytes, bundle } = await fetchBundle(open.pollId)
    expect(bundle.ballots).toHaveLength(6)
    expect(tallyBundle(bundle)).toBeNull()
    const text = Buffer.from(bytes).toString()
    for (const { body, mac } of ballots) {
      expect(text).not.toContain(body)
      expect(text).not.toContain(mac)
    }
    expect(await auditBy(poll)).toMatchObject({ ok: true })
  })

  test('leaves no choice, no MAC and no key on the disk', async () => {
    const open = await room.openPoll()
    const ballots = await vote(open, [1, 2, 3, 4, blank, blank])
    const { sk } = (await room.storage.ballots.poll(open.pollId)) ?? {}
    if (!sk) throw new Error('An open poll has its key.')
    expect(await disk()).toContain(latin(ballots[0]?.body ?? '')) // five are stored: the search finds what is there
    await closeAndSeal(open.pollId)
    const bytes = await disk()
    for (const { t, body, mac } of ballots) {
      expect(bytes).toContain(t) // in the bundle
      expect(bytes).not.toContain(latin(body))
      expect(bytes).not.toContain(body)
      expect(bytes).not.toContain(latin(mac))
      expect(bytes).not.toContain(mac)
    }
    expect(bytes).not.toContain(latin(bytesToHex(sk)))
  })

  test('has counted nobody when nobody was there', async () => {
    const open = await room.openPoll()
    const poll = await closeAndSeal(open.pollId)
    expect(poll).toMatchObject({ suppressed: true, eligible: [] })
    expect(await auditBy(poll, { asked: false })).toMatchObject({ ok: true, counted: false })
  })
})

describe('a process that ends', () => {
  const votes = [1, 2, 3, 4, 5]

  test('while the poll is open: ballots and tokens are there, and the poll is closed as if nothing had been', async () => {
    const open = await room.openPoll()
    await vote(open, votes)
    await room.restart()
    const poll = await closeAndSeal(open.pollId)
    expect(await auditBy(poll)).toMatchObject({ ok: true })
    expect(tallyBundle((await fetchBundle(open.pollId)).bundle)?.votes).toBe(5)
  })

  test('in the grace period: the poll is sealed when it is over', async () => {
    const open = await room.openPoll()
    await vote(open, votes)
    await room.closePoll(open.pollId)
    await room.restart()
    await eventually(() => room.time.waiting()).toContain(graceMs)
    room.time.pass(graceMs)
    expect(await auditBy(await sealed(open.pollId))).toMatchObject({ ok: true })
  })

  test('and comes back long after the grace period: voters have a whole one to send again', async () => {
    const open = await room.openPoll()
    await vote(open, votes.slice(0, 4))
    const fifth = await takeToken(room, open, personNumber(5))
    await room.closePoll(open.pollId)
    await room.restart({ awayMs: 3_600_000 })
    await eventually(() => room.time.waiting()).toContain(graceMs)
    const answer = send(room, open.pollId, fillIn(fifth, 5))
    await eventually(() => room.time.waiting().filter((ms) => ms === answerWithinMs)).toHaveLength(2)
    room.time.pass(graceMs)
    await answer
    expect(await auditBy(await sealed(open.pollId))).toMatchObject({ ok: true })
  })

  test('between the seal and the log: what was published stands', async () => {
    const open = await room.openPoll()
    await vote(open, votes)
    await room.closePoll(open.pollId)
    await eventually(() => room.time.waiting()).toContain(graceMs)
    failing = { method: 'seal', when: 'after' }
    room.time.pass(graceMs)
    await eventually(() => room.bugs).toEqual(['ballots.not-sealed'])
    const { bytes } = await fetchBundle(open.pollId)
    expect((await room.poll(open.pollId)).state).toBe('closing')
    await room.restart()
    const poll = await sealed(open.pollId)
    expect((await fetchBundle(open.pollId)).bytes).toEqual(bytes)
    expect(await auditBy(poll)).toMatchObject({ ok: true })
    expect(await room.storage.ballots.unfinished()).toEqual([])
  })

  test('between the log and the last note of it: nothing is left to do', async () => {
    const open = await room.openPoll()
    await vote(open, votes)
    await room.closePoll(open.pollId)
    await eventually(() => room.time.waiting()).toContain(graceMs)
    failing = { method: 'setClosed', when: 'before' }
    room.time.pass(graceMs)
    await sealed(open.pollId)
    await room.restart()
    await eventually(() => room.storage.ballots.unfinished()).toEqual([])
  })

  test('between the keys and the opening: the keys are destroyed', async () => {
    const pollId = await prepareOne()
    expect(await room.storage.ballots.poll(pollId)).not.toBeNull()
    await room.restart()
    await eventually(() => room.storage.ballots.poll(pollId)).toBeNull()
  })
})

test('a disk that is full for a moment keeps the poll closing, not lost', async () => {
  const open = await room.openPoll()
  await vote(open, [1, 2, 3, 4, 5])
  await room.closePoll(open.pollId)
  await eventually(() => room.time.waiting()).toContain(graceMs)
  failing = { method: 'seal', when: 'before' }
  room.time.pass(graceMs)
  await eventually(() => room.bugs).toEqual(['ballots.not-sealed'])
  expect((await room.poll(open.pollId)).state).toBe('closing')
  await eventually(() => room.time.waiting()).toContain(2000)
  room.time.pass(2000)
  expect(await auditBy(await sealed(open.pollId))).toMatchObject({ ok: true })
})

test('ballots that could not be stored are not acknowledged and not lost', async () => {
  const open = await room.openPoll()
  const tokens = await Promise.all(
    [1, 2, 3, 4, 5].map((number) => takeToken(room, open, personNumber(number))),
  )
  failing = { method: 'putBallots', when: 'before' }
  const first = await Promise.all(tokens.map((token) => send(room, open.pollId, fillIn(token, 3))))
  expect(first.map(({ status, code }) => [status, code])).toEqual(Array(5).fill([503, 'not-stored']))
  expect(room.bugs).toEqual(['ballots.not-stored'])
  const again = await Promise.all(tokens.map((token) => send(room, open.pollId, fillIn(token, 3))))
  expect(again.map(({ status }) => status)).toEqual(Array(5).fill(200))
  expect(await room.storage.ballots.ballots(open.pollId)).toHaveLength(5)
})

test('ballots that were stored while their answer was lost are acknowledged when they come again, and stored once', async () => {
  const open = await room.openPoll()
  const tokens = await Promise.all(
    [1, 2, 3, 4, 5].map((number) => takeToken(room, open, personNumber(number))),
  )
  const ballots = tokens.map((token) => fillIn(token, 3))
  failing = { method: 'putBallots', when: 'after' }
  await Promise.all(ballots.map((ballot) => send(room, open.pollId, ballot)))
  expect(await room.storage.ballots.ballots(open.pollId)).toHaveLength(5)
  await room.restart()
  const again = await Promise.all(ballots.map((ballot) => send(room, open.pollId, ballot)))
  expect(again.map(({ status }) => status)).toEqual(Array(5).fill(200))
  expect(await room.storage.ballots.ballots(open.pollId)).toHaveLength(5)
})

test('keys of a poll that was not opened after all are destroyed after a minute', async () => {
  const pollId = await prepareOne()
  const open = await room.openPoll()
  room.time.pass(60_000)
  await eventually(() => room.storage.ballots.poll(pollId)).toBeNull()
  expect(await room.storage.ballots.poll(open.pollId)).not.toBeNull()
})

/** Keys that were made for a poll which nobody opens. */
async function prepareOne(): Promise<PollId> {
  const opening = { mode: 'anonymous' as const, asked: trustQuestion, blanksCount: false }
  const [keys] = await room.ballots.prepare(workshopId, [opening])
  if (!keys) throw new Error('No keys were made.')
  return keys.pollId
}

/** Of a copy: the server holds the file locked. */
async function pagesOf(table: string): Promise<{ pgoffset: number; pgsize: number }[]> {
  const copy = `${room.file}.copy`
  await copyFile(room.file, copy)
  const database = new DatabaseSync(copy, { readOnly: true })
  try {
    const rows = database.prepare('select pgoffset, pgsize from dbstat where name like ?').all(`%${table}%`)
    return rows.map(({ pgoffset, pgsize }) => ({ pgoffset: Number(pgoffset), pgsize: Number(pgsize) }))
  } finally {
    database.close()
  }
}
