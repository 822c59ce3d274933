// A long list of which only what is near to the window is drawn; a short one is drawn whole.
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'

type Props<Item> = {
  items: readonly Item[]
  keyOf: (item: Item) => string
  /** Stays drawn wherever it is: it has the focus. */
  keep: string | null
  /** Height of one, px at 100 %. */
  estimate: number
  render: (item: Item, at: number) => ReactNode
}

/** So many at a time. */
const chunk = 20
/** Up to here all are drawn: searching in the page finds them all. */
const few = 240

export function WhenNear<Item>({ items, keyOf, keep, estimate, render }: Props<Item>) {
  if (items.length <= few) return items.map(render)
  const starts = Array.from({ length: Math.ceil(items.length / chunk) }, (_, at) => at * chunk)
  return starts.map((start) => {
    const part = items.slice(start, start + chunk)
    return (
      <Chunk
        key={start}
        estimate={part.length * estimate}
        isKept={part.some((item) => keyOf(item) === keep)}
        render={() =>
          part.map((item, at) => <Fragment key={keyOf(item)}>{render(item, start + at)}</Fragment>)
        }
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
        if (!entry) return
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
