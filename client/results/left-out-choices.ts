// Choices of what the report leaves out, sent one after the other; where one fails, what the server said last stands again.
import { SectionId } from '#shared/results/report.ts'

export type Told = { leftOut: SectionId[]; state: 'saving' | 'saved' | 'failed' }
type Parts = {
  /** Resolves with what is left out from then on. */
  send: (wanted: SectionId[]) => Promise<SectionId[]>
  tell: (told: Told) => void
  /** No is an answer; anything else is a bug. */
  isExpected: (failure: unknown) => boolean
  onBug: (error: unknown) => void
}
export type LeftOutChoices = {
  /** What was fetched. False while a choice is under way, which is newer than that. */
  fetched(stored: SectionId[]): boolean
  show(id: SectionId, isShown: boolean): void
}

export function leftOutChoices(
  stored: SectionId[],
  { send, tell, isExpected, onBug }: Parts,
): LeftOutChoices {
  let confirmed = stored
  let latest = stored
  let underWay = 0
  let sending: Promise<unknown> = Promise.resolve()

  /** Each choice holds those before it, so the last one sent says what is so, whatever became of the others. */
  async function carryOut(wanted: SectionId[]): Promise<void> {
    try {
      confirmed = await send(wanted)
      if (latest === wanted) tell({ leftOut: wanted, state: 'saved' })
    } catch (failure) {
      if (!isExpected(failure)) return onBug(failure)
      if (latest !== wanted) return
      latest = confirmed
      tell({ leftOut: confirmed, state: 'failed' })
    } finally {
      underWay -= 1
    }
  }

  return {
    fetched(fresh) {
      if (underWay > 0) return false
      confirmed = fresh
      latest = fresh
      return true
    },
    show(id, isShown) {
      const before = latest
      const wanted = SectionId.options.filter((one) => (one === id ? !isShown : before.includes(one)))
      latest = wanted
      underWay += 1
      tell({ leftOut: wanted, state: 'saving' })
      sending = sending.then(() => carryOut(wanted))
    },
  }
}
