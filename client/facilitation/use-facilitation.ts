// The room's state inside React: what is shown, who I am, what time it is on the server, what people are called.
import { createContext, useCallback, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Room, RoomState } from '#client/facilitation/room-store.ts'
import { departmentOf } from '#client/facilitation/selectors.ts'
import { panelTexts } from '#client/facilitation/texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { LinkKind } from '#shared/access/role.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

export const RoomContext = createContext<Room | null>(null)

/** The connection of the room this is in. Throws outside a `FacilitationProvider`. */
export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new Error('useRoom needs a FacilitationProvider around it.')
  return room
}

/** Whom the server is asked as, over HTTP. */
export type Asker = { workshopId: WorkshopId; role: LinkKind }
export const AskerContext = createContext<Asker | null>(null)

export function useAsker(): Asker {
  const asker = useContext(AskerContext)
  if (!asker) throw new Error('useAsker needs a FacilitationProvider around it.')
  return asker
}

/** `select` must return the same reference for the same state; derive lists from what it returns. */
export function useFacilitation<T>(select: (state: RoomState) => T): T {
  return useStore(useRoom().store, select)
}

/** Null until the server has let us in. */
export const useMe = (): Me | null => useFacilitation((state) => state.me)

/** The server's clock in epoch milliseconds, read again every `intervalMs`. */
export function useServerNow(intervalMs: number): number {
  const { serverNow } = useRoom()
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const read = () => setNow(serverNow())
    read()
    const timer = setInterval(read, intervalMs)
    return () => clearInterval(timer)
  }, [serverNow, intervalMs])
  return now
}

export type PersonNaming = (personId: PersonId) => string

/** What to call somebody: their name, or "Person from Sales" when they gave none. */
export function usePersonName(): PersonNaming {
  const names = useFacilitation((state) => state.names)
  const people = useFacilitation((state) => state.view.people)
  const absent = useFacilitation((state) => state.view.actions.absent)
  const departments = useFacilitation((state) => state.view.info.departments)
  const t = useTexts(panelTexts)
  return useCallback(
    (personId) => {
      const name = names[personId]
      if (name) return name
      const department =
        departmentOf(people, departments, personId) ?? departmentOf(absent, departments, personId)
      return department ? t('personFrom', { department: department.title }) : t('personUnnamed')
    },
    [names, people, absent, departments, t],
  )
}
