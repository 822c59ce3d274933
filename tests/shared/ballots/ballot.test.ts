// Bodies, MACs, receipts, codes and words: one spelling each, and nothing holds that was changed.
import { hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ballotCode, ballotMac, isMacRight, isReceiptRight, signReceipt } from '#shared/ballots/ballot.ts'
import { blank, bodyBytes, type Choice, decodeBody, encodeBody, scaleChoice } from '#shared/ballots/body.ts'
import { fourWords, keyWords } from '#shared/ballots/fingerprint.ts'
import { describe as describeCounts } from '#shared/ballots/tally.ts'
import { makePollKeys } from '#shared/ballots/token.ts'
import { words } from '#shared/ballots/words.ts'
import { PollId } from '#shared/ids.ts'

const pollId = PollId.parse('5a'.repeat(16))
const choices: Choice[] = [blank, ...[1, 2, 3, 4, 5].map(scaleChoice)]

describe('a body', () => {
  test('has 64 bytes whatever was chosen, and reads back', () => {
    for (const choice of choices) {
      expect(encodeBody(choice)).toHaveLength(bodyBytes)
      expect(decodeBody(encodeBody(choice))).toEqual(choice)
    }
  })

  test('has one spelling: no other bytes are read as a choice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...choices),
        fc.nat(bodyBytes - 1),
        fc.integer({ min: 1, max: 255 }),
        (choice, at, difference) => {
          const body = encodeBody(choice)
          body[at] = (body[at] ?? 0) ^ difference
          const read = decodeBody(body)
          // Another choice's spelling is reached by changing its digit; everything else is nothing.
          expect(read === null || (read[0] === 'scale' && choice[0] === 'scale')).toBe(true)
          if (read) expect(encodeBody(read)).toEqual(body)
        },
      ),
    )
  })

  test('is nothing when it is rubbish', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 80 }), (bytes) => decodeBody(bytes) === null),
    )
  })

  test('is made of no choice off the scale', () => {
    for (const value of [0, 6, 2.5, Number.NaN]) expect(() => scaleChoice(value)).toThrow()
  })
})

describe('a MAC and a receipt', () => {
  const y = new Uint8Array(64).fill(7)
  const ballot = { t: new Uint8Array(32).fill(1), rev: 2, body: encodeBody(blank) }
  const { receiptSk, receiptPk } = makePollKeys()
  const mac = ballotMac(y, pollId, ballot)
  const receipt = signReceipt(receiptSk, pollId, ballot)
  const changed = [
    { ...ballot, t: new Uint8Array(32).fill(2) },
    { ...ballot, rev: 3 },
    { ...ballot, body: encodeBody(scaleChoice(1)) },
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
  expect(describeCounts([0, 0, 0, 0, 0])).toEqual({ mean: null, spread: null })
  expect(describeCounts([2, 0, 0, 0, 2])).toEqual({ mean: 3, spread: 2 })
  expect(describeCounts([0, 0, 0, 3, 0])).toEqual({ mean: 4, spread: 0 })
})
