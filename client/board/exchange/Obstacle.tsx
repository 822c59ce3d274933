// Why the board cannot take in what was read, said before anything is changed.
import classes from '#client/board/exchange/exchange.module.css'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { countsOf, type ExchangeBoard } from '#client/board/exchange/take-in.ts'
import { useSilentNotes } from '#client/board/silence/silence.ts'
import { boardSilenceTexts } from '#client/board/silence/silence-texts.ts'
import { formatNumber } from '#client/ui/format.ts'
import { currentLanguage, useTexts } from '#client/ui/texts.ts'
import { type BoardFile, countElements } from '#shared/board/board-file.ts'
import { elementsTooMany, maxElements } from '#shared/board/page-limit.ts'

/** The sentence; null when there is room, and no round of silent writing that these notes would be open in. */
export function useObstacle(
  board: ExchangeBoard,
  contents: Pick<BoardFile, 'maps' | 'loose'>,
): string | null {
  const say = useTexts(exchangeTexts)
  const saySilence = useTexts(boardSilenceTexts)
  const { keeper } = useSilentNotes()
  if (keeper && countsOf(contents).notes > 0) return saySilence('notOpen')
  const [present, wanted] = [board.elements(), countElements(contents)]
  const over = elementsTooMany(present, wanted)
  const count = (value: number) => formatNumber(value, currentLanguage(), 0)
  if (over === 0) return null
  return say('tooMany', {
    limit: count(maxElements),
    present: count(present),
    wanted: count(wanted),
    over: count(over),
  })
}

/** `isRefused`: the board would not, though there was room. */
export function Obstacle({ sentence, isRefused }: { sentence: string | null; isRefused: boolean }) {
  const say = useTexts(exchangeTexts)
  const why = sentence ?? (isRefused ? say('notTaken') : null)
  return why === null ? null : (
    <p className={classes.failure} role="alert">
      {why}
    </p>
  )
}
