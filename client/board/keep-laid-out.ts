// Lays a map out again after the user's own changes to it: a longer title, a deleted card, a pasted one.
import type { Editor, TLShape, TLShapeId } from '@tldraw/tldraw'
import type { Binding } from '#client/board/binding/bind-store.ts'
import { layOut } from '#client/board/cards.ts'
import { isOwn, mapsOnPage, mapView } from '#client/board/map-of.ts'
import type { StageShape } from '#shared/board/shapes.ts'

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
    })
  const note = (shape: TLShape, source: 'remote' | 'user') => {
    if (!isOwn(shape) || !shape.parentId.startsWith('shape:')) return
    const mapId = shape.parentId as TLShapeId // says its prefix
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
      if (source === 'user' && isOwn(shape) && shape.type === 'stage') moveCardsOver(editor, shape)
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

/** A stage goes, its cards stay: in the stage before it, or the one after. */
function moveCardsOver(editor: Editor, { id, parentId }: StageShape): void {
  const { stages = [], cards = [] } = mapView(editor, parentId as TLShapeId)?.children ?? {} // undefined on the page
  const at = stages.findIndex((stage) => stage.id === id)
  const heir = stages[at - 1] ?? stages[at + 1]
  if (!heir) return
  const orphans = cards.filter(({ props }) => props.stageId === id)
  editor.updateShapes(orphans.map((card) => ({ id: card.id, type: card.type, props: { stageId: heir.id } })))
}
