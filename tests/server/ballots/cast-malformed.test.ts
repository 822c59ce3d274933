// Everything at the ballot box's door that is no ballot: it is told so, and the box stays as it was.
import { once } from 'node:events'
import { connect } from 'node:net'
import { bytesToHex } from '@noble/hashes/utils.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { burst } from '#server/ballots/address-limiter.ts'
import { bodyTimeoutMs } from '#server/ballots/routes.ts'
import { blank } from '#shared/ballots/body.ts'
import type { CastBallot } from '#shared/ballots/cast-protocol.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { type BallotRoom, openBallotRoom, personNumber } from '#tests/support/ballot-room.ts'
import { eventually } from '#tests/support/eventually.ts'
import { fillIn, send, type Token, takeToken } from '#tests/support/hand-voter.ts'

let room: BallotRoom
let poll: SecretPoll
let token: Token
let ballot: CastBallot
beforeAll(async () => {
  room = await openBallotRoom()
  poll = await room.openPoll()
  token = await takeToken(room, poll, personNumber(1))
  ballot = fillIn(token, 3)
})
afterAll(async () => {
  expect(await room.storage.ballots.ballots(poll.pollId)).toEqual([])
  expect(room.bugs).toEqual([])
  await room.close()
})

test('a ballot for a poll that is not there, or at no poll id', async () => {
  for (const pollId of ['0'.repeat(32), 'F'.repeat(32), 'x', '..%2f', poll.pollId.toUpperCase()])
    expect(await send(room, pollId, ballot)).toMatchObject({ status: 404, code: 'poll-unknown' })
})

test.each([
  ['too short a nullifier', { t: '00' }],
  ['capital digits', { t: 'AB'.repeat(32) }],
  ['too long a body', { body: '00'.repeat(65) }],
  ['a body as long as those of texts', { body: '00'.repeat(1280) }],
  ['a body of no choice', { body: '00'.repeat(64) }],
  ['a choice off the scale', { body: bodyOf('["scale",6]') }],
  ['a choice spelled differently', { body: bodyOf('["scale", 3]') }],
  ['a mark after the choice', { body: `${bodyOf('["scale",3]').slice(0, -2)}01` }],
  ['a negative revision', { rev: -1 }],
  ['a revision above 255', { rev: 256 }],
  ['half a revision', { rev: 0.5 }],
  ['no MAC', { mac: undefined }],
  ['a field that is not of the protocol', { name: 'Ana' }],
])('a ballot with %s', async (_, change) => {
  const refused = await send(room, poll.pollId, { ...ballot, ...change })
  expect(refused).toMatchObject({ status: 400, code: 'invalid' })
})

test.each([
  ['cut off', '{"t":', 400],
  ['empty', '', 400],
  ['an array', '[]', 400],
  ['null', 'null', 400],
  ['too large', JSON.stringify({ t: 'x'.repeat(5000) }), 413],
])('a body that is %s', async (_, body, status) => {
  expect(await send(room, poll.pollId, body)).toMatchObject({ status, receipt: null })
})

test('a form, as a foreign page could send it', async () => {
  const response = await fetch(`${room.origin}/b/${poll.pollId}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify(ballot),
  })
  expect(response.status).toBe(415)
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
})

test('other methods and paths are told what this place is for', async () => {
  for (const [method, path] of [
    ['DELETE', `/b/${poll.pollId}`],
    ['OPTIONS', `/b/${poll.pollId}`],
    ['GET', '/b/'],
    ['POST', `/b/${poll.pollId}/more`],
  ]) {
    const response = await fetch(`${room.origin}${path}`, { method: method ?? 'GET' })
    expect([response.status, (await response.json()) as object]).toMatchObject([
      405,
      { error: { code: 'not-allowed' } },
    ])
  }
})

test('a body that does not arrive in time is given up, and one that is cut off harms nobody', async () => {
  const { port, hostname } = new URL(room.origin)
  const head = `POST /b/${poll.pollId} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{`
  const socket = connect(Number(port), hostname)
  socket.setEncoding('utf8').write(head)
  await eventually(() => room.time.waiting()).toContain(bodyTimeoutMs)
  const answered = once(socket, 'data')
  room.time.pass(bodyTimeoutMs)
  expect((await answered).join()).toContain(' 408 ')
  const other = connect(Number(port), hostname)
  other.write(head)
  await eventually(() => room.time.waiting()).toContain(bodyTimeoutMs)
  other.destroy()
  await eventually(() => room.time.waiting()).not.toContain(bodyTimeoutMs)
})

test('more than one address may send in a burst; a minute later it may again', async () => {
  const junk = () => send(room, poll.pollId, {})
  for (let sent = 0; sent < burst; sent += 100) await Promise.all(Array.from({ length: 100 }, junk))
  expect(await junk()).toMatchObject({ status: 429, code: 'too-many-requests' })
  room.time.pass(60_000)
  expect(await junk()).toMatchObject({ status: 400 })
})

test('blank ballots look like all others', () => {
  const lengths = [fillIn(token, blank), fillIn(token, 5)].map((one) => JSON.stringify(one).length)
  expect(new Set(lengths).size).toBe(1)
})

function bodyOf(json: string): string {
  const bytes = new Uint8Array(64)
  bytes.set([0, json.length])
  bytes.set(new TextEncoder().encode(json), 2)
  return bytesToHex(bytes)
}
