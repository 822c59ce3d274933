// What can happen to a board, for property tests: by one's own hand, by others at the same time, by undo, and half done.
import {
  createBindingId,
  createShapeId,
  type Editor,
  type IndexKey,
  type TLRecord,
  type TLShape,
  transact,
} from '@tldraw/tldraw'
import fc from 'fast-check'
import { MapEdit } from '#shared/board/map-edit.ts'
import { newShape } from '#shared/board/new-shape.ts'
import { isOwnShapeType, type OwnShape } from '#shared/board/shapes.ts'

const kinds = [
  'sticky-note',
  'touchpoint',
  'cluster',
  'stage',
  'lane',
  'persona',
  'journey-map',
  'frame',
  'geo',
  'line',
  'arrow',
] as const
const acts = [
  ...['create', 'move', 'move', 'move', 'move back and forth', 'abort', 'turn', 'widen', 'view', 'view'],
  ...['write', 'put in', 'lift', 'fade', 'lock', 'remove', 'bring back', 'group', 'bind', 'cell'],
  ...['undo', 'redo', 'edit', 'select', 'erase', 'turn the page'],
]

export const changes = fc.record({
  act: fc.constantFrom(...acts),
  kind: fc.constantFrom(...kinds),
  /** Which of the shapes there are, in the order of their ids; counted on from the first after the last. */
  what: fc.nat({ max: 200 }),
  other: fc.nat({ max: 200 }),
  count: fc.integer({ min: 1, max: 5 }),
  x: fc.integer({ min: -3000, max: 3000 }),
  y: fc.integer({ min: -3000, max: 3000 }),
  z: fc.constantFrom(0.1, 0.5, 1, 3),
  isRemote: fc.boolean(),
  isLookedAt: fc.boolean(),
})
export type Change = typeof changes extends fc.Arbitrary<infer Made> ? Made : never

/** `look` is called in the midst of some. */
export function happen(editor: Editor, change: Change, look: () => void): void {
  const act = () => doings[change.act]?.(editor, change, look)
  if (change.act === 'undo') editor.undo()
  else if (change.act === 'redo') editor.redo()
  else if (change.act === 'abort') abort(editor, change, look)
  else if (change.isRemote) editor.store.mergeRemoteChanges(act)
  else editor.markHistoryStoppingPoint() && editor.run(act, { ignoreShapeLock: true })
}

const chosen = (editor: Editor, from: number, many = 1): TLShape[] => {
  const all = editor.getCurrentPageShapesSorted().toSorted(({ id }, other) => (id < other.id ? -1 : 1))
  const some =
    all.length === 0 ? [] : Array.from({ length: many }, (_, at) => all[(from + at * 7) % all.length])
  return [...new Set(some)].filter((shape) => shape !== undefined)
}

const put = (editor: Editor, ...records: object[]) => editor.store.put(records as TLRecord[])

/** A whole step that is taken back before it has ended. */
function abort(editor: Editor, { what, x, y }: Change, look: () => void): void {
  const mind = new Error('changed')
  try {
    transact(() => {
      for (const shape of chosen(editor, what)) put(editor, { ...shape, x, y })
      look()
      throw mind
    })
  } catch (error) {
    if (error !== mind) throw error
  }
}

type Doing = (editor: Editor, change: Change, look: () => void) => void
const doings: Record<string, Doing> = {
  create: (editor, { kind, what, x, y }) => {
    const parentId = chosen(editor, what)[0]?.id ?? editor.getCurrentPageId()
    if (isOwnShapeType(kind)) {
      const index = `a${x % 7 === 0 ? 1 : 2}V` as OwnShape['index']
      const id = createShapeId() as OwnShape['id']
      put(editor, {
        ...newShape({ id, type: kind, parentId: parentId as OwnShape['parentId'], index }),
        x,
        y,
      })
    } else editor.createShape({ type: kind, x, y, ...(x > 0 && { parentId }) })
  },
  move: (editor, { what, count, x, y }) => {
    for (const shape of chosen(editor, what, count)) put(editor, { ...shape, x, y })
  },
  'move back and forth': (editor, { what, x }, look) => {
    const [shape] = chosen(editor, what)
    if (!shape) return
    put(editor, { ...shape, x })
    look()
    put(editor, shape)
  },
  turn: (editor, { what, x }) => {
    for (const shape of chosen(editor, what)) put(editor, { ...shape, rotation: x / 500 })
  },
  widen: (editor, { what, x }) => {
    for (const shape of chosen(editor, what)) {
      const width = 132 + Math.abs(x % 380)
      const props = 'width' in shape.props ? { width } : 'w' in shape.props ? { w: width } : {}
      put(editor, { ...shape, props: { ...shape.props, ...props } })
    }
  },
  view: (editor, { x, y, z }) => void editor.setCamera({ x, y, z }, { immediate: true }),
  write: (editor, { what, count }) => {
    const words = 'words '.repeat(count * 6)
    for (const shape of chosen(editor, what)) {
      const key = ['text', 'title', 'name'].find((each) => each in shape.props)
      if (key) put(editor, { ...shape, props: { ...shape.props, [key]: words } })
    }
  },
  'put in': (editor, { what, other, count }) => {
    const [parent] = chosen(editor, other)
    const parentId = parent && other % 3 > 0 ? parent.id : editor.getCurrentPageId()
    const isAround = (shape: TLShape) =>
      shape.id === parentId || (parent && editor.hasAncestor(parent, shape.id))
    for (const shape of chosen(editor, what, count)) if (!isAround(shape)) put(editor, { ...shape, parentId })
  },
  lift: (editor, { what, count }) => {
    for (const shape of chosen(editor, what)) put(editor, { ...shape, index: `b${count}V` as IndexKey })
  },
  fade: (editor, { what, count }) => {
    for (const shape of chosen(editor, what)) put(editor, { ...shape, opacity: count / 10 })
  },
  lock: (editor, { what }) => {
    for (const shape of chosen(editor, what)) put(editor, { ...shape, isLocked: !shape.isLocked })
  },
  remove: (editor, { what, count }) => void editor.deleteShapes(chosen(editor, what, count)),
  'bring back': (editor, { what, x, kind }) => {
    const shape = chosen(editor, what).find(({ id }) => editor.getSortedChildIdsForParent(id).length === 0)
    if (!shape) return
    editor.store.remove([shape.id])
    // Under the same id, as something else.
    const { id, parentId, index } = shape as unknown as OwnShape
    put(editor, isOwnShapeType(kind) ? { ...newShape({ id, type: kind, parentId, index }), x } : shape)
  },
  group: (editor, { what, count }) => {
    const some = chosen(editor, what, count + 1)
    const parentId = some[0]?.parentId
    const siblings = some.filter((shape) => shape.parentId === parentId)
    if (siblings.length > 1) editor.groupShapes(siblings, { select: false })
  },
  bind: (editor, { what, other, x, y }) => {
    const arrow = editor.getCurrentPageShapes().find(({ type }) => type === 'arrow')
    const [to] = chosen(editor, what + other)
    if (!arrow || !to || to.type === 'arrow') return
    editor.createBinding({
      id: createBindingId(),
      type: 'arrow',
      fromId: arrow.id,
      toId: to.id,
      props: {
        terminal: x > 0 ? 'start' : 'end',
        normalizedAnchor: { x: 0.5, y: 0.5 },
        isExact: false,
        isPrecise: y > 0,
        snap: 'none',
      },
    })
  },
  /** To another column, and to one that has gone. */
  cell: (editor, { what, other, count }) => {
    const stages = editor.getCurrentPageShapes().filter(({ type }) => (type as string) === 'stage')
    for (const shape of chosen(editor, what, count)) {
      if (!('stageId' in shape.props)) continue
      const stageId = other % 4 === 0 ? 'shape:gone' : (stages[other % stages.length]?.id ?? null)
      put(editor, { ...shape, props: { ...shape.props, stageId } })
    }
  },
  edit: (editor, { what, x }) =>
    void editor.setEditingShape(x > 0 ? (chosen(editor, what)[0] ?? null) : null),
  select: (editor, { what, count }) => void editor.setSelectedShapes(chosen(editor, what, count)),
  erase: (editor, { what, x }) =>
    void editor.setErasingShapes(x > 0 ? chosen(editor, what).map(({ id }) => id) : []),
  'turn the page': (editor) => {
    const other = editor.getPages().find(({ id }) => id !== editor.getCurrentPageId())
    if (other) editor.setCurrentPage(other)
  },
}

/** Three columns, with more in them than can be seen at once, a few things beside it, and an empty page. */
export function laidOutMap(editor: Editor): void {
  let made = 0
  const edit = new MapEdit({
    shapes: [],
    pageId: editor.getCurrentPageId(),
    newId: () => `shape:${String(made++).padStart(4, '0')}`,
  })
  const map = edit.addMap('Map', { x: 40, y: 60 })
  edit.addPersona(map, { name: 'Ana' })
  const stages = ['One', 'Two', 'Three'].map((title) => edit.addStage(map, title))
  const lane = edit.addLane(map, { title: 'Pain', kind: 'pain-points' })
  const notes = Array.from({ length: 18 }, (_, at) =>
    edit.addNote(
      { mapId: map, cell: { stageId: stages[at % 3] ?? '', laneId: lane } },
      { text: `Note ${at}` },
    ),
  )
  edit.addCluster(
    notes.slice(0, 4).filter((id) => id !== null),
    'Together',
  )
  put(editor, ...edit.changes().put)
  editor.createPage({ name: 'Second' })
  editor.createShapes([
    { id: createShapeId('frame'), type: 'frame', x: 900, y: 100 },
    { id: createShapeId('box'), type: 'geo', x: 2000, y: 100 },
    { id: createShapeId('arrow'), type: 'arrow', x: 10, y: 10, props: { end: { x: 300, y: 80 } } },
  ])
}
