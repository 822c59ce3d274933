// Every command on a journey map, over a working copy of our shapes: canvas, table, imports and server apply its answer.
import type { Cell } from '#shared/board/layout.ts'
import { type Id, MapCopy, type ParentId } from '#shared/board/map-copy.ts'
import { byIndex, indexBetween } from '#shared/board/map-parts.ts'
import type { OwnShapeOf } from '#shared/board/new-shape.ts'
import {
  type CardShape,
  type ClusterShape,
  emotionKey,
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

/** Where in a list: before the part of this id; null is the end. */
export type Before = string | null
const leastGap = 1e-6
/** What becomes of the cards in a stage or lane that goes: they move to another one, or go with it. */
export type Fate = { moveTo: string } | 'remove'

/** Unknown ids are no error: somebody else may have removed the shape meanwhile, and then there is nothing to do. */
export class MapEdit extends MapCopy {
  /** Below every card there is; whatever comes last in its cell comes after what came last before. */
  #end = 9e6

  /** `at`: its top left corner on the page. */
  addMap(title: string, at: { x: number; y: number }): Id {
    const map = { ...this.make('journey-map', this.pageId, { title }), ...at }
    this.put(map)
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
    const card = this.make('touchpoint', mapId, { ...props, ...(cell ?? {}) })
    return this.#putInto(card, cell, before)
  }
  /** Without a map it lies loose, at a point of the page. */
  addNote(
    place: { mapId: string; cell: Cell | null } | { at: { x: number; y: number } },
    props: Partial<NoteProps>,
  ): Id {
    if ('at' in place) {
      const loose = { ...this.make('sticky-note', this.pageId, props), ...place.at }
      this.put(loose)
      return loose.id
    }
    const note = this.make('sticky-note', place.mapId, { ...props, ...(place.cell ?? {}) })
    return this.#putInto(note, place.cell, null)
  }

  /** Only what is named changes. */
  setProps<Type extends OwnShapeType>(
    id: string,
    type: Type,
    props: Partial<OwnShapeOf<Type>['props']>,
  ): void {
    const shape = this.shape(id, type)
    if (shape) this.put({ ...shape, props: { ...shape.props, ...props } })
  }
  /** Between -2 and +2, null takes the point away. Without a persona: the map's own curve. */
  setEmotion(stageId: string, personaId: string | null, emotion: number | null): void {
    const stage = this.shape(stageId, 'stage')
    if (!stage) return
    if (personaId === null) {
      this.put({ ...stage, props: { ...stage.props, emotion } })
      return
    }
    const { [emotionKey(personaId)]: _, ...meta } = stage.meta
    this.put({ ...stage, meta: emotion === null ? meta : { ...meta, [emotionKey(personaId)]: emotion } })
  }

  /** A stage, lane or persona goes before another of its kind and map. */
  movePart(id: string, before: Before): void {
    const part = this.shape(id, 'stage') ?? this.shape(id, 'lane') ?? this.shape(id, 'persona')
    if (!part || before === id) return
    this.put({ ...part, index: this.#indexBefore(part, before) })
  }

  /** Into a cell, before another card of it; from a cluster, another map or the page too. */
  moveCard(id: string, mapId: string, cell: Cell, before: Before = null): void {
    const card = this.card(id)
    if (!card || !this.shape(mapId, 'journey-map')) return
    this.touch(card)
    const props = { ...card.props, ...cell, ...this.#kindIn(card, cell.laneId) }
    this.#putInto({ ...card, parentId: mapId as ParentId, props } as CardShape, cell, before) // the same type of card
  }
  /** Out of its map or cluster, to a point of the page. Touchpoints stay: they mean nothing outside of a map. */
  moveOut(id: string, at: { x: number; y: number }): void {
    const card = this.card(id)
    if (!card || card.type === 'touchpoint') return
    this.touch(card)
    const props = { ...card.props, stageId: null, laneId: null }
    this.put({ ...card, parentId: this.pageId, ...at, props } as CardShape) // the same type of card
  }

  /** Notes go under a heading, in the place of the first of them; their order stays. */
  addCluster(noteIds: readonly string[], title: string): Id | null {
    const notes = noteIds.map((id) => this.shape(id, 'sticky-note')).filter((note) => note !== null)
    const [first] = notes
    if (!first) return null
    const parent = this.shape(first.parentId, 'cluster') ?? first
    const { stageId, laneId } = parent.props
    const made = this.make('cluster', parent.parentId, { title, stageId, laneId })
    const cluster = { ...made, x: parent.x, y: parent.y }
    this.put(cluster)
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
    const scale = parentId === this.pageId ? 1 : 1e-6
    for (const note of this.notesIn(id)) {
      const props = { ...note.props, stageId, laneId }
      this.put({ ...note, parentId, x: x + note.x, y: y + note.y * scale, props })
    }
    this.drop(cluster)
  }

  removeStage(id: string, fate: Fate): void {
    const stage = this.shape(id, 'stage')
    if (!stage) return
    this.#decide(stage, fate, (card) => card.props.stageId === id)
    this.drop(stage)
  }
  removeLane(id: string, fate: Fate): void {
    const lane = this.shape(id, 'lane')
    if (!lane) return
    this.#decide(lane, fate, (card) => card.props.laneId === id)
    this.drop(lane)
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
    this.drop(persona)
  }
  /** A card, or a cluster with its notes, or a map with everything on it. */
  remove(id: string): void {
    const shape = this.any(id)
    if (!shape) return
    for (const child of this.inside(id)) this.remove(child.id)
    this.drop(shape)
  }

  #insert<Type extends 'stage' | 'lane' | 'persona'>(
    type: Type,
    mapId: string,
    props: Partial<OwnShapeOf<Type>['props']>,
    before: Before,
  ): Id {
    const part: StageShape | LaneShape | PersonaShape = this.make(type, mapId, props)
    this.put(before === null ? part : { ...part, index: this.#indexBefore(part, before) })
    return part.id
  }

  #indexBefore({ parentId, type, id }: OwnShape, before: Before): OwnShape['index'] {
    const siblings = this.inside(parentId)
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
      for (const [y, each] of others.entries()) this.put({ ...each, y })
      return this.#putInto(card, cell, before)
    }
    this.put({ ...card, y: next && low !== undefined ? (low + next.y) / 2 : this.#end++ })
    return card.id
  }

  #moveInto(note: NoteShape, cluster: ClusterShape, at: number): void {
    this.touch(note)
    const props = { ...note.props, stageId: null, laneId: null }
    const last = this.notesIn(cluster.id).at(-1)?.y ?? 0
    this.put({ ...note, parentId: cluster.id, y: Math.min(at, last + 1), props })
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
}
