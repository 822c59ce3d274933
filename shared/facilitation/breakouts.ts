// Breakout groups: who works with whom on which frame of the board, for how long, and the call to come back.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { eligible, type People } from '#shared/facilitation/people.ts'
import { PersonId, ShapeId } from '#shared/ids.ts'
import { line } from '#shared/text.ts'

const longestMinutes = 120
const title = line(60)

export const BreakoutCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('breakout.prepare'),
    /** A group is called by its frame, whose id is made by the browser that makes the groups. */
    groups: z
      .array(z.object({ frameId: ShapeId, title }))
      .min(2)
      .max(8),
    /** `department`: each group with people of as many departments as there are. `hand`: nobody is put anywhere. */
    by: z.enum(['random', 'department', 'hand']),
    /** Everyone who is present, shuffled: the server adds it before it decides. */
    drawn: z.array(PersonId).optional(),
  }),
  z.object({ type: z.literal('breakout.move'), personId: PersonId, frameId: ShapeId }),
  z.object({ type: z.literal('breakout.rename'), frameId: ShapeId, title }),
  z.object({ type: z.literal('breakout.start'), minutes: z.number().int().min(1).max(longestMinutes) }),
  z.object({ type: z.literal('breakout.extend'), addMs: z.number().int().min(60_000).max(3_600_000) }),
  z.object({ type: z.literal('breakout.call-back'), seconds: z.number().int().min(10).max(300) }),
  z.object({ type: z.literal('breakout.end') }),
  /** Sent by the server when somebody comes while the groups are at work. */
  z.object({ type: z.literal('breakout.arrive'), personId: PersonId }),
])
export type BreakoutCommand = z.infer<typeof BreakoutCommand>

const Group = z.object({ frameId: ShapeId, title: z.string(), members: z.array(PersonId) })
export const BreakoutEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('breakout.prepared'), groups: z.array(Group), at: z.number() }),
  z.object({ type: z.literal('breakout.moved'), personId: PersonId, frameId: ShapeId }),
  /** Is in no group any more: was removed, or facilitates from now on. */
  z.object({ type: z.literal('breakout.left'), personId: PersonId }),
  z.object({ type: z.literal('breakout.renamed'), frameId: ShapeId, title: z.string() }),
  z.object({ type: z.literal('breakout.started'), endsAt: z.number(), at: z.number() }),
  z.object({ type: z.literal('breakout.extended'), endsAt: z.number() }),
  z.object({ type: z.literal('breakout.called-back'), backAt: z.number(), at: z.number() }),
  z.object({ type: z.literal('breakout.ended'), at: z.number() }),
])
export type BreakoutEvent = z.infer<typeof BreakoutEvent>

export type Group = { frameId: ShapeId; title: string; members: readonly PersonId[] }
export type Groups = {
  groups: readonly Group[]
  /** Null while a facilitator is still putting them together. */
  startedAt: number | null
  endsAt: number | null
  /** When everyone is to be back; null until they are called. */
  backAt: number | null
  endedAt: number | null
}
/** The groups that are being made or are at work, or the last ones. */
export type Breakouts = Groups | null
export const noBreakouts: Breakouts = null

export const arePrepared = (breakouts: Breakouts): breakouts is Groups =>
  breakouts !== null && breakouts.startedAt === null && breakouts.endedAt === null
export const areAtWork = (breakouts: Breakouts): breakouts is Groups =>
  breakouts !== null && breakouts.startedAt !== null && breakouts.endedAt === null

export const groupOf = (breakouts: Breakouts, personId: PersonId): Group | null =>
  breakouts?.groups.find(({ members }) => members.includes(personId)) ?? null

export function decideBreakouts(
  { breakouts, people }: { breakouts: Breakouts; people: People },
  command: BreakoutCommand,
  { actor, now, present }: Context,
): Decision<BreakoutEvent> {
  if (command.type === 'breakout.arrive') {
    if (actor.role !== 'server') return refuse('not-allowed', 'Who has come is seen by the server.')
    const { personId } = command
    if (!areAtWork(breakouts)) return refuse('not-now', 'No groups are at work.')
    if (people[personId]?.role !== 'participant' || groupOf(breakouts, personId))
      return refuse('already-done', 'This person needs no group.')
    return accept(...toSmallest(breakouts.groups, [personId]))
  }
  if (actor.role !== 'facilitator') return refuse('not-allowed', 'Only a facilitator makes and calls groups.')
  if (command.type === 'breakout.prepare') {
    if (areAtWork(breakouts)) return refuse('not-now', 'Groups are at work; end them first.')
    if (new Set(command.groups.map(({ frameId }) => frameId)).size < command.groups.length)
      return refuse('invalid', 'Each group needs a frame of its own.')
    const { drawn } = command
    if (!drawn) return refuse('server-only', 'The groups are there when the server has drawn them.')
    const empty = command.groups.map((group): Group => ({ ...group, members: [] }))
    const groups = command.by === 'hand' ? empty : deal(empty, orderFor(command.by, drawn, people))
    return accept({
      type: 'breakout.prepared',
      groups: groups.map((group) => ({ ...group, members: [...group.members] })),
      at: now,
    })
  }
  if (!breakouts || breakouts.endedAt !== null) return refuse('not-found', 'There are no groups any more.')
  switch (command.type) {
    case 'breakout.move': {
      const { personId, frameId } = command
      if (!breakouts.groups.some((group) => group.frameId === frameId))
        return refuse('not-found', 'That group is no longer there.')
      if (people[personId]?.role !== 'participant')
        return refuse('not-now', 'Only participants are in groups; facilitators go wherever they like.')
      if (groupOf(breakouts, personId)?.frameId === frameId)
        return refuse('already-done', 'This person is in that group already.')
      return accept({ type: 'breakout.moved', personId, frameId })
    }
    case 'breakout.rename':
      if (!breakouts.groups.some(({ frameId }) => frameId === command.frameId))
        return refuse('not-found', 'That group is no longer there.')
      return accept({ type: 'breakout.renamed', frameId: command.frameId, title: command.title })
    case 'breakout.start': {
      if (breakouts.startedAt !== null) return refuse('already-done', 'The groups are at work already.')
      const without = eligible(people, present).filter((personId) => !groupOf(breakouts, personId))
      const endsAt = now + command.minutes * 60_000
      return accept<BreakoutEvent>(...toSmallest(breakouts.groups, without), {
        type: 'breakout.started',
        endsAt,
        at: now,
      })
    }
    case 'breakout.end':
      return accept({ type: 'breakout.ended', at: now })
  }
  const { endsAt, backAt } = breakouts
  if (endsAt === null) return refuse('not-now', 'The groups have not begun yet.')
  if (backAt !== null) return refuse('not-now', 'The groups have been called back already.')
  return command.type === 'breakout.extend'
    ? accept({ type: 'breakout.extended', endsAt: Math.max(endsAt, now) + command.addMs })
    : accept({ type: 'breakout.called-back', backAt: now + command.seconds * 1000, at: now })
}

/** Chance alone, or departments one after the other, so that dealing them out mixes them. */
function orderFor(by: 'random' | 'department', drawn: readonly PersonId[], people: People): PersonId[] {
  const takesPart = new Set(eligible(people, drawn))
  const order = [...new Set(drawn)].filter((personId) => takesPart.has(personId))
  if (by === 'random') return order
  const departmentOf = (personId: PersonId) => people[personId]?.departmentId ?? ''
  // The sort is stable: within a department the order stays the one that was drawn.
  return order.sort((a, b) =>
    departmentOf(a) < departmentOf(b) ? -1 : departmentOf(a) > departmentOf(b) ? 1 : 0,
  )
}

const deal = (groups: readonly Group[], order: readonly PersonId[]): Group[] =>
  groups.map((group, place) => ({
    ...group,
    members: order.filter((_, turn) => turn % groups.length === place),
  }))

/** One by one into the group that is the smallest then; the first of several. */
function toSmallest(groups: readonly Group[], personIds: readonly PersonId[]): BreakoutEvent[] {
  const sizes = groups.map(({ members }) => members.length)
  return personIds.flatMap((personId): BreakoutEvent[] => {
    const place = sizes.indexOf(Math.min(...sizes))
    const group = groups[place]
    if (!group) return []
    sizes[place] = (sizes[place] ?? 0) + 1
    return [{ type: 'breakout.moved', personId, frameId: group.frameId }]
  })
}

export function applyBreakouts(breakouts: Breakouts, event: BreakoutEvent): Breakouts {
  if (event.type === 'breakout.prepared')
    return { groups: event.groups, startedAt: null, endsAt: null, backAt: null, endedAt: null }
  if (!breakouts) return breakouts
  const change = (next: (group: Group) => Group): Groups => ({
    ...breakouts,
    groups: breakouts.groups.map(next),
  })
  switch (event.type) {
    case 'breakout.moved':
      return change((group) => {
        const members = group.members.filter((personId) => personId !== event.personId)
        return { ...group, members: group.frameId === event.frameId ? [...members, event.personId] : members }
      })
    case 'breakout.left':
      return change((group) => ({ ...group, members: group.members.filter((id) => id !== event.personId) }))
    case 'breakout.renamed':
      return change((group) => (group.frameId === event.frameId ? { ...group, title: event.title } : group))
    case 'breakout.started':
      return { ...breakouts, startedAt: event.at, endsAt: event.endsAt }
    case 'breakout.extended':
      return { ...breakouts, endsAt: event.endsAt }
    case 'breakout.called-back':
      return { ...breakouts, backAt: event.backAt }
    case 'breakout.ended':
      return { ...breakouts, endedAt: event.at }
  }
}
