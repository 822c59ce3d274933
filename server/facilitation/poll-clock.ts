// The clock of one workshop's running poll: says when its time is over, once, also for one that ended while we were away.

import { runningPolls } from '#shared/facilitation/polls.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PollId } from '#shared/ids.ts'

export type PollClock = {
  /** After each change: sets the alarm by the poll that is open now. */
  watch(polls: Workshop['polls']): void
  readonly isSet: boolean
  stop(): void
}

/** `onTimeUp` rejects when the poll could not be closed; then it is called again. */
export function createPollClock(
  now: () => number,
  onTimeUp: (pollId: PollId) => Promise<unknown>,
): PollClock {
  let alarm: { pollId: PollId; timer: NodeJS.Timeout } | null = null

  function set(pollId: PollId, closesAt: number, pauseMs: number): void {
    const ring = () => {
      // Timers may ring a moment early by our clock.
      if (now() < closesAt) return set(pollId, closesAt, closesAt - now())
      alarm = null
      onTimeUp(pollId).catch(() => set(pollId, closesAt, retryMs))
    }
    alarm = { pollId, timer: setTimeout(ring, Math.max(0, pauseMs)) }
  }

  function stop(): void {
    clearTimeout(alarm?.timer)
    alarm = null
  }

  return {
    watch(polls) {
      // The polls of one form close together.
      const [poll] = runningPolls(polls)
      const closesAt = poll?.state === 'open' ? poll.closesAt : null
      if (poll && closesAt !== null && alarm?.pollId === poll.pollId) return
      stop()
      if (poll && closesAt !== null) set(poll.pollId, closesAt, closesAt - now())
    },
    get isSet() {
      return alarm !== null
    },
    stop,
  }
}

const retryMs = 1_000
