// The token arithmetic: RFC 9497's own vectors, and what a cheating server or browser could try.
import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import {
  blindToken,
  evaluateBlinded,
  finishToken,
  isElement,
  isKeyPair,
  makeNullifier,
  makePollKeys,
  redeemToken,
} from '#shared/ballots/token.ts'
import { PollId } from '#shared/ids.ts'

const pollId = PollId.parse('5a'.repeat(16))

// RFC 9497, appendix A.1.2: ristretto255-SHA512, VOPRF mode.
const rfc = {
  seed: 'a3'.repeat(32),
  keyInfo: '74657374206b6579',
  sk: 'e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909',
  pk: 'c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e',
  blind: '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706',
  proofScalar: '222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e',
  vectors: [
    {
      input: '00',
      blinded: '863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945',
      evaluated: 'aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e',
      proof:
        'ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd066d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d',
      output:
        'b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7da4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c',
    },
    {
      input: '5a'.repeat(17),
      blinded: 'cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c',
      evaluated: '60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468',
      proof:
        '401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02',
      output:
        '8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6',
    },
  ],
}

describe('RFC 9497, A.1.2', () => {
  const { voprf } = ristretto255_oprf
  const sk = hexToBytes(rfc.sk)
  const pk = hexToBytes(rfc.pk)

  test('the key pair is derived from its seed', () => {
    const keys = voprf.deriveKeyPair(hexToBytes(rfc.seed), hexToBytes(rfc.keyInfo))
    expect([bytesToHex(keys.secretKey), bytesToHex(keys.publicKey)]).toEqual([rfc.sk, rfc.pk])
    expect(isKeyPair(sk, pk)).toBe(true)
  })

  test.each(rfc.vectors)('input $input is blinded, evaluated, proved and finished as printed', (vector) => {
    const input = hexToBytes(vector.input)
    const { blind, blinded } = voprf.blind(input, drawing(rfc.blind))
    expect([bytesToHex(blind), bytesToHex(blinded)]).toEqual([rfc.blind, vector.blinded])
    const { evaluated, proof } = voprf.blindEvaluate(sk, pk, blinded, drawing(rfc.proofScalar))
    expect([bytesToHex(evaluated), bytesToHex(proof)]).toEqual([vector.evaluated, vector.proof])
    const output = voprf.finalize(input, blind, evaluated, blinded, pk, proof)
    expect(bytesToHex(output)).toBe(vector.output)
  })
})

describe('a ballot token', () => {
  const keys = makePollKeys()
  const t = makeNullifier()
  const { r, blinded } = blindToken(pollId, t)
  const mine = { t, r, blinded, pk: keys.pk }
  const answer = evaluateBlinded(keys, blinded)

  test('is the same whether unblinded by the browser or made from the nullifier with the key', () => {
    expect(finishToken(pollId, mine, answer)).toEqual(redeemToken(keys.sk, pollId, t))
  })

  test('is another one for another nullifier and for another poll', () => {
    const y = redeemToken(keys.sk, pollId, t)
    expect(redeemToken(keys.sk, pollId, makeNullifier())).not.toEqual(y)
    expect(redeemToken(keys.sk, PollId.parse('00'.repeat(16)), t)).not.toEqual(y)
  })

  test('is not accepted with any bit of its proof changed', () => {
    for (let bit = 0; bit < answer.proof.length * 8; bit += 37) {
      const proof = answer.proof.slice()
      proof[bit >> 3] = (proof[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => finishToken(pollId, mine, { ...answer, proof })).toThrow()
    }
  })

  test('is not accepted when it was made with a key of one’s own, which would be a mark', () => {
    const marking = makePollKeys()
    const marked = evaluateBlinded(marking, blinded)
    expect(() => finishToken(pollId, mine, marked)).toThrow()
    // Nor when the other key is proved honestly, and passed off as this one's.
    expect(() => finishToken(pollId, mine, { evaluated: marked.evaluated, proof: answer.proof })).toThrow()
  })

  test('is never made for the identity or for an encoding that is not canonical', () => {
    const p = `ed${'ff'.repeat(30)}7f` // the field's prime, a second spelling of zero
    for (const hex of ['00'.repeat(32), p, `01${'00'.repeat(31)}`, 'ff'.repeat(32)]) {
      expect(isElement(hexToBytes(hex))).toBe(false)
      expect(() => evaluateBlinded(keys, hexToBytes(hex))).toThrow()
    }
    expect(isElement(blinded)).toBe(true)
  })

  test('is asked for with another element each time, also for the same nullifier', () => {
    expect(blindToken(pollId, t).blinded).not.toEqual(blinded)
  })
})

test('two halves of different keys are no pair, and neither is rubbish', () => {
  const [one, other] = [makePollKeys(), makePollKeys()]
  expect(isKeyPair(one.sk, one.pk)).toBe(true)
  expect(isKeyPair(one.sk, other.pk)).toBe(false)
  expect(isKeyPair(new Uint8Array(32), one.pk)).toBe(false)
  expect(isKeyPair(new Uint8Array(32).fill(255), one.pk)).toBe(false)
  expect(isKeyPair(new Uint8Array(5), one.pk)).toBe(false)
})

/** A source of chance from which the library draws this scalar: it takes 48 bytes, reduces them and adds one. */
function drawing(scalar: string): (length?: number) => Uint8Array {
  return (length = 48) => {
    const bytes = new Uint8Array(length)
    bytes.set(hexToBytes(scalar))
    bytes[0] = (bytes[0] ?? 0) - 1 // no borrow: both scalars of the RFC end in a byte above zero
    return bytes
  }
}
