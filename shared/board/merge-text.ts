// What two people have made of one text at the same time, put together.
import { textChange } from '#shared/board/document.ts'

/**
 * `mine` and `theirs` both come from `base`, each by one replacement: what either inserted stays, what either deleted
 * goes. Where both inserted in the same place, theirs stands first.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string {
  const own = textChange(base, mine)
  const other = textChange(base, theirs)
  const isDeleted = (place: number) =>
    [own, other].some(({ at, removed }) => place >= at && place < at + removed)
  const kept = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, step) => from + step)
      .filter((place) => !isDeleted(place))
      .map((place) => base.charAt(place))
      .join('')
  const [first, second] = own.at < other.at ? [own, other] : [other, own]
  return (
    kept(0, first.at) +
    first.inserted +
    kept(first.at, second.at) +
    second.inserted +
    kept(second.at, base.length)
  )
}
