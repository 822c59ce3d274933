// A choice as bytes: every body of a poll has the same length, and every choice exactly one body.
import { equalBytes } from '@noble/curves/utils.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { utf8ToText } from '#shared/ballots/utf8.ts'
import { Answer, isAnswerTo, type Question } from '#shared/facilitation/questions.ts'

/** `["blank"]` is sent by whoever holds a ballot and has not voted when the poll closes (BALLOT 4.4). */
export const Choice = z.union([z.tuple([z.literal('blank')]), Answer])
export type Choice = z.infer<typeof Choice>
export const blank: Choice = ['blank']
export const scaleChoice = (value: number): Choice => Choice.parse(['scale', value])
export const isBlank = (choice: Choice): choice is ['blank'] => choice[0] === 'blank'

/** How long the bodies of a poll are, whatever is chosen (BALLOT 2): one length for what is picked, one for what is written. */
export const bodyLengths = [64, 1280] as const
export type BodyLength = (typeof bodyLengths)[number]
export const bodyLengthOf = ({ kind }: Question): BodyLength =>
  kind === 'words' || kind === 'text' ? 1280 : 64

/** Two bytes of length, the JSON, zeros. */
export function encodeBody(choice: Choice, question: Question): Uint8Array {
  const json = utf8ToBytes(JSON.stringify(choice))
  const padding = bodyLengthOf(question) - 2 - json.length
  if (padding < 0)
    throw new RangeError(`A choice takes ${json.length} bytes; ${padding + json.length} is the most.`)
  return concatBytes(Uint8Array.of(json.length >> 8, json.length & 0xff), json, new Uint8Array(padding))
}

/** null for what is no choice in this question, and for bytes that `encodeBody` never makes: another spelling could be a mark. */
export function decodeBody(body: Uint8Array, question: Question): Choice | null {
  if (body.length !== bodyLengthOf(question)) return null
  const [high = 0, low = 0] = body
  try {
    const json: unknown = JSON.parse(utf8ToText(body.subarray(2, 2 + high * 256 + low)))
    const choice = Choice.safeParse(json).data
    if (!choice || !(isBlank(choice) || isAnswerTo(question, choice))) return null
    return equalBytes(encodeBody(choice, question), body) ? choice : null
  } catch {
    return null // no text, or no JSON
  }
}
