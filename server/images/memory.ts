// How many bytes of unfinished uploads the server holds at a time, whoever sends them.

export type Memory = {
  /** False where it would be too much; then nothing is taken. */
  take(bytes: number): boolean
  give(bytes: number): void
}

export function createMemory(maxBytes: number): Memory {
  let taken = 0
  return {
    take(bytes) {
      if (taken + bytes > maxBytes) return false
      taken += bytes
      return true
    },
    give(bytes) {
      taken -= bytes
    },
  }
}
