// A workshop with something of everything, and the texts people type when they mean harm.

import type { BoardModel } from '#shared/board/model.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { LoggedQuestion } from '#shared/facilitation/poll-form.ts'
import { describe } from '#shared/facilitation/tally.ts'
import { WorkshopId } from '#shared/ids.ts'
import type { ResultsInput } from '#shared/results/build-results.ts'
import type { SealedPoll } from '#shared/results/poll-results.ts'
import { dayIn } from '#shared/results/today.ts'
import {
  ana,
  cem,
  dana,
  eva,
  fee,
  fold,
  greta,
  guest,
  hanna,
  keys,
  mapping,
  minute,
  noon,
  opening,
  pollId,
  service,
  welcome,
} from '#tests/shared/facilitation/scene.ts'

export const workshopId = WorkshopId.parse('abcdefgh1234')

const scale = { min: 1, max: 5, lowLabel: 'gar nicht', highLabel: 'sehr' } as const
const group = [cem, dana, eva, fee, greta, hanna].map(({ personId }) => personId)
const question = (words: string, questionKey: string, phase: 'start' | 'during' | 'end') => ({
  question: words,
  questionKey,
  phase,
  scale,
})

export function secretPoll(
  number: number,
  asked: LoggedQuestion,
  end: 'sealed' | 'suppressed' | 'closing' | 'open' = 'sealed',
): Event[] {
  const id = pollId(number)
  const at = noon + number * minute
  const events: Event[] = [
    {
      type: 'poll.opened-secret',
      mode: 'anonymous',
      ...keys(number),
      ...asked,
      at,
      closesAt: null,
      eligible: group,
      minimumGroup: 5,
    },
  ]
  if (end === 'open') return events
  events.push({ type: 'poll.closing', pollId: id, at, graceEndsAt: at + 10_000 })
  if (end === 'closing') return events
  const suppressed = end === 'suppressed'
  events.push({
    type: 'poll.sealed',
    pollId: id,
    at,
    bundleHash: 'c'.repeat(64),
    suppressed,
    issuedTo: group,
  })
  return events
}
export const expectation = (phase: 'start' | 'end') => question('Ändert sich etwas?', 'expectation', phase)

export const history: readonly Event[] = [
  ...opening,
  { type: 'agenda.started', itemId: welcome, at: noon },
  { type: 'agenda.paused', at: noon + minute },
  { type: 'agenda.resumed', at: noon + 2 * minute },
  { type: 'agenda.advanced', itemId: mapping, at: noon + 5 * minute },
  { type: 'check-in.accepted', personId: dana.personId, promise: 'Ich rufe drei Kunden an.', at: noon + 2 },
  { type: 'check-in.accepted', personId: cem.personId, promise: 'Postfach zu.', at: noon + 1 },
  { type: 'check-in.accepted', personId: eva.personId, promise: null, at: noon + 3 },
  { type: 'hand.raised', personId: cem.personId, at: noon },
  { type: 'hand.called', personId: cem.personId, at: noon },
  { type: 'floor.yielded', personId: cem.personId, at: noon + 3 * minute },
  { type: 'hand.raised', personId: ana.personId, at: noon },
  { type: 'hand.called', personId: ana.personId, at: noon + 3 * minute },
  { type: 'floor.yielded', personId: ana.personId, at: noon + 4 * minute },
  ...secretPoll(1, expectation('start')),
  ...secretPoll(2, question('Wie war die Mittagspause?', 'lunch', 'during'), 'suppressed'),
  {
    type: 'poll.opened',
    mode: 'open',
    pollId: pollId(3),
    ...question('Machen wir weiter?', 'go-on', 'during'),
    at: noon,
    closesAt: null,
    eligible: group,
  },
  { type: 'poll.answered', pollId: pollId(3), personId: cem.personId, choice: 5 },
  { type: 'poll.answered', pollId: pollId(3), personId: dana.personId, choice: 2 },
  { type: 'poll.closed', pollId: pollId(3), at: noon, counts: [0, 1, 0, 0, 1] },
  ...secretPoll(4, expectation('end')),
]

const board: BoardModel = {
  maps: [
    {
      id: 'shape:map',
      title: 'Glasfaser',
      stages: [
        { id: 'shape:order', title: 'Bestellen', emotion: 1, emotions: {} },
        { id: 'shape:wait', title: 'Warten', emotion: -2, emotions: {} },
      ],
      personas: [],
      clusters: [],
      lanes: [
        { id: 'shape:touchpoints', title: 'Touchpoints', kind: 'touchpoints' },
        { id: 'shape:pain', title: 'Was weh tut', kind: 'pain-points' },
      ],
      touchpoints: [
        touchpoint('unscored', { actual: null }),
        touchpoint('first small gap', { actual: 6.5, target: 7 }),
        touchpoint('largest gap', { actual: 1.8, target: 4, momentOfTruth: true, departmentId: service }),
        touchpoint('second small gap', { actual: 7.5, target: 8 }),
        touchpoint('exceeded', { actual: 9, target: 8 }),
      ],
      notes: [
        {
          id: 'shape:note',
          stageId: 'shape:wait',
          laneId: 'shape:pain',
          kind: 'pain-points',
          departmentId: service,
          authorId: null,
          clusterId: null,
          text: 'Sechs Wochen\nohne ein Wort',
        },
      ],
    },
  ],
  looseClusters: [],
  loose: [
    {
      id: 'shape:loose',
      stageId: null,
      laneId: null,
      kind: null,
      departmentId: null,
      authorId: null,
      clusterId: null,
      text: 'Später',
    },
  ],
}

function touchpoint(title: string, change: Partial<BoardModel['maps'][number]['touchpoints'][number]>) {
  return {
    id: `shape:${title}`,
    stageId: 'shape:wait',
    laneId: 'shape:touchpoints',
    title,
    channel: 'phone' as const,
    departmentId: null,
    actual: 5,
    target: 8,
    momentOfTruth: false,
    state: 'assumption' as const,
    notes: '',
    ...change,
  }
}

export const sealedAs = (counts: number[], blank = 0): SealedPoll => ({
  tally: {
    kind: 'scale',
    votes: counts.reduce((sum, count) => sum + count, 0),
    blank,
    counts,
    ...describe(counts, 1),
  },
  auditWords: ['amber', 'bridge', 'cotton', 'delta'],
})
export const sealed = new Map([
  [pollId(1), sealedAs([2, 2, 1, 0, 0], 1)],
  [pollId(4), sealedAs([0, 0, 1, 3, 2])],
])

export const input: ResultsInput = {
  workshopId,
  workshop: fold(history),
  names: { [cem.personId]: 'Cem', [guest.personId]: 'Gast' },
  board,
  sealed,
  sealedConcerns: new Map(),
  boards: new Map(),
  now: noon + 20 * minute,
  today: dayIn('UTC', noon + 20 * minute),
}

/** What people paste into a field when they want to see what happens. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</td></table><h1>gehackt</h1>',
  '=cmd|"/c calc"!A1',
  '# Überschrift',
  '1. Liste',
  '- Liste',
  '> Zitat',
  '| a | b |',
  '[klick](javascript:alert(1))',
  '![bild](https://example.org/pixel.png)',
  '**fett** _kursiv_ `code` ~~weg~~',
  '```\ncode\n```',
  '---\ntitle: x\n---',
  'Zeile\n\n# Überschrift\n\n- Liste',
  '&lt;script&gt; &#x3C;',
  '\u202Eumgedreht\u202C',
  'مرحبا بالعالم',
  '👩🏽‍🚒 🏳️‍🌈',
  'half \uD83D character',
  'bell\u0007 null\u0000 next\u0085 line\u2028 paragraph\u2029',
  '{{name}} $& $1 $`',
  '\\',
  '    eingerückt',
  '[fußnote]: https://example.org',
  '<!-- ',
  '__proto__',
]
