// Several browsers of one board without a browser: headless stores, each bound to its document, and the network between.
import { Store } from '@tldraw/store'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { type Binding, bindStore } from '#client/board/binding/bind-store.ts'
import { OwnUndo } from '#client/board/binding/undo.ts'
import { readRecords } from '#shared/board/document.ts'
import { repair } from '#shared/board/repair.ts'
import { boardSchema } from '#shared/board/schema.ts'
import { seedBoard } from '#shared/board/seed.ts'
import {
  defaultProps,
  type NoteShape,
  type OwnShape,
  type StageShape,
  type TouchpointShape,
} from '#shared/board/shapes.ts'
import { findTemplate } from '#shared/templates/library.ts'

export type Client = {
  doc: Y.Doc
  store: TLStore
  binding: Binding
  undo: OwnUndo
  bad: string[]
  /** Set to hold changes back as during a drag. */
  isDragging: boolean
}

export const seed = (templateId = 'complaint'): Uint8Array =>
  seedBoard({ template: findTemplate(templateId), language: 'de', title: 'Probe' })

/** Documents with fixed client ids, so that a failing run can be repeated. */
export function client(clientId: number, state: Uint8Array): Client {
  const doc = new Y.Doc()
  doc.clientID = clientId
  Y.applyUpdate(doc, state, 'network')
  // The store's props are the editor's business; none of them is used without one.
  const store = new Store({ schema: boardSchema, props: {} as TLStore['props'] }) as TLStore
  const bad: string[] = []
  const made: Pick<Client, 'isDragging'> = { isDragging: false }
  const binding = bindStore({
    doc,
    store,
    onBadRecord: (id) => bad.push(id),
    isDragging: () => made.isDragging,
  })
  return Object.assign(made, { doc, store, binding, undo: new OwnUndo(doc, binding), bad })
}

/** Each takes what it lacks from the other, as after a reconnect. */
export function meet(one: Client, other: Client): void {
  take(one, other)
  take(other, one)
}
export function take(to: Client, from: Client): void {
  from.binding.flush()
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'network')
}
export function meetAll(clients: readonly Client[]): void {
  for (let round = 0; round < 2; round++)
    for (const one of clients) for (const other of clients) if (one !== other) take(one, other)
}

const sessionOnly: readonly string[] = [
  'camera',
  'instance',
  'instance_page_state',
  'instance_presence',
  'pointer',
]

/** What a store shows of the document, by id, as plain JSON. */
export function shown({ store }: Client): Record<string, TLRecord> {
  const records = store
    .allRecords()
    .filter(({ typeName }) => !sessionOnly.includes(typeName))
    .map((record): [string, TLRecord] => [record.id, record])
  return JSON.parse(
    JSON.stringify(Object.fromEntries(records.sort(([one], [other]) => (one < other ? -1 : 1)))),
  )
}

/** What the document says, repaired: what a newcomer would see. */
export function written({ doc }: Client): Record<string, unknown> {
  const records = [...repair(readRecords(doc))].sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.parse(JSON.stringify(Object.fromEntries(records)))
}

export const shapeId = (name: string) => `shape:${name}` as OwnShape['id']
export const shape = <Shape extends OwnShape>(at: Client, id: OwnShape['id']): Shape => {
  const found = at.store.get(id)
  if (!found) throw new Error(`there is no ${id}`)
  return found as unknown as Shape
}

const base = {
  typeName: 'shape',
  index: 'a1' as OwnShape['index'],
  x: 0,
  y: 0,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  meta: {},
} as const
const put = (at: Client, record: OwnShape) => at.store.put([record as unknown as TLRecord])

export function addNote(at: Client, name: string, text = '', parentId = 'page:page'): NoteShape['id'] {
  const id = shapeId(name)
  const props = { ...defaultProps['sticky-note'], text }
  put(at, { ...base, id, parentId: parentId as NoteShape['parentId'], type: 'sticky-note', props })
  return id
}
export function addMap(at: Client): void {
  const parentId = 'page:page' as NoteShape['parentId']
  put(at, { ...base, id: shapeId('map'), parentId, type: 'journey-map', props: { title: 'Karte' } })
}
export function addStage(at: Client, name: string, mapId = shapeId('map')): StageShape['id'] {
  const id = shapeId(name)
  put(at, { ...base, id, parentId: mapId, type: 'stage', props: { ...defaultProps.stage, title: name } })
  return id
}
export function change<Shape extends OwnShape>(
  at: Client,
  id: OwnShape['id'],
  next: (before: Shape) => Partial<Shape>,
): void {
  at.store.update(id, (before) => ({ ...before, ...next(before as unknown as Shape) }) as typeof before)
}
export const type = (at: Client, id: OwnShape['id'], text: string) =>
  change<NoteShape>(at, id, ({ props }) => ({ props: { ...props, text } }))
export const score = (at: Client, id: OwnShape['id'], props: Partial<TouchpointShape['props']>) =>
  change<TouchpointShape>(at, id, (before) => ({ props: { ...before.props, ...props } }))
export const move = (at: Client, id: OwnShape['id'], x: number, y: number) => change(at, id, () => ({ x, y }))
/** In one go, as a selection is dragged. */
export const moveAll = (at: Client, ids: readonly OwnShape['id'][], to: number) =>
  at.store.put(ids.flatMap((id) => at.store.get(id) ?? []).map((record) => ({ ...record, x: to, y: to })))
export const reparent = (at: Client, id: OwnShape['id'], parentId: string) =>
  change(at, id, () => ({ parentId: parentId as OwnShape['parentId'] }))
