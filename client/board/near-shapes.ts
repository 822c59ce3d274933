// Keeps of a large board only what is near the view in the page: tldraw hides the rest, and works on all of it all the time.

import { shallowEqual } from '@mantine/hooks'
import {
  atom,
  type Box,
  computed,
  type Editor,
  isUninitialized,
  react,
  type Signal,
  type TLRenderingShape,
  type TLShapeId,
  unsafe__withoutCapture,
  WeakCache,
} from '@tldraw/tldraw'
import { onlyMoved } from '#client/board/moved-shapes.ts'
import { type ShapeBoxes, shapeBoxes } from '#client/board/shape-boxes.ts'

/** Up to here everything stays in the page: moving the view then makes nothing anew. */
const fewShapes = 400

const begun = new WeakCache<Editor, true>()

/** From now on, for as long as there is this editor. To be called before anything is drawn. */
export function renderNear(editor: Editor, few: number = fewShapes): void {
  begun.get(editor, () => begin(editor, few))
}

function begin(editor: Editor, few: number): true {
  const boxes = shapeBoxes(editor)
  const hideByView = editor.getNotVisibleShapes.bind(editor)
  const region = atom('near region', regionFor(editor.getViewportPageBounds(), null))
  // Null on a small board. Set, not computed: what each shape depends on is gone through with every step of the pointer.
  const far = atom<ReadonlySet<TLShapeId> | null>('far shapes', null, { isEqual: haveSameIds })
  const ends = [
    react('keep near region', () => {
      const kept = region.__unsafe__getWithoutCapture()
      region.set(regionFor(editor.getViewportPageBounds(), kept))
    }),
    react('keep far shapes', () => {
      const isLarge = editor.getCurrentPageShapeIds().size > few
      far.set(isLarge ? outside(region.get(), boxes.get()) : null)
    }),
  ]
  editor.getRenderingShapes = nearShapes(editor, far)
  // What is near and just out of view is not hidden besides: each shape would have to look at that all the time.
  editor.getNotVisibleShapes = () => (far.get() as Set<TLShapeId> | null) ?? hideByView()
  for (const end of ends) editor.disposables.add(end)
  return true
}

type Drawn = {
  shapes: TLRenderingShape[]
  /** What else it depends on than the shapes. */
  by: { hidden: unknown; editing: unknown; erasing: unknown; page: unknown }
}

/**
 * As tldraw has them; on a large board without the far ones. The same list after a move: what is drawn of a shape depends
 * on its props, and where it lies it asks for by itself.
 */
function nearShapes(editor: Editor, far: Signal<ReadonlySet<TLShapeId> | null>): () => TLRenderingShape[] {
  const renderAll = editor.getRenderingShapes.bind(editor)
  const history = editor.store.query.filterHistory('shape')
  const drawn = computed<Drawn>('near shapes', (before, lastEpoch) => {
    history.get()
    const hidden = far.get()
    const editing = editor.getEditingShapeId()
    const by = { hidden, editing, erasing: editor.getErasingShapeIds(), page: editor.getCurrentPageId() }
    const kept = !isUninitialized(before) && shallowEqual(before.by, by) ? before : null
    const moved = kept && onlyMoved(history.getDiffSince(lastEpoch))
    if (kept && moved) return kept
    const isNear = ({ id }: TLRenderingShape) => !hidden?.has(id) || id === editing
    return { by, shapes: unsafe__withoutCapture(renderAll).filter(isNear) }
  })
  return () => (far.get() ? drawn.get().shapes : renderAll())
}

function outside(room: Box, boxes: ShapeBoxes): Set<TLShapeId> {
  const ids = new Set<TLShapeId>()
  for (const [id, box] of boxes) if (!box || !room.collides(box)) ids.add(id)
  return ids
}

function haveSameIds(one: ReadonlySet<TLShapeId> | null, other: ReadonlySet<TLShapeId> | null): boolean {
  if (one === null || other === null) return one === other
  return one.size === other.size && [...one].every((id) => other.has(id))
}

/** Around the view, in parts of it. */
const margin = 0.6

/**
 * The view with room around it. It stays while the view moves within it: who goes to and fro has nothing made anew. After
 * zooming in it is far too large.
 */
function regionFor(view: Box, kept: Box | null): Box {
  if (kept?.contains(view) && kept.w < 4 * view.w) return kept
  return view.clone().expandBy(margin * Math.max(view.w, view.h))
}
