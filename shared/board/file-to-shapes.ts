// A board file's contents as shapes, laid out: for the server's first state of a workshop, and for a board that takes them in.
import { generateNKeysBetween } from 'fractional-indexing'
import type { BoardFile, FileCard, FileMap, FileNote, LooseCard } from '#shared/board/board-file.ts'
import { columnWidth } from '#shared/board/card-size.ts'
import { layoutCluster, layoutMap, type Point, placesOf } from '#shared/board/layout.ts'
import { childrenOf, clusterNotes, contentsOf, partsOf } from '#shared/board/map-parts.ts'
import { newShape, type OwnShapeOf } from '#shared/board/new-shape.ts'
import { emotionKey, noteKinds, type OwnShape, type OwnShapeType } from '#shared/board/shapes.ts'

type Contents = Pick<BoardFile, 'maps' | 'loose'>
type Options = {
  pageId: string
  /** A fresh id each time, "shape:…"; this module draws no random numbers. */
  newId: () => string
  /** The highest index among what lies on the page already; null for an empty page. */
  above: OwnShape['index'] | null
  /** The upper left corner of everything; null for where it was when it was saved. */
  corner: Point | null
  /** What a department of the file is called here; null where there is none. */
  department: (id: string) => string | null
}

/** Between maps one below the other. */
export const mapGap = 120

export function shapesOf({ maps, loose }: Contents, options: Options): OwnShape[] {
  const tops = indicesAbove(options.above, maps.length + loose.length)
  const made = maps.map((map, at) => mapShapes(map, tops[at], options))
  const places = placesOfMaps(maps, made, loose)
  const first = cornerOf([...places, ...loose])
  const shift = options.corner
    ? { x: options.corner.x - first.x, y: options.corner.y - first.y }
    : { x: 0, y: 0 }
  const moved = <Shape extends OwnShape>(shape: Shape, { x, y }: Point): Shape => ({
    ...shape,
    x: x + shift.x,
    y: y + shift.y,
  })
  return [
    ...made.flatMap(({ map, parts }, at) => [moved(map, places[at] ?? { x: 0, y: 0 }), ...parts]),
    ...loose.flatMap((card, at) => {
      const [top, ...inside] = looseShapes(card, tops[maps.length + at], options)
      return top ? [moved(top, card), ...inside] : []
    }),
  ]
}

type Made = { map: OwnShapeOf<'journey-map'>; parts: OwnShape[]; height: number }
type Index = OwnShape['index'] | undefined

/** Where the maps were saved; those without a place one below the other, under all that has one. */
function placesOfMaps(maps: readonly FileMap[], made: readonly Made[], loose: readonly Point[]): Point[] {
  const placed = maps.flatMap(({ place }, at) => (place ? [place.y + (made[at]?.height ?? 0)] : []))
  const bottoms = [...placed, ...loose.map(({ y }) => y + columnWidth)]
  let y = bottoms.length === 0 ? 0 : Math.max(...bottoms) + mapGap
  const left = cornerOf([...maps.flatMap(({ place }) => place ?? []), ...loose]).x
  return maps.map(({ place }, at) => {
    if (place) return place
    const free = { x: left, y }
    y += (made[at]?.height ?? 0) + mapGap
    return free
  })
}

const cornerOf = (points: readonly Point[]): Point =>
  points.length === 0
    ? { x: 0, y: 0 }
    : { x: Math.min(...points.map(({ x }) => x)), y: Math.min(...points.map(({ y }) => y)) }

function mapShapes(file: FileMap, index: Index, options: Options): Made {
  const make = maker(options)
  const map = make('journey-map', options.pageId, index, { title: file.title })
  const { personas, stages, lanes, cards } = file
  const indices = indicesAbove(null, personas.length + stages.length + lanes.length + cards.length)
  let next = 0
  const inside = <Type extends OwnShapeType>(type: Type, props: Partial<OwnShapeOf<Type>['props']>) =>
    make(type, map.id, indices[next++], props)

  const personaIds = new Map<string, string>()
  const stageIds = new Map<string, string>()
  const laneIds = new Map<string, string>()
  const parts: OwnShape[] = [
    ...personas.map(({ id, name, goal, quote }) =>
      known(personaIds, id, inside('persona', { name, goal, quote })),
    ),
    ...stages.map(({ id, title, emotion, emotions, width }) => {
      const stage = known(stageIds, id, inside('stage', { title, emotion, width }))
      const points = Object.entries(emotions).map(([of, value]) => [
        emotionKey(personaIds.get(of) ?? ''),
        value,
      ])
      return { ...stage, meta: Object.fromEntries(points) }
    }),
    ...lanes.map(({ id, title, kind, minHeight }) =>
      known(laneIds, id, inside('lane', { title, kind, minHeight })),
    ),
  ]
  const place = (card: FileCard) => ({
    stageId: stageIds.get(card.stageId ?? '') ?? null,
    laneId: laneIds.get(card.laneId ?? '') ?? null,
  })
  for (const card of cards) {
    if (card.type === 'touchpoint') {
      const { type, stageId: _, laneId: __, departmentId, ...props } = card
      parts.push(inside(type, { ...props, ...place(card), departmentId: here(departmentId, options) }))
    } else if (card.type === 'note')
      parts.push(inside('sticky-note', { ...noteProps(card, options), ...place(card) }))
    else
      parts.push(
        ...clusterShapes(inside('cluster', { title: card.title, ...place(card) }), card.notes, options),
      )
  }
  return placed(map, parts)
}

/** Cards come in their order, so their `y` starts as that order. */
function placed(map: OwnShapeOf<'journey-map'>, parts: readonly OwnShape[]): Made {
  const inOrder = parts.map((shape, at) => ({ ...shape, y: at }))
  const byParent = Map.groupBy(inOrder, ({ parentId }) => parentId)
  const layout = layoutMap(partsOf(childrenOf(byParent.get(map.id) ?? [], (id) => byParent.get(id) ?? [])))
  const places = placesOf(layout)
  return {
    map,
    parts: inOrder.map((shape) => at(shape, places)),
    height: layout.height,
  }
}

/** Of a place no more than the point: the layout says widths too. */
function at<Shape extends OwnShape>(shape: Shape, places: ReadonlyMap<string, Point>): Shape {
  const { x, y } = places.get(shape.id) ?? { x: 0, y: 0 }
  return { ...shape, x, y }
}

function looseShapes(card: LooseCard, index: Index, options: Options): OwnShape[] {
  const make = maker(options)
  if (card.type === 'note') return [make('sticky-note', options.pageId, index, noteProps(card, options))]
  const top = make('cluster', options.pageId, index, { title: card.title })
  const notes = clusterShapes(top, card.notes, options)
    .slice(1)
    .map((note, at) => ({ ...note, y: at }))
  const { places } = layoutCluster(contentsOf(top, clusterNotes(notes)), columnWidth)
  return [top, ...notes.map((note) => at(note, places))]
}

function clusterShapes(
  cluster: OwnShapeOf<'cluster'>,
  notes: readonly FileNote[],
  options: Options,
): [OwnShapeOf<'cluster'>, ...OwnShapeOf<'sticky-note'>[]] {
  const indices = indicesAbove(null, notes.length)
  const make = maker(options)
  return [
    cluster,
    ...notes.map((note, at) => make('sticky-note', cluster.id, indices[at], noteProps(note, options))),
  ]
}

const noteProps = ({ text, kind, color, departmentId }: FileNote, options: Options) => ({
  text,
  kind: noteKinds.find((each) => each === kind) ?? null,
  color,
  departmentId: here(departmentId, options),
})

const here = (departmentId: string | null, { department }: Options): string | null =>
  departmentId === null ? null : department(departmentId)

function known<Shape extends OwnShape>(ids: Map<string, string>, id: string, shape: Shape): Shape {
  ids.set(id, shape.id)
  return shape
}

function maker({ newId }: Options) {
  return <Type extends OwnShapeType>(
    type: Type,
    parentId: string,
    index: Index,
    props: Partial<OwnShapeOf<Type>['props']>,
  ): OwnShapeOf<Type> =>
    newShape({
      id: newId() as OwnShape['id'], // tldraw brands its ids
      type,
      parentId: parentId as OwnShape['parentId'],
      index: index ?? lowest,
      props,
    })
}
const indicesAbove = (below: OwnShape['index'] | null, count: number): OwnShape['index'][] =>
  generateNKeysBetween(below, null, count) as OwnShape['index'][] // tldraw brands its indices
const lowest = 'a0' as OwnShape['index'] // as above
