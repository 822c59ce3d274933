// What a habit is: looks at the room now and says what its person would do next, if anything.
import type { Pace } from '#client/facilitation/ballots/pace.ts'
import type { Chance } from '#client/simulated/chance.ts'
import type { SimulatedPerson } from '#client/simulated/person.ts'
import type { Words } from '#client/simulated/words.ts'
import type { AgendaItem } from '#shared/facilitation/agenda.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'

export type Temperament = 'talkative' | 'steady' | 'quiet' | 'silent'

export type Self = {
  person: SimulatedPerson
  temperament: Temperament
  words: Words
  chance: Chance
  pace: Pace
  /** Aborts when the person leaves. */
  life: AbortSignal
}

type Now = { view: Workshop; item: AgendaItem | null }

/** When it ends, its person looks at the room again. */
type Deed = () => unknown
export type Habit = (now: Now) => Deed | null

/** How often somebody does of themselves what they might do, of one. */
export const liveliness: Record<Temperament, number> = {
  talkative: 0.5,
  steady: 0.25,
  quiet: 0.1,
  silent: 0.04,
}
