// What becomes of drawings, groups and arrows when shapes of ours that they lie in or point at are removed.
import { columnWidth, emptyLaneHeight } from '#shared/board/card-size.ts'
import type { BoardRecord } from '#shared/board/document.ts'
import type { Point } from '#shared/board/layout.ts'
import { cardHeight, indexBetween } from '#shared/board/map-parts.ts'
import { asOwnShape, isOwn } from '#shared/board/own-shapes.ts'

type Records = ReadonlyMap<string, BoardRecord>

/**
 * What lies in a removed shape stays where it is seen, in the nearest thing around it that stays. What ties an arrow to a
 * removed shape goes, and the arrow ends where the shape was.
 */
export function looseEnds(
  records: Records,
  removed: ReadonlySet<string>,
): { put: BoardRecord[]; removed: string[] } {
  const put = new Map<string, BoardRecord>()
  const gone: string[] = []
  for (const record of records.values()) {
    if (removed.has(record.id)) continue
    if (record.typeName === 'shape' && removed.has(parentOf(record)))
      put.set(record.id, outOf(records, record, removed))
  }
  for (const record of records.values()) {
    if (record.typeName !== 'binding') continue
    const [fromId, toId] = [String(record.fromId), String(record.toId)]
    if (!removed.has(fromId) && !removed.has(toId)) continue
    gone.push(record.id)
    const arrow = put.get(fromId) ?? records.get(fromId)
    if (arrow && !removed.has(fromId)) put.set(fromId, untied(records, arrow, record))
  }
  return { put: [...put.values()], removed: gone }
}

function outOf(records: Records, shape: BoardRecord, removed: ReadonlySet<string>): BoardRecord {
  let parentId = parentOf(shape)
  let { x, y, rotation } = placeOf(shape)
  while (removed.has(parentId)) {
    const parent = records.get(parentId)
    if (!parent) break
    const point = outward(parent, { x, y })
    x = point.x
    y = point.y
    rotation += placeOf(parent).rotation
    parentId = parentOf(parent)
  }
  return { ...shape, parentId, x, y, rotation, index: indexAbove(records, parentId) }
}

/** In front of everything that lies there. */
function indexAbove(records: Records, parentId: string): string {
  let highest: string | null = null
  for (const record of records.values()) {
    const { index } = record
    if (parentOf(record) === parentId && typeof index === 'string' && (highest === null || index > highest))
      highest = index
  }
  return indexBetween(highest ?? undefined)
}

/** The arrow, with the end that the binding held at the place it held it to. */
function untied(records: Records, arrow: BoardRecord, { toId, props }: BoardRecord): BoardRecord {
  const end = records.get(String(toId))
  const terminal = get(props, 'terminal')
  if (!end || arrow.type !== 'arrow' || (terminal !== 'start' && terminal !== 'end')) return arrow
  const { width, height } = sizeOf(end)
  const anchor = get(props, 'normalizedAnchor')
  const held = { x: numberOf(get(anchor, 'x'), 0.5) * width, y: numberOf(get(anchor, 'y'), 0.5) * height }
  const point = inward(arrow, fromPage(records, parentOf(arrow), toPage(records, end, held)))
  return { ...arrow, props: { ...(arrow.props ?? {}), [terminal]: point } }
}

function sizeOf(record: BoardRecord): { width: number; height: number } {
  const shape = isOwn(record) ? asOwnShape(record) : null
  const isCard = shape?.type === 'touchpoint' || shape?.type === 'sticky-note' || shape?.type === 'cluster'
  return { width: columnWidth, height: isCard ? cardHeight(shape) : emptyLaneHeight }
}

function toPage(records: Records, record: BoardRecord, point: Point): Point {
  const out = outward(record, point)
  const parent = records.get(parentOf(record))
  return parent?.typeName === 'shape' ? toPage(records, parent, out) : out
}
function fromPage(records: Records, id: string, point: Point): Point {
  const record = records.get(id)
  return record?.typeName === 'shape' ? inward(record, fromPage(records, parentOf(record), point)) : point
}

/** From a shape's own space into that around it, and back. */
function outward(shape: BoardRecord, point: Point): Point {
  const { x, y, rotation } = placeOf(shape)
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)]
  return { x: x + point.x * cos - point.y * sin, y: y + point.x * sin + point.y * cos }
}
function inward(shape: BoardRecord, point: Point): Point {
  const { x, y, rotation } = placeOf(shape)
  const [cos, sin] = [Math.cos(-rotation), Math.sin(-rotation)]
  const [dx, dy] = [point.x - x, point.y - y]
  return { x: dx * cos - dy * sin, y: dx * sin + dy * cos }
}

const parentOf = ({ parentId }: BoardRecord): string => (typeof parentId === 'string' ? parentId : '')
const placeOf = ({ x, y, rotation }: BoardRecord) => ({
  x: numberOf(x, 0),
  y: numberOf(y, 0),
  rotation: numberOf(rotation, 0),
})
const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise
const get = (from: unknown, key: string): unknown =>
  typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined
