// Lays a map out again after the user's own changes to it: a longer title, a deleted card, a pasted one.
import type { Editor, TLShape, TLShapeId } from '@tldraw/tldraw'
import type { Binding } from '#client/board/binding/bind-store.ts'
import { layOut, looseClusters } from '#client/board/lay-out.ts'
import { isOwn, mapsOnPage, mapView } from '#client/board/map-of.ts'
import type { LaneShape, OwnShape, StageShape } from '#shared/board/shapes.ts'

/** Two people's changes to one map within this time may have met, each laid out without the other. */
const meetingMs = 5000
/** Long enough for the other's layout to arrive first, most times. */
const tidyAfterMs = 400

export type LaidOut = { tidy(): void; dispose(): void }

/**
 * Only what this person does moves cards: remote changes bring their own layout with them, and browsers that each tidied
 * up would each write the same moves. But two people can fill one place at once; then those who were there tidy up, and
 * as the layout follows from the contents alone, they write the same.
 */
export function keepLaidOut(editor: Editor, binding: Binding): LaidOut {
  const untidy = new Set<TLShapeId>()
  const touched = new Map<TLShapeId, number>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const tidy = () =>
    binding.quietly(() => {
      for (const { id } of mapsOnPage(editor)) layOut(editor, id)
      for (const { id } of looseClusters(editor)) layOut(editor, id)
    })
  const note = (shape: TLShape, source: 'remote' | 'user') => {
    const mapId = isOwn(shape) ? laidOutBy(editor, shape) : null
    if (!mapId) return
    if (source === 'user') {
      untidy.add(mapId)
      touched.set(mapId, Date.now())
    } else if (Date.now() - (touched.get(mapId) ?? 0) < meetingMs) {
      timer ??= setTimeout(() => {
        timer = undefined
        if (editor.isIn('select.translating')) return
        tidy()
      }, tidyAfterMs)
    }
  }
  const { sideEffects } = editor.store
  const stops = [
    sideEffects.registerAfterCreateHandler('shape', note),
    sideEffects.registerAfterDeleteHandler('shape', note),
    sideEffects.registerAfterChangeHandler('shape', (before, after, source) => {
      if (before.props === after.props && before.parentId === after.parentId) return
      note(before, source)
      note(after, source)
    }),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
      if (source === 'user' && isOwn(shape) && (shape.type === 'stage' || shape.type === 'lane'))
        moveCardsOver(editor, shape)
    }),
    sideEffects.registerOperationCompleteHandler((source) => {
      // Under the pointer nothing moves by itself; dropping lays out.
      if (source !== 'user' || untidy.size === 0 || editor.isIn('select.translating')) return
      const maps = [...untidy]
      untidy.clear()
      for (const id of maps) layOut(editor, id)
    }),
  ]
  return {
    tidy,
    dispose() {
      clearTimeout(timer)
      for (const stop of stops) stop()
    },
  }
}

/** The map that a shape lies on or, off every map, the cluster that it is or lies in; null for what nothing lays out. */
function laidOutBy(editor: Editor, shape: OwnShape): TLShapeId | null {
  const parent: unknown = editor.getShape(shape.parentId as TLShapeId) // undefined for a page's id
  if (isOwn(parent)) return parent.type === 'cluster' ? laidOutBy(editor, parent) : parent.id
  return shape.type === 'cluster' ? shape.id : null
}

/**
 * However a stage or lane went (the eraser, with others that were selected), its cards stay: in the one before it, or
 * after. Where one has been asked about them, they have gone before.
 */
function moveCardsOver(editor: Editor, part: StageShape | LaneShape): void {
  const children = mapView(editor, part.parentId as TLShapeId)?.children // undefined on the page
  if (!children) return
  const key = part.type === 'stage' ? 'stageId' : 'laneId'
  const orphans = children.cards.filter(({ props }) => props[key] === part.id)
  if (orphans.length === 0) return
  const siblings: readonly (StageShape | LaneShape)[] =
    part.type === 'stage' ? children.stages : children.lanes.filter(({ props }) => props.kind !== 'emotion')
  const at = siblings.findIndex(({ id }) => id === part.id)
  const heir = siblings[at - 1] ?? siblings[at + 1]
  if (!heir) return
  editor.updateShapes(orphans.map((card) => ({ id: card.id, type: card.type, props: { [key]: heir.id } })))
}
