// Naming somebody absent as owner of an action: the name can be erased, the log has an id and no name.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CreatedWorkshop, Joined, NamedAbsent } from '#shared/access/api.ts'
import { PersonId } from '#shared/ids.ts'
import { cookieOf, openApp, refusalOf, type TestApp } from '#tests/support/app.ts'

let app: TestApp
let workshop: CreatedWorkshop
let path: string
beforeAll(async () => {
  app = await openApp()
})
beforeEach(async () => {
  workshop = await app.create({ title: 'Onboarding', template: 'support-case', language: 'en' })
  path = `/api/workshops/${workshop.id}`
})
afterAll(() => app.close())

type Link = 'facilitator' | 'co-facilitator' | 'participant' | 'observer'
const cookie = async (link: Link) => cookieOf(await app.join(workshop.links[link]))
const name = async (link: Link, body: object) =>
  app.ask('POST', `${path}/absent`, { body, headers: { cookie: await cookie(link) } })

test('a participant names an owner who is not there; the name stands with the other names, the log has an id', async () => {
  const answer = await name('participant', { name: ' Frau Kern ', department: 'service' })
  const { personId } = NamedAbsent.parse(answer.json)
  expect(await app.storage.people.names(workshop.id)).toMatchObject({ [personId]: 'Frau Kern' })
  const { workshop: state } = await app.rooms.state(workshop.id)
  expect(state.actions.absent[personId]).toEqual({ departmentId: 'service' })
  expect(state.people[personId]).toBeUndefined()
  expect(JSON.stringify(await app.rooms.eventsAfter(workshop.id, 0))).not.toContain('Kern')
})
describe('a facilitator', () => {
  const rename = async (link: Link, personId: string, name: unknown) =>
    app.ask('PATCH', `${path}/people/${personId}`, {
      body: { name },
      headers: { cookie: await cookie(link) },
    })
  const known = () => app.storage.people.names(workshop.id)
  const absent = async () =>
    NamedAbsent.parse((await name('participant', { name: 'Frau Kern' })).json).personId
  const comes = async (link: Link, called: string) => {
    const answer = await app.join(workshop.links[link], { name: called })
    return PersonId.parse(Joined.parse(answer.json).personId)
  }

  test('renames an absent owner, and erases the name', async () => {
    const personId = await absent()
    const answer = await rename('facilitator', personId, ' Frau Dr. Kern ')
    expect([answer.status, answer.json]).toEqual([200, { name: 'Frau Dr. Kern' }])
    expect(await known()).toMatchObject({ [personId]: 'Frau Dr. Kern' })
    expect((await rename('co-facilitator', personId, null)).status).toBe(200)
    expect(await known()).not.toHaveProperty(personId)
    // The action keeps its owner, who has lost the name only.
    expect((await app.rooms.state(workshop.id)).workshop.actions.absent).toHaveProperty(personId)
  })

  test('erases what somebody is called who was here, also once they were removed, and calls nobody otherwise', async () => {
    const host = await comes('facilitator', 'Ana')
    const [bo, cem] = [await comes('participant', 'Bo'), await comes('participant', 'Cem')]
    expect(refusalOf(await rename('facilitator', bo, 'Bobo'))).toBe('own-name')
    expect((await rename('facilitator', bo, null)).status).toBe(200)
    const actor = { personId: host, role: 'facilitator' } as const
    const command = { type: 'person.remove', personId: cem } as const
    await app.rooms.submit(workshop.id, { actor, commandId: crypto.randomUUID(), command })
    expect((await rename('facilitator', cem, null)).status).toBe(200)
    expect(await known()).toEqual({ [host]: 'Ana' })
  })

  test('and nobody else: neither a participant nor an observer, nor a co-facilitator a facilitator’s', async () => {
    const [personId, host] = [await absent(), await comes('facilitator', 'Ana')]
    for (const link of ['participant', 'observer'] as const)
      expect(refusalOf(await rename(link, personId, null))).toBe('not-allowed')
    expect(refusalOf(await rename('co-facilitator', host, null))).toBe('not-allowed')
    expect((await app.ask('PATCH', `${path}/people/${personId}`, { body: { name: null } })).status).toBe(401)
    expect(await known()).toEqual({ [personId]: 'Frau Kern', [host]: 'Ana' })
  })

  test.each([
    ['nobody', null],
    ['0000000000000000', null],
    [null, ''],
    [null, 'x'.repeat(61)],
    [null, undefined],
  ])('is told what is wrong with %j called %j', async (id, wanted) => {
    const personId = await absent()
    const answer = await rename('facilitator', id ?? personId, wanted)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    refusalOf(answer)
    expect(await known()).toEqual({ [personId]: 'Frau Kern' })
  })
})

test('observers do not, nor anybody without a seat', async () => {
  expect(refusalOf(await name('observer', { name: 'Frau Kern' }))).toBe('not-allowed')
  expect((await app.ask('POST', `${path}/absent`, { body: { name: 'Frau Kern' } })).status).toBe(401)
})
test.each([
  {},
  { name: '' },
  { name: 'x'.repeat(61) },
  { name: 'Frau Kern', department: 'Billing Dept' },
  { name: 'Frau Kern', department: 'no-such' },
])('%j is refused with a sentence', async (body) => {
  const answer = await name('facilitator', body)
  expect(answer.status).toBe(400)
  expect((await app.rooms.state(workshop.id)).workshop.actions.absent).toEqual({})
})
