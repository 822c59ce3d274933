// The ground rules of the workshop: what they are, who has accepted which, and who cannot and why.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { isOvertaken, overtaken } from '#shared/facilitation/overtaken.ts'
import { PersonId, RuleId } from '#shared/ids.ts'
import { lines } from '#shared/text.ts'

export const GroundRule = z.object({ ruleId: RuleId, rule: z.string(), why: z.string().optional() })
export type GroundRule = z.infer<typeof GroundRule>

const wording = { rule: lines(200), why: lines(280).nullable() }
/** A list that nobody reads is no agreement. */
export const mostRules = 20

export const RuleCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rule.accept'), ruleId: RuleId }),
  /** The reason goes to the facilitators; the others see what they saw before: that this is open. */
  z.object({ type: z.literal('rule.decline'), ruleId: RuleId, reason: lines(280).nullable() }),
  z.object({ type: z.literal('rule.add'), ruleId: RuleId, ...wording }),
  /** `was`: how it read to the sender; see overtaken.ts. */
  z.object({ type: z.literal('rule.change'), ruleId: RuleId, ...wording, was: z.object(wording).optional() }),
  /** `before` is the rule that it shall stand before; null puts it last. */
  z.object({ type: z.literal('rule.move'), ruleId: RuleId, before: RuleId.nullable() }),
  z.object({ type: z.literal('rule.remove'), ruleId: RuleId }),
  z.object({ type: z.literal('rule.restore'), ruleId: RuleId }),
])
export type RuleCommand = z.infer<typeof RuleCommand>

const written = { ruleId: RuleId, rule: z.string(), why: z.string().nullable() }
const answered = { personId: PersonId, ruleId: RuleId, at: z.number() }
export const RuleEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rule.accepted'), ...answered }),
  /** Somebody no longer accepts a rule; why is not said here. */
  z.object({ type: z.literal('rule.reopened'), personId: PersonId, ruleId: RuleId }),
  z.object({ type: z.literal('rule.declined'), ...answered, reason: z.string().nullable() }),
  z.object({ type: z.literal('rule.added'), ...written }),
  z.object({ type: z.literal('rule.changed'), ...written }),
  z.object({ type: z.literal('rule.moved'), ruleId: RuleId, before: RuleId.nullable() }),
  z.object({ type: z.literal('rule.removed'), ruleId: RuleId }),
  z.object({ type: z.literal('rule.restored'), ruleId: RuleId }),
])
export type RuleEvent = z.infer<typeof RuleEvent>

export type Declined = { personId: PersonId; ruleId: RuleId; reason: string | null; at: number }
export type GroundRules = {
  rules: readonly GroundRule[]
  /** By person: when they accepted which rule. */
  accepted: Readonly<Record<PersonId, Readonly<Record<RuleId, number>>>>
  /** In the order in which they came. Others than the facilitators have their own only (redact). */
  declined: readonly Declined[]
  /** So that a removal can be undone, last one last; what people had accepted holds again. */
  removed: readonly { rule: GroundRule; index: number }[]
}
export const noRules: GroundRules = { rules: [], accepted: {}, declined: [], removed: [] }

export function decideRules(rules: GroundRules, command: RuleCommand, context: Context): Decision<RuleEvent> {
  const { actor } = context
  if (command.type === 'rule.accept' || command.type === 'rule.decline')
    return decideAnswer(rules, command, context)
  if (actor.role !== 'facilitator')
    return refuse('not-allowed', 'Only a facilitator writes the ground rules.')
  const { ruleId } = command
  const known = findRule(rules, ruleId)
  if (command.type === 'rule.add') {
    if (known) return refuse('already-done', 'This ground rule is there already.')
    if (rules.rules.length >= mostRules)
      return refuse('not-now', `There are ${mostRules} ground rules; remove one to add another.`)
    return accept({ type: 'rule.added', ruleId, rule: command.rule, why: command.why })
  }
  if (command.type === 'rule.restore') {
    if (known) return refuse('already-done', 'This ground rule is there already.')
    const isRemoved = rules.removed.some(({ rule }) => rule.ruleId === ruleId)
    return isRemoved ? accept({ type: 'rule.restored', ruleId }) : gone
  }
  if (!known) return gone
  switch (command.type) {
    case 'rule.change': {
      const { rule, why } = command
      if (known.rule === rule && (known.why ?? null) === why)
        return refuse('already-done', 'This ground rule already reads so.')
      if (isOvertaken({ why: null, ...known }, { rule, why }, command.was)) return overtaken
      return accept({ type: 'rule.changed', ruleId, rule, why })
    }
    case 'rule.move': {
      const { before } = command
      if (before !== null && !findRule(rules, before)) return gone
      const moved = inserted(rules.rules, known, before)
      if (before === ruleId || moved.every((rule, index) => rule === rules.rules[index]))
        return refuse('already-done', 'This ground rule stands there already.')
      return accept({ type: 'rule.moved', ruleId, before })
    }
    case 'rule.remove':
      return accept({ type: 'rule.removed', ruleId })
  }
}

const gone = refuse('not-found', 'This ground rule is no longer there.')

type Answer = Extract<RuleCommand, { type: 'rule.accept' | 'rule.decline' }>

function decideAnswer(rules: GroundRules, command: Answer, { actor, now }: Context): Decision<RuleEvent> {
  if (actor.role === 'server') return refuse('not-allowed', 'Only people accept ground rules.')
  if (actor.role === 'observer')
    return refuse('not-allowed', 'Observers watch; they are asked about no ground rules.')
  const { ruleId } = command
  const { personId } = actor
  if (!findRule(rules, ruleId)) return gone
  const isAccepted = hasAccepted(rules, personId, ruleId)
  if (command.type === 'rule.accept')
    return isAccepted
      ? refuse('already-done', 'You have already accepted this ground rule.')
      : accept({ type: 'rule.accepted', personId, ruleId, at: now })
  const { reason } = command
  const before = declineOf(rules, personId, ruleId)
  if (before && before.reason === reason)
    return refuse('already-done', 'You have already said that you do not accept this ground rule.')
  const declined: RuleEvent = { type: 'rule.declined', personId, ruleId, reason, at: now }
  return isAccepted
    ? accept<RuleEvent>({ type: 'rule.reopened', personId, ruleId }, declined)
    : accept(declined)
}

export function applyRules<State extends GroundRules>(state: State, event: RuleEvent): State {
  const { rules, removed } = state
  const { ruleId } = event
  switch (event.type) {
    case 'rule.accepted': {
      const { personId, at } = event
      return { ...withoutDecline(state, personId, ruleId), ...accepting(state, personId, { [ruleId]: at }) }
    }
    case 'rule.reopened':
      return { ...state, accepted: withoutRule(state.accepted, ruleId, event.personId) }
    case 'rule.declined': {
      const { personId, reason, at } = event
      const { declined } = withoutDecline(state, personId, ruleId)
      return { ...state, declined: [...declined, { personId, ruleId, reason, at }] }
    }
    case 'rule.added':
      return { ...asking(state, ruleId), rules: [...rules, ruleOf(event)] }
    case 'rule.changed': {
      const rule = ruleOf(event)
      // Another reason for the same rule is no reason to ask again.
      const isReworded = findRule(state, ruleId)?.rule !== rule.rule
      const next = isReworded ? asking(state, ruleId) : state
      return { ...next, rules: rules.map((one) => (one.ruleId === ruleId ? rule : one)) }
    }
    case 'rule.moved': {
      const rule = findRule(state, ruleId)
      return rule ? { ...state, rules: inserted(rules, rule, event.before) } : state
    }
    case 'rule.removed': {
      const index = rules.findIndex((rule) => rule.ruleId === ruleId)
      const rule = rules[index]
      if (!rule) return state
      return { ...state, rules: rules.filter((one) => one !== rule), removed: [...removed, { rule, index }] }
    }
    case 'rule.restored': {
      const back = removed.findLast(({ rule }) => rule.ruleId === ruleId)
      if (!back || findRule(state, ruleId)) return state
      return {
        ...state,
        rules: rules.toSpliced(back.index, 0, back.rule),
        removed: removed.filter((one) => one !== back),
      }
    }
  }
}

export const findRule = ({ rules }: GroundRules, ruleId: RuleId): GroundRule | undefined =>
  rules.find((rule) => rule.ruleId === ruleId)

export const hasAccepted = ({ accepted }: GroundRules, personId: PersonId, ruleId: RuleId): boolean =>
  accepted[personId]?.[ruleId] !== undefined

export const declineOf = ({ declined }: GroundRules, personId: PersonId, ruleId: RuleId) =>
  declined.find((one) => one.personId === personId && one.ruleId === ruleId)

/** The rules that this person has not accepted. */
export const openRules = (rules: GroundRules, personId: PersonId): GroundRule[] =>
  rules.rules.filter(({ ruleId }) => !hasAccepted(rules, personId, ruleId))

/** The rules that this person has said neither yes nor no to. */
export const unansweredRules = (rules: GroundRules, personId: PersonId): GroundRule[] =>
  openRules(rules, personId).filter(({ ruleId }) => !declineOf(rules, personId, ruleId))

/** `times` by rule; whoever accepts all of them has declined none of them any more. */
export function accepting(
  { accepted }: GroundRules,
  personId: PersonId,
  times: Readonly<Record<RuleId, number>>,
): Pick<GroundRules, 'accepted'> {
  return { accepted: { ...accepted, [personId]: { ...accepted[personId], ...times } } }
}

/** Everybody is asked about this rule, as if for the first time. */
function asking<State extends GroundRules>(state: State, ruleId: RuleId): State {
  return {
    ...state,
    accepted: withoutRule(state.accepted, ruleId),
    declined: state.declined.filter((one) => one.ruleId !== ruleId),
    removed: state.removed.filter(({ rule }) => rule.ruleId !== ruleId),
  }
}

function withoutRule(
  accepted: GroundRules['accepted'],
  ruleId: RuleId,
  only?: PersonId,
): GroundRules['accepted'] {
  return Object.fromEntries(
    Object.entries(accepted).map(([personId, times]) => {
      if (only !== undefined && personId !== only) return [personId, times]
      const { [ruleId]: _, ...rest } = times
      return [personId, rest]
    }),
  )
}

const withoutDecline = <State extends GroundRules>(
  state: State,
  personId: PersonId,
  ruleId: RuleId,
): State => ({
  ...state,
  declined: state.declined.filter((one) => one.personId !== personId || one.ruleId !== ruleId),
})

function ruleOf({ ruleId, rule, why }: { ruleId: RuleId; rule: string; why: string | null }): GroundRule {
  return why === null ? { ruleId, rule } : { ruleId, rule, why }
}

/** A rule that it should stand before and that is gone puts it last. */
function inserted(rules: readonly GroundRule[], rule: GroundRule, before: RuleId | null): GroundRule[] {
  const others = rules.filter((one) => one !== rule)
  const index = others.findIndex(({ ruleId }) => ruleId === before)
  return others.toSpliced(index < 0 ? others.length : index, 0, rule)
}
