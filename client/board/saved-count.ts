// Counts which of this browser's changes the server has stored, from the frames sent and its acknowledgements.

/**
 * The server says how many of this connection's update frames it has stored. An update frame carries one change; the
 * answer to its sync request carries everything done so far, so its acknowledgement covers all that came before.
 */
export class SavedCount {
  #made = 0
  #savedUpTo = 0
  /** Of each frame on this connection that is not yet acknowledged: how many changes are safe once it is. */
  #frames: number[] = []
  #acknowledged = 0
  #isSynced = false

  /** One change has been made in this browser. */
  change(): void {
    this.#made++
  }

  /** A connection has been opened: nothing sent on an earlier one will be acknowledged any more. */
  connect(): void {
    this.#frames = []
    this.#acknowledged = 0
    this.#isSynced = false
  }

  /** Updates before the first sync answer would lack what they build on; that answer contains them. */
  get mayUpdate(): boolean {
    return this.#isSynced
  }

  frame(kind: 'sync' | 'update'): void {
    if (kind === 'sync') this.#isSynced = true
    this.#frames.push(this.#made)
  }

  /** `stored` counts from the opening of the connection. */
  acknowledge(stored: number): void {
    const fresh = this.#frames.splice(0, Math.max(0, stored - this.#acknowledged))
    this.#acknowledged = Math.max(this.#acknowledged, stored)
    this.#savedUpTo = Math.max(this.#savedUpTo, fresh.at(-1) ?? 0)
  }

  /** Whether this connection has had its first answer: before that, changes of an earlier visit may be on their way. */
  get isSettled(): boolean {
    return this.#acknowledged > 0
  }

  get waiting(): number {
    return this.#made - this.#savedUpTo
  }
}
