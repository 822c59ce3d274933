// Which section of the report one is reading: the one that crosses a line in the upper part of the window.
import { useEffect, useState } from 'react'
import type { Section } from '#shared/results/report.ts'

/** A fifth of the window from above, a line thick. */
const readingLine = '-20% 0px -79% 0px'

/** Null above the first. Sections may appear later. */
export function useSectionInView(sections: readonly Pick<Section, 'id'>[]): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    const ids = new Set<string>(sections.map(({ id }) => id))
    const crossing = new IntersectionObserver(
      (entries) => {
        const left = entries.find(({ isIntersecting }) => !isIntersecting)?.target.id
        const entered = entries.find(({ isIntersecting }) => isIntersecting)?.target.id
        if (entered !== undefined) setCurrent(entered)
        else setCurrent((before) => (before === left ? null : before))
      },
      { rootMargin: readingLine },
    )
    const place = document.querySelector('main')
    const watch = () => {
      crossing.disconnect()
      for (const section of place?.children ?? []) if (ids.has(section.id)) crossing.observe(section)
    }
    const appearing = new MutationObserver(watch)
    if (place) appearing.observe(place, { childList: true })
    watch()
    return () => {
      appearing.disconnect()
      crossing.disconnect()
    }
  }, [sections])
  return current
}
