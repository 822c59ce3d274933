// Opens the board of a seat once, however many views of this page show it, and closes it after the last.
import { useEffect, useState } from 'react'
import { type BoardConnection, type BoardSeat, connectBoard } from '#client/board/board-connection.ts'
import { useBoardLife } from '#client/board/recovery/start-again.ts'

type Shared = { connection: BoardConnection; holders: number }
const open = new Map<string, Shared>()

/** Null until its contents can be shown. */
export function useBoard({ workshopId, seat, personId, canEdit }: BoardSeat): BoardConnection | null {
  const [board, setBoard] = useState<BoardConnection | null>(null)
  const life = useBoardLife((state) => state.life)
  useEffect(() => {
    const key = `${workshopId} ${seat} ${personId} ${canEdit} ${life}`
    const shared = open.get(key) ?? {
      connection: connectBoard({ workshopId, seat, personId, canEdit }),
      holders: 0,
    }
    shared.holders++
    open.set(key, shared)
    let isGone = false
    void shared.connection.ready.then(() => {
      if (!isGone) setBoard(shared.connection)
    })
    return () => {
      isGone = true
      setBoard(null)
      shared.holders--
      // React mounts twice in development, and switching views unmounts one before the other: wait for the next one.
      setTimeout(() => {
        if (shared.holders > 0 || open.get(key) !== shared) return
        open.delete(key)
        shared.connection.close()
      })
    }
  }, [workshopId, seat, personId, canEdit, life])
  return board
}
