// Random commands about polls, prepared polls and concern boxes.
import fc from 'fast-check'
import type { Command } from '#shared/facilitation/commands.ts'
import type { PollForm } from '#shared/facilitation/poll-form.ts'
import type { Question } from '#shared/facilitation/questions.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import { PreparedId } from '#shared/ids.ts'
import { fiveSteps } from '#tests/support/questions.ts'
import { answerTo } from './arbitrary-questions.ts'
import { everyone, keys, mapping, minute, noon, pollId, stranger, welcome } from './scene.ts'

// Few ids, so that commands often meet a poll that is there.
const number = fc.integer({ min: 1, max: 6 })
const person = fc.constantFrom(...everyone.map(({ personId }) => personId), stranger.personId)

// One of each kind, so that answers often fit; the scale more often, because most polls are one.
const [red, green] = [
  { optionId: 'red', label: 'Rot' },
  { optionId: 'green', label: 'Grün' },
]
const anyQuestion = fc.constantFrom<Question[]>(
  fiveSteps,
  fiveSteps,
  { kind: 'single', options: [red, green] },
  { kind: 'multiple', options: [red, green], most: 2 },
  { kind: 'ranking', options: [red, green] },
  { kind: 'points', options: [red, green], points: 3 },
  { kind: 'words', most: 2 },
  { kind: 'text' },
)
const form: fc.Arbitrary<PollForm> = fc
  .record({
    mode: fc.constantFrom('anonymous', 'open'),
    showsNames: fc.boolean(),
    questionKey: fc.constantFrom('first', 'second', 'mood-energy'),
    phase: fc.constantFrom('start', 'during', 'end'),
    durationMs: fc.constantFrom(null, minute),
    asked: fc.array(anyQuestion, { minLength: 1, maxLength: 3 }),
  })
  .map(({ mode, showsNames, questionKey, phase, durationMs, asked }) => ({
    mode,
    durationMs,
    ...(showsNames && { showsNames }),
    questions: asked.map((asks, place) => ({
      question: `Frage ${questionKey} ${place}`,
      questionKey: `${questionKey}-${place}`,
      phase,
      asks,
    })),
  }))
/** Those of one form follow one another. */
const keysFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, place) => keys(first + place))

const opening = fc.record({ first: number, hasKeys: fc.boolean(), form }).map(
  ({ first, hasKeys, form: { questions, ...rest } }): Command => ({
    type: 'poll.open',
    ...rest,
    questions,
    ...(hasKeys && { keys: keysFrom(first, questions.length) }),
  }),
)
const preparing = fc
  .record({
    what: fc.constantFrom(
      'poll.prepare',
      'poll.prepare',
      'poll.change',
      'poll.discard',
      'poll.open-prepared',
    ),
    id: fc.constantFrom('1', '2'),
    form,
    first: number,
    count: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ what, id, form: written, first, count }): Command => {
    const preparedId = PreparedId.parse(id.repeat(32))
    if (what === 'poll.discard') return { type: what, preparedId }
    if (what === 'poll.open-prepared') return { type: what, preparedId, keys: keysFrom(first, count) }
    return { type: what, preparedId, itemId: null, form: written }
  })

const t = fc.constantFrom('1'.repeat(64), '1'.repeat(64), '2'.repeat(64))
/** Concern boxes have ids of their own. */
const boxNumber = fc.constantFrom(101, 101, 102)
const sealed = fc
  .tuple(fc.boolean(), fc.uniqueArray(person))
  .map(([suppressed, issuedTo]) => ({ bundleHash: 'c'.repeat(64), suppressed, issuedTo }))
export const concerning = fc.oneof(
  {
    weight: 6,
    // `play` puts the item that runs in the place of this one, most of the time (asMeant).
    arbitrary: fc.tuple(boxNumber, fc.constantFrom(welcome, mapping)).map(
      ([box, itemId]): Command => ({
        type: 'concern.open',
        itemId,
        itemStartedAt: noon,
        keys: [keys(box)],
      }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(boxNumber, sealed)
      .map(([box, seal]): Command => ({ type: 'concern.seal', pollId: pollId(box), ...seal })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(boxNumber, t, fc.constantFrom(null, 'Das klären wir bis Freitag.')).map(
      ([box, ballot, answer]): Command => ({
        type: 'concern.answer',
        pollId: pollId(box),
        t: ballot,
        answer,
      }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(boxNumber, t)
      .map(([box, ballot]): Command => ({ type: 'concern.take-up', pollId: pollId(box), t: ballot })),
  },
)

export const polling: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: opening },
  { weight: 2, arbitrary: preparing },
  {
    weight: 3,
    arbitrary: number.map((one): Command => ({ type: 'poll.close', pollId: pollId(one) })),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(number, anyQuestion.chain(answerTo))
      .map(([one, answer]): Command => ({ type: 'poll.answer', pollId: pollId(one), answer })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(number, sealed)
      .map(([one, seal]): Command => ({ type: 'poll.seal', pollId: pollId(one), ...seal })),
  },
  { weight: 5, arbitrary: concerning },
)

/** The server makes its ids of 16 random bytes; here there are few of them, so that commands meet polls that are there. */
export function isSecondOfItsId({ polls, concerns }: Workshop, command: Command): boolean {
  if (!('keys' in command)) return false
  const known = [...polls, ...concerns.map(({ poll }) => poll)].map(({ pollId: id }) => id)
  return command.keys?.some((fresh) => known.includes(fresh.pollId)) ?? false
}

/** As it is meant, most of the time: the server opens a box for the item that runs, and people speak of the newest one. */
export function asMeant({ agenda: { current }, concerns }: Workshop, command: Command): Command {
  if (command.type === 'concern.open')
    return current && command.itemId !== mapping
      ? { ...command, itemId: current.itemId, itemStartedAt: current.startedAt }
      : command
  const newest = concerns.findLast(({ poll }) => poll.state !== 'open')
  if (!newest || !('pollId' in command) || command.pollId !== pollId(101)) return command
  const { pollId: id } = newest.poll
  if (command.type === 'concern.take-up')
    return { ...command, pollId: id, t: Object.keys(newest.answered)[0] ?? command.t }
  return command.type === 'concern.seal' || command.type === 'concern.answer'
    ? { ...command, pollId: id }
    : command
}
