// Asks the server to change what somebody else is called: names stand beside the log, where they can be erased.
import type { Asker } from '#client/facilitation/use-facilitation.ts'
import { askWorkshop } from '#client/ui/api.ts'
import { Renamed } from '#shared/access/api.ts'
import type { PersonId } from '#shared/ids.ts'

/** `name` null erases it. Rejects when it was not changed. */
export async function renamePerson(asker: Asker, personId: PersonId, name: string | null): Promise<void> {
  await askWorkshop(Renamed, asker, `/people/${personId}`, { method: 'PATCH', body: { name } })
}
