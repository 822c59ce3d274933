// Edits the board's document without a canvas: commands on maps, typed text, undo of one's own.
import * as Y from 'yjs'
import { inParts } from '#client/board/binding/in-parts.ts'
import { localOrigin, quietOrigin } from '#client/board/binding/origins.ts'
import { OwnUndo } from '#client/board/binding/undo.ts'
import { bringsNotes } from '#client/board/silence/brings-notes.ts'
import { allowedChanges } from '#client/board/twin/allowed-changes.ts'
import { type BoardNow, holderOf, isHeld, type LiveShapes } from '#client/board/twin/live-shapes.ts'
import { addRecord, type BoardRecord, changeRecord, changeText, recordsOf } from '#shared/board/document.ts'
import { looseEnds } from '#shared/board/loose-ends.ts'
import type { MapChanges } from '#shared/board/map-copy.ts'
import { MapEdit } from '#shared/board/map-edit.ts'
import { mergeTexts } from '#shared/board/merge-text.ts'
import { elementsTooMany } from '#shared/board/page-limit.ts'
import { firstPage } from '#shared/board/repair.ts'
import { checkRecord } from '#shared/board/schema.ts'
import { textProps } from '#shared/board/shapes.ts'

/** A longer text moves the cards below it: after a pause in the typing. */
const tidyAfterMs = 250
/** Two people's changes to one map within this time may have met, each laid out without the other. */
const meetingMs = 5000

export type Typed = {
  id: string
  prop: string
  /** What the field showed before, and what the person has made of it. */
  shown: string
  next: string
}

export class BoardEdits {
  readonly #doc: Y.Doc
  readonly #live: LiveShapes
  readonly #undo: OwnUndo
  readonly #mayLock: boolean
  readonly #onFull: () => void
  readonly #mayAddNotes: () => boolean
  /** The text that is being typed in; all of a visit is one step to undo. */
  #typing: string | null = null
  #steps = 0
  readonly #untidy = new Set<string>()
  /** Maps that this person has changed, and when. */
  readonly #touched = new Map<string, number>()
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #stopListening: () => void
  #onPart = () => {}

  constructor(of: {
    doc: Y.Doc
    live: LiveShapes
    mayLock: boolean
    onFull: () => void
    /** Asked when new notes are to come onto the board; whoever says no says so to the person. */
    mayAddNotes: () => boolean
  }) {
    this.#doc = of.doc
    this.#live = of.live
    this.#mayLock = of.mayLock
    this.#onFull = of.onFull
    this.#mayAddNotes = of.mayAddNotes
    this.#undo = new OwnUndo(
      of.doc,
      {
        flush() {},
        onPart: (listener) => {
          this.#onPart = listener
        },
      },
      (id) => this.#mayTouch(id),
    )
    this.#stopListening = of.live.subscribe(() => this.#meet())
  }

  /** The board as it is, this person's last change in it. */
  get now(): BoardNow {
    return this.#live.now
  }
  get canUndo(): boolean {
    return this.#undo.canUndo
  }
  get canRedo(): boolean {
    return this.#undo.canRedo
  }
  readonly onUndoChange = (listener: () => void): (() => void) => this.#undo.onChange(listener)

  /** One step to undo. Null where nothing can be done: the board is full or locked, or notes have to stay hidden. */
  run<Answer>(act: (edit: MapEdit) => Answer): Answer | null {
    const edit = this.#edit()
    if (!edit) return null
    const answer = act(edit)
    return this.take(edit.changes()) ? answer : null
  }

  /** Changes that were worked out elsewhere, as one step; false where nothing can be done. */
  take(changes: MapChanges): boolean {
    if (this.#live.now.isLocked && !this.#mayLock) return false
    if (this.#isTooMuch(changes)) {
      this.#onFull()
      return false
    }
    const isThere = (id: string) => this.#live.now.shapes.has(id)
    if (bringsNotes(changes, isThere) && !this.#mayAddNotes()) return false
    this.#mark()
    this.#write(changes, localOrigin)
    return true
  }

  /** Puts what was typed into the shared text, beside what others have typed there meanwhile. */
  type({ id, prop, shown, next }: Typed): void {
    const entry = recordsOf(this.#doc).get(id)
    const text = entry?.get(`p.${prop}`)
    const shape = this.#live.now.shapes.get(id)
    if (!shape || !(text instanceof Y.Text) || !this.canChange(id)) return
    const visit = `${id} ${prop}`
    if (this.#typing !== visit) this.#mark()
    this.#typing = visit
    const whole = mergeTexts(shown, next, text.toString())
    const limit = textProps[shape.type][prop] ?? 0
    if (whole.length <= limit) this.#doc.transact(() => changeText(text, whole), localOrigin)
    this.#live.refresh()
    this.#tidyLater(id)
  }
  /** The field has been left: what is typed next is another step. */
  endTyping(): void {
    this.#typing = null
  }
  /** As if the field had not been visited; what others typed there stays. */
  discardTyping(id: string, prop: string): void {
    if (this.#typing === `${id} ${prop}`) this.#undo.bailTo(this.#markName())
    this.#typing = null
    this.#live.refresh()
    this.#tidyLater(id)
  }

  undo(): void {
    this.#typing = null
    this.#undo.undo()
    this.#afterUndo()
  }
  redo(): void {
    this.#typing = null
    this.#undo.redo()
    this.#afterUndo()
  }

  /** Whether this person may change this shape now; what is locked, facilitators unlock first. */
  canChange(id: string): boolean {
    const { now } = this.#live
    return (this.#mayLock || !now.isLocked) && !isHeld(now, id)
  }
  /** What is locked: this shape, or the nearest thing that it lies in. */
  holderOf(id: string): string | null {
    return holderOf(this.#live.now, id)
  }
  /** For facilitators: locks a shape with all in it, or unlocks it. */
  lock(id: string, isLocked: boolean): void {
    this.#live.refresh()
    const [entry, record] = [recordsOf(this.#doc).get(id), this.#live.now.records.get(id)]
    if (!entry || !record || !this.#mayLock) return
    this.#mark()
    this.#doc.transact(() => changeRecord(entry, record, { ...record, isLocked }), localOrigin)
    this.#live.refresh()
  }

  dispose(): void {
    this.#tidy()
    this.#stopListening()
    this.#undo.dispose()
  }

  /** What the server lets this person change, whatever it looks like. */
  #mayTouch(id: string): boolean {
    const { now } = this.#live
    return this.#mayLock || (!now.isLocked && !isHeld(now, id))
  }

  #edit(): MapEdit | null {
    this.#live.refresh()
    const { shapes, records } = this.#live.now
    const pageId = firstPage(records)
    return pageId === null ? null : new MapEdit({ shapes: shapes.values(), pageId, newId })
  }

  #markName = () => `step ${this.#steps}`
  #mark(): void {
    this.#typing = null
    this.#steps++
    this.#undo.mark(this.#markName())
  }

  #isTooMuch({ put, removed }: MapChanges): boolean {
    const { shapes, records } = this.#live.now
    const added = put.filter(({ id }) => !shapes.has(id)).length - removed.length
    if (added <= 0) return false
    let present = 0
    for (const { typeName } of records.values()) if (typeName === 'shape') present++
    return elementsTooMany(present, added) > 0
  }

  #write(wanted: MapChanges, origin: symbol): void {
    const { now } = this.#live
    const { put, removed } = this.#mayLock ? wanted : allowedChanges(wanted, now)
    const ends = looseEnds(now.records, new Set<string>(removed))
    for (const record of put) assertSound({ ...record })
    const records = recordsOf(this.#doc)
    const changes = [
      ...[...put, ...ends.put].map((record) => ({ id: record.id, now: { ...record } as BoardRecord })),
      ...[...removed, ...ends.removed].map((id) => ({ id, now: undefined })),
    ].map((change) => ({ ...change, before: now.records.get(change.id) }))
    for (const [at, part] of inParts(changes).entries()) {
      if (at > 0 && origin === localOrigin) this.#onPart()
      this.#doc.transact(() => {
        for (const { id, before, now: next } of part) {
          const entry = records.get(id)
          if (!next) records.delete(id)
          else if (before && entry) changeRecord(entry, before, next)
          else addRecord(records, next)
        }
      }, origin)
    }
    this.#live.refresh()
    if (origin === localOrigin) for (const { id } of put) this.#touch(id)
  }

  #touch(id: string): string | null {
    const mapId = this.#mapIdOf(id)
    if (mapId) this.#touched.set(mapId, Date.now())
    return mapId
  }
  #mapIdOf(id: string): string | null {
    const shape = this.#live.now.shapes.get(id)
    return !shape || shape.type === 'journey-map' ? (shape?.id ?? null) : this.#mapIdOf(shape.parentId)
  }

  #tidyLater(id: string | null): void {
    const mapId = id === null ? null : this.#touch(id)
    if (mapId) this.#untidy.add(mapId)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#tidy(), tidyAfterMs)
  }
  /** Lays out what has become untidy; nothing that anybody would want to undo. */
  #tidy(): void {
    clearTimeout(this.#timer)
    if (this.#untidy.size === 0 || (this.#live.now.isLocked && !this.#mayLock)) return
    const edit = this.#edit()
    for (const id of this.#untidy) edit?.setProps(id, 'journey-map', {})
    this.#untidy.clear()
    if (edit) this.#write(edit.changes(), quietOrigin)
  }
  /** A place that comes back may be taken by somebody else's card. */
  #afterUndo(): void {
    this.#live.refresh()
    for (const { id } of this.#live.now.shapes.values()) if (this.#touched.has(id)) this.#untidy.add(id)
    this.#tidy()
  }
  /** Others have changed a map that this person has just changed: those who were there tidy up, all to the same. */
  #meet(): void {
    const { byOthers } = this.#live.now
    if (byOthers.size === 0) return
    const recent = Date.now() - meetingMs
    for (const id of byOthers) {
      const mapId = this.#mapIdOf(id)
      if (!mapId || (this.#touched.get(mapId) ?? 0) < recent) continue
      this.#untidy.add(mapId)
      this.#tidyLater(null)
    }
  }
}

/** The server would refuse it, with all that this person writes after it: better that nothing is written. */
function assertSound(record: BoardRecord): void {
  const check = checkRecord(record)
  if (!check.ok) throw new Error(`${record.id} would not be taken: ${check.reason}`)
}

/** Also where `crypto.randomUUID` is missing: pages over plain http in a LAN are no secure context. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return `shape:${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
