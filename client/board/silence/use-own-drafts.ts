// One's silent notes for as long as a round is on, and what came too late for the one before.
import { useCallback, useEffect, useMemo, useState } from 'react'
import { type DraftKeeper, keepDrafts } from '#client/board/silence/draft-keeper.ts'
import {
  draftMemory,
  draftTransport,
  lateMemory,
  type WriterSeat,
} from '#client/board/silence/draft-transport.ts'
import type { Silence, SilentWriting } from '#client/board/silence/silence.ts'
import type { RoomLink } from '#shared/access/role.ts'
import type { PersonId, RoundId, WorkshopId } from '#shared/ids.ts'
import type { Draft, DraftId } from '#shared/silence/drafts.ts'

type Seat = { workshopId: WorkshopId; seat: RoomLink; personId: PersonId }

/** `writing` is undefined as long as nobody knows whether a round is on. */
export function useOwnDrafts(seat: Seat, writing: SilentWriting | null | undefined): Silence {
  const { workshopId, seat: role, personId } = seat
  const roundId = writing === undefined ? undefined : (writing?.roundId ?? null)
  const [keeper, setKeeper] = useState<DraftKeeper | null>(null)
  const [editing, edit] = useState<DraftId | null>(null)
  const [late, setLate] = useState<readonly Draft[]>([])

  useEffect(() => {
    if (roundId === undefined || role === 'observer') return
    const writer = { workshopId, role, personId }
    let hasLeft = false
    endOthers(writer, roundId).then((left) => !hasLeft && setLate(left), reportError)
    setKeeper(roundId === null ? null : keeperOf(writer, roundId))
    return () => {
      hasLeft = true
      setKeeper(null)
      edit(null)
    }
  }, [workshopId, role, personId, roundId])

  useEffect(() => {
    if (!keeper) return
    const refresh = () => {
      if (document.visibilityState === 'visible') keeper.refresh()
    }
    window.addEventListener('online', refresh)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      window.removeEventListener('online', refresh)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [keeper])

  const begin = useCallback<Silence['begin']>((content) => keeper && edit(keeper.write(content)), [keeper])
  const discardLate = useCallback(
    (draftId: DraftId) => {
      const left = late.filter((draft) => draft.draftId !== draftId)
      lateMemory({ workshopId, role, personId }).write(left)
      setLate(left)
    },
    [late, workshopId, role, personId],
  )
  return useMemo(
    () => ({ writing: writing ?? null, keeper, editing, edit, begin, late, discardLate }),
    [writing, keeper, editing, begin, late, discardLate],
  )
}

/** One for all views: on a phone the map's tab comes and goes while notes are on their way. */
let open: { writer: WriterSeat; keeper: DraftKeeper } | null = null

function keeperOf(writer: WriterSeat, roundId: RoundId): DraftKeeper {
  if (open) return open.keeper // `endOthers` has left none but this one's
  const keeper = keepDrafts(roundId, draftTransport(writer, roundId), draftMemory(writer))
  open = { writer, keeper }
  return keeper
}

/** Ends the keeper of any other round or seat. Resolves with this writer's notes that came too late for theirs. */
async function endOthers(writer: WriterSeat, roundId: RoundId | null): Promise<readonly Draft[]> {
  const memory = draftMemory(writer)
  const late = lateMemory(writer)
  const isSameWriter =
    open?.writer.workshopId === writer.workshopId && open.writer.personId === writer.personId
  const ending = open && !(isSameWriter && open.keeper.roundId === roundId) ? open.keeper : null
  if (ending) open = null
  // What a page that is gone has left behind, before the next round writes in its place.
  const unsent = memory.read()
  const isOld = unsent !== null && unsent.roundId !== roundId
  const left = ending ? await ending.finish() : isOld ? unsent.drafts : []
  if (ending && !isSameWriter) return late.read() // somebody else's, who finds them in this device's memory
  if (isOld && memory.read()?.roundId === unsent.roundId) memory.write(null)
  const words = left.filter(({ text }) => text.trim() !== '')
  if (words.length > 0) late.write([...late.read(), ...words])
  return late.read()
}
