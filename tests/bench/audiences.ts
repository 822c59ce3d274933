// Two hundred people in a few processes: brought in, told what to do, and asked what they have seen.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { PollId } from '#shared/ids.ts'
import { type AudienceJob, type AudienceOrder, AudienceReport } from '#tests/bench/audience-protocol.ts'
import { keepTo, processors } from '#tests/bench/processes.ts'

export type Audience = {
  people: number
  raise(who: number): void
  lower(who: number): void
  vote(pollId: PollId): void
  lookAway(): void
  lookBack(): void
  report(): Promise<AudienceReport>
  end(): Promise<void>
}
/** All jobs run at the same time. */
export async function seatAudience(jobs: readonly AudienceJob[]): Promise<Audience> {
  const children = jobs.map((job) => {
    const child = fork(fileURLToPath(new URL('audience.ts', import.meta.url)), [JSON.stringify(job)])
    keepTo(processors?.load, child.pid)
    return child
  })
  await Promise.all(
    children.map((child) =>
      Promise.race([
        once(child, 'message'),
        once(child, 'exit').then(() => Promise.reject(new Error('an audience has ended'))),
      ]),
    ),
  )
  const perChild = jobs[0]?.count ?? 1
  const tell = (who: number, order: (who: number) => AudienceOrder) =>
    children[Math.floor(who / perChild)]?.send(order(who % perChild))
  const tellAll = (order: AudienceOrder) => {
    for (const child of children) child.send(order)
  }
  return {
    people: jobs.reduce((sum, { count }) => sum + count, 0),
    raise: (who) => tell(who, (of) => ({ do: 'raise', who: of })),
    lower: (who) => tell(who, (of) => ({ do: 'lower', who: of })),
    vote: (pollId) => tellAll({ do: 'vote', pollId }),
    lookAway: () => tellAll({ do: 'look-away' }),
    lookBack: () => tellAll({ do: 'look-back' }),
    async report() {
      const reports = await Promise.all(
        children.map(async (child) => {
          const answer = once(child, 'message')
          child.send({ do: 'report' } satisfies AudienceOrder)
          const [message] = await answer
          return z.object({ report: AudienceReport }).parse(message).report
        }),
      )
      return reports.reduce(together)
    },
    async end() {
      for (const child of children) {
        const ended = once(child, 'exit')
        child.kill('SIGKILL')
        await ended
      }
    },
  }
}

function together(one: AudienceReport, other: AudienceReport): AudienceReport {
  return {
    sent: { ...one.sent, ...other.sent },
    seen: joined(one.seen, other.seen, (some, more) => [...some, ...more]),
    issued: joined(one.issued, other.issued, (some, more) => [...some, ...more]),
    ready: joined(one.ready, other.ready, (some, more) => [...some, ...more]),
    stored: joined(one.stored, other.stored, (some, more) => some + more),
  }
}

function joined<Value>(
  one: Record<string, Value>,
  other: Record<string, Value>,
  add: (value: Value, more: Value) => Value,
): Record<string, Value> {
  const all = { ...one }
  for (const [name, value] of Object.entries(other)) {
    const known = all[name]
    all[name] = known === undefined ? value : add(known, value)
  }
  return all
}
