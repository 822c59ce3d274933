// What somebody knows of a board: for each Yjs client id, how many of its structs, counted from the first.
import * as Y from 'yjs'

export type StateVector = ReadonlyMap<number, number>

const knows = (vector: StateVector, clientId: number): number => vector.get(clientId) ?? 0

/** Whether somebody at `vector` has every struct that somebody at `other` has. Says nothing about deletions. */
export function covers(vector: StateVector, other: StateVector): boolean {
  for (const [clientId, clock] of other) if (knows(vector, clientId) < clock) return false
  return true
}

export const encodeStateVector = (vector: StateVector): Uint8Array => Y.encodeStateVector(new Map(vector))
