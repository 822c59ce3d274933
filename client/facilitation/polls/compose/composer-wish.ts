// What the composer is to begin with when something else opens it: a set that could not be opened with one click, and why.
import type { FormDraft } from './form-draft.ts'

/** Why the server did not open it. */
export type Refused = 'group-too-small' | 'too-similar'
export type Wish = { draft: FormDraft; refused: Refused | null }

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
