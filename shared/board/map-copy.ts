// A working copy of our shapes: what is looked up in it, put into it and taken out, and what differs in the end.
import { columnWidth } from '#shared/board/card-size.ts'
import { type Cell, cellOf, layoutCluster, layoutMap, type Point, placesOf } from '#shared/board/layout.ts'
import {
  byIndex,
  childrenOf,
  clusterNotes,
  contentsOf,
  indexBetween,
  isCard,
  type MapChildren,
  partsOf,
} from '#shared/board/map-parts.ts'
import { newShape, type OwnShapeOf } from '#shared/board/new-shape.ts'
import type { CardShape, JourneyMapShape, NoteShape, OwnShape, OwnShapeType } from '#shared/board/shapes.ts'

export type Id = OwnShape['id']
export type ParentId = OwnShape['parentId']

export type MapChanges = { put: OwnShape[]; removed: Id[] }
type Start = {
  /** All of ours on the board. */
  shapes: Iterable<OwnShape>
  pageId: string
  /** A fresh id each time, "shape:…"; this module draws no random numbers. */
  newId: () => string
}

/** `changes()` lays out every map that was touched and says what differs from the start. */
export class MapCopy {
  readonly #before: ReadonlyMap<string, OwnShape>
  readonly #shapes: Map<string, OwnShape>
  protected readonly pageId: ParentId
  readonly #newId: () => Id
  readonly #byParent = new Map<string, Set<string>>()
  /** Maps and loose clusters that are to be laid out. */
  readonly #touched = new Set<string>()

  constructor({ shapes, pageId, newId }: Start) {
    this.#shapes = new Map([...shapes].map((shape) => [shape.id, shape]))
    for (const shape of this.#shapes.values()) this.#keep(shape)
    this.#before = new Map(this.#shapes)
    this.pageId = pageId as ParentId // tldraw brands its ids
    this.#newId = () => newId() as Id // tldraw brands its ids
  }

  shape<Type extends OwnShapeType>(id: string, type: Type): OwnShapeOf<Type> | null {
    const shape = this.any(id)
    return shape?.type === type ? (shape as OwnShapeOf<Type>) : null // just compared
  }
  protected any(id: string): OwnShape | null {
    return this.#shapes.get(id) ?? null
  }
  card(id: string): CardShape | null {
    const shape = this.any(id)
    return shape && isCard(shape) ? shape : null
  }
  maps(): JourneyMapShape[] {
    return [...this.#shapes.values()]
      .filter((shape) => shape.type === 'journey-map')
      .sort((one, other) => one.y - other.y || one.x - other.x)
  }
  children(mapId: string): MapChildren {
    return childrenOf(this.inside(mapId), (id) => this.inside(id))
  }
  readonly notesIn = (clusterId: string): NoteShape[] => clusterNotes(this.inside(clusterId))
  /** The map that a part or card belongs to, through its cluster where it lies in one; null for what is loose. */
  mapOf(id: string): JourneyMapShape | null {
    const shape = this.any(id)
    if (!shape) return null
    return (
      this.shape(shape.parentId, 'journey-map') ??
      (shape.type === 'journey-map' ? shape : this.mapOf(shape.parentId))
    )
  }
  /** The cards of a cell, top to bottom. */
  cardsIn(mapId: string, { stageId, laneId }: Cell): CardShape[] {
    const children = this.children(mapId)
    const parts = partsOf(children)
    const isHere = (card: CardShape) => {
      const cell = cellOf({ ...card.props, isTouchpoint: card.type === 'touchpoint' }, parts)
      return cell?.stageId === stageId && cell.laneId === laneId
    }
    return children.cards.filter(isHere).sort((one, other) => one.y - other.y || (one.id < other.id ? -1 : 1))
  }

  changes(): MapChanges {
    for (const id of this.#touched) this.#layOut(id)
    this.#touched.clear()
    return {
      put: [...this.#shapes.values()].filter((shape) => this.#before.get(shape.id) !== shape),
      removed: [...this.#before.values()].map(({ id }) => id).filter((id) => !this.#shapes.has(id)),
    }
  }

  protected make<Type extends OwnShapeType>(
    type: Type,
    parentId: string,
    props: Partial<OwnShapeOf<Type>['props']>,
  ): OwnShapeOf<Type> {
    const highest = this.inside(parentId).reduce<OwnShape | null>(
      (high, shape) => (high && byIndex(high, shape) > 0 ? high : shape),
      null,
    )
    const index = indexBetween(highest?.index)
    return newShape({ id: this.#newId(), type, parentId: parentId as ParentId, index, props }) // tldraw brands its ids
  }

  protected put(shape: OwnShape): void {
    this.#byParent.get(this.#shapes.get(shape.id)?.parentId ?? '')?.delete(shape.id)
    this.#shapes.set(shape.id, shape)
    this.#keep(shape)
    this.touch(shape)
  }
  protected drop(shape: OwnShape): void {
    this.touch(shape)
    this.#byParent.get(shape.parentId)?.delete(shape.id)
    this.#shapes.delete(shape.id)
  }
  protected touch(shape: OwnShape): void {
    const id = this.mapOf(shape.id)?.id ?? (shape.type === 'cluster' ? shape.id : shape.parentId)
    this.#touched.add(id)
  }

  /** Children of a map, a cluster or the page. */
  protected inside(id: string): OwnShape[] {
    return [...(this.#byParent.get(id) ?? [])]
      .map((child) => this.#shapes.get(child))
      .filter((child) => !!child)
  }

  /** Under its parent. */
  #keep({ id, parentId }: OwnShape): void {
    const siblings = this.#byParent.get(parentId)
    if (siblings) siblings.add(id)
    else this.#byParent.set(parentId, new Set([id]))
  }

  #layOut(id: string): void {
    const cluster = this.shape(id, 'cluster')
    const places = cluster
      ? layoutCluster(contentsOf(cluster, this.notesIn(id)), columnWidth).places
      : this.#mapPlaces(id)
    for (const [of, { x, y }] of places) {
      const shape = this.#shapes.get(of)
      if (shape && (shape.x !== x || shape.y !== y)) this.#shapes.set(of, { ...shape, x, y })
    }
  }
  #mapPlaces(id: string): Map<string, Point> {
    if (!this.shape(id, 'journey-map')) return new Map()
    return placesOf(layoutMap(partsOf(this.children(id))))
  }
}
