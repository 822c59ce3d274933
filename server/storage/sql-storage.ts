// All stores over one database: the same SQL for every engine.
import { type Database, write } from '#server/storage/database.ts'
import { createBallotStore } from '#server/storage/sql-ballots.ts'
import { createBoardStore } from '#server/storage/sql-board.ts'
import { createFacilitationLog } from '#server/storage/sql-facilitation.ts'
import { createHistoryStore } from '#server/storage/sql-history.ts'
import { createImageStore } from '#server/storage/sql-images.ts'
import { createPeopleStore } from '#server/storage/sql-people.ts'
import { createSilenceStore } from '#server/storage/sql-silence.ts'
import { createWebhookStore } from '#server/storage/sql-webhooks.ts'
import { createWholeStore } from '#server/storage/sql-wholes.ts'
import { createWorkshopStore } from '#server/storage/sql-workshops.ts'
import type { Storage } from '#server/storage/storage.ts'

export function createSqlStorage(database: Database): Storage {
  return {
    workshops: createWorkshopStore(database),
    people: createPeopleStore(database),
    facilitation: createFacilitationLog(database),
    board: createBoardStore(database),
    images: createImageStore(database),
    ballots: createBallotStore(database),
    silence: createSilenceStore(database),
    history: createHistoryStore(database),
    webhooks: createWebhookStore(database),
    wholes: createWholeStore(database),
    ping: () => write(database, { sql: 'update heartbeat set beat = 1 - beat', values: [], mustChange: 1 }),
    backup: (path) => database.backup(path),
    close: () => database.close(),
  }
}
