// A workshop that nobody comes to any more is deleted after its days, and not one day sooner.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDeletion, type Deletion } from '#server/deletion/deletion.ts'
import { type Log, silentLog } from '#server/log.ts'
import { createRetention, dayMs, type Retention } from '#server/retention/retention.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { PersonId } from '#shared/ids.ts'
import { cookieOf, openApp, type TestApp } from '#tests/support/app.ts'
import { eventually } from '#tests/support/eventually.ts'

let app: TestApp
let workshop: CreatedWorkshop
let retention: Retention
afterEach(async () => {
  await retention.close()
  await app.close()
})
const someone = PersonId.parse('sam'.padEnd(16, '0'))

type Around = { failing?: (workshopId: string) => boolean; log?: Log }

async function keptFor(days: number | null, { failing = () => false, log = silentLog }: Around = {}) {
  app = await openApp()
  app.clock.now = 100 * dayMs + 5_000
  workshop = await app.create({ title: 'Glasfaser' })
  const { storage, rooms, boards, history, ballots, access, clock } = app
  const store = storage.wholes
  const { endings } = access
  const deletion = createDeletion({ store, rooms, boards, history, ballots, endings, log: silentLog })
  const deleting: Deletion = {
    ...deletion,
    delete: async (workshopId) => {
      if (failing(workshopId)) throw new Error('The disk does not answer.')
      return deletion.delete(workshopId)
    },
  }
  retention = createRetention({ store, deletion: deleting, days, log, now: () => clock.now })
  retention.serve(rooms)
}
const exists = async () => (await app.storage.workshops.find(workshop.id)) !== null
async function afterDays(days: number): Promise<boolean> {
  app.clock.now += days * dayMs
  await retention.sweep()
  return exists()
}

test('it stays for its days, and is deleted with everything on the one after', async () => {
  await keptFor(30)
  expect(await afterDays(30)).toBe(true)
  expect(await afterDays(1)).toBe(false)
  expect(await app.storage.facilitation.read(workshop.id, 0)).toEqual([])
})

test('what happens in it counts from that day on', async () => {
  await keptFor(30)
  expect(await afterDays(20)).toBe(true)
  await app.rooms.setName(workshop.id, someone, 'Ana')
  const touchedAt = async () => (await app.storage.wholes.list())[0]?.touchedAt
  await eventually(touchedAt).toBe(120 * dayMs)
  expect(await afterDays(30)).toBe(true)
  expect(await afterDays(1)).toBe(false)
})

test('a workshop that somebody is in is not deleted, however long nothing happens', async () => {
  await keptFor(1)
  const leave = app.rooms.arrive(workshop.id, someone)
  expect(await afterDays(400)).toBe(true)
  leave()
  expect(await afterDays(1)).toBe(true)
  expect(await afterDays(2)).toBe(false)
})

describe('reading the results', () => {
  const day = 100 * dayMs + 5_000
  let touches: number
  beforeEach(async () => {
    touches = 0
    app = await openApp({
      around: (storage) => {
        const { wholes } = storage
        const touch: typeof wholes.touch = (...asked) => {
          touches += 1
          return wholes.touch(...asked)
        }
        return { ...storage, wholes: { ...wholes, touch } }
      },
    })
    retention = app.retention
    app.clock.now = day
    workshop = await app.create({ title: 'Glasfaser' })
  })
  async function reader() {
    const body = { secret: workshop.links.results.split('#')[1] }
    const cookie = cookieOf(await app.ask('POST', `/api/workshops/${workshop.id}/join`, { body }))
    return (file: string) => app.ask('GET', `/api/workshops/${workshop.id}/${file}`, { headers: { cookie } })
  }

  test.each(['results.json', 'results.md', 'board'])('is a visit: %s', async (file) => {
    const read = await reader()
    expect(await afterDays(80)).toBe(true)
    expect((await read(file)).status).toBe(200)
    expect(await afterDays(90)).toBe(true)
    expect(await afterDays(1)).toBe(false)
  })

  test('is written down once a day at most, as a day and of nobody', async () => {
    const read = await reader()
    app.clock.now += dayMs
    touches = 0
    for (const file of ['results.json', 'board', 'results.md', 'results.json']) await read(file)
    expect(touches).toBe(1)
    expect((await app.storage.wholes.listed(workshop.id))?.touchedAt).toBe(101 * dayMs)
  })

  test('is none for whoever has no seat', async () => {
    app.clock.now += dayMs
    touches = 0
    expect((await app.ask('GET', `/api/workshops/${workshop.id}/results.json`)).status).toBe(401)
    expect(touches).toBe(0)
  })
})

test('one that cannot be deleted is reported, and keeps no other from going', async () => {
  const bugs: string[] = []
  const log = { ...silentLog, bug: (fact: string) => String(bugs.push(fact)) }
  let stuck = ''
  await keptFor(30, { failing: (workshopId) => workshopId === stuck, log })
  await app.create({ title: 'Kabel' })
  // Whichever is looked at first.
  stuck = (await app.storage.wholes.list())[0]?.workshopId ?? ''
  await afterDays(31)
  expect((await app.storage.wholes.list()).map(({ workshopId }) => workshopId)).toEqual([stuck])
  expect(bugs).toEqual(['retention.not-deleted'])
  stuck = ''
  await afterDays(1)
  expect(await app.storage.wholes.list()).toEqual([])
})

test('where nothing is set to be deleted, nothing is', async () => {
  await keptFor(null)
  expect(await afterDays(100_000)).toBe(true)
  expect(await retention.of(workshop.id)).toEqual({ days: null, until: null })
})

test('whoever has a seat is told until when it is kept: the end of the last day', async () => {
  await keptFor(90)
  expect(await retention.of(workshop.id)).toEqual({ days: 90, until: 191 * dayMs })
  const body = { secret: workshop.links.results.split('#')[1] }
  const cookie = cookieOf(await app.ask('POST', `/api/workshops/${workshop.id}/join`, { body }))
  const answer = await app.ask('GET', `/api/workshops/${workshop.id}/retention`, { headers: { cookie } })
  expect(answer.json).toMatchObject({ days: 90 })
})

test('no moment is kept, only the day', async () => {
  await keptFor(90)
  app.clock.now += 7 * dayMs + 12_345
  await app.rooms.setName(workshop.id, someone, 'Ana')
  await eventually(async () => (await app.storage.wholes.list())[0]?.touchedAt).toBe(107 * dayMs)
})
