// Letting go of a deleted workshop's board: what is under way on it ends first, whatever happens on other boards.
import { expect, onTestFinished, test } from 'vitest'
import { createBoards } from '#server/board/boards.ts'
import { silentLog } from '#server/log.ts'
import type { BoardStore } from '#server/storage/storage.ts'
import { seedBoard } from '#shared/board/seed.ts'
import { WorkshopId } from '#shared/ids.ts'
import { findTemplate } from '#shared/templates/library.ts'
import { eventually } from '#tests/support/eventually.ts'

const [gone, busy] = [WorkshopId.parse('1'.repeat(12)), WorkshopId.parse('2'.repeat(12))]
const seed = seedBoard({ template: findTemplate('support-case'), language: 'de', title: 'Störung' })

/** What is written to `busy` is not durable until `release`; of `gone`, it is so when `settle` has been called. */
function storeThatWaits() {
  const [settled, released] = [Promise.withResolvers<'stored'>(), Promise.withResolvers<'stored'>()]
  const written = new Set<WorkshopId>()
  const store: BoardStore = {
    endedUntimely: false,
    load: async () => ({ snapshot: null, tail: [] }),
    append(entries) {
      for (const { workshopId } of entries) written.add(workshopId)
      const isOfGone = entries.some(({ workshopId }) => workshopId === gone)
      return {
        written: Promise.resolve('stored'),
        durable: isOfGone ? settled.promise : released.promise,
      }
    },
    compact: async () => {},
    claimClient: async (_workshopId, _clientId, personId) => personId,
  }
  return {
    store,
    written,
    settle: () => settled.resolve('stored'),
    release: () => released.resolve('stored'),
  }
}

test('it waits for its own updates and not for those of others, and is never opened again', async () => {
  const { store, written, settle, release } = storeThatWaits()
  const boards = createBoards({ storage: store, log: silentLog })
  onTestFinished(async () => {
    release()
    await boards.close()
  })
  const founded = boards.found(gone, seed)
  await eventually(() => written.has(gone)).toBe(true)
  const others = boards.found(busy, seed)
  await eventually(() => written.has(busy)).toBe(true)
  let isForgotten = false
  const forgotten = boards.forget(gone).then(() => {
    isForgotten = true
  })
  await new Promise(setImmediate)
  expect(isForgotten).toBe(false)
  settle()
  await Promise.all([founded, forgotten])
  await expect(boards.open(gone)).rejects.toThrow('was deleted')
  release()
  await others
})
