// What the board is told of silent writing.
import { useMemo } from 'react'
import type { SilentWriting } from '#client/board/silence/silence.ts'
import { useMe } from '#client/facilitation/use-facilitation.ts'
import { useSilence } from '#client/facilitation/use-silence.ts'

/** Undefined until the server has said whether a round is on. */
export function useWriting(): SilentWriting | null | undefined {
  const isKnown = useMe() !== null
  const silence = useSilence()
  const roundId = silence?.round.roundId
  const promise = silence?.promise
  const counts = silence?.counts ?? null
  return useMemo(() => {
    if (!isKnown) return undefined
    return roundId && promise ? { roundId, promise, counts } : null
  }, [isKnown, roundId, promise, counts])
}
