// The spotlight: which one thing on the board everybody should look at now. Whether it is still there, the board knows.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { ShapeId } from '#shared/ids.ts'

export const SpotlightCommand = z.discriminatedUnion('type', [
  /** Moves the light: there is only one. */
  z.object({ type: z.literal('spotlight.set'), shapeId: ShapeId }),
  z.object({ type: z.literal('spotlight.clear') }),
])
export type SpotlightCommand = z.infer<typeof SpotlightCommand>

export const SpotlightEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('spotlight.lit'), shapeId: ShapeId }),
  z.object({ type: z.literal('spotlight.cleared') }),
])
export type SpotlightEvent = z.infer<typeof SpotlightEvent>

/** The id of a shape that may be gone by now: then nothing is lit. */
export type Spotlight = ShapeId | null
export const noSpotlight: Spotlight = null

export function decideSpotlight(
  spotlight: Spotlight,
  command: SpotlightCommand,
  { actor }: Context,
): Decision<SpotlightEvent> {
  if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator moves the spotlight.')
  switch (command.type) {
    case 'spotlight.set':
      if (spotlight === command.shapeId) return refuse('already-done', 'The spotlight is there already.')
      return accept({ type: 'spotlight.lit', shapeId: command.shapeId })
    case 'spotlight.clear':
      if (spotlight === null) return refuse('already-done', 'The spotlight is off already.')
      return accept({ type: 'spotlight.cleared' })
  }
}

export function applySpotlight(_spotlight: Spotlight, event: SpotlightEvent): Spotlight {
  return event.type === 'spotlight.lit' ? event.shapeId : null
}
