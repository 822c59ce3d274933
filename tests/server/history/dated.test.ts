// When a kept state is from: what is on it was on the board then, however long it took to store.
import { expect, test } from 'vitest'
import { createHistory } from '#server/history/history.ts'
import { silentLog } from '#server/log.ts'
import type { HistoryRow } from '#server/storage/storage.ts'
import { PersonId, WorkshopId } from '#shared/ids.ts'

test('a state that is stored later is as old as what is on it', async () => {
  let time = 1000
  const rows: HistoryRow[] = []
  const history = createHistory({
    boards: { state: async () => ({ bytes: new Uint8Array(2), seq: 7 }), write: async () => {} },
    storage: {
      async add(row) {
        rows.unshift(row)
        return true
      },
      async list() {
        time += 500 // a busy machine; somebody goes on with the board meanwhile
        return rows
      },
      bytes: async () => null,
      remove: async () => {},
    },
    log: silentLog,
    now: () => time,
  })
  const person = PersonId.parse('p'.repeat(16))
  const listed = await history.list(WorkshopId.parse('w0rkshpwrksh'))
  expect(listed).toEqual([])
  const before = time + 500 // `keep` lists once before it takes the board
  const kept = await history.keep(WorkshopId.parse('w0rkshpwrksh'), person, 'Vor der Pause')
  expect(kept).toMatchObject({ ok: true, value: { entry: { at: before } } })
})
