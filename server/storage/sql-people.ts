// Names in SQL: the one table that can be erased, and leaves nothing in the file when it is.
import { text } from '#server/storage/columns.ts'
import { type Database, readRows, write } from '#server/storage/database.ts'
import type { PeopleStore } from '#server/storage/storage.ts'
import { PersonId } from '#shared/ids.ts'

export function createPeopleStore(database: Database): PeopleStore {
  return {
    async setName(workshopId, personId, name) {
      if (name === null) {
        const sql = 'delete from person_name where workshop_id = ? and person_id = ?'
        await write(database, { sql, values: [workshopId, personId] })
        await database.purge()
        return
      }
      const sql = `insert into person_name (workshop_id, person_id, name) values (?, ?, ?)
        on conflict (workshop_id, person_id) do update set name = excluded.name`
      await write(database, { sql, values: [workshopId, personId, name] })
    },

    async names(workshopId) {
      const names: Record<PersonId, string> = {}
      const sql = 'select person_id, name from person_name where workshop_id = ?'
      for (const row of await readRows(database, sql, workshopId))
        names[PersonId.parse(text(row, 'person_id'))] = text(row, 'name')
      return names
    },
  }
}
