// Fetches the results and the board's bytes, again when the page comes back into view, and says how that went.
import { useCallback, useEffect, useState } from 'react'
import { ApiFailure, readAnswer, wholeBody } from '#client/ui/api.ts'
import { browserTimeZone } from '#client/ui/time-zone.ts'
import { Results } from '#shared/results/results.ts'
import { dayIn, onDay } from '#shared/results/today.ts'
import { askForReport, type Seat } from './early-answers.ts'

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
      (report) => {
        if (ending.signal.aborted) return
        setState((before) => ({
          report: withKnownBoard(report, before.report),
          failure: null,
          isLoading: false,
        }))
      },
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
  const asked = askForReport(seat, signal)
  const [results, board] = await Promise.all([
    asked.results.then((response) => readAnswer(Results, response)).then(judgedHere),
    asked.board.then((response) => wholeBody(response.arrayBuffer())),
  ])
  return { results, board: new Uint8Array(board) }
}

/** By the day it is for whoever reads; the server knows UTC only. Files made here are made of the same. */
const judgedHere = (results: Results): Results => onDay(results, dayIn(browserTimeZone(), Date.now()))

/** The same board stays the same bytes, so that nothing is drawn again that has not changed. */
function withKnownBoard(report: Report, known: Report | null): Report {
  const isSame =
    known?.board.length === report.board.length && known.board.every((byte, at) => byte === report.board[at])
  return isSame ? { ...report, board: known.board } : report
}
