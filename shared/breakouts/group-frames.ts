// The frames that breakout groups work on: one for each group, side by side below everything that lies on the board.
import { generateKeyBetween } from 'fractional-indexing'
import type { BoardRecord } from '#shared/board/document.ts'
import { asOwnShape, isOwn } from '#shared/board/own-shapes.ts'
import { roomBelow } from '#shared/board/room-below.ts'

const [width, height, gap] = [960, 640, 80]
const perRow = 4

type Wanted = { frameId: string; title: string }

/** Those that are missing. Somebody may have deleted one: its group still needs a place. */
export function missingFrames(
  records: ReadonlyMap<string, BoardRecord>,
  groups: readonly Wanted[],
): BoardRecord[] {
  const shapes = [...records.values()].filter(({ typeName }) => typeName === 'shape')
  const pageId = [...records.keys()].filter((id) => id.startsWith('page:')).sort()[0] ?? 'page:page'
  const onPage = shapes.filter(({ parentId }) => parentId === pageId)
  const below = roomBelow(shapes.filter(isOwn).map(asOwnShape))
  const lowest = onPage.map((shape) => numberIn(shape.y) + numberIn(propsOf(shape).h) + gap)
  const top = Math.max(below.y, ...lowest)
  let index = highest(onPage)
  const missing = groups.filter(({ frameId }) => !records.has(frameId))
  return missing.map(({ frameId, title }, place) => {
    index = generateKeyBetween(index, null)
    return {
      id: frameId,
      typeName: 'shape',
      type: 'frame',
      parentId: pageId,
      index,
      x: below.x + (place % perRow) * (width + gap),
      y: top + Math.floor(place / perRow) * (height + gap),
      rotation: 0,
      isLocked: false,
      opacity: 1,
      meta: {},
      props: { w: width, h: height, name: title, color: 'black' },
    }
  })
}

const highest = (shapes: readonly BoardRecord[]): string | null =>
  shapes
    .map(({ index }) => String(index))
    .reduce<string | null>((top, one) => (top && top > one ? top : one), null)

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0)
const propsOf = ({ props }: BoardRecord): Record<string, unknown> =>
  typeof props === 'object' && props !== null ? { ...props } : {}
