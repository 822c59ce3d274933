// Keeps the editor's scene as the room has it: words, departments, who may edit, who writes in silence.
import type { Editor } from '@tldraw/tldraw'
import { useEffect } from 'react'
import type { BoardViewProps } from '#client/board/BoardView.tsx'
import { type Scene, sceneOf } from '#client/board/scene.ts'
import { useSilentNotes } from '#client/board/silence/silence.ts'
import { PersonId } from '#shared/ids.ts'

type Around = Pick<Scene, 'images' | 'language' | 'departments' | 'canEdit' | 'say'> &
  Pick<BoardViewProps, 'me' | 'people'>

export function useScene(
  editor: Editor | null,
  { images, language, departments, canEdit, me, people, say }: Around,
): void {
  const silence = useSilentNotes()
  useEffect(() => {
    if (!editor) return
    sceneOf(editor).set({
      images,
      language,
      departments,
      canEdit,
      myDepartmentId: me.departmentId,
      writeSilently: silence.keeper && silence.begin,
      authorOf: (id) => {
        const author = PersonId.safeParse(id)
        return author.success ? people(author.data) : null
      },
      say,
    })
    if (!canEdit) editor.complete()
    editor.updateInstanceState({ isReadonly: !canEdit })
  }, [
    editor,
    images,
    language,
    departments,
    canEdit,
    me.departmentId,
    silence.keeper,
    silence.begin,
    people,
    say,
  ])
}
