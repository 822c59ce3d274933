// The dialogs for files beside the table and the list.
import * as Y from 'yjs'
import { type AboutWorkshop, Exchange } from '#client/board/exchange/Exchange.tsx'
import type { ExchangeBoard } from '#client/board/exchange/take-in.ts'
import type { ImageSeat } from '#client/board/images/upload-image.ts'
import { type BoardEdits, newId } from '#client/board/twin/edit-board.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'
import { firstPage } from '#shared/board/repair.ts'

type Props = { doc: Y.Doc; workshop: AboutWorkshop; images: ImageSeat }

export function TwinExchange({ doc, workshop, images }: Props) {
  const { edits, departments, isReadOnly } = useTwin()
  return (
    <Exchange
      workshop={workshop}
      departments={departments}
      board={isReadOnly ? null : boardOf(edits)}
      exported={{
        shapes: () => [...edits.now.shapes.values()],
        update: () => Y.encodeStateAsUpdate(doc),
        selected: () => [],
        images,
      }}
    />
  )
}

/** Null while its page has not come. */
function boardOf(edits: BoardEdits): ExchangeBoard | null {
  const pageId = firstPage(edits.now.records)
  if (pageId === null) return null
  return {
    pageId,
    newId,
    shapes: () => [...edits.now.shapes.values()],
    elements: () => [...edits.now.records.values()].filter(({ typeName }) => typeName === 'shape').length,
    apply: (_step, changes) => edits.take(changes),
  }
}
