// Who is here and what they are called, per workshop: kept beside the log, because names can be erased and presence is no fact.
import type { PeopleStore } from '#server/storage/storage.ts'
import type { Directory, DirectoryChange } from '#shared/facilitation/protocol.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

export type Directories = {
  /** Connected now, each person once, sorted. */
  present(workshopId: WorkshopId): PersonId[]
  /** One connection of this person has opened. Returns how to say that it has closed. */
  arrive(workshopId: WorkshopId, personId: PersonId): () => void
  directory(workshopId: WorkshopId): Promise<Directory>
  /** Stores the name (null erases it), then tells the room. */
  setName(workshopId: WorkshopId, personId: PersonId, name: string | null): Promise<void>
  /** Changes gather for a moment: two hundred people arrive at once. An erased name is told as ''. */
  onChange(listener: (workshopId: WorkshopId, change: DirectoryChange) => void): () => void
  /** Lets go of the names; they are read again when asked for. */
  forget(workshopId: WorkshopId): void
  close(): void
}

const gatherMs = 250

type Names = Record<PersonId, string>

export function createDirectories(people: PeopleStore): Directories {
  const connections = new Map<WorkshopId, Map<PersonId, number>>()
  const names = new Map<WorkshopId, Promise<Names>>()
  const changes = new Map<WorkshopId, { names: Names; timer: NodeJS.Timeout }>()
  const listeners = new Set<(workshopId: WorkshopId, change: DirectoryChange) => void>()

  const present = (workshopId: WorkshopId): PersonId[] =>
    [...(connections.get(workshopId)?.keys() ?? [])].sort()

  function namesOf(workshopId: WorkshopId): Promise<Names> {
    const known = names.get(workshopId)
    if (known !== undefined) return known
    const read = people.names(workshopId)
    names.set(workshopId, read)
    read.catch(() => names.delete(workshopId)) // asked again next time
    return read
  }

  function tell(workshopId: WorkshopId, changed: Names): void {
    const waiting = changes.get(workshopId)
    if (waiting) {
      Object.assign(waiting.names, changed)
      return
    }
    const timer = setTimeout(() => {
      const change = { names: changes.get(workshopId)?.names ?? {}, present: present(workshopId) }
      changes.delete(workshopId)
      for (const listener of listeners) listener(workshopId, change)
    }, gatherMs)
    changes.set(workshopId, { names: { ...changed }, timer })
  }

  function count(workshopId: WorkshopId, personId: PersonId, step: 1 | -1): void {
    const here = connections.get(workshopId) ?? new Map<PersonId, number>()
    const before = here.get(personId) ?? 0
    if (before + step > 0) here.set(personId, before + step)
    else here.delete(personId)
    if (here.size > 0) connections.set(workshopId, here)
    else connections.delete(workshopId)
    if (before === 0 || before + step === 0) tell(workshopId, {})
  }

  return {
    present,

    arrive(workshopId, personId) {
      count(workshopId, personId, 1)
      let isHere = true
      return () => {
        if (isHere) count(workshopId, personId, -1)
        isHere = false
      }
    },

    async directory(workshopId) {
      return { names: { ...(await namesOf(workshopId)) }, present: present(workshopId) }
    },

    async setName(workshopId, personId, name) {
      await people.setName(workshopId, personId, name)
      const known = await namesOf(workshopId)
      if (name === null) delete known[personId]
      else known[personId] = name
      tell(workshopId, { [personId]: name ?? '' })
    },

    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    forget: (workshopId) => void names.delete(workshopId),

    close() {
      for (const { timer } of changes.values()) clearTimeout(timer)
      changes.clear()
    },
  }
}
