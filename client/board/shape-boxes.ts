// Where every shape on the page lies, kept up by what has changed.
//
// Whoever asks tldraw for two thousand bounds has each followed back to all that it depends on, once more after every move
// of the view or the pointer, only to learn that nothing lies elsewhere. Where our own shapes lie follows from records
// alone, so this looks at what was changed in those. Other shapes depend on more (a font that has come): they are asked.
import {
  type Box,
  computed,
  type Editor,
  isUninitialized,
  type Signal,
  type TLShape,
  type TLShapeId,
  unsafe__withoutCapture,
} from '@tldraw/tldraw'
import { isOwn } from '#client/board/map-of.ts'
import { onlyMoved } from '#client/board/moved-shapes.ts'

/** Undefined for what has no place, as tldraw says it. */
export type ShapeBoxes = ReadonlyMap<TLShapeId, Box | undefined>

export function shapeBoxes(editor: Editor): Signal<ShapeBoxes> {
  const ids = computed('own and other shapes', () => {
    const all = [...editor.getCurrentPageShapeIds()]
    const isOwnId = (id: TLShapeId) => isOwn(editor.store.unsafeGetWithoutCapture(id))
    return { own: all.filter(isOwnId), others: all.filter((id) => !isOwnId(id)) }
  })
  const own = ownBoxes(editor, () => ids.get().own)
  return computed<ShapeBoxes>('shape boxes', () => {
    const [{ boxes }, { others }] = [own.get(), ids.get()]
    return others.length === 0 ? boxes : new Map([...boxes, ...boxesOf(editor, others)])
  })
}

/** `ids` are those whose boxes they are: another page has others, and nothing on it was changed. */
type OwnBoxes = { ids: readonly TLShapeId[]; boxes: ShapeBoxes }

function ownBoxes(editor: Editor, idsOf: () => readonly TLShapeId[]): Signal<OwnBoxes> {
  const history = editor.store.query.filterHistory('shape')
  return computed<OwnBoxes>('own shape boxes', (before, lastEpoch) => {
    history.get()
    const ids = idsOf()
    const kept = !isUninitialized(before) && before.ids === ids ? before.boxes : null
    const moved = kept && onlyMoved(history.getDiffSince(lastEpoch))
    return unsafe__withoutCapture(() => {
      if (!kept || !moved) return { ids, boxes: new Map(boxesOf(editor, ids)) }
      const boxes = new Map(kept)
      for (const id of withThoseAround(editor, moved))
        if (boxes.has(id)) boxes.set(id, editor.getShapePageBounds(id))
      return { ids, boxes }
    })
  })
}

const boxesOf = (editor: Editor, ids: readonly TLShapeId[]) =>
  ids.map((id) => [id, editor.getShapePageBounds(id)] as const)

/** What lies in what was moved, and what is as large as that which lies in it. */
function withThoseAround(editor: Editor, moved: readonly TLShape[]): Set<TLShapeId> {
  const all = new Set<TLShapeId>()
  for (const { id } of moved) {
    all.add(id)
    editor.visitDescendants(id, (child) => void all.add(child))
    for (const { id: ancestor } of editor.getShapeAncestors(id)) all.add(ancestor)
  }
  return all
}
