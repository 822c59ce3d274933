// Given what has happened, when somebody sends a command, then this follows: the language the rules are tested in.
import { expect } from 'vitest'
import type { RoomRole } from '#shared/access/role.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Actor, RefusalCode } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { FoundingCommand } from '#shared/facilitation/founding.ts'
import type { PollKeys } from '#shared/facilitation/poll-form.ts'
import { apply, decide, emptyWorkshop, type Workshop } from '#shared/facilitation/workshop.ts'
import { DepartmentId, ItemId, PersonId, PollId, RuleId, ShapeId } from '#shared/ids.ts'

export type Somebody = { personId: PersonId; role: RoomRole }
const somebody = (start: string, role: RoomRole): Somebody => ({
  personId: PersonId.parse(start.padEnd(16, '0')),
  role,
})

export const ana = somebody('ana', 'facilitator')
export const ben = somebody('ben', 'facilitator')
export const [cem, dana, eva, fee, greta, hanna] = [
  somebody('cem', 'participant'),
  somebody('dana', 'participant'),
  somebody('eva', 'participant'),
  somebody('fee', 'participant'),
  somebody('greta', 'participant'),
  somebody('hanna', 'participant'),
] as const
export const guest = somebody('gast', 'observer')
export const stranger = somebody('stranger', 'participant')
export const server: Actor = { personId: null, role: 'server' }

export const participants = [cem, dana, eva, fee, greta, hanna] as const
export const everyone: readonly Somebody[] = [ana, ben, ...participants, guest]

/** The moment at which commands are sent unless `at` says otherwise. Epoch milliseconds. */
export const noon = Date.UTC(2026, 10, 23, 12)
export const minute = 60_000

export const service = DepartmentId.parse('service')
export const sales = DepartmentId.parse('sales')
export const [welcome, mapping, closing] = [
  ItemId.parse('welcome'),
  ItemId.parse('mapping'),
  ItemId.parse('closing'),
] as const

export const [stageShape, cardShape] = [
  ShapeId.parse('shape:stage-1'),
  ShapeId.parse('shape:vK2_x-card'),
] as const

export const founding: FoundingCommand = {
  type: 'workshop.create',
  title: 'Glasfaser: vom Auftrag bis online',
  language: 'de',
  templateId: 'support-case',
  departments: [
    { departmentId: service, title: 'Service' },
    { departmentId: sales, title: 'Vertrieb' },
  ],
  items: [
    {
      itemId: welcome,
      kind: 'welcome',
      minutes: 3,
      title: 'Willkommen',
      script: 'Schön, dass alle da sind.',
    },
    { itemId: mapping, kind: 'mapping', minutes: 10, title: 'Die Karte ergänzen', purpose: 'Ein Bild.' },
    { itemId: closing, kind: 'check-out', minutes: 2, title: 'Schluss' },
  ],
  rules: [{ ruleId: RuleId.parse('one-voice'), rule: 'Eine Stimme zur Zeit.' }],
  minimumGroup: 5,
}

/** A workshop with two facilitators, six participants and an observer, an hour before `noon`. */
export const opening: readonly Event[] = [
  { ...founding, type: 'workshop.created', at: noon - 60 * minute },
  ...everyone.map(
    ({ personId, role }): Event => ({
      type: 'person.joined',
      personId,
      role,
      departmentId: role === 'participant' ? service : null,
      at: noon - 30 * minute,
    }),
  ),
]

export const fold = (events: readonly Event[], from: Workshop = emptyWorkshop): Workshop =>
  events.reduce(apply, from)

/** Public keys of the poll with this number; the rules only pass them on. */
export const keys = (number: number): PollKeys => ({
  pollId: PollId.parse(number.toString(16).padStart(32, '0')),
  pk: 'a'.repeat(64),
  receiptPk: 'b'.repeat(64),
})
export const pollId = (number: number): PollId => keys(number).pollId

type Setting = { now: number; present: readonly Somebody[] }
const atNoon: Setting = { now: noon, present: everyone }

export const given = (...events: Event[]) => scene(fold([...opening, ...events]), atNoon)
/** Nothing has happened yet: before the workshop was created. */
export const givenNothing = () => scene(emptyWorkshop, atNoon)

function scene(workshop: Workshop, setting: Setting) {
  return {
    workshop,
    at: (now: number) => scene(workshop, { ...setting, now }),
    present: (...present: readonly Somebody[]) => scene(workshop, { ...setting, present }),
    when: (actor: Actor, command: Command) => outcome(workshop, actor, command, setting),
  }
}

function outcome(workshop: Workshop, actor: Actor, command: Command, { now, present }: Setting) {
  const context = { actor, now, present: present.map(({ personId }) => personId) }
  const decision = decide(workshop, command, context)
  const events = () => {
    if (!decision.ok) throw new Error(`Refused (${decision.code}): ${decision.message}`)
    return decision.events
  }
  return {
    thenHappened: (...expected: Event[]) => expect(events()).toEqual(expected),
    thenRefused: (code: RefusalCode) =>
      expect(decision).toEqual({ ok: false, code, message: expect.stringMatching(/^[A-Z].{10,}\.$/) }),
    events,
    /** The state after it. */
    after: () => events().reduce(apply, workshop),
    /** Goes on from the state after it, a second later. */
    next: () => scene(events().reduce(apply, workshop), { now: now + 1000, present }),
  }
}

/** They are of this department from now on. */
export const joinedFor = (departmentId: DepartmentId, people: readonly Somebody[]): Event[] =>
  people.map(({ personId }) => ({
    type: 'person.joined',
    personId,
    role: 'participant',
    departmentId,
    at: noon,
  }))
