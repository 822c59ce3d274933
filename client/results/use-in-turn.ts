// Draws a long page one part after the other, so that its first part can be read and clicked before the last is there.
import { startTransition, useCallback, useEffect, useState } from 'react'
import { whenIdle } from './when-idle.ts'

/** At the latest after so many milliseconds, also where the browser has no time to spare. */
const patience = 200

/** How many of `count` parts are drawn by now; `drawAll` draws the rest at once. */
export function useInTurn(
  count: number,
  first: number,
): { drawn: number; isWhole: boolean; drawAll: () => void } {
  const [drawn, setDrawn] = useState(first)
  const isWhole = drawn >= count
  useEffect(() => {
    if (drawn >= count) return
    return whenIdle(() => startTransition(() => setDrawn(drawn + 1)), patience)
  }, [drawn, count])
  const drawAll = useCallback(() => setDrawn(Number.POSITIVE_INFINITY), [])
  return { drawn, isWhole, drawAll }
}
