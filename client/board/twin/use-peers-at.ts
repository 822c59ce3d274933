// Who else is at which card, with name and colours.
import { useMemo } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { onPersonColor, personColor } from '#client/board/person-color.ts'
import { usePeers } from '#client/board/presence-of.ts'
import type { PeerLook } from '#client/board/twin/PeerFlag.tsx'
import type { PersonId } from '#shared/ids.ts'

type Options = {
  awareness: Awareness
  people: (personId: PersonId) => { name: string; departmentId: string | null }
  departments: readonly { departmentId: string }[]
}

const nobody: readonly PeerLook[] = []

/** The same list for a card as long as the same people are there. */
export function usePeersAt({ awareness, people, departments }: Options): (id: string) => readonly PeerLook[] {
  const peers = usePeers(awareness)
  return useMemo(() => {
    const byCard = new Map<string, PeerLook[]>()
    for (const { clientId, personId, selected, editing } of peers) {
      const { name, departmentId } = people(personId)
      const color = personColor(departments, departmentId)
      const at = new Set(editing === null ? selected : [editing, ...selected])
      for (const id of at) {
        const look = {
          key: String(clientId),
          name,
          color,
          onColor: onPersonColor(color),
          isTyping: editing === id,
        }
        byCard.set(id, [...(byCard.get(id) ?? []), look])
      }
    }
    return (id) => byCard.get(id) ?? nobody
  }, [peers, people, departments])
}
