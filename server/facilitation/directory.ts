// Who is here and what they are called, per workshop: kept beside the log, because names can be erased and presence is no fact.
import type { PeopleStore } from '#server/storage/storage.ts'
import type { OwnPresence, PresenceState } from '#shared/facilitation/presence.ts'
import type { Directory, DirectoryChange } from '#shared/facilitation/protocol.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

export type Directories = {
  /** Connected now, each person once, sorted. */
  present(workshopId: WorkshopId): PersonId[]
  /** One connection of this person has opened. Returns how to say that it has closed. */
  arrive(workshopId: WorkshopId, personId: PersonId): Leave
  /** What somebody says of themselves; ends with `here`, or some minutes after they have gone. */
  setPresence(workshopId: WorkshopId, personId: PersonId, presence: OwnPresence): void
  directory(workshopId: WorkshopId): Promise<Directory>
  /** Stores the name (null erases it), then tells the room. */
  setName(workshopId: WorkshopId, personId: PersonId, name: string | null): Promise<void>
  /** Changes gather for a moment: two hundred people arrive at once. An erased name is told as ''. */
  onChange(listener: (workshopId: WorkshopId, change: DirectoryChange) => void): () => void
  /** Lets go of the names; they are read again when asked for. */
  forget(workshopId: WorkshopId): void
  close(): void
}

/** `isLost`: the connection broke off without a good-bye. */
type Leave = (isLost?: boolean) => void

const gatherMs = 250
/** Long enough to reload a page, or to get through a tunnel. */
const keptMs = 5 * 60_000

type Names = Record<PersonId, string>

export function createDirectories(people: PeopleStore, now: () => number = Date.now): Directories {
  const connections = new Map<WorkshopId, Map<PersonId, number>>()
  const names = new Map<WorkshopId, Promise<Names>>()
  const changes = new Map<WorkshopId, { names: Names; timer: NodeJS.Timeout }>()
  /** What people said of themselves, and since when they have been gone; null while they are here. */
  const said = new Map<WorkshopId, Map<PersonId, { presence: PresenceState; goneAt: number | null }>>()
  const lost = new Map<WorkshopId, Set<PersonId>>()
  const listeners = new Set<(workshopId: WorkshopId, change: DirectoryChange) => void>()

  const present = (workshopId: WorkshopId): PersonId[] =>
    [...(connections.get(workshopId)?.keys() ?? [])].sort()

  function directoryOf(workshopId: WorkshopId, names: Names): Directory {
    const here = connections.get(workshopId) ?? new Map<PersonId, number>()
    const states: Record<PersonId, PresenceState> = {}
    for (const personId of lost.get(workshopId) ?? []) states[personId] = 'lost'
    for (const [personId, { presence }] of said.get(workshopId) ?? [])
      if (here.has(personId)) states[personId] = presence
    const rest = Object.keys(states).length > 0 ? { states } : {}
    return { names, present: present(workshopId), ...rest }
  }

  function setPresence(workshopId: WorkshopId, personId: PersonId, presence: OwnPresence): void {
    const all = said.get(workshopId) ?? new Map()
    if ((all.get(personId)?.presence ?? 'here') === presence) return
    if (presence === 'here') all.delete(personId)
    else all.set(personId, { presence, goneAt: null })
    said.set(workshopId, all)
    tell(workshopId, {})
  }

  function comeBack(workshopId: WorkshopId, personId: PersonId): void {
    lost.get(workshopId)?.delete(personId)
    const own = said.get(workshopId)?.get(personId)
    if (!own || own.goneAt === null) return
    if (now() - own.goneAt > keptMs) said.get(workshopId)?.delete(personId)
    else own.goneAt = null
  }

  function goAway(workshopId: WorkshopId, personId: PersonId, isLost: boolean): void {
    if (connections.get(workshopId)?.has(personId)) return
    const own = said.get(workshopId)?.get(personId)
    if (own) own.goneAt = now()
    if (isLost) lost.set(workshopId, (lost.get(workshopId) ?? new Set()).add(personId))
  }

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
      const change = directoryOf(workshopId, changes.get(workshopId)?.names ?? {})
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
      comeBack(workshopId, personId)
      count(workshopId, personId, 1)
      let isHere = true
      return (isLost = false) => {
        if (!isHere) return
        isHere = false
        count(workshopId, personId, -1)
        goAway(workshopId, personId, isLost)
      }
    },

    setPresence,

    async directory(workshopId) {
      return directoryOf(workshopId, { ...(await namesOf(workshopId)) })
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

    forget(workshopId) {
      names.delete(workshopId)
      said.delete(workshopId)
      lost.delete(workshopId)
    },

    close() {
      for (const { timer } of changes.values()) clearTimeout(timer)
      changes.clear()
    },
  }
}
