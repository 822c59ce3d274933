// When the items of an agenda are on: as it went, as it goes, and as it was planned; and what that does to the end.
import { type Agenda, type AgendaItem, indexOf, remainingMs, tookMs } from '#shared/facilitation/agenda.ts'
import type { ItemId } from '#shared/ids.ts'

const minuteMs = 60_000

/** Epoch milliseconds. */
export type ItemTime = { from: number; to: number }

/**
 * What has been at its own time, what runs until its time is up, what comes one after the other behind it; before the start
 * from the planned start on. Nothing is said of items that were left out, and of none without a planned start.
 */
export function itemTimes(
  agenda: Agenda,
  plannedFor: number | null,
  now: number,
): ReadonlyMap<ItemId, ItemTime> {
  const times = new Map<ItemId, ItemTime>()
  for (const { itemId, startedAt, endedAt } of agenda.done) {
    const from = times.get(itemId)?.from ?? startedAt
    times.set(itemId, { from, to: Math.max(from, endedAt) })
  }
  const { current } = agenda
  let at = agenda.startedAt === null ? plannedFor : null
  if (current) {
    at = endOfCurrent(agenda, now)
    times.set(current.itemId, { from: times.get(current.itemId)?.from ?? current.startedAt, to: at })
  }
  if (at === null) return times
  for (const item of itemsAhead(agenda)) {
    const to: number = at + leftMs(agenda, item)
    times.set(item.itemId, { from: at, to })
    at = to
  }
  return times
}

/** `laterMs` against what was planned at the start; negative when it will be over sooner. */
export type EndForecast = { endsAt: number; laterMs: number }

/** Null while nothing runs. */
export function endForecast(agenda: Agenda, now: number): EndForecast | null {
  if (!agenda.current || agenda.startedAt === null) return null
  const ahead = itemsAhead(agenda).reduce((sum, item) => sum + leftMs(agenda, item), 0)
  const endsAt = endOfCurrent(agenda, now) + ahead
  return { endsAt, laterMs: endsAt - (agenda.startedAt + agenda.plannedMs) }
}

export const totalMinutes = (items: readonly Pick<AgendaItem, 'minutes'>[]): number =>
  items.reduce((sum, { minutes }) => sum + minutes, 0)

/** Behind the running one, in order; all of them before the start, none after the end. */
function itemsAhead({ items, current, endedAt }: Agenda): readonly AgendaItem[] {
  if (endedAt !== null) return []
  return current ? items.slice(indexOf({ items }, current.itemId) + 1) : items
}

/** What a group has not got to: of use for the next session. */
export const itemsNotDone = ({ items, done }: Agenda): readonly AgendaItem[] =>
  items.filter(({ itemId }) => !done.some((one) => one.itemId === itemId))

/** An item that runs over ends now, as far as anybody knows. */
const endOfCurrent = (agenda: Agenda, now: number): number => now + Math.max(0, remainingMs(agenda, now) ?? 0)

/** Its minutes, less what an earlier turn took of them. */
const leftMs = ({ done }: Agenda, { itemId, minutes }: AgendaItem): number =>
  Math.max(0, minutes * minuteMs - tookMs(done, itemId))
