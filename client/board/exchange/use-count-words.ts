// "6 stages, 4 lanes, 23 touchpoints": what a file holds, without what it has none of.
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import type { Counts } from '#client/board/exchange/take-in.ts'
import { useTexts } from '#client/ui/texts.ts'

const shown = ['maps', 'personas', 'stages', 'lanes', 'touchpoints', 'notes'] as const

export function useCountWords(): (counts: Counts) => string {
  const say = useTexts(exchangeTexts)
  return (counts) =>
    shown
      .filter((name) => (name === 'maps' ? counts.maps > 1 : counts[name] > 0))
      .map((name) => say(name, { count: counts[name] }))
      .join(', ') || say('maps', { count: counts.maps })
}
