// Random commands about the house: who comes in and goes out, who may do what, who leads, and groups.
import fc from 'fast-check'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Actor } from '#shared/facilitation/decision.ts'
import {
  ana,
  cardShape,
  everyone,
  greta,
  hanna,
  minute,
  noon,
  service,
  stageShape,
  stranger,
} from './scene.ts'

const ids = everyone.map(({ personId }) => personId)
const person = fc.constantFrom(...ids, stranger.personId)
/** Two only: the others are needed to make scenes, and a change meets the one before it more often. */
const changing = [greta, hanna]
/** What these are when they have been promoted. */
export const promoted: readonly Actor[] = changing.map(({ personId }) => ({ personId, role: 'facilitator' }))

const simple = fc.constantFrom<Command[]>(
  { type: 'door.lock' },
  { type: 'door.unlock' },
  { type: 'door.knock' },
  { type: 'chair.miss', since: noon },
  { type: 'chair.miss', since: noon },
  { type: 'chair.miss', since: noon },
  { type: 'chair.take' },
  { type: 'chair.take' },
  { type: 'chair.take' },
  { type: 'session.start' },
  { type: 'breakout.start', minutes: 10 },
  { type: 'breakout.extend', addMs: minute },
  { type: 'breakout.call-back', seconds: 60 },
  { type: 'breakout.end' },
  { type: 'breakout.rename', frameId: cardShape, title: 'Störung' },
)
const standing = fc
  .tuple(
    fc.constantFrom<('promote' | 'demote' | 'remove' | 'readmit' | 'erase')[]>(
      'promote',
      'promote',
      'promote',
      'demote',
      'remove',
      'readmit',
      'erase',
    ),
    fc.constantFrom(...changing.map(({ personId }) => personId)),
  )
  .map(([what, personId]): Command => ({ type: `person.${what}`, personId }))
const drawn = fc.option(fc.shuffledSubarray(ids), { nil: undefined, freq: 6 })
const prepare = fc
  .tuple(fc.constantFrom<('random' | 'department' | 'hand')[]>('random', 'department', 'hand'), drawn)
  .map(
    ([by, order]): Command => ({
      type: 'breakout.prepare',
      by,
      groups: [
        { frameId: stageShape, title: 'Verfügbarkeit' },
        { frameId: cardShape, title: 'Störung' },
      ],
      ...(order && { drawn: order }),
    }),
  )
const aboutSomebody = fc
  .tuple(person, fc.integer({ min: 0, max: 5 }), fc.constantFrom(stageShape, cardShape))
  .map(([personId, what, frameId]): Command => {
    if (what === 0) return { type: 'chair.return', personId: ana.personId }
    if (what === 1) return { type: 'person.join', personId, role: 'participant', departmentId: service }
    if (what === 2) return { type: 'breakout.arrive', personId }
    if (what === 3) return { type: 'seat.offer', personId, byId: ana.personId }
    if (what === 4) return { type: 'seat.take-up', personId, byId: null }
    return { type: 'breakout.move', personId, frameId }
  })

export const house: fc.Arbitrary<Command> = fc.oneof(
  { weight: 5, arbitrary: simple },
  { weight: 3, arbitrary: standing },
  { weight: 1, arbitrary: prepare },
  { weight: 4, arbitrary: aboutSomebody },
)
