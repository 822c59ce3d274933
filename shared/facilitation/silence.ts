// Silent writing: whether a round is on, and whether its notes will carry names. The notes themselves are never here.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { RoundId } from '#shared/ids.ts'

export const SilenceCommand = z.discriminatedUnion('type', [
  /** The browser makes the id, so that its guess and the server's answer are one round. */
  z.object({ type: z.literal('silence.start'), roundId: RoundId, withNames: z.boolean() }),
  /** The server then places what was written; nothing more is taken. */
  z.object({ type: z.literal('silence.reveal'), roundId: RoundId }),
  /** Ends the round without showing anything: what was written is deleted. */
  z.object({ type: z.literal('silence.cancel'), roundId: RoundId }),
])
export type SilenceCommand = z.infer<typeof SilenceCommand>

export const SilenceEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('silence.started'), roundId: RoundId, withNames: z.boolean(), at: z.number() }),
  z.object({ type: z.literal('silence.revealed'), roundId: RoundId, at: z.number() }),
  z.object({ type: z.literal('silence.cancelled'), roundId: RoundId, at: z.number() }),
])
export type SilenceEvent = z.infer<typeof SilenceEvent>

export type SilentRound = {
  roundId: RoundId
  /** Said before anybody writes, and never changed afterwards. */
  withNames: boolean
  startedAt: number
  state: 'writing' | 'revealed' | 'cancelled'
}
/** Oldest first; only the last one can be in writing. */
export type Silence = readonly SilentRound[]
export const noSilence: Silence = []

export function decideSilence(
  silence: Silence,
  command: SilenceCommand,
  { actor, now }: Context,
): Decision<SilenceEvent> {
  if (actor.role !== 'facilitator')
    return refuse('not-allowed', 'Only a facilitator starts and ends silent writing.')
  const { roundId } = command
  if (command.type === 'silence.start') {
    if (writingRound(silence)) return refuse('already-done', 'Silent writing is already under way.')
    // Under a used id the notes of the old round would be taken for those of the new one.
    if (findRound(silence, roundId)) return refuse('already-done', 'This round has been held before.')
    return accept({ type: 'silence.started', roundId, withNames: command.withNames, at: now })
  }
  const round = findRound(silence, roundId)
  if (!round) return refuse('not-found', 'There is no such round of silent writing.')
  if (round.state !== 'writing') return refuse('already-done', 'This round of silent writing is over.')
  return command.type === 'silence.reveal'
    ? accept({ type: 'silence.revealed', roundId, at: now })
    : accept({ type: 'silence.cancelled', roundId, at: now })
}

export function applySilence(silence: Silence, event: SilenceEvent): Silence {
  switch (event.type) {
    case 'silence.started': {
      const { roundId, withNames, at } = event
      return [...silence, { roundId, withNames, startedAt: at, state: 'writing' }]
    }
    case 'silence.revealed':
      return ended(silence, event.roundId, 'revealed')
    case 'silence.cancelled':
      return ended(silence, event.roundId, 'cancelled')
  }
}

export const findRound = (silence: Silence, roundId: RoundId): SilentRound | undefined =>
  silence.find((round) => round.roundId === roundId)

/** The round in which people are writing now. */
export const writingRound = (silence: Silence): SilentRound | undefined =>
  silence.findLast(({ state }) => state === 'writing')

const ended = (silence: Silence, roundId: RoundId, state: SilentRound['state']): Silence =>
  silence.map((round) => (round.roundId === roundId ? { ...round, state } : round))
