// Watches whether anybody who leads is connected while a session runs, and says when nobody has been for a minute.
import { type Chair, isLeading, isVacant } from '#shared/facilitation/chair.ts'
import { runningSession } from '#shared/facilitation/sessions.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId } from '#shared/ids.ts'

/** Long enough for a reload, a change of network, a laptop that was closed by mistake. */
const patienceMs = 60_000

export type ChairWatch = {
  /** After each change of the workshop and of who is connected. */
  look(workshop: Workshop, present: readonly PersonId[]): void
  readonly isSet: boolean
  stop(): void
}

/** What it tells may have been overtaken: the rules look again. `onGone` rejects when it could not be stored. */
export function createChairWatch(
  now: () => number,
  tell: {
    onGone: (since: number, chair: Chair) => Promise<unknown>
    onBack: (personId: PersonId) => void
  },
): ChairWatch {
  /** Since when nobody who leads has been seen here. A process that has just started begins to count anew. */
  let since: number | null = null
  let timer: NodeJS.Timeout | undefined
  let chair: Chair | null = null

  function stop(): void {
    clearTimeout(timer)
    timer = undefined
    since = null
  }

  function wait(from: number): void {
    timer = setTimeout(
      () => {
        // Timers may ring a moment early by our clock.
        if (now() < from + patienceMs) return wait(from)
        timer = undefined
        if (chair) tell.onGone(from, chair).catch(() => wait(from))
      },
      Math.max(retryMs, from + patienceMs - now()),
    )
  }

  return {
    look(workshop, present) {
      chair = workshop.chair
      const leading = present.filter((personId) => isLeading(workshop, personId))
      const missed = chair.missingSince !== null && leading.find((personId) => personId !== chair?.takenBy)
      if (missed) tell.onBack(missed)
      const isWaitedFor = present.length > 0 && leading.length === 0 && runningSession(workshop.sessions)
      if (!isWaitedFor || isVacant(chair)) return stop()
      if (since !== null) return
      since = now()
      wait(since)
    },
    get isSet() {
      return timer !== undefined
    },
    stop,
  }
}

const retryMs = 1_000
