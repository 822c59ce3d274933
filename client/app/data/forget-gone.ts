// Asks the server what of all that this browser keeps is of people who were erased or workshops that were deleted, and removes that.
import { ask } from '#client/ui/api.ts'
import { Gone, type Kept, mostKept } from '#shared/access/api.ts'
import { forgetCopies, keptHere } from './forget-here.ts'

/**
 * Somebody who was offline at the time hears of it from nobody: their seat leads nowhere, like one that has ended. Resolves
 * with what was gone. Whatever cannot be asked now is asked with the next page.
 */
export async function forgetWhatIsGone(): Promise<readonly Kept[]> {
  const kept = (await keptHere()).slice(0, mostKept)
  if (kept.length === 0) return []
  const { gone } = await ask(Gone, '/gone', { method: 'POST', body: { kept } }).catch(() => ({ gone: [] }))
  // A workshop takes its people with it.
  for (const { workshopId, personId } of gone) await forgetCopies(workshopId, personId)
  return gone
}
