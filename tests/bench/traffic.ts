// What the people in the benchmark do, as frames made beforehand: notes that are moved, cursors that wander.
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { addRecord, type BoardRecord, changeRecord, recordsOf } from '#shared/board/document.ts'
import { clientFrame } from '#tests/bench/raw-client.ts'

export type Kind = 'edit' | 'cursor'

/** Stands in every edit and every presence, found again in whatever bytes arrive: `~e003000012~`. */
export const markOf = (kind: Kind, who: number, count: number): string =>
  `~${kind === 'edit' ? 'e' : 'c'}${String(who).padStart(3, '0')}${String(count).padStart(6, '0')}~`

const markLength = 12
const tilde = 0x7e
const digits = (bytes: Buffer, from: number, to: number): number => Number(bytes.toString('latin1', from, to))

/** Calls `found` for each mark in `bytes`. */
export function eachMark(bytes: Buffer, found: (kind: Kind, who: number, count: number) => void): void {
  for (let at = bytes.indexOf(tilde); at >= 0 && at + markLength <= bytes.length; ) {
    const letter = bytes[at + 1]
    const isMark = bytes[at + markLength - 1] === tilde && (letter === 0x65 || letter === 0x63)
    if (isMark)
      found(
        letter === 0x65 ? 'edit' : 'cursor',
        digits(bytes, at + 2, at + 5),
        digits(bytes, at + 5, at + 11),
      )
    at = bytes.indexOf(tilde, isMark ? at + markLength : at + 1)
  }
}

function message(type: number, kind: number, body: Uint8Array): Buffer {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  if (type === 0) encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, body)
  return clientFrame(encoding.toUint8Array(encoder))
}

const updateFrame = (update: Uint8Array) => message(0, 2, update)

/** "I have nothing." */
export const helloFrame: Buffer = message(0, 0, Uint8Array.of(0))

/** The answer to the server's question, as every browser gives it: "I have nothing that you don't." */
export const nothingNewFrame: Buffer = message(0, 1, Uint8Array.of(0, 0))

const note = (id: string, x: number, mark: string): BoardRecord => ({
  id: `shape:${id}`,
  typeName: 'shape',
  type: 'sticky-note',
  parentId: 'page:page',
  index: 'a1',
  x,
  y: 100,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  props: { text: 'What customers told us', kind: null, departmentId: null, stageId: null, laneId: null },
  meta: { mark },
})

/** One person who moves a note of their own; the first edit creates it. */
export class Editor {
  readonly #doc = new Y.Doc()
  readonly #who: number
  #note: BoardRecord | null = null
  #update: Uint8Array = new Uint8Array()

  constructor(who: number) {
    this.#who = who
    this.#doc.on('update', (update: Uint8Array) => {
      this.#update = update
    })
  }

  edit(count: number): Buffer {
    const id = `editor-${this.#who}`
    const next = note(id, count * 3.25, markOf('edit', this.#who, count))
    const entry = recordsOf(this.#doc).get(next.id)
    this.#doc.transact(() => {
      if (entry && this.#note) changeRecord(entry, this.#note, next)
      else addRecord(recordsOf(this.#doc), next)
    })
    this.#note = next
    return updateFrame(this.#update)
  }
}

/** One person whose cursor wanders. */
export function cursorFrame(who: number, count: number): Buffer {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, 1)
  encoding.writeVarUint(body, 100_000 + who)
  encoding.writeVarUint(body, count)
  const cursor = { x: 100 + ((count * 7) % 1600), y: 50 + ((count * 3) % 900) }
  encoding.writeVarString(body, JSON.stringify({ cursor, selection: [], mark: markOf('cursor', who, count) }))
  return message(1, 0, encoding.toUint8Array(body))
}

/** A board with a past: `records` notes, then moved until there are `updates` updates; each note is one person's own. */
export function* history({
  records,
  updates,
  people,
}: {
  records: number
  updates: number
  people: number
}): Generator<{ who: number; frame: Buffer }> {
  const docs = Array.from({ length: people }, () => new Y.Doc())
  let update: Uint8Array = new Uint8Array(0)
  const keep = (bytes: Uint8Array) => {
    update = bytes
  }
  for (const doc of docs) doc.on('update', keep)
  const notes = Array.from({ length: records }, (_, index) => note(`past-${index}`, index % 1000, ''))
  for (let step = 0; step < updates; step++) {
    const index = step < records ? step : Math.imul(step, 2_654_435_761) >>> 0
    const before = notes[index % records]
    const who = (index % records) % people
    const doc = docs[who]
    if (!before || !doc) throw new Error('there are notes and people')
    const entry = recordsOf(doc).get(before.id)
    const after = { ...before, x: step / 4, y: (step * 31) % 977 }
    doc.transact(() => {
      if (entry) changeRecord(entry, before, after)
      else addRecord(recordsOf(doc), before)
    })
    if (entry) notes[index % records] = after
    yield { who, frame: updateFrame(update) }
  }
}
