// The round of silent writing that is on: what everyone is told of it, and how many notes lie face down.
import { silenceTexts } from '#client/facilitation/texts-silence.ts'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type SilentRound, writingRound } from '#shared/facilitation/silence.ts'
import type { SilentCounts } from '#shared/silence/counts.ts'

export type SilenceNow = {
  round: SilentRound
  /** One sentence: what is hidden, from whom, until when. */
  promise: string
  /** One's own among them, as it was last told. */
  faceDown: number
  /** Of this round; null until the first are told. */
  counts: SilentCounts | null
}

/** Null while no round is on. */
export function useSilence(): SilenceNow | null {
  const t = useTexts(silenceTexts)
  const me = useMe()
  const round = useFacilitation(({ view }) => writingRound(view.silence))
  const told = useFacilitation(({ silent }) => silent)
  if (!round) return null
  const counts = told?.roundId === round.roundId ? told : null
  const promise =
    me?.role === 'observer' ? t('promiseObserver') : t(round.withNames ? 'promiseNames' : 'promise')
  return { round, promise, faceDown: counts?.all ?? 0, counts }
}
