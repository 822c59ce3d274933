// A server of the facilitation plane alone, as a process that can be killed: the database file in, its port out.
import { createServer } from 'node:http'
import process from 'node:process'
import { attachFacilitation } from '#server/facilitation/gateway.ts'
import { createRooms } from '#server/facilitation/rooms.ts'
import { createLog } from '#server/log.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import { readSeat } from '#tests/server/facilitation/read-seat.ts'

const [, , file = ''] = process.argv
const log = createLog('error')
const now = Date.now
const storage = await openSqlite(file, { log })
const rooms = createRooms({
  storage: storage.facilitation,
  people: storage.people,
  preparePolls: () => Promise.reject(new Error('This server has no ballot box.')),
  log,
  now,
})
const httpServer = createServer()
attachFacilitation(httpServer, {
  rooms,
  authenticate: readSeat,
  tokens: {
    token: async () => ({ ok: false, code: 'not-open', message: 'This server has no ballot box.' }),
    issued: () => [],
    onIssued: () => {},
  },
  silence: { counts: async () => null, onCounts: () => {} },
  endings: { on: () => () => {} },
  log,
  now,
})
httpServer.listen(0, '127.0.0.1', () => {
  const address = httpServer.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : null })
})
