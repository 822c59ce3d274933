// The agenda of one session: as it was planned and as it went.
import { z } from 'zod'
import { type Agenda, ItemKind, tookMs } from '#shared/facilitation/agenda.ts'
import { Count, isoOrNull, Time } from './values.ts'

export const AgendaResult = z.object({
  startedAt: Time.nullable(),
  endedAt: Time.nullable(),
  items: z.array(
    z.object({
      title: z.string(),
      kind: ItemKind,
      plannedMinutes: z.number(),
      state: z.enum(['done', 'running', 'not-reached']),
      /** Without pauses; of a running item so far; null for one that was not reached. */
      actualSeconds: Count.nullable(),
    }),
  ),
})
export type AgendaResult = z.infer<typeof AgendaResult>

/** What the agenda of any session has, the one under way and those that are over. */
export type AgendaRun = Pick<Agenda, 'items' | 'done' | 'current' | 'startedAt' | 'endedAt'>

export function agendaResult(
  { items, done, current, startedAt, endedAt }: AgendaRun,
  now: number,
): AgendaResult {
  return {
    startedAt: isoOrNull(startedAt),
    endedAt: isoOrNull(endedAt),
    items: items.map(({ itemId, title, kind, minutes }) => {
      const planned = { title, kind, plannedMinutes: minutes }
      const before = tookMs(done, itemId)
      if (current?.itemId === itemId)
        return { ...planned, state: 'running', actualSeconds: seconds(before + takesMs(current, now)) }
      return done.some((item) => item.itemId === itemId)
        ? { ...planned, state: 'done', actualSeconds: seconds(before) }
        : { ...planned, state: 'not-reached', actualSeconds: null }
    }),
  }
}

// Never negative, also when the server's clock was set back in between.
const takesMs = ({ startedAt, pausedAt, pausedMs }: NonNullable<Agenda['current']>, now: number): number =>
  Math.max(0, (pausedAt ?? now) - startedAt - pausedMs)
const seconds = (ms: number): number => Math.round(ms / 1000)
