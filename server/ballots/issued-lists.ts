// Who has received a ballot in each running poll of a workshop, told to its room now and then.
import type { PollBox } from '#server/ballots/poll-box.ts'
import type { Waits } from '#server/ballots/waits.ts'
import type { Issued } from '#shared/facilitation/protocol.ts'
import type { PollId, WorkshopId } from '#shared/ids.ts'

/** How often a list is sent at most: single arrivals are not to be watched. */
export const issuedEveryMs = 2000

/** The name of the wait after which a list is told. */
export const issuedWait = (pollId: PollId): string => `issued ${pollId}`

export type IssuedLists = {
  /** Of the polls that run; empty without one. */
  of(workshopId: WorkshopId): Issued[]
  begin(box: PollBox): void
  end(pollId: PollId): void
  /** Somebody was added to this poll's list. */
  announce(workshopId: WorkshopId, pollId: PollId): void
  /** At most every 2 s for each poll. */
  on(listener: (workshopId: WorkshopId, issued: Issued) => void): () => void
}

export function createIssuedLists(waits: Waits): IssuedLists {
  const running = new Map<PollId, PollBox>()
  const listeners = new Set<(workshopId: WorkshopId, issued: Issued) => void>()

  const listOf = (box: PollBox): Issued => ({ pollId: box.pollId, personIds: box.issuedTo() })

  return {
    of: (workshopId) =>
      [...running.values()].filter((box) => box.workshopId === workshopId).map((box) => listOf(box)),
    begin: (box) => running.set(box.pollId, box),
    end: (pollId) => running.delete(pollId),
    announce(workshopId, pollId) {
      const name = issuedWait(pollId)
      if (waits.has(name)) return
      waits.start(name, issuedEveryMs, async () => {
        const box = running.get(pollId)
        if (box) for (const listener of listeners) listener(workshopId, listOf(box))
      })
    },
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
