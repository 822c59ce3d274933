// Every command of the protocol, sent through the real gateway by whoever may not send it: refused with a sentence, and nothing has happened.
import { expect, test } from 'vitest'
import { Command } from '#shared/facilitation/commands.ts'
import type { Actor, RefusalCode } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { decide } from '#shared/facilitation/workshop.ts'
import type { PersonId } from '#shared/ids.ts'
import { actionId, boxId, itemId, type May, says, somebodyElse, topicId } from '#tests/support/who-may.ts'
import { enter, gatewayOver } from './gateway-for-test.ts'
import {
  ana,
  bo,
  fay,
  found,
  memoryStorage,
  oda,
  person,
  roomsOver,
  server,
  workshopId,
} from './room-for-test.ts'

type Sender = Actor & { personId: PersonId }
const all = Object.values(says)
const openTo = (...may: May[]): Command[] =>
  all.filter((say) => may.includes(say.may)).map(({ example }) => example)

test('each command of the protocol has somebody who may send it, and an example that the protocol accepts', () => {
  expect(Object.keys(says).sort()).toEqual([...(Command._zod.propValues.type ?? [])].sort())
  for (const { example } of all) expect(Command.parse(example)).toEqual(example)
})

/** Somebody has the floor in a round, a check-out and a concern box are open, an action is there: no command is refused for want of these. */
const [at, t] = [1, 'f'.repeat(64)]
/** Who is here when the session starts: coming in later would be an event. */
const cora: Sender = { personId: person(9), role: 'facilitator' }
const everybody = [fay, ana, bo, oda, cora].map(({ personId }) => personId)
const underWay: Event[] = [
  { type: 'person.joined', personId: somebodyElse, role: 'participant', departmentId: null, at },
  { type: 'session.started', number: 1, present: everybody, at },
  { type: 'agenda.started', itemId, at },
  {
    type: 'concern.opened',
    ...{ pollId: boxId, pk: t, receiptPk: t, itemId, itemStartedAt: at, title: 'Welcome', at },
    ...{ eligible: [somebodyElse], minimumGroup: 5 },
  },
  {
    type: 'action.added',
    ...{ actionId, title: 'Call back', ownerId: somebodyElse, departmentId: null, due: null },
    ...{ feltFrom: null, shapeId: null, authorId: somebodyElse, at },
  },
  { type: 'topic.parked', topicId, text: 'Later', authorId: somebodyElse, itemId, at },
  { type: 'check-in.accepted', personId: somebodyElse, promise: 'I listen.', at },
  { type: 'check-out.opened', about: 'session', at },
  {
    type: 'feedback.started',
    title: 'What now?',
    secondsEach: null,
    order: [somebodyElse, ana.personId],
    at,
  },
  { type: 'hand.called', personId: somebodyElse, at },
]

async function openScene() {
  const storage = await memoryStorage()
  await found(await roomsOver(storage))
  await storage.facilitation.append({ workshopId, seq: 6, events: underWay, answer: null })
  const room = await roomsOver(storage)
  return { ...room, ...(await gatewayOver(room)) }
}
/** What the sender is told of each, once it is certain that none of them has done anything. */
async function answersTo(
  { rooms, published, ...gateway }: Awaited<ReturnType<typeof openScene>>,
  sender: Sender,
  commands: readonly Command[],
  before = async () => {},
) {
  const browser = await enter(gateway, sender)
  await browser.resume(null)
  await before()
  const untouched = await rooms.state(workshopId)
  const told = published.length
  const answers: Record<string, RefusalCode | 'let through' | 'no sentence'> = {}
  for (const command of commands) {
    const reply = await browser.command(command)
    if (reply.ok) answers[command.type] = 'let through'
    else answers[command.type] = /^[A-Z].{10,}\.$/.test(reply.message) ? reply.code : 'no sentence'
  }
  expect(published.slice(told)).toEqual([])
  expect(await rooms.state(workshopId)).toEqual(untouched)
  expect(gateway.bugs).toEqual([])
  return answers
}

const notAllowed = (commands: readonly Command[], others: Record<string, RefusalCode> = {}) => ({
  ...Object.fromEntries(commands.map(({ type }) => [type, 'not-allowed'])),
  ...others,
})

test('a participant runs nothing: each command of a facilitator or of the server is refused', async () => {
  const commands = openTo('facilitators', 'server')
  expect(await answersTo(await openScene(), ana, commands)).toEqual(notAllowed(commands))
})

test('an observer does nothing at all', async () => {
  const commands = openTo('facilitators', 'server', 'participants')
  // What one takes back or answers for must be one's own, whoever one is.
  const notOnesOwn = { 'check-out.mark': 'not-found', 'reading.withdraw': 'not-found' } as const
  expect(await answersTo(await openScene(), oda, commands)).toEqual(notAllowed(commands, notOnesOwn))
})

test('a person who was removed does nothing at all, even over a connection that has not ended yet', async () => {
  const commands = openTo('facilitators', 'server', 'participants')
  const scene = await openScene()
  const remove = { type: 'person.remove', personId: bo.personId } as const
  const answers = await answersTo(scene, bo, commands, async () => {
    expect(await scene.submit(fay, remove)).toMatchObject({ ok: true })
  })
  expect(answers).toEqual(notAllowed(commands))
})

test('a facilitator who was removed does nothing at all either', async () => {
  const commands = openTo('facilitators', 'server', 'participants')
  const scene = await openScene()
  const joining = { type: 'person.join', role: 'facilitator', isCo: true, departmentId: null } as const
  await scene.submit(server, { ...joining, personId: cora.personId })
  const answers = await answersTo(scene, cora, commands, async () => {
    const remove = { type: 'person.remove', personId: cora.personId } as const
    expect(await scene.submit(fay, remove)).toMatchObject({ ok: true })
  })
  expect(answers).toEqual(notAllowed(commands))
})

test('a facilitator cannot speak for the server', async () => {
  const commands = openTo('server')
  expect(await answersTo(await openScene(), fay, commands)).toEqual(notAllowed(commands))
})

test('what is a facilitator’s to send is not refused to a facilitator for who they are', async () => {
  const { rooms } = await openScene()
  const { workshop } = await rooms.state(workshopId)
  const codes = openTo('facilitators').flatMap((command) => {
    const decision = decide(workshop, command, { actor: fay, now: 2, present: [] })
    return decision.ok || decision.code !== 'not-allowed' ? [] : [command.type]
  })
  expect(codes).toEqual([])
})
