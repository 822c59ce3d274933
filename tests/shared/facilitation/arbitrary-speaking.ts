// Random commands about who speaks: hands, texts to read aloud, the feedback round, the ready check and lots.
import fc from 'fast-check'
import type { Command } from '#shared/facilitation/commands.ts'
import { ReadingId } from '#shared/ids.ts'
import { everyone, stranger } from './scene.ts'

/** Words by whom nothing else could be meant, so that tests can look for them. */
export const secretWords = 'Davor habe ich mich gedrückt.'

const person = fc.constantFrom(...everyone.map(({ personId }) => personId), stranger.personId)
const drawn = fc.option(fc.shuffledSubarray(everyone.map(({ personId }) => personId)), {
  nil: undefined,
  freq: 6,
})
// Few ids, so that commands often meet a text that is there.
const readingId = fc
  .integer({ min: 1, max: 4 })
  .map((number) => ReadingId.parse(String(number).padStart(32, 'f')))
const reading = fc
  .tuple(readingId, fc.constantFrom('ask', 'ask', 'withdraw', 'finish', 'set-aside'))
  .map(([id, what]): Command => {
    if (what === 'ask') return { type: 'reading.ask', readingId: id, text: secretWords }
    const order = {
      withdraw: 'reading.withdraw',
      finish: 'reading.finish',
      'set-aside': 'reading.set-aside',
    } as const
    return { type: order[what], readingId: id }
  })
const simple = fc.constantFrom<Command[]>(
  { type: 'hand.raise', kind: 'contribution' },
  { type: 'hand.raise', kind: 'question' },
  { type: 'hand.raise', kind: 'reply' },
  { type: 'hand.prioritise', priority: 'time' },
  { type: 'hand.prioritise', priority: 'person' },
  { type: 'hand.prioritise', priority: 'department' },
  { type: 'floor.limit', seconds: 60 },
  { type: 'floor.limit', seconds: null },
  { type: 'feedback.pass' },
  { type: 'feedback.later' },
  { type: 'feedback.end' },
  { type: 'feedback.end' },
  { type: 'ready.ask', question: 'ready' },
  { type: 'ready.ask', question: 'done' },
  { type: 'ready.mark' },
  { type: 'ready.mark' },
  { type: 'ready.unmark' },
  { type: 'ready.end' },
  { type: 'choice.clear' },
)
const aboutSomebody = fc
  .tuple(person, fc.option(person), fc.integer({ min: 0, max: 5 }))
  .map(([personId, before, what]): Command => {
    if (what === 0) return { type: 'hand.move', personId, before }
    if (what === 1) return { type: 'hand.skip', personId }
    if (what === 2) return { type: 'floor.give', personId }
    if (what === 3) return { type: 'feedback.next', personId }
    if (what === 4) return { type: 'feedback.skip', personId }
    return { type: 'feedback.add', personId }
  })
const feedbackStart = fc.tuple(fc.constantFrom('random', 'department'), drawn).map(
  ([by, order]): Command => ({
    type: 'feedback.start',
    title: 'Was nehmen Sie mit?',
    by,
    secondsEach: 60,
    ...(order && { drawn: order }),
  }),
)
const choiceDraw = fc.tuple(fc.boolean(), drawn).map(
  ([notHeardFirst, order]): Command => ({
    type: 'choice.draw',
    notHeardFirst,
    ...(order && { drawn: order }),
  }),
)

export const speaking: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: reading },
  { weight: 8, arbitrary: simple },
  { weight: 5, arbitrary: aboutSomebody },
  { weight: 1, arbitrary: feedbackStart },
  { weight: 1, arbitrary: choiceDraw },
)
