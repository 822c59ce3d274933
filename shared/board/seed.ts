// A new workshop's board from its template, as the first update of its document.
import * as Y from 'yjs'
import type { BoardFile } from '#shared/board/board-file.ts'
import { addRecord, type BoardRecord, metaOf, recordsOf } from '#shared/board/document.ts'
import { shapesOf } from '#shared/board/file-to-shapes.ts'
import { layoutMap, placesOf } from '#shared/board/layout.ts'
import { childrenOf, partsOf } from '#shared/board/map-parts.ts'
import { newShape } from '#shared/board/new-shape.ts'
import { serializedSchema } from '#shared/board/schema.ts'
import { emotionKey, noteKinds, type OwnShape, type OwnShapeType } from '#shared/board/shapes.ts'
import type { Language } from '#shared/language.ts'
import type { Template } from '#shared/templates/template.ts'

const pageId = 'page:page'

/** A Yjs V1 update. Without a template (or with one that has no stages): the page, and nothing on it. */
export function seedBoard(seed: {
  template: Template | null
  language: Language
  title: string
}): Uint8Array {
  return firstUpdate([...pageRecords(seed.title), ...mapShapes(seed).map((shape) => ({ ...shape }))])
}

/** As somebody saved it; every part gets an id of this board's own. */
export function seedFromFile(file: BoardFile, title: string): Uint8Array {
  let count = 0
  const newId = () => `shape:saved-${++count}`
  const department = (id: string) => (isOneOf(file.departments, id) ? id : null)
  const shapes = shapesOf(file, { pageId, newId, above: null, corner: null, department })
  return firstUpdate([...pageRecords(title), ...shapes.map((shape): BoardRecord => ({ ...shape }))])
}

const isOneOf = (departments: BoardFile['departments'], id: string): boolean =>
  departments.length === 0 || departments.some(({ departmentId }) => departmentId === id)

function firstUpdate(contents: readonly BoardRecord[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    metaOf(doc).set('schema', JSON.stringify(serializedSchema))
    const records = recordsOf(doc)
    for (const record of contents) addRecord(records, record)
  })
  return Y.encodeStateAsUpdate(doc)
}

function pageRecords(title: string): BoardRecord[] {
  return [
    { id: 'document:document', typeName: 'document', gridSize: 10, name: title, meta: {} },
    { id: pageId, typeName: 'page', name: title, index: 'a1', meta: {} },
  ]
}

function mapShapes({ template, language }: { template: Template | null; language: Language }): OwnShape[] {
  if (!template || template.stages.length === 0) return []
  const map = make('journey-map', 'map', pageId, 1, { title: template.title[language] })
  const persona = personaOf(template, language, map.id)
  const emotions = new Map(template.emotionCurve.map(({ stageId, value }) => [stageId, value]))
  const stages = template.stages.map(({ id, title }, at) => {
    const emotion = emotions.get(id) ?? null
    const stage = make('stage', `stage-${id}`, map.id, at, {
      title: title[language],
      emotion: persona ? null : emotion,
    })
    return persona && emotion !== null ? { ...stage, meta: { [emotionKey(persona.id)]: emotion } } : stage
  })
  const lanes = template.lanes.map(({ id, title, kind }, at) =>
    make('lane', `lane-${id}`, map.id, stages.length + at, { title: title[language], kind }),
  )
  const parts = [...stages, ...lanes, ...(persona ? [persona] : [])]
  return placed([map, ...parts, ...cards(template, language, map.id, parts.length)])
}

function personaOf({ persona }: Template, language: Language, mapId: OwnShape['id']) {
  if (!persona) return null
  const { name, goal, quote } = persona
  return make('persona', 'persona', mapId, lastIndex, {
    name: name[language],
    goal: goal[language],
    quote: quote[language],
  })
}

function cards(template: Template, language: Language, mapId: string, from: number): OwnShape[] {
  const kinds = new Map(
    template.lanes.map(({ id, kind }) => [id, noteKinds.find((each) => each === kind) ?? null]),
  )
  const touchpoints = template.touchpoints.map((card, at) =>
    make('touchpoint', `touchpoint-${card.id}`, mapId, from + at, {
      title: card.title[language],
      channel: card.channel,
      departmentId: card.departmentId,
      actual: null, // a template sets goals; what is true today, the team finds out
      target: card.target ?? null,
      momentOfTruth: card.momentOfTruth,
      notes: card.experience?.[language] ?? '',
      stageId: shapeId(`stage-${card.stageId}`),
      laneId: shapeId(`lane-${card.laneId}`),
    }),
  )
  const notes = template.notes.map((note, at) =>
    make('sticky-note', `note-${note.id}`, mapId, from + touchpoints.length + at, {
      text: note.text[language],
      kind: kinds.get(note.laneId) ?? null,
      departmentId: note.departmentId ?? null,
      stageId: shapeId(`stage-${note.stageId}`),
      laneId: shapeId(`lane-${note.laneId}`),
    }),
  )
  return [...touchpoints, ...notes]
}

/** Cards come in the template's order, so their `y` starts as that order. */
function placed(shapes: OwnShape[]): OwnShape[] {
  const inOrder = shapes.map((shape, at) => ({ ...shape, y: at }))
  const places = placesOf(layoutMap(partsOf(childrenOf(inOrder, () => []))))
  return inOrder.map((shape) => {
    const { x, y } = places.get(shape.id) ?? { x: 0, y: 0 }
    return { ...shape, x, y }
  })
}

const shapeId = (name: string) => `shape:${name}` as OwnShape['id'] // tldraw brands its ids

function make<Type extends OwnShapeType>(
  type: Type,
  name: string,
  parentId: string,
  at: number,
  props: Parameters<typeof newShape<Type>>[0]['props'],
) {
  const place = { parentId: parentId as OwnShape['parentId'], index: indexAt(at) } // tldraw brands its ids
  return newShape({ id: shapeId(name), type, ...place, ...(props ? { props } : {}) })
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Far behind every card of a template. */
const lastIndex = 3000

/** The fractional index of the n-th of up to 3,906 siblings, as tldraw makes them: a0 ... az, b00 ... bzz. */
function indexAt(at: number): OwnShape['index'] {
  const rest = at - digits.length
  const digit = (value: number) => digits[value] ?? ''
  const index =
    rest < 0 ? `a${digit(at)}` : `b${digit(Math.floor(rest / digits.length))}${digit(rest % digits.length)}`
  return index as OwnShape['index'] // tldraw brands its indices
}
