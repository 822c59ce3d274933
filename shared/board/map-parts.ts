// Sorts the children of a map into stages, lanes and cards, in reading order; the layout and the reader share it.
import { noteHeight, touchpointHeight } from '#shared/board/card-size.ts'
import type { MapParts } from '#shared/board/layout.ts'
import type { CardShape, LaneShape, OwnShape, StageShape } from '#shared/board/shapes.ts'

export type MapChildren = { stages: StageShape[]; lanes: LaneShape[]; cards: CardShape[] }

export function childrenOf(shapes: Iterable<OwnShape>): MapChildren {
  const children: MapChildren = { stages: [], lanes: [], cards: [] }
  for (const shape of shapes) {
    if (shape.type === 'stage') children.stages.push(shape)
    else if (shape.type === 'lane') children.lanes.push(shape)
    else if (shape.type !== 'journey-map') children.cards.push(shape)
  }
  children.stages.sort(byIndex)
  children.lanes.sort(byIndex)
  return children
}

/** Fractional indices sort as plain strings; two people can have made the same one. */
const byIndex = (one: OwnShape, other: OwnShape) =>
  one.index === other.index ? compare(one.id, other.id) : compare(one.index, other.index)
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

export function partsOf({ stages, lanes, cards }: MapChildren): MapParts {
  return {
    stages: stages.map(({ id, props }) => ({ id, title: props.title })),
    lanes: lanes.map(({ id, props }) => ({ id, kind: props.kind, title: props.title })),
    cards: cards.map((card) => ({
      id: card.id,
      stageId: card.props.stageId,
      laneId: card.props.laneId,
      y: card.y,
      height: cardHeight(card),
      isTouchpoint: card.type === 'touchpoint',
    })),
  }
}

export const cardHeight = (card: CardShape): number =>
  card.type === 'touchpoint' ? touchpointHeight(card.props) : noteHeight(card.props)
