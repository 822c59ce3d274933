// What the results need of the board as it was kept at the end of a session: whose touchpoints there were, and their scores.
import type { BoardModel, BoardTouchpoint } from '#shared/board/model.ts'

/** By the touchpoint's id. */
export type KeptTouchpoints = ReadonlyMap<string, Pick<BoardTouchpoint, 'actual' | 'departmentId'>>
/** By the number of the session; one of which no board was kept is missing. */
export type KeptBoards = ReadonlyMap<number, KeptTouchpoints>

export const touchpointsOf = ({ maps }: BoardModel): KeptTouchpoints =>
  new Map(
    maps
      .flatMap(({ touchpoints }) => touchpoints)
      .map(({ id, actual, departmentId }) => [id, { actual, departmentId }]),
  )
