// The audit finds every way in which a server could have cheated with the count, and names it.

import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AuditInput, audit } from '#shared/ballots/audit.ts'
import { auditChecks } from '#shared/ballots/audit-checks.ts'
import { ballotMac, signReceipt } from '#shared/ballots/ballot.ts'
import { blank, encodeBody, scaleChoice } from '#shared/ballots/body.ts'
import { type Bundle, bundleBytes, hashBundle, readBundle } from '#shared/ballots/bundle.ts'
import { tallyBundle } from '#shared/ballots/tally.ts'
import { makeNullifier, makePollKeys, type PollKeyPairs, redeemToken } from '#shared/ballots/token.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { PersonId, PollId } from '#shared/ids.ts'
import { fiveSteps } from '#tests/support/questions.ts'

const pollId = PollId.parse('5a'.repeat(16))
const people = [1, 2, 3, 4, 5, 6].map((number) => PersonId.parse(`p${number.toString().padStart(15, '0')}`))
const [ana] = people as [PersonId] // six were made in the line above
const stranger = PersonId.parse('zzzzzzzzzzzzzzzz')
const asked = {
  question: 'Wie zuversichtlich sind Sie?',
  questionKey: 'trust',
  phase: 'start' as const,
  asks: fiveSteps,
}
type Published = Extract<Bundle, { suppressed: false }>

let keys: PollKeyPairs
let honest: Published
let poll: SecretPoll
beforeAll(() => {
  keys = makePollKeys()
  const ballots = [1, 2, 3, 4, 5, null].map((value) => makeBallot(keys, value)).sort(byT)
  honest = {
    version: 1,
    pollId,
    manifest: { version: 1, mode: 'anonymous', ...asked, bodyBytes: 64 },
    minimumGroup: 5,
    pk: bytesToHex(keys.pk),
    receiptPk: bytesToHex(keys.receiptPk),
    issued: people,
    suppressed: false,
    k: bytesToHex(keys.sk),
    ballots,
  }
  poll = {
    ...asked,
    pollId,
    mode: 'anonymous',
    state: 'closed',
    openedAt: 0,
    closesAt: null,
    closedAt: 1,
    eligible: people,
    pk: honest.pk,
    receiptPk: honest.receiptPk,
    minimumGroup: 5,
    graceEndsAt: 1,
    bundleHash: null,
    suppressed: false,
    form: null,
    blanksCount: false,
  }
})

const byT = (one: { t: string }, other: { t: string }) => (one.t < other.t ? -1 : 1)

function makeBallot({ sk, receiptSk }: PollKeyPairs, value: number | null, t = makeNullifier(), rev = 0) {
  const body = encodeBody(value === null ? blank : scaleChoice(value), fiveSteps)
  const ballot = { t, rev, body }
  return {
    t: bytesToHex(t),
    rev,
    body: bytesToHex(body),
    mac: bytesToHex(ballotMac(redeemToken(sk, pollId, t), pollId, ballot)),
    receipt: bytesToHex(signReceipt(receiptSk, pollId, ballot)),
  }
}

/** The server publishes this bundle and says so in the log: only its contents can give it away. */
function auditOf(bundle: Bundle, me: Partial<AuditInput['me']> = {}, change: Partial<SecretPoll> = {}) {
  const bytes = bundleBytes(bundle)
  const bundleHash = bytesToHex(hashBundle(bytes))
  const { suppressed } = bundle
  return audit({
    bundle: bytes,
    poll: { ...poll, bundleHash, suppressed, ...change },
    me: { personId: ana, asked: true, ballot: null, ...me },
  })
}

const firstBallot = () => {
  const [first] = honest.ballots
  if (!first) throw new Error('There are ballots.')
  return first
}
/** The first one by its random number: which choice it holds is chance. */
const otherChoice = () => {
  const [three, four] = [3, 4].map((value) => bytesToHex(encodeBody(scaleChoice(value), fiveSteps)))
  return firstBallot().body === three ? four : three
}
const owned = (rev = 0, acknowledgedRev: number | null = 0) => {
  const { t, body } = firstBallot()
  return { t, sent: [{ rev, body }], acknowledgedRev }
}

describe('an honest count', () => {
  test('holds for whoever finds their ballot, for whoever had none and for whoever only looks', async () => {
    expect(await auditOf(honest, { ballot: owned() })).toMatchObject({ ok: true, counted: true })
    expect(await auditOf(honest)).toMatchObject({ ok: true, counted: false })
    expect(await auditOf(honest, { personId: stranger, asked: false })).toMatchObject({ ok: true })
    expect(await auditOf(honest, { personId: stranger, asked: null })).toMatchObject({ ok: true })
  })

  test('is counted as it is', () => {
    expect(tallyBundle(honest)).toMatchObject({ counts: [1, 1, 1, 1, 1], votes: 5, blank: 1, mean: 3 })
  })

  test('holds for a ballot whose receipt was lost on the way, there or not', async () => {
    expect(await auditOf(honest, { ballot: owned(0, null) })).toMatchObject({ ok: true, counted: true })
    const absent = { t: '00'.repeat(32), sent: [{ rev: 0, body: firstBallot().body }], acknowledgedRev: null }
    expect(await auditOf(honest, { ballot: absent })).toMatchObject({ ok: true, counted: false })
  })

  test('holds for a change whose receipt was lost on the way', async () => {
    const { t, body } = firstBallot()
    const sent = [
      { rev: 0, body: bytesToHex(encodeBody(blank, fiveSteps)) },
      { rev: 1, body },
    ]
    const changed = makeBallot(keys, 1, hexToBytes(t), 1)
    const bundle = { ...honest, ballots: [changed, ...honest.ballots.slice(1)] }
    const ballot = {
      t,
      sent: [sent[0] ?? { rev: 0, body }, { rev: 1, body: changed.body }],
      acknowledgedRev: 0,
    }
    expect(await auditOf(bundle, { ballot })).toMatchObject({ ok: true, counted: true })
  })

  test('lets the browser breathe between ballots', async () => {
    let breaths = 0
    const bytes = bundleBytes(honest)
    await audit({
      bundle: bytes,
      poll: { ...poll, bundleHash: bytesToHex(hashBundle(bytes)) },
      me: { personId: ana, asked: true, ballot: null },
      breathe: async () => {
        breaths += 1
      },
    })
    expect(breaths).toBe(6)
  })
})

describe('a server that cheats is found out', () => {
  const found: Record<string, (typeof auditChecks)[number]> = {}
  const cases: [string, (typeof auditChecks)[number], () => ReturnType<typeof auditOf>][] = [
    [
      'by other bytes than the log names',
      'bundle-hash',
      () => auditOf(honest, {}, { bundleHash: '00'.repeat(32) }),
    ],
    ['by no hash in the log', 'bundle-hash', () => auditOf(honest, {}, { bundleHash: null })],
    ['by another question', 'bundle-form', () => auditOf(honest, {}, { question: 'Wie geht es?' })],
    ['by another hint under it', 'bundle-form', () => auditOf(honest, {}, { hint: 'Nur Gutes zählt.' })],
    [
      'by turning the scale around',
      'bundle-form',
      () => auditOf(honest, {}, { asks: { ...fiveSteps, lowLabel: 'sehr' } }),
    ],
    ['by another poll', 'bundle-form', () => auditOf({ ...honest, pollId: PollId.parse('00'.repeat(16)) })],
    ['by a lower minimum', 'bundle-form', () => auditOf({ ...honest, minimumGroup: 2 })],
    [
      'by publishing what was called suppressed',
      'bundle-form',
      () => auditOf(honest, {}, { suppressed: true }),
    ],
    ['by another public key', 'public-key', () => auditOf({ ...honest, pk: bytesToHex(makePollKeys().pk) })],
    ['by another receipt key', 'public-key', () => auditOf({ ...honest, receiptPk: honest.pk })],
    [
      'by another secret key',
      'published-key',
      () => auditOf({ ...honest, k: bytesToHex(makePollKeys().sk) }),
    ],
    ['by a changed choice', 'ballot-macs', () => auditOf(replaceFirst({ body: otherChoice() }))],
    ['by a changed revision', 'ballot-macs', () => auditOf(replaceFirst({ rev: 9 }))],
    [
      'by an invented ballot without a token',
      'ballot-macs',
      () => auditOf(replaceFirst({ mac: '00'.repeat(32) })),
    ],
    [
      'by counting a ballot twice',
      'one-ballot-per-token',
      () => auditOf({ ...honest, ballots: [firstBallot(), firstBallot(), ...honest.ballots.slice(2)] }),
    ],
    [
      'by ballots in the order they came',
      'one-ballot-per-token',
      () => auditOf({ ...honest, ballots: honest.ballots.toReversed() }),
    ],
    [
      'by more ballots than were handed out',
      'ballots-within-issued',
      () => auditOf({ ...honest, issued: people.slice(0, 5) }),
    ],
    [
      'by naming a person twice',
      'ballots-within-issued',
      () => auditOf({ ...honest, issued: [ana, ...people] }),
    ],
    ['by not naming me, who asked', 'issued-to-me', () => auditOf(honest, { personId: stranger })],
    ['by naming me, who did not ask', 'issued-to-me', () => auditOf(honest, { asked: false })],
    [
      'by dropping my ballot',
      'my-ballot',
      () => auditOf({ ...honest, ballots: honest.ballots.slice(1) }, { ballot: owned() }),
    ],
    [
      'by counting my first choice after I changed it',
      'my-ballot',
      () =>
        auditOf(honest, {
          ballot: {
            ...owned(),
            sent: [...owned().sent, { rev: 1, body: firstBallot().body }],
            acknowledgedRev: 1,
          },
        }),
    ],
    ['by making up a choice with my token', 'my-ballot', forgeMine],
  ]

  test.each(cases)('%s (%s)', async (_, check, run) => {
    found[check] = check
    expect(await run()).toMatchObject({ ok: false, failedCheck: check, counted: false })
  })

  test('and no check is without a case', () => {
    expect(Object.keys(found).sort()).toEqual([...auditChecks].sort())
  })

  function replaceFirst(change: Partial<Published['ballots'][number]>): Bundle {
    return { ...honest, ballots: [{ ...firstBallot(), ...change }, ...honest.ballots.slice(1)] }
  }

  /** With the key, the server can make a genuine ballot for my nullifier; only I can know that it is not mine. */
  function forgeMine(): ReturnType<typeof auditOf> {
    const forged = makeBallot(keys, 5, hexToBytes(firstBallot().t), 3)
    return auditOf({ ...honest, ballots: [forged, ...honest.ballots.slice(1)] }, { ballot: owned() })
  }
})

describe('a suppressed poll', () => {
  const suppress = (ts: { t: string }[]): Bundle => {
    const { k: _k, ballots: _b, ...rest } = honest
    return { ...rest, suppressed: true, ballots: ts.map(({ t }) => ({ t })) }
  }

  test('shows that one’s ballot was there, and counts nothing', async () => {
    const bundle = suppress(honest.ballots)
    expect(await auditOf(bundle, { ballot: owned() })).toMatchObject({ ok: true, counted: true })
    expect(tallyBundle(bundle)).toBeNull()
  })

  test('without one’s acknowledged ballot is found out', async () => {
    const bundle = suppress(honest.ballots.slice(1))
    expect(await auditOf(bundle, { ballot: owned() })).toMatchObject({ ok: false, failedCheck: 'my-ballot' })
    expect(await auditOf(bundle, { ballot: owned(0, null) })).toMatchObject({ ok: true, counted: false })
  })
})

test('bytes that are no bundle are none', async () => {
  for (const text of ['', '{}', 'null', '[1]', '{"version":2}', JSON.stringify({ ...honest, k: 'x' })])
    expect(readBundle(new TextEncoder().encode(text))).toBeNull()
  expect(readBundle(Uint8Array.of(0xff, 0xfe))).toBeNull()
  const bytes = new TextEncoder().encode('{}')
  const outcome = await audit({
    bundle: bytes,
    poll: { ...poll, bundleHash: bytesToHex(hashBundle(bytes)) },
    me: { personId: ana, asked: true, ballot: null },
  })
  expect(outcome).toMatchObject({ ok: false, failedCheck: 'bundle-form', bundle: null })
})
