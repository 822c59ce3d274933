// Which sentence says why the server did not take a note.
import type { Problem } from '#client/board/silence/draft-keeper.ts'

export const problemWords = {
  full: 'refusedFull',
  invalid: 'refusedInvalid',
  'no-seat': 'refusedSeat',
} as const satisfies Record<Problem, string>
