// A long list in parts of which only those near to the window are drawn; a short one is drawn whole.
import { type ReactNode, useEffect, useRef, useState } from 'react'

type Props<Item> = {
  items: readonly Item[]
  keyOf: (item: Item) => string
  /** Stays drawn wherever it is: it has the focus. */
  keep: string | null
  /** Height of one, px at 100 %. */
  estimate: number
  /** Up to here all are drawn: searching in the page finds them all. */
  few: number
  /** Draws a part; `start` is the place of its first item in the whole. */
  render: (part: readonly Item[], start: number) => ReactNode
}

/** So many at a time. */
const size = 20

export function Chunked<Item>({ items, keyOf, keep, estimate, few, render }: Props<Item>) {
  if (items.length <= few) return render(items, 0)
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, at) => at * size)
  return starts.map((start) => {
    const part = items.slice(start, start + size)
    return (
      <Chunk
        key={start}
        estimate={part.length * estimate}
        isKept={part.some((item) => keyOf(item) === keep)}
        render={() => render(part, start)}
      />
    )
  })
}

type ChunkProps = { estimate: number; isKept: boolean; render: () => ReactNode }

function Chunk({ estimate, isKept, render }: ChunkProps) {
  const box = useRef<HTMLDivElement>(null)
  const [isNear, setIsNear] = useState(false)
  /** As high as it was when it was last drawn. */
  const height = useRef(estimate)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry || (!entry.isIntersecting && element.contains(document.activeElement))) return
        if (!entry.isIntersecting && element.childElementCount > 0) height.current = element.offsetHeight
        setIsNear(entry.isIntersecting)
      },
      { rootMargin: '900px 0px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const isDrawn = isNear || isKept
  return (
    <div ref={box} role="presentation" style={isDrawn ? undefined : { height: height.current }}>
      {isDrawn && render()}
    </div>
  )
}
