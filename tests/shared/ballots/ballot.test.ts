// Bodies, MACs, receipts, codes and words: one spelling each, and nothing holds that was changed.
import { hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ballotCode, ballotMac, isMacRight, isReceiptRight, signReceipt } from '#shared/ballots/ballot.ts'
import {
  blank,
  bodyLengthOf,
  type Choice,
  decodeBody,
  encodeBody,
  scaleChoice,
} from '#shared/ballots/body.ts'
import { fourWords, keyWords } from '#shared/ballots/fingerprint.ts'
import { makePollKeys } from '#shared/ballots/token.ts'
import { words } from '#shared/ballots/words.ts'
import type { Question } from '#shared/facilitation/questions.ts'
import { describe as describeCounts } from '#shared/facilitation/tally.ts'
import { PollId } from '#shared/ids.ts'
import { answerTo, question } from '#tests/shared/facilitation/arbitrary-questions.ts'
import { fiveSteps } from '#tests/support/questions.ts'

const pollId = PollId.parse('5a'.repeat(16))

const asked = question.chain((asks) =>
  fc.record({
    asks: fc.constant(asks),
    choice: fc.oneof(
      { weight: 1, arbitrary: fc.constant<Choice>(blank) },
      { weight: 9, arbitrary: answerTo(asks) },
    ),
  }),
)

describe('a body', () => {
  test('has one length whatever is chosen in a question, and reads back', () => {
    fc.assert(
      fc.property(asked, ({ asks, choice }) => {
        expect(encodeBody(choice, asks)).toHaveLength(['words', 'text'].includes(asks.kind) ? 1280 : 64)
        expect(decodeBody(encodeBody(choice, asks), asks)).toEqual(choice)
      }),
    )
  })

  test('has one spelling: other bytes are another choice, or none', () => {
    fc.assert(
      fc.property(asked, fc.nat(79), fc.integer({ min: 1, max: 255 }), ({ asks, choice }, at, difference) => {
        fc.pre(at < bodyLengthOf(asks))
        const body = encodeBody(choice, asks)
        body[at] = (body[at] ?? 0) ^ difference
        const read = decodeBody(body, asks)
        if (!read) return
        expect(read).not.toEqual(choice)
        expect(encodeBody(read, asks)).toEqual(body)
      }),
    )
  })

  test('holds the longest answer of each kind', () => {
    const options = Array.from({ length: 12 }, (_, place) => ({ optionId: `o${place}`, label: 'x' }))
    const every = options.map((_, place) => place)
    const few = options.slice(0, 8)
    const words = Array.from({ length: 5 }, (_, place) => `${'\u8a9e'.repeat(29)}${place}`)
    const longest: [Question, Choice][] = [
      [{ kind: 'multiple', options, most: 12 }, ['multiple', every]],
      [{ kind: 'ranking', options: few }, ['ranking', every.slice(0, 8)]],
      [{ kind: 'points', options, points: 20 }, ['points', [10, 10, ...every.slice(2).map(() => 0)]]],
      [{ kind: 'words', most: 5 }, ['words', words]],
      [{ kind: 'text' }, ['text', '\u8a9e'.repeat(280)]],
      [{ kind: 'text' }, ['text', '"\\'.repeat(140)]],
    ]
    for (const [asks, choice] of longest) expect(decodeBody(encodeBody(choice, asks), asks)).toEqual(choice)
  })

  test('is nothing when it is rubbish', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 80 }), (bytes) => {
        expect(decodeBody(bytes, fiveSteps)).toBeNull()
      }),
    )
  })

  test('is nothing where it answers another question, or a text is not plain', () => {
    const text: Question = { kind: 'text' }
    expect(decodeBody(encodeBody(scaleChoice(6), { ...fiveSteps, max: 6 }), fiveSteps)).toBeNull()
    expect(decodeBody(encodeBody(['text', 'gut'], text), text)).toEqual(['text', 'gut'])
    for (const typed of ['Gut', 'gut ', 'gut!!', '\u201egut\u201c'])
      expect(decodeBody(encodeBody(['text', typed], text), text)).toBeNull()
  })

  test('is made of no choice off every scale', () => {
    for (const value of [-1, 11, 2.5, Number.NaN]) expect(() => scaleChoice(value)).toThrow()
  })
})

describe('a MAC and a receipt', () => {
  const y = new Uint8Array(64).fill(7)
  const ballot = { t: new Uint8Array(32).fill(1), rev: 2, body: encodeBody(blank, fiveSteps) }
  const { receiptSk, receiptPk } = makePollKeys()
  const mac = ballotMac(y, pollId, ballot)
  const receipt = signReceipt(receiptSk, pollId, ballot)
  const changed = [
    { ...ballot, t: new Uint8Array(32).fill(2) },
    { ...ballot, rev: 3 },
    { ...ballot, body: encodeBody(scaleChoice(1), fiveSteps) },
  ]

  test('hold for their ballot', () => {
    expect(mac).toHaveLength(32)
    expect(receipt).toHaveLength(64)
    expect(isMacRight(mac, y, pollId, ballot)).toBe(true)
    expect(isReceiptRight(receipt, receiptPk, pollId, ballot)).toBe(true)
  })

  test('hold for no other ballot, poll, token or key', () => {
    const elsewhere = PollId.parse('00'.repeat(16))
    for (const other of changed) {
      expect(isMacRight(mac, y, pollId, other)).toBe(false)
      expect(isReceiptRight(receipt, receiptPk, pollId, other)).toBe(false)
    }
    expect(isMacRight(mac, y, elsewhere, ballot)).toBe(false)
    expect(isReceiptRight(receipt, receiptPk, elsewhere, ballot)).toBe(false)
    expect(isMacRight(mac, new Uint8Array(64), pollId, ballot)).toBe(false)
    expect(isReceiptRight(receipt, makePollKeys().receiptPk, pollId, ballot)).toBe(false)
    expect(isReceiptRight(new Uint8Array(64), receiptPk, pollId, ballot)).toBe(false)
    expect(isMacRight(new Uint8Array(3), y, pollId, ballot)).toBe(false)
  })
})

describe('what people compare', () => {
  test('a ballot has a short code that is always the same', () => {
    const code = ballotCode(new Uint8Array(32))
    expect(code).toMatch(/^[2-9BCDFGHJKLMNPQRSTVWXZ]{3}-[2-9BCDFGHJKLMNPQRSTVWXZ]{3}$/)
    expect(ballotCode(new Uint8Array(32))).toBe(code)
    expect(ballotCode(new Uint8Array(32).fill(1))).not.toBe(code)
  })

  test('there is one short word for each byte, sorted, none twice', () => {
    expect(words).toHaveLength(256)
    expect([...new Set(words)].sort()).toEqual(words)
    for (const word of words) expect(word).toMatch(/^[a-z]{3,11}$/)
  })

  test('four words stand for the first four bytes', () => {
    expect(fourWords(hexToBytes('00ff01fe99'))).toEqual([words[0], words[255], words[1], words[254]])
    expect(keyWords(makePollKeys().pk)).toHaveLength(4)
  })
})

test('mean and spread are those of the choices', () => {
  expect(describeCounts([0, 0, 0, 0, 0], 1)).toEqual({ mean: null, spread: null })
  expect(describeCounts([2, 0, 0, 0, 2], 1)).toEqual({ mean: 3, spread: 2 })
  expect(describeCounts([0, 0, 0, 3, 0], 0)).toEqual({ mean: 3, spread: 0 })
})
