// A choice as bytes: every body of a poll has the same length, and every choice exactly one body.
import { equalBytes } from '@noble/curves/utils.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { utf8ToText } from '#shared/ballots/utf8.ts'

/** `["blank"]` is sent by whoever holds a ballot and has not voted when the poll closes (BALLOT 4.4). */
export const Choice = z.union([
  z.tuple([z.literal('blank')]),
  z.tuple([z.literal('scale'), z.number().int().min(1).max(5)]),
])
export type Choice = z.infer<typeof Choice>
export const blank: Choice = ['blank']
export const scaleChoice = (value: number): Choice => Choice.parse(['scale', value])

/** Two bytes of length, the JSON, zeros: 64 bytes whatever was chosen. */
export const bodyBytes = 64

export function encodeBody(choice: Choice): Uint8Array {
  const json = utf8ToBytes(JSON.stringify(choice))
  const padding = bodyBytes - 2 - json.length
  if (padding < 0) throw new RangeError(`A choice takes ${json.length} bytes; ${bodyBytes - 2} is the most.`)
  return concatBytes(Uint8Array.of(json.length >> 8, json.length & 0xff), json, new Uint8Array(padding))
}

/** null for bytes that `encodeBody` never makes: another spelling could carry a mark. */
export function decodeBody(body: Uint8Array): Choice | null {
  if (body.length !== bodyBytes) return null
  const [high = 0, low = 0] = body
  try {
    const json: unknown = JSON.parse(utf8ToText(body.subarray(2, 2 + high * 256 + low)))
    const choice = Choice.safeParse(json)
    return choice.success && equalBytes(encodeBody(choice.data), body) ? choice.data : null
  } catch {
    return null // no text, or no JSON
  }
}
