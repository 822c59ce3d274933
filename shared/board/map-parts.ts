// Sorts the children of a map into personas, stages, lanes and cards, in reading order; the layout and the reader share it.
import { generateKeyBetween } from 'fractional-indexing'
import { columnWidth, noteHeight, personaHeight, touchpointHeight } from '#shared/board/card-size.ts'
import { type ClusterNotes, layoutCluster, type MapCard, type MapParts } from '#shared/board/layout.ts'
import {
  type CardShape,
  type ClusterShape,
  type LaneShape,
  type NoteShape,
  type OwnShape,
  type PersonaShape,
  personaEmotions,
  type StageProps,
  type StageShape,
} from '#shared/board/shapes.ts'

export type MapChildren = {
  personas: PersonaShape[]
  stages: StageShape[]
  lanes: LaneShape[]
  cards: CardShape[]
  /** Of each cluster that is here: its notes, in their order. */
  clustered: ReadonlyMap<string, NoteShape[]>
}

/** `inside` gives the children of a cluster. */
export function childrenOf(
  shapes: Iterable<OwnShape>,
  inside: (clusterId: ClusterShape['id']) => Iterable<OwnShape>,
): MapChildren {
  const clustered = new Map<string, NoteShape[]>()
  const children: MapChildren = { personas: [], stages: [], lanes: [], cards: [], clustered }
  for (const shape of shapes) {
    if (shape.type === 'persona') children.personas.push(shape)
    else if (shape.type === 'stage') children.stages.push(shape)
    else if (shape.type === 'lane') children.lanes.push(shape)
    else if (shape.type !== 'journey-map') children.cards.push(shape)
    if (shape.type === 'cluster') clustered.set(shape.id, clusterNotes(inside(shape.id)))
  }
  children.personas.sort(byIndex)
  children.stages.sort(byIndex)
  children.lanes.sort(byIndex)
  return children
}

export const isCard = (shape: OwnShape): shape is CardShape =>
  shape.type === 'touchpoint' || shape.type === 'sticky-note' || shape.type === 'cluster'

/** Top to bottom; of two at the same height the smaller id stands first. */
export const clusterNotes = (shapes: Iterable<OwnShape>): NoteShape[] =>
  [...shapes]
    .filter((shape) => shape.type === 'sticky-note')
    .sort((one, other) => one.y - other.y || compare(one.id, other.id))

/** Fractional indices sort as plain strings; two people can have made the same one. */
export const byIndex = (one: OwnShape, other: OwnShape): number =>
  one.index === other.index ? compare(one.id, other.id) : compare(one.index, other.index)
/** Of the kind that tldraw reads too. */
export const indexBetween = (low?: string, high?: string) =>
  generateKeyBetween(low ?? null, high ?? null) as OwnShape['index'] // tldraw brands its indices
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

export function partsOf({ personas, stages, lanes, cards, clustered }: MapChildren): MapParts {
  return {
    personas: personas.map(({ id, props }) => ({ id, height: personaHeight(props) })),
    stages: stages.map(({ id, props: { title, width } }) => ({ id, title, width })),
    lanes: lanes.map(({ id, props: { kind, title, minHeight } }) => ({ id, kind, title, minHeight })),
    cards: cards.map((card) => partOf(card, clustered.get(card.id) ?? [])),
  }
}

function partOf(card: CardShape, notes: readonly NoteShape[]): MapCard {
  const part = {
    id: card.id,
    stageId: card.props.stageId,
    laneId: card.props.laneId,
    y: card.y,
    height: (width: number) => cardHeight(card, width, notes),
    isTouchpoint: card.type === 'touchpoint',
  }
  return card.type === 'cluster' ? { ...part, notes: contentsOf(card, notes) } : part
}

/** A stage's point of the main curve: the first persona's; a map without personas has a curve of its own. */
export function mainEmotion(
  { emotion }: Pick<StageProps, 'emotion'>,
  meta: StageShape['meta'],
  [first]: readonly PersonaShape[],
): number | null {
  return first ? (personaEmotions(meta).get(first.id) ?? null) : emotion
}

/** What the layout needs to know of a cluster. */
export const contentsOf = ({ props }: ClusterShape, notes: readonly NoteShape[]): ClusterNotes => ({
  title: props.title,
  notes: notes.map((note) => ({ id: note.id, height: (width) => noteHeight(note.props, width) })),
})

/** `notes` are those of a cluster. */
export function cardHeight(
  card: CardShape,
  width: number = columnWidth,
  notes: readonly NoteShape[] = [],
): number {
  switch (card.type) {
    case 'touchpoint':
      return touchpointHeight(card.props, width)
    case 'sticky-note':
      return noteHeight(card.props, width)
    case 'cluster':
      return layoutCluster(contentsOf(card, notes), width).height
  }
}
