// Turns the address into an entrance, and keeps the address clean: no secret stays in it, `?seat=` always does.
import { useEffect, useState } from 'react'
import { type Location, useNavigate } from 'react-router'
import { z } from 'zod'
import { loadResultsEntrance } from '#client/app/pages/load-results.ts'
import { isPanelOnly, roomAddress } from '#client/app/panel-only.ts'
import { forgetWorkshop, rememberWorkshop } from '#client/app/recent.ts'
import { type Entrance, findEntrance, seatIn, secretIn, workshopIdIn } from '#client/app/seat.ts'
import { ApiFailure } from '#client/ui/api.ts'
import { Key } from '#shared/access/api.ts'
import type { WorkshopId } from '#shared/ids.ts'

/** What the history entry may carry beside the address: a key not yet exchanged, so that a reload need not lose it. */
const KeyInHistory = z.object({ key: Key })

export type EntranceState =
  | { kind: 'waiting' }
  | { kind: 'failed'; failure: unknown; retry: () => void }
  | (Exclude<Entrance, { kind: 'results' }> & { workshopId: WorkshopId })

export function useEntrance(id: string | undefined, location: Location): EntranceState {
  const navigate = useNavigate()
  const [state, setState] = useState<EntranceState>({ kind: 'waiting' })
  const [attempt, setAttempt] = useState(0)
  const { hash, search, pathname, state: history } = location
  const role = seatIn(search)
  const key = keyIn(history)
  const keyText = key === null ? '' : JSON.stringify(key)

  // A secret leaves the address bar before anything else happens, and with it every screenshot and shared screen.
  useEffect(() => {
    const { secret, isMalformed } = secretIn(hash)
    if (secret)
      void navigate(`${pathname}${isPanelOnly(search) ? '?panel' : ''}`, {
        replace: true,
        state: { key: { secret } },
      })
    if (isMalformed)
      setState(closed(new ApiFailure('malformed-link', 'The link is incomplete.', 0), () => {}))
  }, [hash, search, pathname, navigate])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `keyText` is `key` by value; `attempt` asks again.
  useEffect(() => {
    if (hash !== '' && hash !== '#') return
    let isGone = false
    const retry = () => {
      setState({ kind: 'waiting' })
      setAttempt((before) => before + 1)
    }
    const enter = async () => {
      const workshopId = workshopIdIn(id)
      const entrance = await findEntrance({ workshopId, key, role, onResults: fetchResultsCode })
      if (isGone) return
      if (entrance.kind === 'results')
        return navigate(`/w/${workshopId}/results?seat=results`, { replace: true })
      if (entrance.kind !== 'room') return setState({ ...entrance, workshopId })
      const { seat } = entrance
      rememberWorkshop({ workshopId, title: seat.title, role: seat.role, openedAt: Date.now() })
      if (role !== seat.role) return navigate(roomAddress(workshopId, seat.role, search), { replace: true })
      setState({ kind: 'room', seat, workshopId })
    }
    enter().catch((failure: unknown) => {
      if (isGone) return
      const ended = failure instanceof ApiFailure && failure.code === 'no-seat'
      if (ended && role) forgetWorkshop(workshopIdIn(id), role)
      setState(closed(failure, retry))
    })
    return () => {
      isGone = true
    }
  }, [id, hash, keyText, role, search, attempt, navigate])

  return state
}

// A failure is told to whoever shows them.
const fetchResultsCode = () => void loadResultsEntrance().catch(() => {})

const closed = (failure: unknown, retry: () => void): EntranceState => ({ kind: 'failed', failure, retry })

function keyIn(history: unknown): Key | null {
  const parsed = KeyInHistory.safeParse(history)
  return parsed.success ? parsed.data.key : null
}
