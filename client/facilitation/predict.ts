// What the browser shows before the server has answered: the confirmed workshop plus our own commands, decided again.

import type { Command } from '#shared/facilitation/commands.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import { apply, decide, type Workshop } from '#shared/facilitation/workshop.ts'

export type PendingCommand = {
  commandId: string
  command: Command
  /** When it was given, on the estimated server clock. */
  sentAt: number
  /** The server has said yes: the guess stands until this event has been applied. Null while unanswered. */
  acceptedSeq: number | null
}

/** Folds the commands into the confirmed state; one that the rules refuse here leaves no trace. Same reference if nothing changes. */
export function predict(confirmed: Workshop, pending: readonly PendingCommand[], actor: Me | null): Workshop {
  if (!actor) return confirmed
  return pending.reduce((workshop, { command, sentAt }) => {
    const decision = decide(workshop, command, { actor, now: sentAt, present: [] })
    return decision.ok ? decision.events.reduce(apply, workshop) : workshop
  }, confirmed)
}

/** Drops what the confirmed state now holds by itself. */
export const stillPending = (pending: readonly PendingCommand[], seq: number): readonly PendingCommand[] =>
  pending.some((one) => isConfirmed(one, seq)) ? pending.filter((one) => !isConfirmed(one, seq)) : pending

const isConfirmed = ({ acceptedSeq }: PendingCommand, seq: number) =>
  acceptedSeq !== null && acceptedSeq <= seq
