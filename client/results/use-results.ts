// Fetches the results and the board's bytes, again when the page comes back into view, and says how that went.
import { useCallback, useEffect, useState } from 'react'
import { ApiFailure, askWorkshop, sendToWorkshop } from '#client/ui/api.ts'
import type { LinkKind } from '#shared/access/role.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { Results } from '#shared/results/results.ts'

export type Seat = { workshopId: WorkshopId; role: LinkKind | null }
export type Report = {
  results: Results
  /** The whole board as one Yjs V1 update. */
  board: Uint8Array
}
export type ReportState = {
  /** The last that arrived; null before the first. */
  report: Report | null
  /** Of the last attempt; null when it went well or is under way. */
  failure: ApiFailure | null
  isLoading: boolean
  reload(): void
}

export function useResults({ workshopId, role }: Seat): ReportState {
  const [state, setState] = useState<Omit<ReportState, 'reload'>>({
    report: null,
    failure: null,
    isLoading: true,
  })
  // An error in an effect reaches no boundary; one in rendering does.
  const [bug, setBug] = useState<{ error: unknown } | null>(null)
  const [attempt, setAttempt] = useState(0)
  const reload = useCallback(() => setAttempt((count) => count + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what asks for the next one
  useEffect(() => {
    const ending = new AbortController()
    setState((before) => ({ ...before, isLoading: true, failure: null }))
    fetchReport({ workshopId, role }, ending.signal).then(
      (report) => !ending.signal.aborted && setState({ report, failure: null, isLoading: false }),
      (failure: unknown) => {
        if (ending.signal.aborted) return
        if (failure instanceof ApiFailure) setState((before) => ({ ...before, failure, isLoading: false }))
        else setBug({ error: failure })
      },
    )
    return () => ending.abort()
  }, [workshopId, role, attempt])

  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && reload()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [reload])

  if (bug) throw bug.error
  return { ...state, reload }
}

async function fetchReport(seat: Seat, signal: AbortSignal): Promise<Report> {
  const [results, board] = await Promise.all([
    askWorkshop(Results, seat, '/results.json', { signal }),
    sendToWorkshop(seat, '/board', { signal }).then((response) => response.arrayBuffer()),
  ])
  return { results, board: new Uint8Array(board) }
}
