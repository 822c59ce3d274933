// Every command on a journey map, over a working copy of our shapes: canvas, table, imports and server apply its answer.
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
import {
  type CardShape,
  type ClusterShape,
  emotionKey,
  type JourneyMapShape,
  type LaneProps,
  type LaneShape,
  type NoteProps,
  type NoteShape,
  noteKinds,
  type OwnShape,
  type OwnShapeType,
  type PersonaProps,
  type PersonaShape,
  type StageShape,
  type TouchpointProps,
} from '#shared/board/shapes.ts'

type Id = OwnShape['id']
type ParentId = OwnShape['parentId']
/** Where in a list: before the part of this id; null is the end. */
export type Before = string | null
const leastGap = 1e-6
/** What becomes of the cards in a stage or lane that goes: they move to another one, or go with it. */
export type Fate = { moveTo: string } | 'remove'

export type MapChanges = { put: OwnShape[]; removed: Id[] }
type Start = {
  /** All of ours on the board. */
  shapes: Iterable<OwnShape>
  pageId: string
  /** A fresh id each time, "shape:…"; this module draws no random numbers. */
  newId: () => string
}

/**
 * Commands change the copy; `changes()` lays out every map that was touched and says what differs from the start. Unknown
 * ids are no error: somebody else may have removed the shape meanwhile, and then there is nothing to do.
 */
export class MapEdit {
  readonly #before: ReadonlyMap<string, OwnShape>
  readonly #shapes: Map<string, OwnShape>
  readonly #pageId: ParentId
  readonly #newId: () => Id
  readonly #byParent = new Map<string, Set<string>>()
  /** Maps and loose clusters that are to be laid out. */
  readonly #touched = new Set<string>()
  /** Below every card there is; whatever comes last in its cell comes after what came last before. */
  #end = 9e6

  constructor({ shapes, pageId, newId }: Start) {
    this.#shapes = new Map([...shapes].map((shape) => [shape.id, shape]))
    for (const shape of this.#shapes.values()) this.#keep(shape)
    this.#before = new Map(this.#shapes)
    this.#pageId = pageId as ParentId // tldraw brands its ids
    this.#newId = () => newId() as Id // tldraw brands its ids
  }

  shape<Type extends OwnShapeType>(id: string, type: Type): OwnShapeOf<Type> | null {
    const shape = this.#shapes.get(id)
    return shape?.type === type ? (shape as OwnShapeOf<Type>) : null // just compared
  }
  card(id: string): CardShape | null {
    const shape = this.#shapes.get(id)
    return shape && isCard(shape) ? shape : null
  }
  maps(): JourneyMapShape[] {
    return [...this.#shapes.values()]
      .filter((shape) => shape.type === 'journey-map')
      .sort((one, other) => one.y - other.y || one.x - other.x)
  }
  children(mapId: string): MapChildren {
    return childrenOf(this.#childrenOf(mapId), (id) => this.#childrenOf(id))
  }
  readonly notesIn = (clusterId: string): NoteShape[] => clusterNotes(this.#childrenOf(clusterId))
  /** The map that a part or card belongs to, through its cluster where it lies in one; null for what is loose. */
  mapOf(id: string): JourneyMapShape | null {
    const shape = this.#shapes.get(id)
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

  /** `at`: its top left corner on the page. */
  addMap(title: string, at: { x: number; y: number }): Id {
    const map = { ...this.#make('journey-map', this.#pageId, { title }), ...at }
    this.#put(map)
    return map.id
  }
  addStage(mapId: string, title: string, before: Before = null): Id {
    return this.#insert('stage', mapId, { title }, before)
  }
  addLane(mapId: string, props: Partial<LaneProps>, before: Before = null): Id {
    return this.#insert('lane', mapId, props, before)
  }

  /** The first persona takes over the curve that the map has had without one. */
  addPersona(mapId: string, props: Partial<PersonaProps>): Id {
    const { personas, stages } = this.children(mapId)
    const id = this.#insert('persona', mapId, props, null)
    if (personas.length === 0)
      for (const {
        id: stageId,
        props: { emotion },
      } of stages) {
        if (emotion === null) continue
        this.setEmotion(stageId, id, emotion)
        this.setEmotion(stageId, null, null)
      }
    return id
  }

  addTouchpoint(
    mapId: string,
    cell: Cell | null,
    props: Partial<TouchpointProps>,
    before: Before = null,
  ): Id {
    const card = this.#make('touchpoint', mapId, { ...props, ...(cell ?? {}) })
    return this.#putInto(card, cell, before)
  }
  /** Without a map it lies loose, at a point of the page. */
  addNote(
    place: { mapId: string; cell: Cell | null } | { at: { x: number; y: number } },
    props: Partial<NoteProps>,
  ): Id {
    if ('at' in place) {
      const loose = { ...this.#make('sticky-note', this.#pageId, props), ...place.at }
      this.#put(loose)
      return loose.id
    }
    const note = this.#make('sticky-note', place.mapId, { ...props, ...(place.cell ?? {}) })
    return this.#putInto(note, place.cell, null)
  }

  /** Only what is named changes. */
  setProps<Type extends OwnShapeType>(
    id: string,
    type: Type,
    props: Partial<OwnShapeOf<Type>['props']>,
  ): void {
    const shape = this.shape(id, type)
    if (shape) this.#put({ ...shape, props: { ...shape.props, ...props } })
  }
  /** Between -2 and +2, null takes the point away. Without a persona: the map's own curve. */
  setEmotion(stageId: string, personaId: string | null, emotion: number | null): void {
    const stage = this.shape(stageId, 'stage')
    if (!stage) return
    if (personaId === null) {
      this.#put({ ...stage, props: { ...stage.props, emotion } })
      return
    }
    const { [emotionKey(personaId)]: _, ...meta } = stage.meta
    this.#put({ ...stage, meta: emotion === null ? meta : { ...meta, [emotionKey(personaId)]: emotion } })
  }

  /** A stage, lane or persona goes before another of its kind and map. */
  movePart(id: string, before: Before): void {
    const part = this.shape(id, 'stage') ?? this.shape(id, 'lane') ?? this.shape(id, 'persona')
    if (!part || before === id) return
    this.#put({ ...part, index: this.#indexBefore(part, before) })
  }

  /** Into a cell, before another card of it; from a cluster, another map or the page too. */
  moveCard(id: string, mapId: string, cell: Cell, before: Before = null): void {
    const card = this.card(id)
    if (!card || !this.shape(mapId, 'journey-map')) return
    this.#touch(card)
    const props = { ...card.props, ...cell, ...this.#kindIn(card, cell.laneId) }
    this.#putInto({ ...card, parentId: mapId as ParentId, props } as CardShape, cell, before) // the same type of card
  }
  /** Out of its map or cluster, to a point of the page. Touchpoints stay: they mean nothing outside of a map. */
  moveOut(id: string, at: { x: number; y: number }): void {
    const card = this.card(id)
    if (!card || card.type === 'touchpoint') return
    this.#touch(card)
    const props = { ...card.props, stageId: null, laneId: null }
    this.#put({ ...card, parentId: this.#pageId, ...at, props } as CardShape) // the same type of card
  }

  /** Notes go under a heading, in the place of the first of them; their order stays. */
  addCluster(noteIds: readonly string[], title: string): Id | null {
    const notes = noteIds.map((id) => this.shape(id, 'sticky-note')).filter((note) => note !== null)
    const [first] = notes
    if (!first) return null
    const parent = this.shape(first.parentId, 'cluster') ?? first
    const { stageId, laneId } = parent.props
    const made = this.#make('cluster', parent.parentId, { title, stageId, laneId })
    const cluster = { ...made, x: parent.x, y: parent.y }
    this.#put(cluster)
    for (const [at, note] of notes.entries()) this.#moveInto(note, cluster, at)
    return cluster.id
  }
  moveIntoCluster(noteId: string, clusterId: string): void {
    const [note, cluster] = [this.shape(noteId, 'sticky-note'), this.shape(clusterId, 'cluster')]
    if (note && cluster && note.parentId !== cluster.id)
      this.#moveInto(note, cluster, Number.MAX_SAFE_INTEGER)
  }
  /** The heading goes, its notes stay where it was. */
  dissolveCluster(id: string): void {
    const cluster = this.shape(id, 'cluster')
    if (!cluster) return
    const { parentId, x, y } = cluster
    const { stageId, laneId } = cluster.props
    // On the page they stay where they are seen; in a cell only their order counts, between the cluster's neighbours.
    const scale = parentId === this.#pageId ? 1 : 1e-6
    for (const note of this.notesIn(id)) {
      const props = { ...note.props, stageId, laneId }
      this.#put({ ...note, parentId, x: x + note.x, y: y + note.y * scale, props })
    }
    this.#remove(cluster)
  }

  removeStage(id: string, fate: Fate): void {
    const stage = this.shape(id, 'stage')
    if (!stage) return
    this.#decide(stage, fate, (card) => card.props.stageId === id)
    this.#remove(stage)
  }
  removeLane(id: string, fate: Fate): void {
    const lane = this.shape(id, 'lane')
    if (!lane) return
    this.#decide(lane, fate, (card) => card.props.laneId === id)
    this.#remove(lane)
  }
  /** The last persona's curve stays, as the map's own. */
  removePersona(id: string): void {
    const persona = this.shape(id, 'persona')
    if (!persona) return
    const { personas, stages } = this.children(persona.parentId)
    for (const { id: stageId, meta } of stages) {
      const point = meta[emotionKey(id)]
      if (personas.length === 1 && typeof point === 'number') this.setEmotion(stageId, null, point)
      this.setEmotion(stageId, id, null)
    }
    this.#remove(persona)
  }
  /** A card, or a cluster with its notes, or a map with everything on it. */
  remove(id: string): void {
    const shape = this.#shapes.get(id)
    if (!shape) return
    for (const child of this.#childrenOf(id)) this.remove(child.id)
    this.#remove(shape)
  }

  changes(): MapChanges {
    for (const id of this.#touched) this.#layOut(id)
    this.#touched.clear()
    return {
      put: [...this.#shapes.values()].filter((shape) => this.#before.get(shape.id) !== shape),
      removed: [...this.#before.values()].map(({ id }) => id).filter((id) => !this.#shapes.has(id)),
    }
  }

  #childrenOf(id: string): OwnShape[] {
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

  #make<Type extends OwnShapeType>(
    type: Type,
    parentId: string,
    props: Partial<OwnShapeOf<Type>['props']>,
  ): OwnShapeOf<Type> {
    const highest = this.#childrenOf(parentId).reduce<OwnShape | null>(
      (high, shape) => (high && byIndex(high, shape) > 0 ? high : shape),
      null,
    )
    const index = indexBetween(highest?.index)
    return newShape({ id: this.#newId(), type, parentId: parentId as ParentId, index, props }) // tldraw brands its ids
  }

  #insert<Type extends 'stage' | 'lane' | 'persona'>(
    type: Type,
    mapId: string,
    props: Partial<OwnShapeOf<Type>['props']>,
    before: Before,
  ): Id {
    const part: StageShape | LaneShape | PersonaShape = this.#make(type, mapId, props)
    this.#put(before === null ? part : { ...part, index: this.#indexBefore(part, before) })
    return part.id
  }

  #indexBefore({ parentId, type, id }: OwnShape, before: Before): OwnShape['index'] {
    const siblings = this.#childrenOf(parentId)
      .filter((shape) => shape.type === type && shape.id !== id)
      .sort(byIndex)
    const at = siblings.findIndex((shape) => shape.id === before)
    if (at < 0) return indexBetween(siblings.at(-1)?.index)
    const [left, right] = [siblings[at - 1]?.index, siblings[at]?.index]
    // Two people can have made the same index: between those there is no room, and the ids decide.
    return left !== undefined && left === right ? left : indexBetween(left, right)
  }

  /** The layout reads the order of a cell from `y`: a card's new one lies between its neighbours'. */
  #putInto(card: CardShape, cell: Cell | null, before: Before): Id {
    const others =
      cell && before !== null ? this.cardsIn(card.parentId, cell).filter(({ id }) => id !== card.id) : []
    const at = others.findIndex(({ id }) => id === before)
    const next = others[at]
    const low = next && (others[at - 1]?.y ?? next.y - 2)
    if (next && low !== undefined && next.y - low < leastGap) {
      // Each card that is put between two others halves their gap: many in a row would find none.
      for (const [y, each] of others.entries()) this.#put({ ...each, y })
      return this.#putInto(card, cell, before)
    }
    this.#put({ ...card, y: next && low !== undefined ? (low + next.y) / 2 : this.#end++ })
    return card.id
  }

  #moveInto(note: NoteShape, cluster: ClusterShape, at: number): void {
    this.#touch(note)
    const props = { ...note.props, stageId: null, laneId: null }
    const last = this.notesIn(cluster.id).at(-1)?.y ?? 0
    this.#put({ ...note, parentId: cluster.id, y: Math.min(at, last + 1), props })
  }

  /** Lanes that say what lies in them make a note that; the others leave it as it is. */
  #kindIn(card: CardShape, laneId: string): Partial<NoteProps> {
    const kind = noteKinds.find((each) => each === this.shape(laneId, 'lane')?.props.kind)
    return card.type === 'sticky-note' && kind ? { kind } : {}
  }

  #decide(part: StageShape | LaneShape, fate: Fate, isIn: (card: CardShape) => boolean): void {
    const going = this.children(part.parentId).cards.filter(isIn)
    if (fate === 'remove') for (const { id } of going) this.remove(id)
    else
      for (const card of going.sort((one, other) => one.y - other.y)) {
        const key = part.type === 'stage' ? 'stageId' : 'laneId'
        const kind = part.type === 'stage' ? {} : this.#kindIn(card, fate.moveTo)
        const props = { ...card.props, [key]: fate.moveTo, ...kind }
        this.#putInto({ ...card, props } as CardShape, null, null) // below those that are there
      }
  }

  #put(shape: OwnShape): void {
    this.#byParent.get(this.#shapes.get(shape.id)?.parentId ?? '')?.delete(shape.id)
    this.#shapes.set(shape.id, shape)
    this.#keep(shape)
    this.#touch(shape)
  }
  #remove(shape: OwnShape): void {
    this.#touch(shape)
    this.#byParent.get(shape.parentId)?.delete(shape.id)
    this.#shapes.delete(shape.id)
  }
  #touch(shape: OwnShape): void {
    const id = this.mapOf(shape.id)?.id ?? (shape.type === 'cluster' ? shape.id : shape.parentId)
    this.#touched.add(id)
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
