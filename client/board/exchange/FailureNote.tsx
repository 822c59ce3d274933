// Why a file could not be read: what it is, and what to do.
import classes from '#client/board/exchange/exchange.module.css'
import { problemSentence, problemTexts } from '#client/board/exchange/problem-texts.ts'
import type { Failure } from '#client/board/exchange/use-import.ts'
import { useTexts } from '#client/ui/texts.ts'

export function FailureNote({ failure }: { failure: Failure }) {
  const say = useTexts(problemTexts)
  return (
    <p className={classes.failure} role="alert">
      {failure.code === 'unreadable' ? say('unreadable') : problemSentence(say, failure)}
    </p>
  )
}
