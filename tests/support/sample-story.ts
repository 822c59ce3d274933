// What happened in the sample workshop: three sessions of one group, the people changing a little, with something of everything.
import type { NewItem } from '#shared/facilitation/agenda-items.ts'
import type { PollQuestion } from '#shared/facilitation/poll-form.ts'
import type { Answer } from '#shared/facilitation/questions.ts'
import { moodQuestion, moodQuestionKey } from '#shared/facilitation/similar-polls.ts'
import { ActionId, DepartmentId, ItemId, PersonId, ShapeId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'
import { foundingCommand } from '#shared/templates/library.ts'
import { type Say, sampleTemplateId } from './sample-board.ts'
import { type Sample, type SampleRoom, sampleRoom } from './sample-room.ts'

const personId = (number: number) => PersonId.parse(`persn${String(number).padStart(11, '0')}`)
const lead = { personId: personId(0), role: 'facilitator' } as const
const watching = { personId: personId(99), role: 'observer' } as const
const people = Array.from({ length: 14 }, (_, place) => ({
  personId: personId(place + 1),
  role: 'participant' as const,
}))
/** In order; the other departments of the template stay away. */
const departments = [
  'service',
  'service',
  'service',
  'sales',
  'sales',
  'billing',
  'billing',
  'it',
  'tech',
].map((id) => DepartmentId.parse(id))
/** Who comes to each session: enough of them others than before, or the same question could not be asked again. */
const coming = [
  people.slice(0, 9),
  [...people.slice(0, 6), ...people.slice(9, 11)],
  [...people.slice(0, 4), ...people.slice(9)],
]

const hour = 3_600_000
const starts = [Date.UTC(2026, 8, 7, 7), Date.UTC(2026, 9, 5, 7), Date.UTC(2026, 10, 23, 8)] as const
export const sampleNow = starts[2] + 2 * hour
const nextAt = Date.UTC(2027, 0, 18, 8)

export const sampleNames = {
  [lead.personId]: 'Lena Vogt',
  ...Object.fromEntries(
    ['Ahmet Kaya', 'Bo Lindqvist', '李娜', 'سارة حداد', 'Émile Roux'].map((name, place) => [
      personId(place + 1),
      name,
    ]),
  ),
}

const scale = (answers: readonly number[], blank = 0): (Answer | null)[] => [
  ...answers.map((value): Answer => ['scale', value]),
  ...Array.from({ length: blank }, () => null),
]

export function sampleStory(language: Language, say: Say): Sample {
  const asked = questionsIn(language, say)
  const founding = foundingCommand({
    templateId: sampleTemplateId,
    language,
    title: say('Glasfaser: vom Auftrag bis online', 'Fibre: from order to online'),
    agenda: itemsIn(say, 1),
  })
  const room = sampleRoom(
    {
      ...founding,
      departments: founding.departments.map((one) => ({ ...one, title: say(one.title, one.title) })),
      rules: founding.rules.map((one) => ({
        ...one,
        rule: say(one.rule, one.rule),
        why: say(one.why ?? '', one.why ?? ''),
      })),
    },
    lead,
    starts[0] - 24 * hour,
  )
  for (const [place, one] of [lead, ...people, watching].entries())
    room.byServer({
      type: 'person.join',
      ...one,
      departmentId:
        one.role === 'participant' ? (departments[(place - 1) % departments.length] ?? null) : null,
    })

  for (const [place, start] of starts.entries()) {
    const [number, here] = [place + 1, coming[place] ?? []]
    room.go(start)
    room.here([lead, ...here, watching])
    if (number > 1) room.lead({ type: 'session.prepare', number, items: itemsIn(say, number) })
    room.lead({ type: 'session.start' })
    answerForEarlier(room, here)
    promise(room, here, say)
    room.askInSecret(asked.confidence('start'), scale([2, 2, 3, 3, 2 + place, 1 + place], here.length - 6))
    if (number === 1) askTheRest(room, asked)
    room.askInSecret(asked.mood, place === 1 ? scale([3, 4]) : scale([3, 3, 4, 4, 2 + place, 5]))
    advance(room)
    const box = room.openConcerns()
    speak(room, here)
    advance(room)
    const concerns = [
      say('Wer bezahlt das alles?', 'Who pays for all this?'),
      say('Das hatten wir vor drei Jahren schon einmal.', 'We have been here before, three years ago.'),
    ]
    if (number === 2) room.sealConcerns(box, [], 4, [])
    else
      room.sealConcerns(box, concerns, here.length - 2, [
        say('Das Budget der Technik.', 'The technical budget.'),
      ])
    decideOn(room, number, say)
    room.askInSecret(asked.mood, scale([4, 4, 4, 5, 3, 3 + place]))
    room.askInSecret(asked.confidence('end'), scale([3, 3, 4, 4, 3 + place, 2 + place], here.length - 6))
    advance(room)
    checkOut(room, here, number)
    room.pass(5)
    room.lead({ type: 'session.end', number })
  }
  room.go(sampleNow)
  room.lead({ type: 'session.plan', startsAt: nextAt })
  return room.sample
}

function itemsIn(say: Say, number: number): NewItem[] {
  const items: [NewItem['kind'], number, string, string][] = [
    ['welcome', 10, 'Willkommen', 'Welcome'],
    ['mapping', 25, 'Die Karte ergänzen', 'Complete the map'],
    ['actions', 20, 'Maßnahmen beschließen', 'Decide on actions'],
    ['check-out', 5, 'Check-out', 'Check-out'],
    ['feedback-round', 10, 'Eine Runde zum Schluss', 'One round to finish'],
  ]
  return items.map(([kind, minutes, de, en], place) => ({
    itemId: ItemId.parse(`item-${number}-${place}`),
    kind,
    minutes,
    title: say(de, en),
    script: say('Nur für die Leitung.', 'For the facilitator only.'),
  }))
}

function questionsIn(language: Language, say: Say) {
  const options = [
    { optionId: 'bill', label: say('Die erste Rechnung', 'The first bill') },
    { optionId: 'visit', label: say('Der Techniktermin', 'The engineer’s visit') },
    { optionId: 'status', label: say('Der Stand des Wechsels', 'The status of the switch') },
  ]
  const during = (key: string, de: string, en: string, asks: PollQuestion['asks']): PollQuestion => ({
    question: say(de, en),
    questionKey: key,
    phase: 'during',
    asks,
  })
  return {
    confidence: (phase: 'start' | 'end'): PollQuestion => ({
      question: say('Glaube ich, dass sich etwas ändert?', 'Do I believe that something will change?'),
      questionKey: 'expectation',
      phase,
      asks: {
        kind: 'scale',
        min: 1,
        max: 5,
        lowLabel: say('gar nicht', 'not at all'),
        highLabel: say('sehr', 'very much'),
      },
    }),
    // Only under these words and with these steps is it a pulse, which may be asked again and again.
    mood: {
      question: moodQuestion[language],
      questionKey: moodQuestionKey,
      phase: 'during',
      asks: {
        kind: 'scale',
        min: 1,
        max: 5,
        lowLabel: { de: 'erschöpft', en: 'drained' }[language],
        highLabel: { de: 'voller Energie', en: 'full of energy' }[language],
      },
    } satisfies PollQuestion,
    first: during('first', 'Was zuerst?', 'What first?', { kind: 'single', options }),
    several: during('several', 'Was drückt?', 'Where does it hurt?', { kind: 'multiple', options, most: 2 }),
    ranking: during('ranking', 'In welcher Reihenfolge?', 'In which order?', { kind: 'ranking', options }),
    points: during('points', 'Zehn Punkte verteilen', 'Spend ten points', {
      kind: 'points',
      options,
      points: 10,
    }),
    words: during('words', 'Drei Wörter dazu', 'Three words on it', { kind: 'words', most: 3 }),
    text: during('text', 'Was fehlt noch?', 'What is missing?', { kind: 'text' }),
    lost: during('lost', 'Was ging verloren?', 'What was lost?', { kind: 'text' }),
    openly: during('openly', 'Machen wir weiter?', 'Shall we go on?', { kind: 'single', options }),
    few: during('few', 'Wer war beim Kunden?', 'Who has visited a customer?', { kind: 'single', options }),
    say,
  }
}

/** Every kind of question once; one answered by too few, one whose ballots are gone, one that was not secret. */
function askTheRest(
  room: SampleRoom,
  { first, several, ranking, points, words, text, few, lost, openly, say }: ReturnType<typeof questionsIn>,
) {
  const word = (de: string, en: string): Answer => ['words', [say(de, en)]]
  const choices = [0, 1, 1, 1, 2, 2]
  room.askInSecret(first, [...choices.map((place): Answer => ['single', place]), null])
  room.askInSecret(
    several,
    choices.map((place): Answer => (place === 2 ? ['multiple', [0, 2]] : ['multiple', [place]])),
  )
  room.askInSecret(
    ranking,
    choices.map((place): Answer => ['ranking', place === 0 ? [0, 1, 2] : [1, 2, 0]]),
  )
  room.askInSecret(
    points,
    choices.map((place): Answer => ['points', [2 + place, 8 - place, 0]]),
  )
  room.askInSecret(words, [
    word('langsam', 'slow'),
    word('langsam', 'slow'),
    word('laut', 'loud'),
    word('mutig', 'bold'),
    word('zäh', 'tough'),
  ])
  room.askInSecret(
    text,
    [1, 2, 3, 4, 5].map((number): Answer => ['text', say(`Antwort ${number}`, `Answer ${number}`)]),
  )
  room.askInSecret(few, [['single', 0]])
  room.sample.sealed.delete(
    room.askInSecret(
      lost,
      choices.map((): Answer => ['text', say('Geheim', 'Secret')]),
    ),
  )
  room.askOpenly(openly, new Map(people.slice(0, 3).map((person, place) => [person, ['single', place]])))
}

type Here = readonly (typeof people)[number][]

function advance(room: SampleRoom): void {
  const { current } = room.sample.workshop.agenda
  if (!current) throw new Error('No item is running.')
  room.pass(9)
  room.lead({ type: 'agenda.advance', fromItemId: current.itemId })
}

function promise(room: SampleRoom, here: Here, say: Say): void {
  for (const [place, person] of here.entries()) {
    if (place === 6) continue // not everybody checks in
    const promised = [
      say('Ich rufe drei Kunden an.', 'I will call three customers.'),
      say('Postfach zu.', 'Mailbox closed.'),
      null,
    ]
    room.as(person, { type: 'check-in.accept', promise: promised[place % 3] ?? null })
  }
}

function speak(room: SampleRoom, here: Here): void {
  for (const [place, { personId: id, role }] of here.slice(0, 5).entries()) {
    room.as({ personId: id, role }, { type: 'hand.raise' })
    room.lead({ type: 'hand.call', personId: id })
    room.pass(1 + place / 2)
    room.as({ personId: id, role }, { type: 'floor.yield' })
  }
}

/** Those who promised something in the session before say what became of it; open since this one began. */
function answerForEarlier(room: SampleRoom, here: Here): void {
  const { checkOut, checkIn } = room.sample.workshop
  if (checkOut.rounds.at(-1)?.closedAt !== null) return
  mark(
    room,
    here.filter(({ personId: id }) => checkIn.earlier[id]),
  )
}

/** The item has opened it. In the second session, too few say anything. */
function checkOut(room: SampleRoom, here: Here, number: number): void {
  const { commitments } = room.sample.workshop.checkIn
  const promising = here.filter(({ personId: id }) => commitments[id]?.promise)
  mark(room, number === 2 ? promising.slice(0, 2) : promising)
}

function mark(room: SampleRoom, marking: Here): void {
  const round = room.sample.workshop.checkOut.rounds.length
  const marks = ['kept', 'kept', 'partly', 'not-kept'] as const
  for (const [place, person] of marking.entries())
    room.as(person, {
      type: 'check-out.mark',
      round,
      mark: marks[place % marks.length] ?? 'kept',
      sentence: null,
    })
  room.lead({ type: 'check-out.close', round })
}

/** Of every state, with and without owner, dates and card. */
function decideOn(room: SampleRoom, number: number, say: Say): void {
  const id = (place: number) => ActionId.parse(String(number * 10 + place).padStart(32, '0'))
  const touchpoint = ShapeId.parse('shape:touchpoint-switch-status')
  const blank = { ownerId: null, departmentId: null, due: null, feltFrom: null, shapeId: null }
  room.lead({
    type: 'action.add',
    actionId: id(1),
    title: say(
      `Stand des Wechsels zeigen, Stufe ${number}`,
      `Show the status of the switch, stage ${number}`,
    ),
    ownerId: people[0]?.personId ?? null,
    departmentId: DepartmentId.parse('it'),
    due: `2026-1${number - 1}-27`,
    feltFrom: `2026-1${number - 1}-28`,
    shapeId: touchpoint,
  })
  room.lead({
    ...blank,
    type: 'action.add',
    actionId: id(2),
    title: say(`Offene Frage ${number}`, `Open question ${number}`),
    // A note; which touchpoints it is about, its stage says.
    shapeId: ShapeId.parse(`shape:written-${number}`),
  })
  if (number === 2)
    room.lead({
      type: 'action.change',
      actionId: ActionId.parse('11'.padStart(32, '0')),
      change: { state: 'live', liveSince: '2026-10-01' },
    })
  if (number === 3)
    room.lead({
      type: 'action.change',
      actionId: ActionId.parse('21'.padStart(32, '0')),
      change: { state: 'done' },
    })
}
