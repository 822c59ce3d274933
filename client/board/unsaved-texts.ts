// What this person has written since everything was last saved, as a text to take along when the server refuses it.
import type * as Y from 'yjs'
import { type BoardRecord, readRecord, recordsOf } from '#shared/board/document.ts'
import { isOwnShapeType, textProps } from '#shared/board/shapes.ts'

/** `isOwn` says which transactions are this person's. */
export class UnsavedTexts {
  readonly #doc: Y.Doc
  readonly #changed = new Set<string>()
  #hasSaved = false

  constructor(doc: Y.Doc, isOwn: (origin: unknown) => boolean) {
    this.#doc = doc
    recordsOf(doc).observeDeep((events, { origin }) => {
      if (!isOwn(origin)) return
      for (const { path, changes } of events) {
        const [id, text] = path
        // A record that is new, or a text in it. Places change by the dozen whenever a card above grows.
        if (id === undefined) for (const added of changes.keys.keys()) this.#changed.add(added)
        else if (text !== undefined) this.#changed.add(String(id))
      }
    })
  }

  /** Everything is on the server's disk. */
  clear(): void {
    this.#changed.clear()
    this.#hasSaved = true
  }

  /**
   * A paragraph for each card, stage and lane that has words. When nothing has been saved or changed since the page was
   * opened, it is a change of an earlier visit that was refused: then all the texts of the board are given.
   */
  toText(): string {
    const records = recordsOf(this.#doc)
    const ids = this.#changed.size > 0 || this.#hasSaved ? this.#changed : records.keys()
    return [...ids].flatMap((id) => wordsOf(readRecord(records.get(id)))).join('\n\n')
  }
}

/** A paragraph of all its texts. */
export function wordsOf(record: BoardRecord | null): string[] {
  if (!record || !isOwnShapeType(record.type)) return []
  const props = new Map(Object.entries(record.props ?? {}))
  const texts = Object.keys(textProps[record.type])
    .map((prop) => props.get(prop))
    .filter((text) => typeof text === 'string')
    .filter((text) => text.trim() !== '')
  return texts.length > 0 ? [texts.join('\n')] : []
}
