// Erasing a person: by whom, what is left of them, and that everything that was under way goes on.
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createErasure } from '#server/deletion/erasure.ts'
import { createRooms } from '#server/facilitation/rooms.ts'
import { silentLog } from '#server/log.ts'
import { type CreatedWorkshop, CurrentSeat } from '#shared/access/api.ts'
import { addRecord, readRecord, recordsOf } from '#shared/board/document.ts'
import { defaultProps } from '#shared/board/shapes.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { apply, emptyWorkshop } from '#shared/facilitation/workshop.ts'
import type { PersonId } from '#shared/ids.ts'
import { cookieOf, openApp, refusalOf, type TestApp } from '#tests/support/app.ts'

type Guest = { cookie: string; personId: PersonId; role: 'facilitator' | 'participant' }
let app: TestApp
let workshop: CreatedWorkshop
let host: Guest
let ana: Guest
let bo: Guest
beforeEach(async () => {
  app = await openApp()
  workshop = await app.create({ title: 'Glasfaser', template: 'support-case' })
  host = await sit('facilitator', 'Leyla')
  ana = await sit('participant', 'Ana Einzig')
  bo = await sit('participant', 'Bo')
})
afterEach(() => app.close())

const path = () => `/api/workshops/${workshop.id}`
async function sit(kind: keyof CreatedWorkshop['links'], name: string): Promise<Guest> {
  const cookie = cookieOf(await app.join(workshop.links[kind], { name }))
  const { json } = await app.ask('GET', `${path()}/seat`, { headers: { cookie } })
  const { personId } = CurrentSeat.parse(json)
  if (personId === null) throw new Error('a results link is nobody')
  return { cookie, personId, role: kind === 'participant' ? 'participant' : 'facilitator' }
}
let commands = 0
async function does({ personId, role }: Guest, command: Command): Promise<void> {
  commands += 1
  const reply = await app.rooms.submit(workshop.id, {
    actor: { personId, role },
    commandId: `c${commands}`,
    command,
  })
  expect(reply).toMatchObject({ ok: true })
}
const erase = (by: Guest, { personId }: Pick<Guest, 'personId'>) =>
  app.ask('DELETE', `${path()}/people/${personId}`, { headers: { cookie: by.cookie } })
const promise: Command = { type: 'check-in.promise', promise: 'Mikrofon lauter stellen' }

test('somebody erases themselves: name, seat and words are gone, and they are told', async () => {
  await does(ana, promise)
  const told: unknown[] = []
  app.access.endings.on((_id, match, reason) =>
    told.push([
      reason,
      [ana, bo].map((one) => match({ ...one, workshopId: workshop.id, link: 'participant' })),
    ]),
  )
  expect((await erase(ana, ana)).status).toBe(204)
  expect(told).toEqual([['erased', [true, false]]])
  expect(refusalOf(await app.ask('GET', `${path()}/seat`, { headers: { cookie: ana.cookie } }))).toBe(
    'no-seat',
  )
  expect(Object.values(await app.storage.people.names(workshop.id)).sort()).toEqual(['Bo', 'Leyla'])
  expect((await app.rooms.directory(workshop.id)).names[ana.personId]).toBeUndefined()
  expect(JSON.stringify(await app.storage.facilitation.read(workshop.id, 0))).not.toContain('Mikrofon')
  expect(JSON.stringify((await app.rooms.state(workshop.id)).workshop)).not.toContain('Mikrofon')
})

test('nothing that is taken along or read afterwards has a word of theirs', async () => {
  await does(ana, promise)
  const read = async (what: string) =>
    (await app.ask('GET', `${path()}/${what}`, { headers: { cookie: host.cookie } })).text
  for (const what of ['workshop.json', 'results.json'])
    expect(await read(what), what).toMatch(/Mikrofon|Ana Einzig/)
  await erase(host, ana)
  for (const what of ['workshop.json', 'results.json']) {
    const text = await read(what)
    expect(text, what).not.toMatch(/Mikrofon|Ana Einzig/)
    expect(text, what).toContain('Glasfaser')
  }
})

test('what comes while somebody is erased waits, is answered once, and stands behind it in the log', async () => {
  await does(ana, promise)
  const published: number[] = []
  app.rooms.onStored((_id, seq, events) => published.push(...events.map((_, index) => seq + index)))
  const before = (await app.rooms.state(workshop.id)).seq
  const erased = erase(host, ana)
  for (const type of ['hand.raise', 'hand.lower', 'hand.raise', 'hand.lower'] as const)
    await does(bo, { type })
  expect((await erased).status).toBe(204)
  const { seq, workshop: after } = await app.rooms.state(workshop.id)
  const stored = await app.storage.facilitation.read(workshop.id, 0)
  expect(stored).toHaveLength(seq)
  expect(published).toEqual(Array.from({ length: seq - before }, (_, index) => before + 1 + index))
  expect(after.people[ana.personId]).toBeUndefined()
  expect(stored.filter(({ event }) => event.type === 'person.erased')).toHaveLength(1)
})

test('what they wrote on the board stays, and no longer says that it was them', async () => {
  const noteBy = (personId: PersonId) => ({
    typeName: 'shape',
    id: `shape:${personId}`,
    type: 'sticky-note',
    parentId: 'page:page',
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    props: { ...defaultProps['sticky-note'], text: 'Zu viele Formulare', authorId: personId },
    meta: {},
  })
  await app.boards.write(workshop.id, (doc) =>
    doc.transact(() => {
      for (const { personId } of [ana, bo]) addRecord(recordsOf(doc), noteBy(personId))
    }),
  )
  await erase(host, ana)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await app.boards.read(workshop.id))
  const propsOf = ({ personId }: Guest) => readRecord(recordsOf(doc).get(`shape:${personId}`))?.props
  expect(propsOf(ana)).toMatchObject({ text: 'Zu viele Formulare', authorId: null })
  expect(propsOf(bo)).toMatchObject({ authorId: bo.personId })
})

test('their action stays and is owned by nobody with a name', async () => {
  const actionId = 'a'.repeat(32)
  await does(host, {
    type: 'action.add',
    actionId,
    title: 'Anleitung kürzen',
    ownerId: ana.personId,
    due: null,
    departmentId: null,
    feltFrom: null,
    shapeId: null,
  } as Command)
  await erase(host, ana)
  const [action] = (await app.rooms.state(workshop.id)).workshop.actions.list
  expect(action).toMatchObject({ title: 'Anleitung kürzen', ownerId: ana.personId })
})

test('whoever comes again by the link is somebody new', async () => {
  await erase(ana, ana)
  expect((await sit('participant', 'Ana Einzig')).personId).not.toBe(ana.personId)
})

test('erasing again changes nothing more', async () => {
  await erase(host, ana)
  const { seq } = await app.rooms.state(workshop.id)
  expect((await erase(host, ana)).status).toBe(204)
  expect((await app.rooms.state(workshop.id)).seq).toBe(seq)
})

test('participants erase nobody else, and only the facilitator erases a co-facilitator', async () => {
  const co = await sit('co-facilitator', 'Cora')
  expect(refusalOf(await erase(bo, ana))).toBe('not-allowed')
  expect(refusalOf(await erase(co, host))).toBe('not-allowed')
  expect(refusalOf(await erase(host, { personId: '0'.repeat(16) as PersonId }))).toBe('person-unknown')
  expect((await app.rooms.state(workshop.id)).workshop.door.removed).toEqual({})
  expect((await erase(co, bo)).status).toBe(204)
  expect((await erase(host, co)).status).toBe(204)
})

test('another node that has folded the old log folds it anew with the next command', async () => {
  await does(ana, promise)
  const node = createRooms({
    storage: app.storage.facilitation,
    people: app.storage.people,
    preparePolls: async () => [],
    log: silentLog,
    now: () => app.clock.now,
  })
  expect(JSON.stringify(await node.state(workshop.id))).toContain('Mikrofon')
  await erase(host, ana)
  const { personId, role } = bo
  const raised = {
    actor: { personId, role },
    commandId: 'elsewhere',
    command: { type: 'hand.raise' as const },
  }
  expect(await node.submit(workshop.id, raised)).toMatchObject({ ok: true })
  const { seq, workshop: folded } = await node.state(workshop.id)
  const stored = await app.storage.facilitation.read(workshop.id, 0)
  expect(folded).toEqual(stored.map(({ event }) => event).reduce(apply, emptyWorkshop))
  expect(seq).toBe(stored.length)
  expect(JSON.stringify(await node.eventsAfter(workshop.id, 0))).not.toContain('Mikrofon')
  await node.close()
})

test('somebody of a workshop that is gone meanwhile is not looked for for ever', async () => {
  await app.storage.wholes.close(workshop.id)
  await app.storage.wholes.erase(workshop.id)
  const erasing = createErasure({
    rooms: {
      rewrite: async (_workshopId, write) => void (await write()),
      setName: async () => {},
    },
    boards: { write: async () => {} },
    facilitation: app.storage.facilitation,
    store: app.storage.wholes,
    log: silentLog,
    now: () => app.clock.now,
  })
  await expect(erasing(workshop.id, ana.personId)).rejects.toThrow('is gone')
})
