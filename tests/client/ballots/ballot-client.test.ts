// A voter's whole way, with the real ballot box on the other side, and without crypto.subtle, as on plain http in a LAN.
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createBallotBoxClient } from '#client/facilitation/ballots/ballot-box-client.ts'
import type { RequestToken } from '#client/facilitation/ballots/ballot-client.ts'
import { openBallotStore } from '#client/facilitation/ballots/indexeddb-store.ts'
import { createMemoryStore } from '#client/facilitation/ballots/memory-store.ts'
import { type BallotStore, keepForMs } from '#client/facilitation/ballots/stored-ballot.ts'
import { answerWithinMs } from '#server/ballots/routes.ts'
import { decodeBody } from '#shared/ballots/body.ts'
import { makePollKeys } from '#shared/ballots/token.ts'
import { graceMs } from '#shared/facilitation/polls.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { PersonId, PollId } from '#shared/ids.ts'
import {
  type BallotRoom,
  facilitatorId,
  openBallotRoom,
  personNumber,
  workshopId,
} from '#tests/support/ballot-room.ts'
import { eventually } from '#tests/support/eventually.ts'
import { quickPace, sitDown, type Voter } from '#tests/support/voter.ts'

Object.defineProperty(globalThis.crypto, 'subtle', { value: undefined })

let room: BallotRoom
let poll: SecretPoll
let seated: Voter[]
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  room = await openBallotRoom({ participants: 6 })
  poll = await room.openPoll()
  seated = []
})
afterEach(async () => {
  for (const voter of seated) voter.stop()
  expect(seated.flatMap(({ problems }) => problems)).toEqual([])
  expect(room.bugs).toEqual([])
  await room.close()
})

const ana = personNumber(1)
function seat(personId: PersonId, options: Parameters<typeof sitDown>[3] = {}): Voter {
  const voter = sitDown(room, poll, personId, options)
  seated.push(voter)
  return voter
}
const reached = (voter: Voter, status: string) => eventually(() => voter.view().status).toBe(status)
const openStore = () => openBallotStore(Date.now)
const keyOf = (personId: PersonId) => ({ pollId: poll.pollId, personId })
/** The others, who make up the numbers. */
const others = () => room.participants.slice(1).map((personId) => seat(personId))

async function close(): Promise<void> {
  await room.closePoll(poll.pollId)
  await eventually(() => room.time.waiting()).toContain(graceMs)
}
async function closeAndSeal(): Promise<SecretPoll> {
  await close()
  // Everyone's ballot is in the box before the time is up, cast or blank.
  await eventually(inBox).toBe(ballotCodes().size)
  room.time.pass(graceMs)
  await eventually(async () => (await room.poll(poll.pollId)).state).toBe('closed')
  return room.poll(poll.pollId)
}
/** Of everyone with a token; two tabs and a reload of one person have the same. */
const ballotCodes = () => new Set(seated.flatMap((voter) => voter.view().ballotCode ?? []))
/** Ballots stored, or waiting in memory for an answer. Called in the grace period only: the seal waits as long. */
async function inBox(): Promise<number> {
  const stored = (await room.storage.ballots.ballots(poll.pollId)).length
  return stored + waitingForAnswer() - 1
}
const waitingForAnswer = () => room.time.waiting().filter((ms) => ms === answerWithinMs).length

test('six voters vote, the poll is closed, and every browser finds its ballot among the six', async () => {
  const voters = [seat(ana), ...others()]
  for (const voter of voters) await reached(voter, 'ready')
  for (const [index, voter] of voters.entries()) voter.cast(['scale', 1 + (index % 5)])
  // Five are stored as a group; the sixth waits for others, or for the close.
  await eventually(() => voters.filter((voter) => voter.view().status === 'acknowledged')).toHaveLength(5)
  expect(voters.filter((voter) => voter.view().status === 'sealed-waiting')).toHaveLength(1)
  await closeAndSeal()
  for (const voter of voters) {
    await eventually(() => voter.view().audit).toEqual({ ok: true, counted: true, ballots: 6 })
    expect(voter.view().tally).toMatchObject({ counts: [2, 1, 1, 1, 1], votes: 6, blank: 0 })
    expect(voter.view().codes).toContain(voter.view().ballotCode)
  }
  expect(new Set(voters.map((voter) => voter.view().resultWords?.join())).size).toBe(1)
  expect(new Set(voters.map((voter) => voter.view().keyWords.join())).size).toBe(1)
})

describe('fetching the ballot', () => {
  test('happens by itself, and the ballot is kept before anybody is asked', async () => {
    const store = await openStore()
    let keptBefore: unknown = null
    const requestToken: RequestToken = async (request) => {
      keptBefore = await store.read(keyOf(ana))
      return room.ballots.token({ workshopId, personId: ana, role: 'participant' }, request)
    }
    const voter = seat(ana, { store, requestToken })
    expect(voter.view().status).toBe('requesting-token')
    await reached(voter, 'ready')
    expect(keptBefore).toMatchObject({ token: 'asked', y: null })
    const row = await store.read(keyOf(ana))
    expect(row).toMatchObject({ token: 'issued', r: null, blinded: null })
    expect(voter.view().ballotCode).toMatch(/^.{3}-.{3}$/)
  })

  test('goes on after a reload with the same element, and gets the same token', async () => {
    const asked: string[] = []
    const silent: RequestToken = ({ blinded }) => {
      asked.push(blinded)
      return new Promise(() => {})
    }
    seat(ana, { store: await openStore(), requestToken: silent })
    await eventually(() => asked).toHaveLength(1)
    // The server answered; the answer never came.
    await room.ballots.token(
      { workshopId, personId: ana, role: 'participant' },
      { pollId: poll.pollId, blinded: asked[0] ?? '' },
    )
    const reloaded = seat(ana, { store: await openStore() })
    await reached(reloaded, 'ready')
  })

  test('is repeated while there is no connection', async () => {
    let attempts = 0
    const voter = seat(ana, {
      requestToken: (request) => {
        attempts += 1
        if (attempts < 4) return Promise.reject(new Error('offline'))
        return room.ballots.token({ workshopId, personId: ana, role: 'participant' }, request)
      },
    })
    await reached(voter, 'ready')
    expect(attempts).toBe(4)
  })

  test('on a second device gives no second ballot, and says so', async () => {
    await reached(seat(ana), 'ready')
    const second = seat(ana)
    await reached(second, 'lost-token')
    second.cast(['scale', 3])
    expect(second.view().chosen).toBeNull()
  })

  test('with a proof for another key ends in a warning, and nothing is cast', async () => {
    const marking = makePollKeys()
    const store = createMemoryStore()
    const voter = seat(ana, {
      store,
      async requestToken({ blinded }) {
        const { evaluateBlinded } = await import('#shared/ballots/token.ts')
        const { evaluated, proof } = evaluateBlinded(marking, Uint8Array.from(Buffer.from(blinded, 'hex')))
        return {
          ok: true,
          evaluated: Buffer.from(evaluated).toString('hex'),
          proof: Buffer.from(proof).toString('hex'),
        }
      },
    })
    await reached(voter, 'could-mark-you')
    voter.cast(['scale', 3])
    await close()
    await reached(voter, 'could-mark-you')
    const row = await store.read(keyOf(ana))
    expect(row).toMatchObject({ y: null, sent: [], token: 'marked' })
    expect(row?.evidence?.proof).toHaveLength(128)
  })

  test('is nothing for facilitators, who audit all the same', async () => {
    const facilitator = seat(facilitatorId, { role: 'facilitator' })
    const voters = [seat(ana), ...others()]
    for (const voter of voters) await reached(voter, 'ready')
    await reached(facilitator, 'not-eligible')
    for (const voter of voters) voter.cast(['scale', 4])
    await closeAndSeal()
    await eventually(() => facilitator.view().audit).toEqual({ ok: true, counted: false, ballots: 6 })
    expect(facilitator.view().tally).toMatchObject({ mean: 4 })
  })
})

describe('casting', () => {
  test('waits its random time before anything leaves, and is kept on the device meanwhile', async () => {
    const store = await openStore()
    const waits: number[] = []
    const pace = {
      ...quickPace(0.5),
      wait(ms: number, signal: AbortSignal) {
        waits.push(ms)
        return quickPace().wait(ms, signal)
      },
    }
    const voter = seat(ana, { store, pace })
    await reached(voter, 'ready')
    voter.cast(['scale', 2])
    await reached(voter, 'sealed-waiting')
    expect((await store.read(keyOf(ana)))?.sent).toHaveLength(1)
    await eventually(() => waits).toEqual([750, 4000])
  })

  test('is sent again after a reload until it is acknowledged', async () => {
    const first = seat(ana, { store: await openStore(), pace: { ...quickPace(), wait: waitForever(2) } })
    await reached(first, 'ready')
    first.cast(['scale', 2])
    await reached(first, 'sealed-waiting')
    first.stop()
    const reloaded = seat(ana, { store: await openStore() })
    await reached(reloaded, 'sealed-waiting')
    expect(reloaded.view().chosen).toEqual(['scale', 2])
    for (const voter of others()) {
      await reached(voter, 'ready')
      voter.cast(['scale', 5])
    }
    await eventually(inStorage).toBeGreaterThanOrEqual(5)
    await closeAndSeal()
    await eventually(() => reloaded.view().audit).toMatchObject({ ok: true, counted: true })
    expect(reloaded.view().tally).toMatchObject({ counts: [0, 1, 0, 0, 5] })
  })

  test('again with another choice counts the last one; with the same choice it is nothing new', async () => {
    const store = createMemoryStore()
    const voters = [seat(ana, { store }), ...others()]
    for (const voter of voters) await reached(voter, 'ready')
    for (const voter of voters.slice(0, 5)) voter.cast(['scale', 1])
    await eventually(() => voters.filter((voter) => voter.view().status === 'acknowledged').length).toBe(5)
    voters[5]?.cast(['scale', 1])
    voters[0]?.cast(['scale', 1])
    voters[0]?.cast(['scale', 5])
    await eventually(async () => (await store.read(keyOf(ana)))?.sent).toHaveLength(2)
    // The sixth ballot and the change wait for others.
    await eventually(waitingForAnswer).toBe(2)
    await closeAndSeal()
    await eventually(() => voters[0]?.view().audit).toMatchObject({ ok: true, counted: true })
    expect(voters[0]?.view().tally).toMatchObject({ counts: [5, 0, 0, 0, 1] })
  })

  test('is over when the poll is closing', async () => {
    const voter = seat(ana)
    await reached(voter, 'ready')
    await close()
    await eventually(() => voter.view().status).not.toBe('ready')
    voter.cast(['scale', 5])
    expect(voter.view().chosen).toBeNull()
  })
})

describe('at the close', () => {
  test('whoever has not voted hands in a blank ballot, so that there are as many ballots as tokens', async () => {
    const voters = [seat(ana), ...others()]
    for (const voter of voters) await reached(voter, 'ready')
    for (const voter of voters.slice(0, 5)) voter.cast(['scale', 3])
    await closeAndSeal()
    for (const voter of voters)
      await eventually(() => voter.view().audit).toEqual({ ok: true, counted: true, ballots: 6 })
    expect(voters[5]?.view().chosen).toBeNull()
    expect(voters[5]?.view().tally).toMatchObject({ votes: 5, blank: 1 })
  })

  test('the token is destroyed after the audit, and the row a day later', async () => {
    const store = await openStore()
    const voters = [seat(ana, { store }), ...others()]
    for (const voter of voters) await reached(voter, 'ready')
    for (const voter of voters) voter.cast(['scale', 3])
    await closeAndSeal()
    await eventually(async () => (await store.read(keyOf(ana)))?.y).toBeNull()
    const nextDay = await openBallotStore(() => Date.now() + keepForMs - 60_000)
    expect(await nextDay.read(keyOf(ana))).not.toBeNull()
    const later = await openBallotStore(() => Date.now() + keepForMs + 1000)
    expect(await later.read(keyOf(ana))).toBeNull()
  })

  test('too few answers are said to be too few, and one’s ballot was there', async () => {
    const voters = [seat(ana), ...others()]
    for (const voter of voters) await reached(voter, 'ready')
    for (const voter of voters.slice(0, 4)) voter.cast(['scale', 3])
    expect((await closeAndSeal()).suppressed).toBe(true)
    await eventually(() => voters[0]?.view().audit).toEqual({ ok: true, counted: true, ballots: 6 })
    expect(voters[0]?.view().tally).toBeNull()
  })
})

describe('the audit', () => {
  const voteAndClose = async (voter: Voter) => {
    const voters = [voter, ...others()]
    for (const one of voters) await reached(one, 'ready')
    for (const one of voters) one.cast(['scale', 3])
    await closeAndSeal()
  }
  const tampering = (times: number) => {
    const box = createBallotBoxClient(room.origin)
    let answers = 0
    return {
      ...box,
      async bundle(pollId: PollId) {
        const bytes = await box.bundle(pollId)
        if (!bytes) return null
        answers += 1
        return answers > times ? bytes : new TextEncoder().encode('<!doctype html><title>Wi-Fi login</title>')
      },
    }
  }

  test('accuses nobody because something on the way answered once in the server’s place', async () => {
    const voter = seat(ana, { box: tampering(2) })
    await voteAndClose(voter)
    await eventually(() => voter.view().audit).toMatchObject({ ok: true, counted: true })
  })

  test('says so when what is handed out stays another than the log names', async () => {
    const voter = seat(ana, { box: tampering(99) })
    await voteAndClose(voter)
    await eventually(() => voter.view().audit).toMatchObject({ ok: false, failedCheck: 'bundle-hash' })
    expect(voter.view().tally).toBeNull()
  })

  test('compares with the key that the ballot was taken with, whatever the log says now', async () => {
    const store = createMemoryStore()
    const voter = seat(ana, { store })
    await voteAndClose(voter)
    await eventually(() => voter.view().audit).toMatchObject({ ok: true })
    await store.change(keyOf(ana), (row) => ({ ...row, pk: '00'.repeat(32) }))
    poll = await room.poll(poll.pollId)
    const later = seat(ana, { store })
    await eventually(() => later.view().audit).toMatchObject({ ok: false, failedCheck: 'public-key' })
  })
})

describe('two tabs of one person', () => {
  test('share one token and count up the revisions together', async () => {
    const [one, other] = [seat(ana, { store: await openStore() }), seat(ana, { store: await openStore() })]
    await reached(one, 'ready')
    await reached(other, 'ready')
    expect(one.view().ballotCode).toBe(other.view().ballotCode)
    one.cast(['scale', 2])
    await eventually(() => other.view().chosen).toEqual(['scale', 2])
    other.cast(['scale', 4])
    await eventually(() => one.view().chosen).toEqual(['scale', 4])
    const row = await (await openStore()).read(keyOf(ana))
    expect(row?.sent.map(({ rev }) => rev)).toEqual([0, 1])
  })

  test('do not blank each other’s vote at the close', async () => {
    const stores: BallotStore[] = [await openStore(), await openStore()]
    // The second tab sleeps: it hears nothing of the first.
    const deaf = { ...stores[1], onForeignChange: () => () => {} } as BallotStore // spread of a whole store
    const [one, other] = [seat(ana, { store: stores[0] ?? deaf }), seat(ana, { store: deaf })]
    await reached(one, 'ready')
    await reached(other, 'ready')
    one.cast(['scale', 2])
    await reached(one, 'sealed-waiting')
    await close()
    await eventually(() => other.view().chosen).toEqual(['scale', 2])
    const sent = (await stores[0]?.read(keyOf(ana)))?.sent ?? []
    expect(sent.map(({ body }) => decodeBody(Uint8Array.from(Buffer.from(body, 'hex')), poll.asks))).toEqual([
      ['scale', 2],
    ])
  })
})

test('a browser that keeps nothing says so, and its person can vote all the same', async () => {
  // As in a private window where IndexedDB is refused.
  globalThis.indexedDB = {
    open: () => {
      throw new DOMException('denied', 'SecurityError')
    },
  } as unknown as IDBFactory // only `open` is called
  const store = await openStore()
  const voter = seat(ana, { store })
  await reached(voter, 'ready')
  expect(voter.view().isKept).toBe(false)
  voter.cast(['scale', 3])
  await reached(voter, 'sealed-waiting')
})

const inStorage = async () => (await room.storage.ballots.ballots(poll.pollId)).length

/** Waits as told, and from the n-th time on until it is stopped. */
function waitForever(from: number): (ms: number, signal: AbortSignal) => Promise<void> {
  let times = 0
  return (ms, signal) => {
    times += 1
    if (times < from) return quickPace().wait(ms, signal)
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  }
}
