// Makes the results out of the three planes: the folded facilitation log, the board as it is, and what the ballot box counted.
import type { BoardModel } from '#shared/board/model.ts'
import type { Day } from '#shared/facilitation/actions.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId, PollId, WorkshopId } from '#shared/ids.ts'
import { type ActionResult, actionResult } from './action-results.ts'
import { concernResult, type SealedConcerns } from './concern-results.ts'
import { type KeptBoards, touchpointsOf } from './kept-boards.ts'
import { looseNotes, mapResult } from './map-results.ts'
import { parkedTopics } from './parked-topics.ts'
import { type PollResult, pollResult, type SealedPoll } from './poll-results.ts'
import type { Results } from './results.ts'
import { type SessionResult, sessionResult } from './session-results.ts'
import { sessionDuring, sessionNumberAt, sittingsOf } from './sittings.ts'
import { trendsOf } from './trends.ts'
import { departmentFinder, type FindDepartment, iso, isoOrNull } from './values.ts'

export type ResultsInput = {
  workshopId: WorkshopId
  /** Folded and not redacted; only what belongs in a report is taken from it. */
  workshop: Workshop
  names: Readonly<Record<PersonId, string>>
  board: BoardModel
  /** Of every secret poll that is closed and not suppressed; a poll missing here is reported as unreadable. */
  sealed: ReadonlyMap<PollId, SealedPoll>
  /** The same of concern boxes. */
  sealedConcerns: ReadonlyMap<PollId, SealedConcerns>
  /** As they were at the end of sessions that are over. */
  boards: KeptBoards
  /** Epoch milliseconds. */
  now: number
  /**
   * The day it is for whom the results are made. A server knows no time zone of a workshop, which stores none, and says the
   * day in UTC; readers with a clock of their own judge anew by their day (`onDay`).
   */
  today: Day
}

export function buildResults(input: ResultsInput): Results {
  const { workshopId, workshop, board, sealed, boards, now } = input
  const { info, sessions: held } = workshop
  const { departments } = info
  const departmentOf = departmentFinder(departments)
  const polls = workshop.polls.map((poll) =>
    pollResult(poll, sealed.get(poll.pollId), sessionNumberAt(held, poll.openedAt)),
  )
  const maps = board.maps.map((map) => mapResult(map, departmentOf))
  const sessions = sessionResults(input, polls, departmentOf)
  return {
    version: 2,
    asOf: iso(now),
    workshop: {
      id: workshopId,
      title: info.title,
      language: info.language,
      createdAt: iso(info.createdAt),
      departments: [...departments],
      minimumGroup: info.minimumGroup,
    },
    sessions,
    plannedFor: isoOrNull(held.plannedFor),
    maps,
    looseNotes: looseNotes(board, departmentOf),
    polls,
    actions: actionResults(input, departmentOf),
    parkingLot: parkedTopics(workshop),
    trends: trendsOf({ sessions, polls, maps, departments, boards }),
    leftOut: [...workshop.leftOut],
  }
}

function sessionResults(
  { workshop, board, boards, sealedConcerns, names, now }: ResultsInput,
  polls: readonly PollResult[],
  departmentOf: FindDepartment,
): SessionResult[] {
  const { sessions, concerns, info } = workshop
  const last = sessions.all.at(-1)
  const touchpoints = touchpointsOf(board)
  return sittingsOf(workshop).map((sitting) => {
    const { number, startedAt } = sitting
    // The board of now says nothing about a session that was over before the last one.
    const isLongOver = startedAt !== null && number !== last?.number
    return sessionResult(sitting, {
      polls: polls.filter(({ sessionNumber }) => sessionNumber === number),
      concerns: concerns
        .filter(({ poll }) => sessionNumberAt(sessions, poll.openedAt) === number)
        .map((box) => concernResult(box, sealedConcerns.get(box.poll.pollId))),
      departments: info.departments,
      touchpoints: boards.get(number) ?? (isLongOver ? new Map() : touchpoints),
      names,
      departmentOf,
      now,
    })
  })
}

function actionResults(
  { workshop: { actions, sessions }, board, boards, names, today }: ResultsInput,
  departmentOf: FindDepartment,
): ActionResult[] {
  return actions.list.map((action) => {
    const { shapeId, createdAt } = action
    // Decided between two sessions: what the earlier one left on the board.
    const after = sessions.all.findLast(({ startedAt }) => startedAt <= createdAt)?.number ?? 0
    return actionResult(action, {
      names,
      board,
      departmentOf,
      decidedIn: sessionDuring(sessions, createdAt),
      before: (shapeId && boards.get(after)?.get(shapeId)?.actual) ?? null,
      today,
    })
  })
}
