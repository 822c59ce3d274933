// While a round is on, a tool for notes writes into a note of one's own and not onto the board.
import type { Editor, VecLike } from '@tldraw/tldraw'
import { sceneOf } from '#client/board/scene.ts'
import { kindThere, silentCell, silentCellAt } from '#client/board/silence/silent-cell.ts'
import { noteKinds } from '#shared/board/shapes.ts'

/** False when the board is to take the card: no round is on, or it is no note. Without a point: for the keyboard. */
export function writeSilently(editor: Editor, tool: string, point: VecLike | null, text = ''): boolean {
  const write = sceneOf(editor).get().writeSilently
  const kind = noteKinds.find((each) => each === tool) ?? null
  if (!write || (tool !== 'note' && kind === null)) return false
  const place = point ? silentCellAt(editor, kind, point) : silentCell(editor, kind)
  editor.selectNone()
  editor.setCurrentTool('select')
  // Whose department wrote it is said only where its writer asks for it.
  write({ text, kind: kindThere(editor, place, kind), ...place, departmentId: null })
  return true
}
