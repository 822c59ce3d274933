// What lies on a board as a board file: maps, cards and notes, without persons, pictures, drawings and votes.
import type { BoardFile, FileCard, FileMap, FileNote, LooseCard } from '#shared/board/board-file.ts'
import { boardFileVersion } from '#shared/board/board-file.ts'
import { cellOf } from '#shared/board/layout.ts'
import { childrenOf, clusterNotes, partsOf } from '#shared/board/map-parts.ts'
import type { OwnShapeOf } from '#shared/board/new-shape.ts'
import { type CardShape, type OwnShape, personaEmotions } from '#shared/board/shapes.ts'

export type Keep = {
  /** Sticky notes, their groups, and the notes at touchpoints. */
  notes: boolean
  /** What was scored as true today; goals stay. */
  actuals: boolean
}
export type AboutBoard = Readonly<Pick<BoardFile, 'format' | 'title' | 'language' | 'templateId'>> & {
  departments: Readonly<BoardFile['departments']>
}

/** `shapes` are all of ours on the board; with `mapId` only that map comes along. */
export function boardFileOf(
  shapes: readonly OwnShape[],
  about: AboutBoard,
  { keep, mapId = null }: { keep: Keep; mapId?: string | null },
): BoardFile {
  const byParent = Map.groupBy(shapes, ({ parentId }) => parentId)
  const inside = (id: OwnShape['parentId']) => byParent.get(id) ?? []
  const maps = shapes
    .filter((shape) => shape.type === 'journey-map')
    .filter(({ id }) => mapId === null || id === mapId)
    .sort(byPlace)
  const mapIds = new Set<string>(shapes.filter(({ type }) => type === 'journey-map').map(({ id }) => id))
  const clusterIds = new Set<string>(shapes.filter(({ type }) => type === 'cluster').map(({ id }) => id))
  const isLoose = ({ parentId }: OwnShape) => !mapIds.has(parentId) && !clusterIds.has(parentId)
  const loose = mapId === null && keep.notes ? shapes.filter(isLoose).sort(byPlace) : []
  return {
    ...about,
    departments: [...about.departments],
    version: boardFileVersion,
    maps: maps.map((map) => mapFile(map, inside, keep)),
    loose: loose.flatMap((shape) => looseCard(shape, inside)),
  }
}

const byPlace = (one: OwnShape, other: OwnShape) => one.y - other.y || one.x - other.x

type Inside = (id: OwnShape['parentId']) => readonly OwnShape[]

function mapFile(map: OwnShapeOf<'journey-map'>, inside: Inside, keep: Keep): FileMap {
  const children = childrenOf(inside(map.id), inside)
  const { personas, stages, lanes } = children
  const key = keysOf({ persona: personas, stage: stages, lane: lanes })
  return {
    title: map.props.title,
    place: { x: Math.round(map.x), y: Math.round(map.y) },
    personas: personas.map(({ id, props: { name, goal, quote } }) => ({ id: key(id), name, goal, quote })),
    stages: stages.map(({ id, props, meta }) => {
      const points = [...personaEmotions(meta)].filter(([of]) =>
        personas.some((persona) => persona.id === of),
      )
      return {
        id: key(id),
        ...props,
        emotions: Object.fromEntries(points.map(([of, value]) => [key(of), value])),
      }
    }),
    lanes: lanes.map(({ id, props: { title, kind, minHeight } }) => ({
      id: key(id),
      title,
      kind,
      minHeight,
    })),
    cards: inCells(children).flatMap(({ card, cell }) => {
      const place = { stageId: cell && key(cell.stageId), laneId: cell && key(cell.laneId) }
      return cardFile(card, place, children.clustered.get(card.id) ?? [], keep)
    }),
  }
}

/** "stage-1" and so on: nothing outside of the file knows them. */
function keysOf(lists: Record<string, readonly OwnShape[]>): (id: string) => string {
  const keys = new Map(
    Object.entries(lists).flatMap(([name, shapes]) =>
      shapes.map(({ id }, at) => [id as string, `${name}-${at + 1}`]),
    ),
  )
  return (id) => keys.get(id) ?? id
}

/** Stage by stage, lane by lane, top to bottom. */
function inCells(children: ReturnType<typeof childrenOf>) {
  const parts = partsOf(children)
  const order = new Map([...parts.stages, ...parts.lanes].map(({ id }, at) => [id, at]))
  const at = (id: string | undefined) => order.get(id ?? '') ?? 0
  return children.cards
    .map((card) => ({
      card,
      cell: cellOf({ ...card.props, isTouchpoint: card.type === 'touchpoint' }, parts),
    }))
    .sort(
      (one, other) =>
        at(one.cell?.stageId) - at(other.cell?.stageId) ||
        at(one.cell?.laneId) - at(other.cell?.laneId) ||
        one.card.y - other.card.y ||
        (one.card.id < other.card.id ? -1 : 1),
    )
}

function cardFile(
  card: CardShape,
  place: Pick<FileCard, 'stageId' | 'laneId'>,
  notes: readonly OwnShapeOf<'sticky-note'>[],
  keep: Keep,
): FileCard[] {
  if (card.type === 'touchpoint') {
    const { actual, notes: text, ...props } = card.props
    const kept = { actual: keep.actuals ? actual : null, notes: keep.notes ? text : '' }
    return [{ type: 'touchpoint', ...props, ...kept, ...place }]
  }
  if (!keep.notes) return []
  if (card.type === 'sticky-note') return [{ type: 'note', ...noteFile(card), ...place }]
  return [{ type: 'cluster', title: card.props.title, notes: notes.map(noteFile), ...place }]
}

function looseCard(shape: OwnShape, inside: Inside): LooseCard[] {
  const place = { x: Math.round(shape.x), y: Math.round(shape.y) }
  if (shape.type === 'sticky-note') return [{ type: 'note', ...noteFile(shape), ...place }]
  if (shape.type !== 'cluster') return []
  const notes = clusterNotes(inside(shape.id)).map(noteFile)
  return [{ type: 'cluster', title: shape.props.title, notes, ...place }]
}

/** Not who wrote it. */
const noteFile = ({ props: { text, kind, color, departmentId } }: OwnShapeOf<'sticky-note'>): FileNote => ({
  text,
  kind,
  color,
  departmentId,
})
