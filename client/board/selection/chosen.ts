// What is selected, sorted by what can be done with it; for the bar at it, and for keys.
import type { Editor, TLImageShape, TLShape } from '@tldraw/tldraw'
import { isOwn } from '#client/board/map-of.ts'
import { isShapeHeld } from '#client/board/together/held.ts'
import type { CardShape, ClusterShape, NoteShape, OwnShape } from '#shared/board/shapes.ts'

export type Chosen = {
  /** Everything. */
  shapes: readonly TLShape[]
  notes: readonly NoteShape[]
  clusters: readonly ClusterShape[]
  /** Only cards are selected: touchpoints, notes, clusters. */
  cards: readonly CardShape[] | null
  /** Only tldraw's own: drawings, arrows, texts, images, frames. */
  isDrawing: boolean
  image: TLImageShape | null
}

/** Of these one alone has a bar or fields of its own. */
const withOwnPanel: readonly string[] = ['touchpoint', 'stage', 'lane', 'persona', 'journey-map']
/** Of these several have nothing in common that could be done. */
const partsOfMaps: readonly string[] = ['stage', 'lane', 'persona', 'journey-map']

/** Null while something is being done with it, where one may not, and for what has a panel of its own. Reactive. */
export function chosenThings(editor: Editor): Chosen | null {
  if (!editor.isIn('select.idle') || editor.getInstanceState().isReadonly) return null
  const shapes = editor.getSelectedShapes()
  const own = ownOf(shapes)
  const hasOwnPanel = shapes.length === 1 && own.some(({ type }) => withOwnPanel.includes(type))
  if (shapes.length === 0 || hasOwnPanel || own.some(({ type }) => partsOfMaps.includes(type))) return null
  if (shapes.some(({ id, isLocked }) => isLocked || isShapeHeld(editor, id))) return null
  return sorted(shapes, own)
}

function sorted(shapes: readonly TLShape[], own: readonly OwnShape[]): Chosen {
  const notes = own.filter((shape) => shape.type === 'sticky-note')
  const clusters = own.filter((shape) => shape.type === 'cluster')
  const cards = own.filter(
    (shape) => shape.type === 'touchpoint' || shape.type === 'sticky-note' || shape.type === 'cluster',
  )
  const [first] = shapes
  return {
    shapes,
    notes,
    clusters,
    cards: cards.length === shapes.length ? cards : null,
    isDrawing: own.length === 0,
    image: shapes.length === 1 && first && isImage(first) ? first : null,
  }
}

const ownOf = (shapes: readonly unknown[]): OwnShape[] => shapes.filter(isOwn)
const isImage = (shape: TLShape): shape is TLImageShape => shape.type === 'image'
