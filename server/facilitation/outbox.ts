// Gathers what one workshop is told in a burst: two hundred people who check in at once are told of it in a few messages.
import type { Event } from '#shared/facilitation/events.ts'

export type Outbox = {
  /** Goes out at once after a quiet moment, else with what else happens until the pause is over. */
  events(seq: number, events: readonly Event[]): void
  /** Runs `send` behind every event that waits now: nobody hears of their command before the others can. */
  reply(send: () => void): void
  /** Sends what waits. */
  flush(): void
}

/** Nobody sees so short a delay; in a burst it saves most of the writing. */
const pauseMs = 15

/** `deliver` must not throw; `seq` is that of the first event. */
export function createOutbox(deliver: (seq: number, events: Event[]) => void): Outbox {
  let waiting: { seq: number; events: Event[] } | null = null
  let replies: (() => void)[] = []
  let isPausing = false

  function flush(): void {
    if (!waiting) return
    const [batch, senders] = [waiting, replies]
    waiting = null
    replies = []
    deliver(batch.seq, batch.events)
    for (const send of senders) send()
  }

  function flushAndPause(): void {
    isPausing = waiting !== null
    if (isPausing) setTimeout(flushAndPause, pauseMs)
    flush()
  }

  return {
    events(seq, events) {
      if (waiting) waiting.events = waiting.events.concat(events)
      else waiting = { seq, events: [...events] }
      if (!isPausing) flushAndPause()
    },
    reply(send) {
      if (waiting) replies.push(send)
      else send()
    },
    flush,
  }
}
