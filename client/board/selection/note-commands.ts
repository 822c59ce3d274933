// What the bar at selected notes changes in all of them at once, as one step to undo.
import type { Editor } from '@tldraw/tldraw'
import { editMap } from '#client/board/edit-map.ts'
import type { CardShape, NoteProps, NoteShape } from '#shared/board/shapes.ts'

export function setNotes(
  editor: Editor,
  notes: readonly NoteShape[],
  props: Partial<Pick<NoteProps, 'kind' | 'color'>>,
): void {
  editMap(editor, 'changing notes', (edit) => {
    for (const { id } of notes) edit.setProps(id, 'sticky-note', props)
    return true
  })
}

/** Of notes and touchpoints. */
export function setDepartment(
  editor: Editor,
  cards: readonly CardShape[],
  departmentId: string | null,
): void {
  editMap(editor, 'changing department', (edit) => {
    for (const { id, type } of cards) if (type !== 'cluster') edit.setProps(id, type, { departmentId })
    return true
  })
}

/** What all of them have in common; undefined where they differ. */
export function shared<Item, Value>(items: readonly Item[], read: (item: Item) => Value): Value | undefined {
  const [first, ...rest] = items.map(read)
  return rest.every((value) => value === first) ? first : undefined
}
