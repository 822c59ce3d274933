// Whoever does something in the room is there: takes back what they have said of themselves.
import { useCallback } from 'react'
import { useRoom } from '#client/facilitation/use-facilitation.ts'

/** The same function for as long as the room is. Does nothing for whoever is simply here. */
export function useBackAgain(): () => void {
  const { store, setPresence } = useRoom()
  return useCallback(() => {
    const { me, states } = store.getState()
    const state = me && states[me.personId]
    if (state && state !== 'lost') setPresence('here')
  }, [store, setPresence])
}
