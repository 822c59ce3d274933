// Removes what this browser kept of a workshop, or of one person in it: board copies and texts that were not sent yet.
import type { PersonId, WorkshopId } from '#shared/ids.ts'

/** Null for the person: of everybody who sat here. */
export async function forgetCopies(workshopId: WorkshopId, personId: PersonId | null): Promise<void> {
  const isMeant = (name: string): boolean =>
    name.startsWith('runde') && name.includes(workshopId) && (personId === null || name.includes(personId))
  forgetDrafts((key) => isMeant(key) || (personId !== null && key.startsWith(`runde.draft.${personId}.`)))
  // Where a browser cannot say which databases there are, or keeps none, nothing can be done about them.
  const known = (await indexedDB.databases?.().catch(() => [])) ?? []
  for (const { name } of known) if (name && isMeant(name)) indexedDB.deleteDatabase(name)
}

function forgetDrafts(isMeant: (key: string) => boolean): void {
  for (const storage of ['localStorage', 'sessionStorage'] as const) {
    try {
      for (const key of Object.keys(window[storage])) if (isMeant(key)) window[storage].removeItem(key)
    } catch {
      // A browser that refuses its storage has kept nothing there.
    }
  }
}
