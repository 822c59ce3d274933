// What the storage contracts share: how a storage is opened for a test, and ids to fill it with.
import { randomBytes, randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { Storage } from '#server/storage/storage.ts'
import { PersonId, PollId, WorkshopId } from '#shared/ids.ts'

/** Opens the same data when it is given the same place again, and nothing when the place is new. */
export type OpenStorage = (place: string) => Promise<Storage>

/** A fresh storage that is closed when the test is over; `reopened` closes it and opens the same data again. */
export async function fresh(
  open: OpenStorage,
): Promise<{ storage: Storage; reopened: () => Promise<Storage> }> {
  const place = randomUUID()
  let storage = await open(place)
  onTestFinished(() => storage.close())
  const reopened = async () => {
    await storage.close()
    storage = await open(place)
    return storage
  }
  return { storage, reopened }
}

const digits = (number: number, length: number) => String(number).padStart(length, '0')

export const workshopNumber = (number: number): WorkshopId => WorkshopId.parse(digits(number, 12))
export const personNumber = (number: number): PersonId => PersonId.parse(digits(number, 16))
export const pollNumber = (number: number): PollId => PollId.parse(digits(number, 32))
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const someBytes = (length: number): Uint8Array => new Uint8Array(randomBytes(length))
