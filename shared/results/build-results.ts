// Makes the results out of the three planes: the folded facilitation log, the board as it is, and what the ballot box counted.
import type { BoardModel } from '#shared/board/model.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId, PollId, WorkshopId } from '#shared/ids.ts'
import { actionResult } from './action-results.ts'
import { concernResult, type SealedConcerns } from './concern-results.ts'
import { type KeptBoards, touchpointsOf } from './kept-boards.ts'
import { looseNotes, mapResult } from './map-results.ts'
import { pollResult, type SealedPoll } from './poll-results.ts'
import type { Results } from './results.ts'
import { sessionResult } from './session-results.ts'
import { sessionDuring, sessionNumberAt, sittingsOf } from './sittings.ts'
import { trendsOf } from './trends.ts'
import { departmentFinder, iso, isoOrNull } from './values.ts'

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
}

export function buildResults(input: ResultsInput): Results {
  const { workshopId, workshop, names, board, sealed, sealedConcerns, boards, now } = input
  const { info, sessions } = workshop
  const { departments } = info
  const departmentOf = departmentFinder(departments)
  const numberAt = (at: number) => sessionNumberAt(sessions, at)
  const polls = workshop.polls.map((poll) =>
    pollResult(poll, sealed.get(poll.pollId), numberAt(poll.openedAt)),
  )
  const maps = board.maps.map((map) => mapResult(map, departmentOf))
  const touchpoints = touchpointsOf(board)
  const last = sessions.all.at(-1)
  const results = sittingsOf(workshop).map((sitting) => {
    const isPast = sitting.startedAt !== null && sitting.number !== last?.number
    return sessionResult(sitting, {
      polls: polls.filter(({ sessionNumber }) => sessionNumber === sitting.number),
      concerns: workshop.concerns
        .filter(({ poll }) => numberAt(poll.openedAt) === sitting.number)
        .map((box) => concernResult(box, sealedConcerns.get(box.poll.pollId))),
      departments,
      touchpoints: boards.get(sitting.number) ?? (isPast ? new Map() : touchpoints),
      names,
      departmentOf,
      now,
    })
  })
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
    sessions: results,
    plannedFor: isoOrNull(sessions.plannedFor),
    maps,
    looseNotes: looseNotes(board, departmentOf),
    polls,
    actions: workshop.actions.list.map((action) => {
      const { shapeId, createdAt } = action
      // Decided between two sessions: what the earlier one left on the board.
      const after = sessions.all.findLast(({ startedAt }) => startedAt <= createdAt)?.number ?? 0
      return actionResult(action, {
        names,
        board,
        departmentOf,
        decidedIn: sessionDuring(sessions, createdAt),
        before: (shapeId && boards.get(after)?.get(shapeId)?.actual) ?? null,
        today: iso(now).slice(0, 10),
      })
    }),
    parkingLot: [],
    trends: trendsOf({ sessions: results, polls, maps, departments, boards }),
  }
}
