// The results as they are now inside React: asked for again whenever `of` has changed, the last ones kept meanwhile.
import { useCallback, useEffect, useState } from 'react'
import { useAsker } from '#client/facilitation/use-facilitation.ts'
import type { Results } from '#shared/results/results.ts'

type State = { results: Results | null; hasFailed: boolean }
export type ResultsNow = State & { retry: () => void }

/**
 * `of`: what one is shown the results of; nothing is asked while it is null. Where a whole room asks at the same moment, each
 * browser does so at some time of its own within `withinMs`.
 */
export function useResultsNow(of: unknown, withinMs = 0): ResultsNow {
  const { workshopId, role } = useAsker()
  const [state, setState] = useState<State>({ results: null, hasFailed: false })
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what asks again
  useEffect(() => {
    if (of === null) return
    const ending = new AbortController()
    afterwards(Math.random() * withinMs)
      .then(() => import('./fetch-results.ts'))
      .then(({ fetchResults }) => fetchResults({ workshopId, role }, ending.signal))
      .then(
        (results) => !ending.signal.aborted && setState({ results, hasFailed: false }),
        () => !ending.signal.aborted && setState((before) => ({ ...before, hasFailed: true })),
      )
    return () => ending.abort()
  }, [workshopId, role, of, attempt, withinMs])
  return { ...state, retry }
}

const afterwards = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs))
