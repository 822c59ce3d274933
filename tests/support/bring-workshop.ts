// Brings a workshop file to a running server, as the start page does.
import { ApiError, CreatedWorkshop } from '#shared/access/api.ts'
import type { WorkshopFile } from '#shared/workshop-file/workshop-file.ts'

/** Rejects with the server's sentence when it refuses. */
export async function bringWorkshop(origin: string, file: WorkshopFile): Promise<CreatedWorkshop> {
  const response = await fetch(`${origin}/api/workshop-files`, { method: 'POST', body: JSON.stringify(file) })
  const json: unknown = await response.json()
  if (!response.ok) throw new Error(`${response.status} ${ApiError.parse(json).error.message}`)
  return CreatedWorkshop.parse(json)
}
