// Uploaded images in SQL: one row each, with its bytes.
import { bytes, text } from '#server/storage/columns.ts'
import { type Database, readRows } from '#server/storage/database.ts'
import type { ImageStore } from '#server/storage/storage.ts'
import { ImageId } from '#shared/ids.ts'

export function createImageStore(database: Database): ImageStore {
  return {
    async list(workshopId) {
      const sql = 'select image_id from image where workshop_id = ? order by image_id'
      return (await readRows(database, sql, workshopId)).map((row) => ImageId.parse(text(row, 'image_id')))
    },

    async put({ workshopId, imageId, type, bytes: content }, maxTotalBytes) {
      // Asked and written in one statement: two uploads at once cannot both take the last place.
      const sql = `insert into image (workshop_id, image_id, type, size, bytes)
        select cast(? as text), cast(? as text), cast(? as text), cast(? as integer), ?
        where (select coalesce(sum(size), 0) from image where workshop_id = ?) <= ?`
      const values = [
        workshopId,
        imageId,
        type,
        content.length,
        content,
        workshopId,
        maxTotalBytes - content.length,
      ]
      return (await database.batch([{ sql, values, mustChange: 1 }])).ok ? 'stored' : 'full'
    },

    async find(workshopId, imageId) {
      const sql = 'select type, bytes from image where workshop_id = ? and image_id = ?'
      const [row] = await readRows(database, sql, workshopId, imageId)
      return row ? { workshopId, imageId, type: text(row, 'type'), bytes: bytes(row, 'bytes') } : null
    },
  }
}
