// A new workshop's board from its template, as the first update of its document.
import * as Y from 'yjs'
import { addRecord, type BoardRecord, metaOf, recordsOf } from '#shared/board/document.ts'
import { layoutMap } from '#shared/board/layout.ts'
import { childrenOf, partsOf } from '#shared/board/map-parts.ts'
import { serializedSchema } from '#shared/board/schema.ts'
import {
  type CardShape,
  type JourneyMapShape,
  type LaneShape,
  noteKinds,
  type OwnShape,
  type StageShape,
} from '#shared/board/shapes.ts'
import type { Language } from '#shared/language.ts'
import type { Template } from '#shared/templates/template.ts'

const pageId = 'page:page'

/** A Yjs V1 update. Without a template (or with one that has no stages): the page, and nothing on it. */
export function seedBoard(seed: {
  template: Template | null
  language: Language
  title: string
}): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    metaOf(doc).set('schema', JSON.stringify(serializedSchema))
    const records = recordsOf(doc)
    for (const record of [...pageRecords(seed.title), ...mapShapes(seed)]) addRecord(records, { ...record })
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
  const map: JourneyMapShape = {
    ...shapeBase('map', pageId, 1),
    type: 'journey-map',
    props: { title: template.title[language] },
  }
  const emotions = new Map(template.emotionCurve.map(({ stageId, value }) => [stageId, value]))
  const stages: StageShape[] = template.stages.map(({ id, title }, at) => ({
    ...shapeBase(`stage-${id}`, map.id, at),
    type: 'stage',
    props: { title: title[language], emotion: emotions.get(id) ?? null },
  }))
  const lanes: LaneShape[] = template.lanes.map(({ id, title, kind }, at) => ({
    ...shapeBase(`lane-${id}`, map.id, stages.length + at),
    type: 'lane',
    props: { title: title[language], kind },
  }))
  return placed(map, [
    ...stages,
    ...lanes,
    ...cards(template, language, map.id, stages.length + lanes.length),
  ])
}

function cards(template: Template, language: Language, mapId: string, from: number): CardShape[] {
  const kinds = new Map(
    template.lanes.map(({ id, kind }) => [id, noteKinds.find((each) => each === kind) ?? null]),
  )
  const touchpoints: CardShape[] = template.touchpoints.map((card, at) => ({
    ...shapeBase(`touchpoint-${card.id}`, mapId, from + at),
    type: 'touchpoint',
    props: {
      title: card.title[language],
      channel: card.channel,
      departmentId: card.departmentId,
      actual: null, // a template sets goals; what is true today, the team finds out
      target: card.target ?? null,
      momentOfTruth: card.momentOfTruth,
      notes: card.experience?.[language] ?? '',
      stageId: shapeId(`stage-${card.stageId}`),
      laneId: shapeId(`lane-${card.laneId}`),
    },
  }))
  const notes: CardShape[] = template.notes.map((note, at) => ({
    ...shapeBase(`note-${note.id}`, mapId, from + touchpoints.length + at),
    type: 'sticky-note',
    props: {
      text: note.text[language],
      kind: kinds.get(note.laneId) ?? null,
      departmentId: note.departmentId ?? null,
      stageId: shapeId(`stage-${note.stageId}`),
      laneId: shapeId(`lane-${note.laneId}`),
    },
  }))
  return [...touchpoints, ...notes]
}

/** Cards come in the template's order, so their `y` starts as that order. */
function placed(map: JourneyMapShape, shapes: OwnShape[]): OwnShape[] {
  const inOrder = shapes.map((shape, at) => ({ ...shape, y: at }))
  const { stages, lanes, cards: cardPlaces } = layoutMap(partsOf(childrenOf(inOrder)))
  return [
    map,
    ...inOrder.map((shape) => {
      const { x, y } = stages.get(shape.id) ??
        lanes.get(shape.id) ??
        cardPlaces.get(shape.id) ?? { x: 0, y: 0 }
      return { ...shape, x, y }
    }),
  ]
}

const shapeId = (name: string) => `shape:${name}` as OwnShape['id'] // tldraw brands its ids

function shapeBase(name: string, parentId: string, at: number) {
  return {
    id: shapeId(name),
    typeName: 'shape',
    parentId: parentId as OwnShape['parentId'], // tldraw brands its ids
    index: indexAt(at),
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
  } as const
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The fractional index of the n-th of up to 3,906 siblings, as tldraw makes them: a0 ... az, b00 ... bzz. */
function indexAt(at: number): OwnShape['index'] {
  const rest = at - digits.length
  const digit = (value: number) => digits[value] ?? ''
  const index =
    rest < 0 ? `a${digit(at)}` : `b${digit(Math.floor(rest / digits.length))}${digit(rest % digits.length)}`
  return index as OwnShape['index'] // tldraw brands its indices
}
