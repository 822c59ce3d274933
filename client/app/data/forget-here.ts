// What this browser keeps of a workshop, or of one person in it: found and removed.
import { forgetAllOf, recentWorkshops } from '#client/app/recent.ts'
import { forgetRecoveryCopy, ownersOfCopies, recoveryName } from '#client/board/recovery/recovery-copy.ts'
import { forgetBallotsOf } from '#client/facilitation/ballots/indexeddb-store.ts'
import type { Kept } from '#shared/access/api.ts'
import { PersonId, WorkshopId } from '#shared/ids.ts'

const storages = ['localStorage', 'sessionStorage'] as const

/** Each person once, and each workshop once of which something is kept. */
export async function keptHere(): Promise<Kept[]> {
  const databases = await databaseNames()
  const names = [...databases, ...storages.flatMap(keysOf)]
  // Looking for it would make it.
  const refused = databases.includes(recoveryName) ? await ownersOfCopies() : []
  const people = [...names.flatMap(ownerIn), ...refused]
  const workshops = [...people, ...recentWorkshops()].map(({ workshopId }) => ({
    workshopId,
    personId: null,
  }))
  const all = new Map<string, Kept>()
  for (const one of [...people, ...workshops]) all.set(`${one.workshopId} ${one.personId}`, one)
  return [...all.values()]
}

/** Board copies, texts and ballots that were not sent yet, changes that were refused. Null for the person: of everybody who sat here. */
export async function forgetCopies(workshopId: WorkshopId, personId: PersonId | null): Promise<void> {
  const kept = (await keptHere()).filter((one) => one.workshopId === workshopId)
  const known = kept.flatMap((one) => one.personId ?? [])
  const people = new Set(personId === null ? known : [personId])
  const isMeant = (name: string): boolean =>
    name.startsWith('runde') && name.includes(workshopId) && (personId === null || name.includes(personId))
  for (const storage of storages)
    for (const key of keysOf(storage))
      if (isMeant(key) || isDraftOf(key, people)) window[storage].removeItem(key)
  for (const name of await databaseNames()) if (isMeant(name)) indexedDB.deleteDatabase(name)
  for (const person of people) {
    await forgetRecoveryCopy({ workshopId, personId: person })
    await forgetBallotsOf(person).catch(() => {}) // a browser that keeps no databases has kept none of these
  }
  if (known.every((person) => people.has(person))) forgetAllOf(workshopId)
}

/** Where a browser cannot say which databases there are, or keeps none, nothing can be done about them. */
async function databaseNames(): Promise<string[]> {
  const known = (await indexedDB.databases?.().catch(() => [])) ?? []
  return known.flatMap(({ name }) => name ?? [])
}

function keysOf(storage: (typeof storages)[number]): string[] {
  try {
    return Object.keys(window[storage])
  } catch {
    return [] // a browser that refuses its storage has kept nothing there
  }
}

/** `runde-board:<workshop>:<person>`, `runde.silent.<workshop>.<person>` and the like. */
function ownerIn(name: string): { workshopId: WorkshopId; personId: PersonId }[] {
  const [, workshop, person] = /^runde.*[.:]([0-9a-z]{12})[.:]([0-9a-z]{16})$/.exec(name) ?? []
  const [workshopId, personId] = [WorkshopId.safeParse(workshop), PersonId.safeParse(person)]
  return workshopId.success && personId.success
    ? [{ workshopId: workshopId.data, personId: personId.data }]
    : []
}

/** Answers that were not cast yet: `runde.draft.<person>.<form>`. */
const isDraftOf = (key: string, people: ReadonlySet<PersonId>): boolean => {
  const person = PersonId.safeParse(key.split('.')[2])
  return key.startsWith('runde.draft.') && person.success && people.has(person.data)
}
