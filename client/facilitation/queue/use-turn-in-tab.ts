// The browser's tab says when it is one's turn, and gently blinks for as long as it is in the background.
import { useEffect } from 'react'
import { useTexts } from '#client/ui/texts.ts'
import { queueTexts } from './texts-queue.ts'
import { playTurnTone } from './turn-sound.ts'

const blinkMs = 1_000

/** People wait for their turn in another window, most likely in the call. */
export function useTurnInTab(turn: 'speaking' | 'next' | 'none'): void {
  const t = useTexts(queueTexts)
  const mark = turn === 'none' ? null : t(turn === 'speaking' ? 'tabYourTurn' : 'tabNext')
  useEffect(() => {
    if (turn === 'speaking') playTurnTone()
  }, [turn])
  useEffect(() => {
    if (mark === null) return
    const title = document.title
    const marked = `${mark} · ${title}`
    document.title = marked
    const isStill = turn !== 'speaking' || matchMedia('(prefers-reduced-motion: reduce)').matches
    const blink = () => {
      document.title = document.hidden && document.title === marked ? `● ${mark}` : marked
    }
    const timer = isStill ? undefined : setInterval(blink, blinkMs)
    return () => {
      clearInterval(timer)
      document.title = title
    }
  }, [mark, turn])
}
