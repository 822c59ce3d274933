// Naming somebody absent as owner of an action: the name can be erased, the log has an id and no name.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type CreatedWorkshop, NamedAbsent } from '#shared/access/api.ts'
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

async function cookie(link: 'facilitator' | 'participant' | 'observer'): Promise<string> {
  const secret = workshop.links[link].split('#')[1]
  return cookieOf(await app.ask('POST', `${path}/join`, { body: { secret } }))
}
const name = async (link: 'facilitator' | 'participant' | 'observer', body: object) =>
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
