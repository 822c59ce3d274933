// Sees that the agenda item that runs gets its concern box, as soon as enough people are there, also after a restart.
import type { Log } from '#server/log.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { concernBoxDue } from '#shared/facilitation/poll-steps.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

export type ConcernOpener = {
  /** After each change of a workshop or of who is in it. */
  watch(workshopId: WorkshopId, workshop: Workshop): void
}

export function createConcernOpener({
  present,
  submit,
  log,
}: {
  present: (workshopId: WorkshopId) => readonly PersonId[]
  submit: (workshopId: WorkshopId, command: Command) => Promise<Reply>
  log: Log
}): ConcernOpener {
  /** One try at a time in each workshop; with what the workshop has become meanwhile, to be looked at after it. */
  const trying = new Map<WorkshopId, Workshop | null>()

  function watch(workshopId: WorkshopId, workshop: Workshop): void {
    if (trying.has(workshopId)) {
      trying.set(workshopId, workshop)
      return
    }
    const due = concernBoxDue(workshop, present(workshopId))
    if (!due) return
    trying.set(workshopId, null)
    // A refusal is no bug: the item may be over, people may have gone, or another node was faster.
    submit(workshopId, { type: 'concern.open', ...due })
      .catch((error: unknown) => log.bug('concern.not-opened', error, { workshopId }))
      .finally(() => {
        const changed = trying.get(workshopId)
        trying.delete(workshopId)
        if (changed) watch(workshopId, changed)
      })
  }

  return { watch }
}
