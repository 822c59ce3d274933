// Who else is on the board and what they are at, for every view of it. Without tldraw, as the list comes without it.
import { useEffect, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { Presence, type PresenceView } from '#client/board/binding/presence-state.ts'
import type { PersonId } from '#shared/ids.ts'

/** One browser of somebody: a person with two tabs is there twice. */
export type Peer = {
  clientId: number
  personId: PersonId
  /** Ids of shapes. */
  selected: readonly string[]
  /** The shape whose text they are typing in. */
  editing: string | null
  /** What they see, of whoever leads. */
  view: PresenceView | null
}

/** Everybody but this browser, in an order that stays. Pointers are left out: they move all the time. */
export function peersOf(awareness: Awareness): Peer[] {
  const peers: Peer[] = []
  for (const [clientId, state] of awareness.getStates()) {
    if (clientId === awareness.clientID) continue
    const parsed = Presence.safeParse(state)
    if (!parsed.success) continue
    const { person, selected, editing, view } = parsed.data
    peers.push({ clientId, personId: person, selected, editing, view })
  }
  return peers.sort((one, other) => one.clientId - other.clientId)
}

/** Drawn again when somebody comes, goes, selects or types; not for each move of a pointer. */
export function usePeers(awareness: Awareness): readonly Peer[] {
  const [peers, setPeers] = useState(() => peersOf(awareness))
  useEffect(() => {
    let said = ''
    const read = () => {
      const next = peersOf(awareness)
      const now = JSON.stringify(next)
      if (now === said) return
      said = now
      setPeers(next)
    }
    read()
    awareness.on('change', read)
    return () => awareness.off('change', read)
  }, [awareness])
  return peers
}

/** Who is typing where: by the shape's id, each person once. */
export function editorsByShape(peers: readonly Peer[]): ReadonlyMap<string, readonly PersonId[]> {
  const editors = new Map<string, PersonId[]>()
  for (const { personId, editing } of peers) {
    if (editing === null) continue
    const known = editors.get(editing) ?? []
    if (!known.includes(personId)) editors.set(editing, [...known, personId])
  }
  return editors
}

/** What a person sees; with several tabs, that of the one that was heard of last. */
export function viewOf(awareness: Awareness, personId: PersonId): PresenceView | null {
  const views = peersOf(awareness).filter((peer) => peer.personId === personId && peer.view !== null)
  const heardAt = ({ clientId }: Peer) => awareness.meta.get(clientId)?.lastUpdated ?? 0
  return views.toSorted((one, other) => heardAt(other) - heardAt(one))[0]?.view ?? null
}
