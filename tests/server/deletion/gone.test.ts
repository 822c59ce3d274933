// What a browser hears that asks, without a seat, what of all it keeps is of somebody who was erased or of a deleted workshop.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newPersonId, newWorkshopId } from '#server/access/secrets.ts'
import { type CreatedWorkshop, Gone, Joined, type Kept, mostKept } from '#shared/access/api.ts'
import type { PersonId } from '#shared/ids.ts'
import { cookieOf, openApp, refusalOf, type TestApp } from '#tests/support/app.ts'

let app: TestApp
let workshop: CreatedWorkshop
let host: { cookie: string; personId: PersonId }
let bo: { cookie: string; personId: PersonId }
beforeEach(async () => {
  app = await openApp()
  workshop = await app.create({ title: 'Glasfaser' })
  host = await sitDown(workshop.links.facilitator)
  bo = await sitDown(workshop.links.participant)
})
afterEach(() => app.close())

const path = () => `/api/workshops/${workshop.id}`
async function sitDown(link: string) {
  const answer = await app.join(link)
  const { personId } = Joined.parse(answer.json)
  if (!personId) throw new Error('This seat has a person.')
  return { cookie: cookieOf(answer), personId }
}
const ask = (kept: unknown) => app.ask('POST', '/api/gone', { body: { kept } })
const goneOf = async (kept: Kept[]) => Gone.parse((await ask(kept)).json).gone
const all = (): Kept[] =>
  [null, host.personId, bo.personId].map((personId) => ({ workshopId: workshop.id, personId }))
const send = (method: string, to: string, body?: object) =>
  app.ask(method, `${path()}${to}`, { headers: { cookie: host.cookie }, body })

test('without reading a log, which anybody could have it do a hundred times', async () => {
  await app.close()
  let reads = 0
  app = await openApp({
    around: (storage) => {
      const { facilitation } = storage
      const read: typeof facilitation.read = (...asked) => {
        reads += 1
        return facilitation.read(...asked)
      }
      return { ...storage, facilitation: { ...facilitation, read } }
    },
  })
  const workshopId = newWorkshopId()
  await app.storage.workshops.create({ workshopId, code: 'KRN-482', createdAt: 1 }, [])
  expect(await goneOf([{ workshopId, personId: newPersonId() }])).toEqual([])
  expect(reads).toBe(0)
})

test('of what is there nothing', async () => {
  expect(await goneOf(all())).toEqual([])
})

test('whoever was erased, and nobody else', async () => {
  await send('DELETE', `/people/${bo.personId}`)
  expect(await goneOf(all())).toEqual([{ workshopId: workshop.id, personId: bo.personId }])
})

test('a workshop that was deleted, with everybody who was in it', async () => {
  await send('DELETE', '', { title: 'Glasfaser' })
  expect(await goneOf(all())).toEqual(all())
})

test('not whoever was removed, whose seat was ended, or whom nobody knows: they may come back', async () => {
  const actor = { personId: host.personId, role: 'facilitator' } as const
  const command = { type: 'person.remove', personId: bo.personId } as const
  await app.rooms.submit(workshop.id, { actor, commandId: null, command })
  await send('POST', '/links/participant', { endSeats: true })
  expect(await goneOf([...all(), { workshopId: workshop.id, personId: newPersonId() }])).toEqual([])
})

test('not a workshop that was never here: the server may have been started on another folder', async () => {
  const workshopId = newWorkshopId()
  const never = [null, bo.personId].map((personId) => ({ workshopId, personId }))
  expect(await goneOf(never)).toEqual([])
})

test('what is no list of ids, or too long, is refused with a sentence', async () => {
  const many = Array.from({ length: mostKept + 1 }, () => ({ workshopId: workshop.id, personId: null }))
  for (const kept of [undefined, 'x', [{ workshopId: 'x', personId: null }], many])
    expect(refusalOf(await ask(kept))).toBe('invalid')
})
