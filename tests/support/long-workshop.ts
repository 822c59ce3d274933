// A whole workshop after several sessions of many people, as the file that a facilitator saves: board, log, real ballots, history.
import * as Y from 'yjs'
import { readBoard } from '#shared/board/read-board.ts'
import type { NewItem } from '#shared/facilitation/agenda-items.ts'
import type { PollQuestion } from '#shared/facilitation/poll-form.ts'
import { type Answer, textAnswer } from '#shared/facilitation/questions.ts'
import { ActionId, ItemId, PersonId, ShapeId, WorkshopId } from '#shared/ids.ts'
import { foundingCommand } from '#shared/templates/library.ts'
import { WorkshopFile, workshopFileFormat, workshopFileVersion } from '#shared/workshop-file/workshop-file.ts'
import { largeMap, mapDepartments, type Say } from '#tests/support/large-map.ts'
import { type LedWorkshop, ledWorkshop, type Member } from '#tests/support/led-workshop.ts'

export type LongWorkshop = {
  people: number
  sessions: number
  cards: number
  /** Secret ones, two of which every session asks; the first one asks what is more. */
  polls: number
  /** Writes a text, or something else in its place. */
  say?: Say
}

const day = 86_400_000
const start = Date.UTC(2026, 5, 1, 8)
const personId = (number: number) => PersonId.parse(`persn${String(number).padStart(11, '0')}`)
const mara: Member = { personId: personId(0), role: 'facilitator' }

export function longWorkshop({ people, sessions, cards, polls, say = asItIs }: LongWorkshop): WorkshopFile {
  const members = Array.from(
    { length: people },
    (_, at): Member => ({ personId: personId(at + 1), role: 'participant' }),
  )
  const board = (session: number) => largeMap({ cards, say, better: session / 2 })
  const touchpoints = touchpointsOn(board(1))
  const room = ledWorkshop(mara)
  const history: WorkshopFile['history'] = []
  found(room, members, say)
  for (let session = 1; session <= sessions; session++) {
    room.go(start + (session - 1) * 28 * day)
    room.here([mara, ...members])
    if (session > 1) room.lead({ type: 'session.prepare', number: session, items: items(session, say) })
    room.lead({ type: 'session.start' })
    if (session > 1) checkOut(room, members)
    promise(room, members, say)
    room.askInSecret(confidence('start', say), scores(people, session))
    if (session === 1)
      for (let more = polls - 2 * sessions; more > 0; more--)
        room.askInSecret(question(more, say), texts(people, say))
    room.advance()
    const box = room.openConcerns()
    speak(room, members)
    room.advance()
    const concerns = ['Wer bezahlt das?', 'Das hatten wir schon.', 'Zu wenig Zeit.'].map(say)
    room.sealConcerns(box, concerns, people - concerns.length, say('Das Budget der Technik.'))
    decide(room, { session, members, touchpoints, say })
    room.askInSecret(confidence('end', say), scores(people, session + 1))
    room.pass(5)
    room.lead({ type: 'session.end', number: session })
    history.unshift(keptAt(room.now, board(session)))
  }
  room.lead({ type: 'session.plan', startsAt: room.now + 28 * day })
  return WorkshopFile.parse({
    format: workshopFileFormat,
    version: workshopFileVersion,
    savedAt: room.now,
    workshop: {
      id: WorkshopId.parse('abcdefgh1234'),
      title: room.workshop.info.title,
      createdAt: room.workshop.info.createdAt,
    },
    names: Object.fromEntries(
      [mara, ...members].map(({ personId: id }, at) => [id, say(names[at % names.length] ?? 'Mara')]),
    ),
    events: room.events,
    board: base64(board(sessions)),
    bundles: room.bundles.map(({ pollId, bundle }) => ({ pollId, bundle: base64(bundle) })),
    images: [],
    history,
  })
}

const names = ['Mara', 'Ahmet Kaya', 'Bo Lindqvist', '李娜', 'سارة حداد', 'Émile Roux', 'Jonas Berger']
const asItIs: Say = (text) => text
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function touchpointsOn(update: Uint8Array): ShapeId[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const ids = readBoard(doc).maps.flatMap((map) => map.touchpoints.map(({ id }) => ShapeId.parse(id)))
  doc.destroy()
  return ids
}

const keptAt = (at: number, update: Uint8Array): WorkshopFile['history'][number] => ({
  kind: 'agenda-ends',
  name: null,
  itemTitle: null,
  personId: null,
  at,
  state: base64(update),
})

function found(room: LedWorkshop, members: readonly Member[], say: Say): void {
  room.go(start - day)
  const titles = ['Service', 'Vertrieb', 'Rechnung', 'IT', 'Technik']
  const founding = foundingCommand({
    templateId: 'blank',
    language: 'de',
    title: say('Glasfaser über fünf Sitzungen'),
    departments: mapDepartments.map((id, at) => ({ departmentId: id, title: say(titles[at] ?? id) })),
    agenda: items(1, say),
  })
  const rules = founding.rules.map((one) => ({ ...one, rule: say(one.rule), why: say(one.why ?? '') }))
  room.byServer({ ...founding, rules })
  for (const [at, member] of [mara, ...members].entries()) {
    const departmentId = mapDepartments[at % mapDepartments.length] ?? null
    room.byServer({ type: 'person.join', ...member, departmentId: at === 0 ? null : departmentId })
  }
}

const items = (session: number, say: Say): NewItem[] =>
  (['welcome', 'mapping', 'actions'] as const).map((kind, place) => ({
    itemId: ItemId.parse(`item-${session}-${place}`),
    kind,
    minutes: 20,
    title: say(['Willkommen', 'Die Karte ergänzen', 'Maßnahmen'][place] ?? ''),
    script: say('Nur für die Leitung.'),
  }))

const confidence = (phase: 'start' | 'end', say: Say): PollQuestion => ({
  question: say('Glaube ich, dass sich etwas ändert?'),
  questionKey: 'expectation',
  phase,
  asks: { kind: 'scale', min: 1, max: 5, lowLabel: say('gar nicht'), highLabel: say('sehr') },
})
const scores = (people: number, better: number): Answer[] =>
  Array.from({ length: people }, (_, at) => ['scale', Math.min(5, 1 + ((at + better) % 5))])

const question = (number: number, say: Say): PollQuestion => ({
  question: say(`Was fehlt noch? (${number})`),
  questionKey: `missing-${number}`,
  phase: 'during',
  asks: { kind: 'text' },
})
/** A blank one where nothing is left of a text in its plain form. */
const texts = (people: number, say: Say): (Answer | null)[] =>
  Array.from({ length: people }, (_, at) => textAnswer(say(`Antwort ${at + 1}`)))

function promise(room: LedWorkshop, members: readonly Member[], say: Say): void {
  for (const [at, member] of members.entries())
    room.as(member, { type: 'check-in.accept', promise: say(`Ich rufe ${at + 1} Kunden an.`) })
}

/** Of what was promised the last time; it is open since the session began. */
function checkOut(room: LedWorkshop, members: readonly Member[]): void {
  const round = room.workshop.checkOut.rounds.length
  const marks = ['kept', 'partly', 'not-kept'] as const
  for (const [at, member] of members.entries())
    room.as(member, { type: 'check-out.mark', round, mark: marks[at % 3] ?? 'kept', sentence: null })
  room.lead({ type: 'check-out.close', round })
}

function speak(room: LedWorkshop, members: readonly Member[]): void {
  for (const member of members) {
    room.as(member, { type: 'hand.raise' })
    room.lead({ type: 'hand.call', personId: member.personId })
    room.pass(0.5)
    room.as(member, { type: 'floor.yield' })
  }
}

type Deciding = { session: number; members: readonly Member[]; touchpoints: readonly ShapeId[]; say: Say }

function decide(room: LedWorkshop, { session, members, touchpoints, say }: Deciding): void {
  for (let place = 0; place < 4; place++)
    room.lead({
      type: 'action.add',
      actionId: ActionId.parse(String(session * 10 + place).padStart(32, '0')),
      title: say(`Früher Bescheid geben, Schritt ${session}.${place + 1}`),
      ownerId: members[place]?.personId ?? null,
      departmentId: mapDepartments[place] ?? null,
      due: `2026-1${place % 3}-15`,
      feltFrom: `2027-0${1 + place}-01`,
      shapeId: touchpoints[(session * 4 + place) % Math.max(1, touchpoints.length)] ?? null,
    })
}
