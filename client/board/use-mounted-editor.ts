// The editor of the canvas while it is there: wired to the board's document, its person shown to the others, the first map in view.
import { atom, type Editor } from '@tldraw/tldraw'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { BoardViewProps } from '#client/board/BoardView.tsx'
import { bindPresence } from '#client/board/binding/presence.ts'
import type { BoardConnection } from '#client/board/board-connection.ts'
import { firstMap, fitMap } from '#client/board/fit-map.ts'
import type { ImageSeat } from '#client/board/images/upload-image.ts'
import { personColor } from '#client/board/person-color.ts'
import type { BoundStore } from '#client/board/use-bound-store.ts'
import { wireEditor } from '#client/board/wire-editor.ts'

type Options = Pick<BoardViewProps, 'me' | 'people' | 'departments' | 'together' | 'canEdit'> & {
  board: BoardConnection
  bound: BoundStore | null
  images: ImageSeat
  /** For what asks outside of React. */
  mounted: RefObject<Editor | null>
}

/** What changes while the editor is there is read through refs: tldraw calls `onMount` once for each editor. */
export function useMountedEditor(options: Options): {
  editor: Editor | null
  onMount: (editor: Editor) => (() => void) | undefined
} {
  const { board, bound, images, mounted, me, people, departments, together, canEdit } = options
  const [editor, setEditor] = useState<Editor | null>(null)
  const [isLeading] = useState(() => atom('is leading', false))
  useEffect(() => void isLeading.set(together.lead?.personId === me.personId), [isLeading, together, me])
  const rights = useRef({ mayLock: together.isFacilitator })
  rights.current = { mayLock: together.isFacilitator }
  const looks = useRef({ people, departments })
  looks.current = { people, departments }
  const presence = useRef<ReturnType<typeof bindPresence> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and colours are read through the ref; a change of them shows everybody anew.
  useEffect(() => presence.current?.refresh(), [people, departments])

  const onMount = (made: Editor) => {
    if (!bound) return
    mounted.current = made
    setEditor(made)
    const unwire = wireEditor(made, {
      doc: board.doc,
      binding: bound.binding,
      images,
      mayLock: () => rights.current.mayLock,
    })
    presence.current = bindPresence({
      editor: made,
      awareness: board.awareness,
      me: me.personId,
      isLeading: () => isLeading.get(),
      looks: (personId) => {
        const person = looks.current.people(personId)
        return { name: person.name, color: personColor(looks.current.departments, person.departmentId) }
      },
    })
    fitMap(made, firstMap(made), canEdit)
    return () => {
      presence.current?.dispose()
      presence.current = null
      unwire()
      mounted.current = null
      setEditor(null)
    }
  }
  return { editor, onMount }
}
