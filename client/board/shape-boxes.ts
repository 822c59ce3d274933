// Where every shape on the page lies, kept up by what has changed.
//
// Whoever asks tldraw for two thousand bounds has each followed back to all that it depends on, once more after every move
// of the view or the pointer, only to learn that nothing lies elsewhere. This looks at what was changed on the page.
import {
  type Box,
  computed,
  type Editor,
  isUninitialized,
  RESET_VALUE,
  type RecordsDiff,
  type Signal,
  type TLShape,
  type TLShapeId,
  unsafe__withoutCapture,
} from '@tldraw/tldraw'

export type ShapeBoxes = ReadonlyMap<TLShapeId, Box | undefined>

export function shapeBoxes(editor: Editor): Signal<ShapeBoxes> {
  const { query } = editor.store
  const shapeHistory = query.filterHistory('shape')
  const bindingHistory = query.filterHistory('binding') // bounds of an arrow depend on what it is bound to
  const arrows = query.ids('shape', () => ({ type: { eq: 'arrow' } }), 'all arrows')
  let boundAt = Number.NaN

  return computed<ShapeBoxes>('shape boxes', (before, lastEpoch) => {
    shapeHistory.get()
    const isBoundAnew = boundAt !== bindingHistory.get()
    boundAt = bindingHistory.get()
    const ids = editor.getCurrentPageShapeIds()
    const moved =
      isUninitialized(before) || isBoundAnew ? null : onlyMoved(shapeHistory.getDiffSince(lastEpoch))
    return unsafe__withoutCapture(() => {
      if (isUninitialized(before) || !moved)
        return new Map([...ids].map((id) => [id, editor.getShapePageBounds(id)]))
      const boxes = new Map(before)
      for (const id of withThoseAround(editor, moved, arrows.get()))
        if (ids.has(id)) boxes.set(id, editor.getShapePageBounds(id))
      return boxes
    })
  })
}

/** Null when something else happened: a longer text makes a lane higher, and with it what was not touched. */
function onlyMoved(diffs: RecordsDiff<TLShape>[] | typeof RESET_VALUE): TLShapeId[] | null {
  if (diffs === RESET_VALUE) return null
  const moved: TLShapeId[] = []
  for (const { added, removed, updated } of diffs) {
    if (Object.keys(added).length > 0 || Object.keys(removed).length > 0) return null
    for (const [from, to] of Object.values(updated)) {
      if (from.props !== to.props || from.parentId !== to.parentId || from.meta !== to.meta) return null
      moved.push(to.id)
    }
  }
  return moved
}

/** What lies in them, what is as large as what lies in it, and arrows, which follow what they are bound to. */
function withThoseAround(
  editor: Editor,
  moved: readonly TLShapeId[],
  arrows: ReadonlySet<TLShapeId>,
): Set<TLShapeId> {
  const all = new Set<TLShapeId>(arrows)
  for (const id of moved) {
    all.add(id)
    editor.visitDescendants(id, (child) => void all.add(child))
    for (const { id: ancestor } of editor.getShapeAncestors(id)) all.add(ancestor)
  }
  return all
}
