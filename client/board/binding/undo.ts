// Undo and redo of one's own changes only, in place of tldraw's, which would restore whole records over others' work.
import * as Y from 'yjs'
import { type Binding, localOrigin } from '#client/board/binding/bind-store.ts'
import { recordsOf } from '#shared/board/document.ts'

export class OwnUndo {
  readonly #doc: Y.Doc
  readonly #mayTouch: (recordId: string) => boolean
  readonly #manager: Y.UndoManager
  readonly #binding: Binding
  readonly #listeners = new Set<() => void>()
  /** How many steps there were when tldraw set each mark. */
  readonly #marks = new Map<string, number>()

  /** A step that would change a record which `mayTouch` says no to is dropped: it has been locked since. */
  constructor(doc: Y.Doc, binding: Binding, mayTouch: (recordId: string) => boolean = () => true) {
    this.#doc = doc
    this.#mayTouch = mayTouch
    this.#binding = binding
    this.#manager = new Y.UndoManager(recordsOf(doc), {
      trackedOrigins: new Set([localOrigin]),
      captureTimeout: Number.MAX_SAFE_INTEGER, // a step ends where tldraw says so, not after a while
    })
    for (const name of ['stack-item-added', 'stack-cleared'] as const)
      this.#manager.on(name, () => this.#tell())
  }

  get canUndo(): boolean {
    return this.#manager.undoStack.length > 0
  }
  get canRedo(): boolean {
    return this.#manager.redoStack.length > 0
  }
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What happens from here on is a step of its own. */
  mark(id: string): void {
    this.#binding.flush()
    this.#manager.stopCapturing()
    this.#marks.set(id, this.#manager.undoStack.length)
  }

  undo(): void {
    this.#binding.flush()
    this.#oneOf(this.#manager.undoStack, () => this.#manager.undo())
  }
  redo(): void {
    this.#binding.flush()
    this.#oneOf(this.#manager.redoStack, () => this.#manager.redo())
  }

  /** Takes back everything since the mark, as if it had not been begun: a drag that was cancelled is no step to redo. */
  bailTo(markId: string): void {
    this.#binding.flush()
    const redoable = [...this.#manager.redoStack]
    const steps = this.#marks.get(markId) ?? this.#manager.undoStack.length
    while (this.#manager.undoStack.length > steps) this.undo()
    this.#manager.redoStack.splice(0, Number.POSITIVE_INFINITY, ...redoable)
    this.#manager.stopCapturing()
  }

  /** Everything since the mark becomes one step. */
  squashTo(markId: string): void {
    this.#binding.flush()
    const stack = this.#manager.undoStack
    const steps = stack.splice(this.#marks.get(markId) ?? stack.length)
    const [first] = steps
    if (!first) return
    first.insertions = Y.mergeDeleteSets(steps.map(({ insertions }) => insertions))
    first.deletions = Y.mergeDeleteSets(steps.map(({ deletions }) => deletions))
    stack.push(first)
  }

  clear(): void {
    this.#manager.clear()
    this.#marks.clear()
  }
  dispose(): void {
    this.#manager.destroy()
  }

  // A step that someone else has overwritten changes nothing, and the manager would go on to the next older one: the
  // person would see something undone that they did not mean. So it sees one step at a time.
  #oneOf(stack: Y.UndoManager['undoStack'], step: () => void): void {
    const older = stack.splice(0, Math.max(0, stack.length - 1))
    try {
      const [only] = stack
      if (only && !this.#isFree(only)) stack.pop()
      else step()
    } finally {
      stack.unshift(...older)
      this.#tell()
    }
  }

  /** Undoing deletes what the step inserted and brings back what it deleted. */
  #isFree({ insertions, deletions }: Y.UndoManager['undoStack'][number]): boolean {
    const records = recordsOf(this.#doc)
    const touched = new Set<string>()
    this.#doc.transact((transaction) => {
      for (const set of [insertions, deletions])
        Y.iterateDeletedStructs(transaction, set, (struct) => {
          const id = struct instanceof Y.Item ? recordAround(struct, records) : null
          if (id !== null) touched.add(id)
        })
    })
    return [...touched].every(this.#mayTouch)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** The key in `records` under which this piece of the document hangs. */
function recordAround(item: Y.Item, records: unknown): string | null {
  let at: Y.Item | null = item
  while (at && at.parent !== records) at = at.parent instanceof Y.AbstractType ? at.parent._item : null
  return at?.parentSub ?? null
}
