// Deleting a workshop: by whom, what becomes of those who are in it, and what is left.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDeletion } from '#server/deletion/deletion.ts'
import { silentLog } from '#server/log.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { WorkshopId } from '#shared/ids.ts'
import { cookieOf, openApp, refusalOf, type TestApp } from '#tests/support/app.ts'

const title = 'Glasfaser'
let app: TestApp
let workshop: CreatedWorkshop
beforeEach(async () => {
  app = await openApp()
  workshop = await app.create({ title, template: 'support-case' })
})
afterEach(() => app.close())

const path = () => `/api/workshops/${workshop.id}`
const seatBy = async (link: string) => cookieOf(await app.join(link))
const deleteAs = async (cookie: string, body: unknown = { title }) =>
  app.ask('DELETE', path(), { headers: { cookie }, body })

test('the facilitator deletes it by its title, and its links, code and cookies open nothing more', async () => {
  const [host, guest] = [await seatBy(workshop.links.facilitator), await seatBy(workshop.links.participant)]
  expect((await deleteAs(host)).status).toBe(204)
  for (const cookie of [host, guest]) {
    expect(refusalOf(await app.ask('GET', `${path()}/seat`, { headers: { cookie } }))).toBe('no-seat')
    expect(refusalOf(await app.ask('GET', `${path()}/board`, { headers: { cookie } }))).toBe('no-seat')
  }
  for (const link of Object.values(workshop.links))
    expect(refusalOf(await app.join(link))).toBe('workshop-unknown')
  const code = await app.ask('POST', '/api/codes', { body: { code: workshop.code } })
  expect(refusalOf(code)).toBe('code-unknown')
})

test('every store has forgotten it', async () => {
  await deleteAs(await seatBy(workshop.links.facilitator))
  const { facilitation, board, people } = app.storage
  expect(await facilitation.read(workshop.id, 0)).toEqual([])
  expect(await board.load(workshop.id)).toEqual({ snapshot: null, tail: [] })
  expect(await people.names(workshop.id)).toEqual({})
})

test('whoever is in it is told that it was deleted', async () => {
  const cookie = await seatBy(workshop.links.facilitator)
  const told: unknown[] = []
  app.access.endings.on((workshopId, _match, reason) => told.push([workshopId, reason]))
  await deleteAs(cookie)
  expect(told).toEqual([[workshop.id, 'workshop-deleted']])
})

test.each(['co-facilitator', 'participant', 'observer', 'results'] as const)(
  'whoever came by the %s link deletes nothing',
  async (role) => {
    await seatBy(workshop.links.facilitator)
    const answer = await deleteAs(await seatBy(workshop.links[role]))
    expect(answer.status).toBe(403)
    expect(refusalOf(answer)).toBe('not-allowed')
    expect(await app.storage.workshops.find(workshop.id)).not.toBeNull()
  },
)

test.each([
  ['another title', { title: 'Kupfer' }, 'title-differs'],
  ['no title', {}, 'invalid'],
  ['nothing', undefined, 'not-json'],
])('%s confirms nothing', async (_what, body, code) => {
  const cookie = await seatBy(workshop.links.facilitator)
  expect(refusalOf(await app.ask('DELETE', path(), { headers: { cookie }, body }))).toBe(code)
  expect(await app.storage.workshops.find(workshop.id)).not.toBeNull()
})

test('another workshop goes on', async () => {
  const other = await app.create({ title: 'Bleibt' })
  await deleteAs(await seatBy(workshop.links.facilitator))
  expect((await app.rooms.state(other.id)).workshop.info.title).toBe('Bleibt')
  expect((await app.boards.read(other.id)).length).toBeGreaterThan(2)
})

test('nobody opens the board of a deleted workshop again', async () => {
  await deleteAs(await seatBy(workshop.links.facilitator))
  await expect(app.boards.open(workshop.id)).rejects.toThrow('was deleted')
})

test('what a process left half deleted is finished at the next start', async () => {
  await app.storage.wholes.close(workshop.id)
  expect(await app.storage.facilitation.read(workshop.id, 0)).not.toEqual([])
  await app.deletion.sweep()
  expect(await app.storage.facilitation.read(workshop.id, 0)).toEqual([])
  expect(await app.storage.wholes.closed()).toEqual([])
})

test('what came in behind a deletion goes with the next sweep', async () => {
  await deleteAs(await seatBy(workshop.links.facilitator))
  await app.storage.people.setName(workshop.id, '0'.repeat(16) as never, 'zu spät')
  await app.deletion.sweep()
  expect(await app.storage.people.names(workshop.id)).toEqual({})
})

test('one that cannot be finished is reported, and keeps no other from being finished', async () => {
  const other = await app.create({ title: 'Kabel' })
  const bugs: string[] = []
  const log = { ...silentLog, bug: (fact: string) => String(bugs.push(fact)) }
  const { storage, rooms, boards, history, ballots, access } = app
  // Whichever is looked at first.
  const [stuck, free] = [workshop.id, other.id].sort()
  const store = {
    ...storage.wholes,
    erase: async (workshopId: WorkshopId) => {
      if (workshopId === stuck) throw new Error('The disk does not answer.')
      return storage.wholes.erase(workshopId)
    },
  }
  const { endings } = access
  const deletion = createDeletion({ store, rooms, boards, history, ballots, endings, log })
  for (const id of [workshop.id, other.id]) await store.close(id)
  await deletion.sweep()
  expect(await store.closed()).toEqual([stuck])
  expect(await storage.facilitation.read(WorkshopId.parse(free), 0)).toEqual([])
  expect(bugs).toEqual(['workshop.not-erased'])
})
