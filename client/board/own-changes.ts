// Tells when this person changes the board, by whatever tool: not what comes from others, nor what follows from it.
import type * as Y from 'yjs'
import { quietOrigin } from '#client/board/binding/origins.ts'

export function onOwnChange(doc: Y.Doc, listener: () => void): () => void {
  const hear = (_update: Uint8Array, origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (local && origin !== quietOrigin) listener()
  }
  doc.on('update', hear)
  return () => doc.off('update', hear)
}
