// A workshop that is led by commands, as the server would: it decides, folds, counts secret answers and notes the scores of the board.
import type { Command } from '#shared/facilitation/commands.ts'
import type { Actor } from '#shared/facilitation/decision.ts'
import type { FoundingCommand } from '#shared/facilitation/founding.ts'
import type { PollKeys, PollQuestion } from '#shared/facilitation/poll-form.ts'
import type { Answer } from '#shared/facilitation/questions.ts'
import { tally } from '#shared/facilitation/tally.ts'
import { apply, decide, emptyWorkshop, type Workshop } from '#shared/facilitation/workshop.ts'
import { type PersonId, PollId } from '#shared/ids.ts'
import type { SealedConcerns } from '#shared/results/concern-results.ts'
import type { SealedPoll } from '#shared/results/poll-results.ts'

export type Sample = {
  workshop: Workshop
  sealed: Map<PollId, SealedPoll>
  sealedConcerns: Map<PollId, SealedConcerns>
}
type Person = { personId: PersonId; role: 'facilitator' | 'participant' | 'observer' }

const server: Actor = { personId: null, role: 'server' }
const minute = 60_000
const auditWords = ['amber', 'bridge', 'cotton', 'delta']

export function sampleRoom(founding: FoundingCommand, lead: Person, startsAt: number) {
  const sample: Sample = { workshop: emptyWorkshop, sealed: new Map(), sealedConcerns: new Map() }
  let now = startsAt
  let present: readonly PersonId[] = []
  let polls = 0

  function send(actor: Actor, command: Command): void {
    const decision = decide(sample.workshop, command, { actor, now, present })
    if (!decision.ok) throw new Error(`${command.type}: ${decision.message}`)
    sample.workshop = decision.events.reduce(apply, sample.workshop)
  }

  const nextKeys = (): PollKeys => {
    polls += 1
    const pollId = PollId.parse(polls.toString(16).padStart(32, '0'))
    return { pollId, pk: 'a'.repeat(64), receiptPk: 'b'.repeat(64) }
  }
  const sealOf = (pollId: PollId, votes: number) => ({
    pollId,
    bundleHash: 'c'.repeat(64),
    suppressed: votes < sample.workshop.info.minimumGroup,
    issuedTo: [...present],
  })

  send(server, founding)
  return {
    sample,
    get now() {
      return now
    },
    go: (to: number) => {
      now = to
    },
    pass: (minutes: number) => {
      now += minutes * minute
    },
    here: (people: readonly Person[]) => {
      present = people.map(({ personId }) => personId)
    },
    lead: (command: Command) => send(lead, command),
    as: send,
    byServer: (command: Command) => send(server, command),

    /** Asked in secret, answered, sealed and counted. */
    askInSecret(asked: PollQuestion, answers: readonly (Answer | null)[]): PollId {
      const keys = nextKeys()
      send(lead, { type: 'poll.open', mode: 'anonymous', durationMs: null, questions: [asked], keys: [keys] })
      now += 2 * minute
      const { pollId } = keys
      send(lead, { type: 'poll.close', pollId })
      const counted = tally(asked.asks, answers)
      const seal = sealOf(pollId, counted.votes)
      send(server, { type: 'poll.seal', ...seal })
      if (!seal.suppressed) sample.sealed.set(pollId, { tally: counted, auditWords })
      return pollId
    },

    askOpenly(asked: PollQuestion, answers: ReadonlyMap<Person, Answer>) {
      const keys = nextKeys()
      send(lead, { type: 'poll.open', mode: 'open', durationMs: null, questions: [asked], keys: [keys] })
      const { pollId } = keys
      for (const [person, answer] of answers) send(person, { type: 'poll.answer', pollId, answer })
      send(lead, { type: 'poll.close', pollId })
    },

    /** The box of the running item: what lies in it is there once the item is over. */
    openConcerns() {
      const { current } = sample.workshop.agenda
      if (!current) throw new Error('No item is running.')
      const { itemId, startedAt: itemStartedAt } = current
      const keys = nextKeys()
      send(server, { type: 'concern.open', itemId, itemStartedAt, keys: [keys] })
      return keys.pollId
    },
    /** `answers` by the place of the concern; null for one that was answered aloud. */
    sealConcerns(
      pollId: PollId,
      texts: readonly string[],
      without: number,
      answers: readonly (string | null)[],
    ) {
      const seal = sealOf(pollId, texts.length + without)
      send(server, { type: 'concern.seal', ...seal })
      if (seal.suppressed) return
      const written = texts.map((text, place) => ({ t: String(place).padStart(64, '0'), text }))
      sample.sealedConcerns.set(pollId, { written, without, auditWords })
      for (const [place, answer] of answers.entries())
        send(lead, { type: 'concern.answer', pollId, t: String(place).padStart(64, '0'), answer })
    },
  }
}
export type SampleRoom = ReturnType<typeof sampleRoom>
