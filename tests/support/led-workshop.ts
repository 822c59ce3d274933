// A workshop led by commands, its log and its sealed ballots kept: what a server would have stored of it.

import { createBallotMaker } from '#shared/ballots/made-up-ballots.ts'
import { findSecretPoll, sealCommand } from '#shared/facilitation/ballot-plane.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Actor } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { PollQuestion } from '#shared/facilitation/poll-form.ts'
import { type Answer, textAnswer } from '#shared/facilitation/questions.ts'
import { apply, decide, emptyWorkshop } from '#shared/facilitation/workshop.ts'
import type { PersonId, PollId } from '#shared/ids.ts'

export type Member = { personId: PersonId; role: 'facilitator' | 'participant' | 'observer' }
type Bundles = { pollId: PollId; bundle: Uint8Array }[]

const server: Actor = { personId: null, role: 'server' }
const minute = 60_000

export function ledWorkshop(lead: Member) {
  const ballots = createBallotMaker()
  const events: Event[] = []
  const bundles: Bundles = []
  let workshop = emptyWorkshop
  let present: readonly PersonId[] = []
  let now = 0

  function send(actor: Actor, command: Command): void {
    const decision = decide(workshop, command, { actor, now, present })
    if (!decision.ok) throw new Error(`${command.type}: ${decision.message}`)
    events.push(...decision.events)
    workshop = decision.events.reduce(apply, workshop)
  }

  /** `answers` in no order that anyone could tie to people. The answer: the ballots' names. */
  function seal(pollId: PollId, answers: readonly (Answer | null)[]): string[] {
    const poll = findSecretPoll(workshop, pollId)
    if (!poll) throw new Error(`There is no poll ${pollId}.`)
    const { bundle, bundleHash, suppressed, nullifiers } = ballots.seal(poll, answers)
    bundles.push({ pollId, bundle })
    send(
      server,
      sealCommand(workshop, { pollId, bundleHash, suppressed, issuedTo: poll.eligible.toSorted() }),
    )
    return nullifiers
  }

  return {
    events,
    bundles,
    get workshop() {
      return workshop
    },
    get now() {
      return now
    },
    go(to: number) {
      now = to
    },
    pass(minutes: number) {
      now += minutes * minute
    },
    here(people: readonly Member[]) {
      present = people.map(({ personId }) => personId)
    },
    lead: (command: Command) => send(lead, command),
    as: (member: Member, command: Command) => send(member, command),
    byServer: (command: Command) => send(server, command),
    advance() {
      const { current } = workshop.agenda
      if (!current) throw new Error('No item is running.')
      now += 9 * minute
      send(lead, { type: 'agenda.advance', fromItemId: current.itemId })
    },
    askInSecret(asked: PollQuestion, answers: readonly (Answer | null)[]) {
      const keys = ballots.keys()
      send(lead, { type: 'poll.open', mode: 'anonymous', durationMs: null, questions: [asked], keys: [keys] })
      now += 2 * minute
      send(lead, { type: 'poll.close', pollId: keys.pollId })
      seal(keys.pollId, answers)
    },
    /** The box of the running item; it is sealed once the item is over. */
    openConcerns(): PollId {
      const { current } = workshop.agenda
      if (!current) throw new Error('No item is running.')
      const keys = ballots.keys()
      const { itemId, startedAt: itemStartedAt } = current
      send(server, { type: 'concern.open', itemId, itemStartedAt, keys: [keys] })
      return keys.pollId
    },
    /** The first of them gets an answer. */
    sealConcerns(pollId: PollId, texts: readonly string[], without: number, answer: string) {
      const blanks = Array.from({ length: without }, () => null)
      const [first] = seal(pollId, [...texts.map(textAnswer), ...blanks])
      if (first) send(lead, { type: 'concern.answer', pollId, t: first, answer })
    },
  }
}
export type LedWorkshop = ReturnType<typeof ledWorkshop>
