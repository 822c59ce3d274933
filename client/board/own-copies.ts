// Copying a map by tldraw's own ways: the cards of the copy lie in the copy's stages and lanes, not in the first one's.
import { createBindingId, createShapeId, type Editor, type TLContent, type TLShape } from '@tldraw/tldraw'
import { fitMap } from '#client/board/fit-map.ts'
import { duplicateMap } from '#client/board/map-commands.ts'
import { isMap, isOwn } from '#client/board/map-of.ts'
import { pointedAnew } from '#shared/board/copy-shapes.ts'
import type { OwnShape } from '#shared/board/shapes.ts'

export function copyMapsWhole(editor: Editor): void {
  const put = editor.putContentOntoCurrentPage.bind(editor)
  editor.putContentOntoCurrentPage = (content, options = {}) =>
    options.preserveIds || !content.shapes.some(isMap)
      ? put(content, options)
      : put(withNewIds(content), { ...options, preserveIds: true })

  const duplicate = editor.duplicateShapes.bind(editor)
  editor.duplicateShapes = (shapes, offset) => {
    const ids = shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id))
    const rest = ids.filter((id) => !isMap(editor.getShape(id)))
    if (rest.length === ids.length) return duplicate(ids, offset)
    const copies = ids.flatMap((id) => (isMap(editor.getShape(id)) ? (duplicateMap(editor, id) ?? []) : []))
    const last = copies.at(-1)
    if (last) fitMap(editor, last) // below all others, and so out of view
    return editor.setSelectedShapes(copies)
  }
}

/** The same content, pointing at itself by ids that nothing on the board has. */
function withNewIds(content: TLContent): TLContent {
  const ids = new Map(content.shapes.map(({ id }) => [id, createShapeId()]))
  const shapeOf = (shape: TLShape): TLShape => {
    const unknown: unknown = shape
    const pointed = isOwn(unknown) ? (pointedAnew(unknown, asText(ids)) as unknown as TLShape) : shape // stays what it is
    const parentId = ids.get(shape.parentId as TLShape['id']) ?? shape.parentId // undefined for a page's id
    return { ...pointed, parentId, id: ids.get(shape.id) ?? shape.id } as TLShape // of the same type
  }
  return {
    ...content,
    shapes: content.shapes.map(shapeOf),
    rootShapeIds: content.rootShapeIds.map((id) => ids.get(id) ?? id),
    bindings: (content.bindings ?? []).map((binding) => ({
      ...binding,
      id: createBindingId(),
      fromId: ids.get(binding.fromId) ?? binding.fromId,
      toId: ids.get(binding.toId) ?? binding.toId,
    })),
  }
}

const asText = (ids: ReadonlyMap<TLShape['id'], TLShape['id']>): ReadonlyMap<string, OwnShape['id']> => ids
