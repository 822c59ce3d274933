// The export dialog for a board that is there as its state only: on the results page.
import { useMemo } from 'react'
import * as Y from 'yjs'
import type { BoardContents } from '#client/board/draw-board.ts'
import { ExportDialog } from '#client/board/exchange/ExportDialog.tsx'
import { ownShapesOf } from '#shared/board/own-shapes.ts'
import type { Language } from '#shared/language.ts'

type Props = {
  contents: BoardContents
  workshop: { title: string; language: Language }
  isOpen: boolean
  onClose: () => void
}

export function ExportOfState({
  contents: { update, departments, images },
  workshop,
  isOpen,
  onClose,
}: Props) {
  const board = useMemo(() => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    const shapes = ownShapesOf(doc)
    doc.destroy()
    return {
      title: workshop.title,
      about: { ...workshop, templateId: null },
      departments,
      images,
      shapes: () => shapes,
      update: () => update,
      selected: () => [],
    }
  }, [update, departments, images, workshop])
  return <ExportDialog isOpen={isOpen} onClose={onClose} board={board} />
}
