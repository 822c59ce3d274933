// Parts of a file, one behind the other in a new one: a file of a million small parts costs no more than its bytes.

/** At most so much is written in place of what is left out. */
const room = 64

export class CopiedParts {
  readonly #from: Uint8Array
  readonly #to: Uint8Array
  #length = 0

  constructor(from: Uint8Array) {
    this.#from = from
    this.#to = new Uint8Array(from.length + room)
  }
  get length(): number {
    return this.#length
  }
  copy(from: number, to: number): void {
    this.put(this.#from.subarray(from, to))
  }
  put(part: Uint8Array): void {
    this.#to.set(part, this.#length)
    this.#length += part.length
  }
  /** No view into more than it is: it may be kept for long. */
  whole(): Uint8Array {
    return this.#to.slice(0, this.#length)
  }
}

/** Whether these bytes begin with the letters. */
export const beginsWith = (bytes: Uint8Array, letters: string): boolean =>
  letters.length <= bytes.length && Array.from(letters).every((each, at) => bytes[at] === each.charCodeAt(0))
