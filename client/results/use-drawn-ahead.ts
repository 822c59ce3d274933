// The browser's own print menu gives no time to draw: what only paper shows is drawn ahead, one picture after the other, in idle time.
import { useEffect } from 'react'
import type { BoardPictures, PictureOf } from './board-pictures.ts'
import { whenIdle } from './when-idle.ts'

/** The page has been opened or a file has been made: its reader comes first for so many milliseconds. */
const quietMs = 1500

/** `isHeldUp`: a file is being made, and two boards at once would take twice the memory. */
export function useDrawnAhead(
  pictures: BoardPictures | null,
  parts: readonly PictureOf[],
  isHeldUp: boolean,
): void {
  useEffect(() => {
    if (!pictures || isHeldUp) return
    let callOff = () => {}
    const drawFrom = (at: number) => {
      const part = parts[at]
      if (part === undefined) return
      let isOver = false
      const goOn = () => {
        if (!isOver) drawFrom(at + 1)
      }
      // What cannot be drawn says so where it is shown.
      const cancel = whenIdle(() => pictures.draw(part, 'light').then(goOn, goOn))
      callOff = () => {
        isOver = true
        cancel()
      }
    }
    const waiting = setTimeout(() => drawFrom(0), quietMs)
    return () => {
      clearTimeout(waiting)
      callOff()
    }
  }, [pictures, parts, isHeldUp])
}
