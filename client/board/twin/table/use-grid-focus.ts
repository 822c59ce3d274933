// Which cell of a grid has the focus: it stays with its card when rows come and go, and moves on when the card is gone.
import {
  type FocusEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

type Options<Place> = {
  grid: RefObject<HTMLElement | null>
  initial: Place | null
  /** The place itself while it is there, else where the focus goes instead; null while there is nowhere. */
  settle: (place: Place) => Place | null
  elementOf: (grid: HTMLElement, place: Place) => HTMLElement | null
  isSame: (one: Place, other: Place) => boolean
}

export function useGridFocus<Place>({ grid, initial, settle, elementOf, isSame }: Options<Place>): {
  place: Place | null
  /** Moves the focus there, at once where the cell stands already. */
  focus(place: Place): void
  /** The focus has come to that cell by itself. */
  came(place: Place): void
  onBlur(event: FocusEvent): void
} {
  const [asked, setAsked] = useState(initial)
  const place = asked === null ? initial : settle(asked)
  const isInside = useRef(false)
  const wanted = useRef(false)

  // What has been settled is where the next change starts from.
  useEffect(() => {
    if (place !== null && (asked === null || !isSame(place, asked))) setAsked(place)
  })
  useLayoutEffect(() => {
    const element = grid.current && place !== null ? elementOf(grid.current, place) : null
    const isLost = isInside.current && document.activeElement === document.body
    if (!element || !(wanted.current || isLost)) return
    wanted.current = false
    isInside.current = true
    element.focus({ preventScroll: true })
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const focus = useCallback((next: Place) => {
    wanted.current = true
    setAsked(() => ({ ...next }))
  }, [])
  const came = useCallback(
    (next: Place) => {
      isInside.current = true
      setAsked((before) => (before !== null && isSame(before, next) ? before : next))
    },
    [isSame],
  )
  const onBlur = useCallback(({ currentTarget, target, relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node) isInside.current = currentTarget.contains(relatedTarget)
    // Without anything that takes it: its element is gone, or the person clicked beside everything, or left the window.
    else
      queueMicrotask(() => {
        if (target.isConnected && document.hasFocus()) isInside.current = false
      })
  }, [])
  return { place, focus, came, onBlur }
}
