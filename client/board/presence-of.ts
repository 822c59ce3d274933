// Who else is on the board and what they are at, for every view of it, without tldraw, as the list comes without it.
import { useSyncExternalStore } from 'react'
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

/** One for each board, however many views ask: everybody's pointer moves many times a second. */
class Peers {
  readonly #awareness: Awareness
  readonly #listeners = new Set<() => void>()
  readonly #known = new Map<number, { peer: Peer; said: string }>()
  #all: readonly Peer[] = []

  constructor(awareness: Awareness) {
    this.#awareness = awareness
    this.#read([...awareness.getStates().keys()])
  }

  /** Everybody but this browser, in an order that stays; the same until one of them differs. */
  readonly all = (): readonly Peer[] => this.#all

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) {
      this.#read([...this.#known.keys(), ...this.#awareness.getStates().keys()])
      this.#awareness.on('change', this.#onChange)
    }
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#awareness.off('change', this.#onChange)
    }
  }

  readonly #onChange = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    if (!this.#read([...added, ...updated, ...removed])) return
    for (const listener of this.#listeners) listener()
  }

  /** True when one of these differs from what was known; a pointer makes no difference. */
  #read(clientIds: readonly number[]): boolean {
    let isChanged = false
    for (const clientId of clientIds) {
      const peer = clientId === this.#awareness.clientID ? null : peerOf(this.#awareness, clientId)
      const said = JSON.stringify(peer)
      if (said === (this.#known.get(clientId)?.said ?? 'null')) continue
      if (peer) this.#known.set(clientId, { peer, said })
      else this.#known.delete(clientId)
      isChanged = true
    }
    if (isChanged)
      this.#all = [...this.#known.values()]
        .map(({ peer }) => peer)
        .sort((one, other) => one.clientId - other.clientId)
    return isChanged
  }
}

function peerOf(awareness: Awareness, clientId: number): Peer | null {
  const parsed = Presence.safeParse(awareness.getStates().get(clientId))
  if (!parsed.success) return null
  const { person, selected, editing, view } = parsed.data
  return { clientId, personId: person, selected, editing, view }
}

const peersByAwareness = new WeakMap<Awareness, Peers>()

export function peersOn(awareness: Awareness): Pick<Peers, 'all' | 'subscribe'> {
  const known = peersByAwareness.get(awareness) ?? new Peers(awareness)
  peersByAwareness.set(awareness, known)
  return known
}

/** Drawn again when somebody comes, goes, selects or types; not for each move of a pointer. */
export function usePeers(awareness: Awareness): readonly Peer[] {
  const { all, subscribe } = peersOn(awareness)
  return useSyncExternalStore(subscribe, all)
}

/** What a person sees; with several tabs, that of the one that was heard of last. */
export function viewOf(awareness: Awareness, personId: PersonId): PresenceView | null {
  let latest: { view: PresenceView; heardAt: number } | null = null
  for (const peer of peersOn(awareness).all()) {
    if (peer.personId !== personId || !peer.view) continue
    const heardAt = awareness.meta.get(peer.clientId)?.lastUpdated ?? 0
    if (!latest || heardAt > latest.heardAt) latest = { view: peer.view, heardAt }
  }
  return latest?.view ?? null
}
