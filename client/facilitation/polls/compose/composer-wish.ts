// What the composer is to begin with when something else opens it: a set that could not be opened with one click, and why.
import type { RefusalCode } from '#shared/facilitation/decision.ts'
import type { PreparedPoll } from '#shared/facilitation/prepared-polls.ts'
import type { FormDraft } from './form-draft.ts'

/** Why the server did not open it. */
export type Refused = 'group-too-small' | 'too-similar'
/** These the composer explains itself; any other is told by the store's notice. */
export const refusalsTold: RefusalCode[] = ['group-too-small', 'too-similar']
export const asRefused = (reply: { ok: true } | { ok: false; code: string }): Refused | null =>
  !reply.ok && (reply.code === 'group-too-small' || reply.code === 'too-similar') ? reply.code : null

/** `changing`: the prepared poll that it is. */
export type Wish = { draft: FormDraft; refused: Refused | null; changing: PreparedPoll | null }

let wished: Wish | null = null

export function wishFor(wish: Wish): void {
  wished = wish
}

/** Once: the next time, the composer begins as always. */
export function takeWish(): Wish | null {
  const wish = wished
  wished = null
  return wish
}
