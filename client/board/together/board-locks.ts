// Whether the whole board is locked, and the words of a shape, read from its document. Without tldraw.
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { metaOf, readRecord, recordsOf } from '#shared/board/document.ts'
import { isBoardLocked } from '#shared/board/locks.ts'

export function useBoardLocked(doc: Y.Doc): boolean {
  const [isLocked, setIsLocked] = useState(() => isBoardLocked(doc))
  useEffect(() => {
    const read = () => setIsLocked(isBoardLocked(doc))
    read()
    const meta = metaOf(doc)
    meta.observe(read)
    return () => meta.unobserve(read)
  }, [doc])
  return isLocked
}

/** What a shape says: its title, text or name; null when it is gone, empty when it says nothing. */
function wordsOf(doc: Y.Doc, shapeId: string): string | null {
  const record = readRecord(recordsOf(doc).get(shapeId))
  return record && wordsIn(record.props)
}

export function wordsIn(props: unknown): string {
  if (typeof props !== 'object' || props === null) return ''
  for (const key of ['title', 'text', 'name']) {
    const words: unknown = Reflect.get(props, key)
    if (typeof words === 'string' && words !== '') return words
  }
  return ''
}

/** The same, live. */
export function useWordsOf(doc: Y.Doc, shapeId: string | null): string | null {
  const [words, setWords] = useState<string | null>(null)
  useEffect(() => {
    const read = () => setWords(shapeId === null ? null : wordsOf(doc, shapeId))
    read()
    const records = recordsOf(doc)
    records.observeDeep(read)
    return () => records.unobserveDeep(read)
  }, [doc, shapeId])
  return words
}
