// Undo and redo of one's own changes only, in place of tldraw's, which would restore whole records over others' work.
import * as Y from 'yjs'
import { localOrigin } from '#client/board/binding/origins.ts'
import { recordsOf } from '#shared/board/document.ts'

type StackItem = Y.UndoManager['undoStack'][number]
/** In an item's `meta`: it is one step with the item below it. */
const joined = 'joined'
/** Who writes into the document, perhaps not at once. */
type Writer = {
  flush(): void
  /** Between two parts of one step that are written one by one. */
  onPart?(listener: () => void): void
}

export class OwnUndo {
  readonly #doc: Y.Doc
  readonly #mayTouch: (recordId: string) => boolean
  readonly #manager: Y.UndoManager
  readonly #binding: Writer
  readonly #listeners = new Set<() => void>()
  /** How many steps there were when tldraw set each mark. */
  readonly #marks = new Map<string, number>()
  /** How many items there were when the step under way began. */
  #begunAt = 0
  /** The next item on a stack is one step with the one below it. */
  #isJoining = false
  /** Set while one step is undone or redone item by item: what that puts on the other stack is one step, too. */
  #isWithinStep = false

  /** A step that would change a record which `mayTouch` says no to is dropped: it has been locked since. */
  constructor(doc: Y.Doc, binding: Writer, mayTouch: (recordId: string) => boolean = () => true) {
    this.#doc = doc
    this.#mayTouch = mayTouch
    this.#binding = binding
    this.#manager = new Y.UndoManager(recordsOf(doc), {
      trackedOrigins: new Set([localOrigin]),
      captureTimeout: Number.MAX_SAFE_INTEGER, // a step ends where tldraw says so, not after a while
    })
    this.#manager.on('stack-item-added', ({ stackItem }: { stackItem: StackItem }) => {
      if (this.#isJoining) stackItem.meta.set(joined, true)
      this.#isJoining = this.#isWithinStep
      this.#tell()
    })
    this.#manager.on('stack-cleared', () => this.#tell())
    binding.onPart?.(() => {
      this.#manager.stopCapturing()
      // Unless nothing of this step is on the stack yet: then the item below belongs to another.
      this.#isJoining = this.#manager.undoStack.length > this.#begunAt
    })
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
    this.#begin()
    this.#marks.set(id, this.#begunAt)
  }

  undo(): void {
    this.#binding.flush()
    this.#step(this.#manager.undoStack, () => this.#manager.undo())
  }
  redo(): void {
    this.#binding.flush()
    this.#step(this.#manager.redoStack, () => this.#manager.redo())
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
    // What was written in parts stays in parts: undone at once it would be more than the server takes.
    if (steps.some(({ meta }) => meta.has(joined))) {
      for (const step of steps.slice(1)) step.meta.set(joined, true)
      stack.push(...steps)
      return
    }
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

  #begin(): void {
    this.#isJoining = false
    this.#begunAt = this.#manager.undoStack.length
  }

  /** The top item and those below that it is one step with, each written by itself. */
  #step(stack: StackItem[], act: () => void): void {
    this.#isWithinStep = true
    this.#isJoining = false
    try {
      for (let isOpen = true; isOpen; ) {
        isOpen = stack.at(-1)?.meta.has(joined) ?? false
        this.#oneOf(stack, act)
      }
    } finally {
      this.#isWithinStep = false
      this.#begin()
    }
  }

  // A step that someone else has overwritten changes nothing, and the manager would go on to the next older one: the
  // person would see something undone that they did not mean. So it sees one step at a time.
  #oneOf(stack: StackItem[], step: () => void): void {
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
