// Two hundred people in a few processes: brought in, told what to do, and asked what they have seen.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type AudienceJob, type AudienceOrder, AudienceReport } from '#tests/bench/audience-protocol.ts'
import { keepTo, processors } from '#tests/bench/processes.ts'

export type Audience = {
  people: number
  raise(who: number): void
  lower(who: number): void
  vote(): void
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
  return {
    people: jobs.reduce((sum, { count }) => sum + count, 0),
    raise: (who) => tell(who, (of) => ({ do: 'raise', who: of })),
    lower: (who) => tell(who, (of) => ({ do: 'lower', who: of })),
    vote() {
      for (const child of children) child.send({ do: 'vote' } satisfies AudienceOrder)
    },
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
  const seen = { ...one.seen }
  for (const [hand, moments] of Object.entries(other.seen)) seen[hand] = [...(seen[hand] ?? []), ...moments]
  return {
    sent: { ...one.sent, ...other.sent },
    seen,
    issued: [...one.issued, ...other.issued],
    ready: [...one.ready, ...other.ready],
    stored: one.stored + other.stored,
  }
}
