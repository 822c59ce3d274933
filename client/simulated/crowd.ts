// So many people who come in one after the other and stay: named and spread over the workshop's departments.
import { type Pace, realPace } from '#client/facilitation/ballots/pace.ts'
import { createChance, paceOf } from '#client/simulated/chance.ts'
import type { Temperament } from '#client/simulated/habit.ts'
import { previewOf, readLink } from '#client/simulated/join.ts'
import { live } from '#client/simulated/live.ts'
import { type SimulatedPerson, simulatePerson } from '#client/simulated/person.ts'
import { wordsOf } from '#client/simulated/words.ts'
import type { Preview } from '#shared/access/api.ts'
import type { DepartmentId } from '#shared/ids.ts'
import { sample } from '#shared/sample/sample.ts'

export type Crowd = { people: readonly SimulatedPerson[]; leave(): void }
export type CrowdWish = {
  link: string
  /** In the place of `link`, by name: for those who have been there before. */
  personal?: Readonly<Record<string, string>>
  count: number
  /** The same seed brings the same people, who do the same as far as the others let them. */
  seed?: number
  /** False: they sit there and do only what every browser does by itself. */
  isLively?: boolean
  withBoard?: boolean
  /** How fast they are; see `paceOf`. */
  tempo?: number
  pace?: Pace
  /** Between two who come in. */
  gapMs?: number
  report: (error: unknown) => void
}

/** Resolves when all are in. Rejects when somebody is not let in; nobody stays then. */
export async function bringPeople({
  link,
  personal = {},
  count,
  seed = 1,
  isLively = true,
  withBoard = true,
  tempo = 1,
  pace: own = realPace,
  gapMs = 150,
  report,
}: CrowdWish): Promise<Crowd> {
  const life = new AbortController()
  const people: SimulatedPerson[] = []
  const leave = () => {
    life.abort()
    for (const person of people) person.leave()
  }
  try {
    const preview = await previewOf(readLink(link))
    for (let number = 0; number < count; number += 1) {
      const chance = createChance(seed * 10_007 + number)
      const pace = paceOf(chance, own, tempo)
      const { name, departmentId, temperament } = somebody(number, preview, chance.pick)
      const wish = { link: personal[name] ?? link, name, departmentId, withBoard, pace, report }
      const person = await simulatePerson(wish)
      people.push(person)
      const words = wordsOf(name, preview.language, chance)
      const self = { person, temperament, words, chance, pace, life: life.signal }
      if (isLively) live(self).catch(report)
      if (number < count - 1) await pace.wait(gapMs, life.signal)
    }
  } catch (error) {
    leave()
    throw error
  }
  return { people, leave }
}

type Somebody = { name: string; departmentId: DepartmentId | null; temperament: Temperament }
const cast = sample.people.filter(({ role }) => role === 'participant')
const letters = [...'BDFGHKLMNPRSTVWZ']

/** The sample's people first, then others of the same first names. */
function somebody(
  number: number,
  { departments }: Preview,
  pick: <Item>(items: readonly Item[]) => Item | null,
): Somebody {
  const one = cast[number % cast.length]
  const others = Math.floor(number / cast.length)
  const initials = Array.from({ length: others > letters.length ? 2 : Math.min(others, 1) }, (_, place) =>
    place === 0 ? letters[(others - 1) % letters.length] : letters[Math.floor((others - 1) / letters.length)],
  )
  const known = departments.find(({ departmentId }) => departmentId === one?.departmentId)
  const department = others === 0 && known ? known : pick(departments)
  return {
    name: [one?.name ?? '', ...initials.map((letter) => `${letter}.`)].join(' '),
    departmentId: department?.departmentId ?? null,
    temperament: one?.temperament ?? 'steady',
  }
}
