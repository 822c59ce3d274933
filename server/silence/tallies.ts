// How many silent notes there are, told in groups: some seconds late, at random, and never whose.
import type { Log } from '#server/log.ts'
import type { DraftRow, SilenceStore } from '#server/storage/storage.ts'
import type { PersonId, RoundId, WorkshopId } from '#shared/ids.ts'
import type { SilentCell, SilentCounts } from '#shared/silence/counts.ts'

/** The same moment for everyone, each without their own. */
export type CountsFor = (personId: PersonId) => SilentCounts

export type Tallies = {
  /** As they were last told, so that asking again and again shows nothing earlier. */
  counts(workshopId: WorkshopId, roundId: RoundId): Promise<CountsFor>
  changed(workshopId: WorkshopId, roundId: RoundId): void
  onCounts(listener: (workshopId: WorkshopId, countsFor: CountsFor) => void): () => void
  forget(workshopId: WorkshopId): void
  close(): void
}

/** From the first change to the telling: between these, so that a count does not rise as one person stops typing. */
const leastDelayMs = 2000
const mostDelayMs = 6000

type Told = { roundId: RoundId; countsFor: Promise<CountsFor>; timer: NodeJS.Timeout | null }
type Parts = { storage: Pick<SilenceStore, 'drafts'>; log: Log; random: () => number }

export function createTallies({ storage, log, random }: Parts): Tallies {
  const told = new Map<WorkshopId, Told>()
  const listeners = new Set<(workshopId: WorkshopId, countsFor: CountsFor) => void>()

  const count = async (workshopId: WorkshopId, roundId: RoundId): Promise<CountsFor> =>
    countsOf(roundId, await storage.drafts(workshopId, roundId))

  function toldOf(workshopId: WorkshopId, roundId: RoundId): Told {
    const known = told.get(workshopId)
    if (known?.roundId === roundId) return known
    forget(workshopId)
    const fresh: Told = { roundId, countsFor: count(workshopId, roundId), timer: null }
    fresh.countsFor.catch(() => told.delete(workshopId)) // asked again next time
    told.set(workshopId, fresh)
    return fresh
  }

  async function tell(workshopId: WorkshopId, one: Told): Promise<void> {
    const countsFor = await count(workshopId, one.roundId)
    if (told.get(workshopId) !== one) return
    one.countsFor = Promise.resolve(countsFor)
    for (const listener of listeners) listener(workshopId, countsFor)
  }

  function forget(workshopId: WorkshopId): void {
    clearTimeout(told.get(workshopId)?.timer ?? undefined)
    told.delete(workshopId)
  }

  return {
    counts: (workshopId, roundId) => toldOf(workshopId, roundId).countsFor,

    changed(workshopId, roundId) {
      const one = toldOf(workshopId, roundId)
      if (one.timer) return
      const delayMs = leastDelayMs + random() * (mostDelayMs - leastDelayMs)
      one.timer = setTimeout(() => {
        one.timer = null
        tell(workshopId, one).catch((error: unknown) =>
          log.bug('silence.not-counted', error, { workshopId, roundId }),
        )
      }, delayMs)
      one.timer.unref()
    },

    onCounts(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    forget,

    close() {
      for (const workshopId of [...told.keys()]) forget(workshopId)
      listeners.clear()
    },
  }
}

function countsOf(roundId: RoundId, drafts: readonly DraftRow[]): CountsFor {
  const byPerson = Map.groupBy(drafts, ({ personId }) => personId)
  const all = cellsOf(drafts)
  return (personId) => {
    const own = byPerson.get(personId)
    const cells = own ? cellsOf(drafts.filter((draft) => draft.personId !== personId)) : all
    return { roundId, all: drafts.length, others: drafts.length - (own?.length ?? 0), cells }
  }
}

/** Sorted by their ids, so that the order says nothing either. */
function cellsOf(drafts: readonly DraftRow[]): SilentCounts['cells'] {
  const cells = new Map<string, SilentCell & { count: number }>()
  for (const { stageId, laneId } of drafts) {
    const key = `${stageId} ${laneId}`
    cells.set(key, { stageId, laneId, count: (cells.get(key)?.count ?? 0) + 1 })
  }
  return [...cells.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell)
}
