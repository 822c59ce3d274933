// From a link or a code to a seat: who one is then, what the join page shows, and who is turned away.
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { newSecret, newWorkshopId } from '#server/access/secrets.ts'
import { type CreatedWorkshop, CurrentSeat, Joined, PersonalLink, Preview } from '#shared/access/api.ts'
import { type Answered, cookieOf, openApp, refusalOf, type TestApp } from '#tests/support/app.ts'

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

const secretOf = (link: string) => link.split('#')[1] ?? ''
type Role = keyof CreatedWorkshop['links']
const join = (role: Role, body: object = {}, headers: Record<string, string> = {}) =>
  app.join(workshop.links[role], body, headers)
const seatOf = (answer: Answered, query = '') =>
  app.ask('GET', `${path}/seat${query}`, { headers: { cookie: cookieOf(answer) } })

test.each(['facilitator', 'participant', 'observer'] as const)(
  'the %s link gives a seat in that role',
  async (role) => {
    const answer = await join(role, { name: ' Ana ', department: 'service' })
    const joined = Joined.parse(answer.json)
    expect(joined).toMatchObject({ role, name: 'Ana', department: 'service' })
    expect(joined.seatToken).toBeUndefined()
    const { workshop: state } = await app.rooms.state(workshop.id)
    expect(joined.personId && state.people[joined.personId]).toMatchObject({ role, departmentId: 'service' })
    expect(CurrentSeat.parse((await seatOf(answer)).json)).toMatchObject({
      personId: joined.personId,
      title: 'Onboarding',
    })
  },
)

test('the results link gives a seat that is nobody in the room', async () => {
  const answer = await join('results', { name: 'Boss' })
  expect(Joined.parse(answer.json)).toEqual({ personId: null, role: 'results', name: '', department: null })
  expect((await app.rooms.state(workshop.id)).workshop.people).toEqual({})
  expect(await app.storage.people.names(workshop.id)).toEqual({})
})

test('the cookie is out of reach for scripts and for other sites', async () => {
  const [cookie] = (await join('participant')).headers.getSetCookie()
  expect(cookie).toMatch(new RegExp(`^runde_${workshop.id}_participant=[A-Za-z0-9_-]{22}; `))
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Strict')
  expect(cookie).toContain('Path=/')
  expect(cookie).not.toContain('Secure')
})

test('behind https the cookie is sent over https only', async () => {
  const secure = await openApp({ publicUrl: 'https://runde.example.org' })
  onTestFinished(() => secure.close())
  const { id, links } = await secure.create()
  expect(links.participant).toMatch(/^https:\/\/runde\.example\.org\/w\//)
  const body = { secret: secretOf(links.participant) }
  const answer = await secure.ask('POST', `/api/workshops/${id}/join`, { body })
  expect(answer.headers.getSetCookie()[0]).toContain('Secure')
})

test('neither secrets nor tokens are kept as they are', async () => {
  const answer = await join('participant', { bearer: true })
  const { seatToken = '' } = Joined.parse(answer.json)
  const links = await app.storage.workshops.links(workshop.id)
  const kept = Buffer.concat(
    links.flatMap(({ secretHash, sealedSecret }) => [secretHash, sealedSecret ?? new Uint8Array()]),
  )
  for (const link of Object.values(workshop.links)) expect(kept.includes(secretOf(link))).toBe(false)
  expect(await app.storage.workshops.seat(Buffer.from(seatToken))).toBeNull()
})

test('joining again in the same browser is the same person, with or without a new name', async () => {
  const first = await join('participant', { name: 'Ana' })
  const again = await join('participant', {}, { cookie: cookieOf(first) })
  const renamed = await join('participant', { name: 'Anna' }, { cookie: cookieOf(first) })
  const { personId } = Joined.parse(first.json)
  expect(Joined.parse(again.json)).toMatchObject({ personId, name: 'Ana' })
  expect(Joined.parse(renamed.json)).toMatchObject({ personId, name: 'Anna' })
  expect(again.headers.getSetCookie()).toEqual([])
  expect(Object.keys((await app.rooms.state(workshop.id)).workshop.people)).toHaveLength(1)
})

test('joining in another browser is another person', async () => {
  const [one, other] = [
    Joined.parse((await join('participant')).json),
    Joined.parse((await join('participant')).json),
  ]
  expect(one.personId).not.toBe(other.personId)
})

test('one browser is two people with two links, and says which one it means', async () => {
  const facilitator = await join('facilitator')
  const participant = await join('participant', {}, { cookie: cookieOf(facilitator) })
  const cookie = `${cookieOf(facilitator)}; ${cookieOf(participant)}`
  const without = await app.ask('GET', `${path}/seat`, { headers: { cookie } })
  expect(without.status).toBe(409)
  expect(refusalOf(without)).toBe('seat-ambiguous')
  for (const answer of [facilitator, participant]) {
    const { role, personId } = Joined.parse(answer.json)
    const seat = await app.ask('GET', `${path}/seat?seat=${role}`, { headers: { cookie } })
    expect(CurrentSeat.parse(seat.json)).toMatchObject({ role, personId })
  }
  expect(refusalOf(await app.ask('GET', `${path}/seat?seat=king`, { headers: { cookie } }))).toBe('invalid')
  expect(refusalOf(await app.ask('GET', `${path}/seat?seat=observer`, { headers: { cookie } }))).toBe(
    'no-seat',
  )
})

test('a seat of one workshop opens no other', async () => {
  const answer = await join('facilitator', { bearer: true })
  const other = await app.create()
  const token = cookieOf(answer).split('=')[1]
  const cookie = `runde_${other.id}_facilitator=${token}`
  const { seatToken } = Joined.parse(answer.json)
  const ask = (headers: Record<string, string>) =>
    app.ask('GET', `/api/workshops/${other.id}/seat`, { headers })
  expect(refusalOf(await ask({ cookie }))).toBe('no-seat')
  expect(refusalOf(await ask({ authorization: `Bearer ${seatToken}` }))).toBe('no-seat')
})

test('a token under the cookie of another role is no seat in that role', async () => {
  const token = cookieOf(await join('participant')).split('=')[1]
  const cookie = `runde_${workshop.id}_facilitator=${token}`
  const answer = await app.ask('GET', `${path}/seat`, { headers: { cookie } })
  expect(answer.status).toBe(401)
  expect(refusalOf(answer)).toBe('no-seat')
})

test('where cookies are blocked a bearer token is the seat', async () => {
  const { personId, seatToken } = Joined.parse((await join('participant', { bearer: true })).json)
  const authorization = `Bearer ${seatToken}`
  const seat = await app.ask('GET', `${path}/seat`, { headers: { authorization } })
  expect(CurrentSeat.parse(seat.json).personId).toBe(personId)
  const again = Joined.parse((await join('participant', { bearer: true }, { authorization })).json)
  expect(again.personId).toBe(personId)
  expect(
    refusalOf(await app.ask('GET', `${path}/seat`, { headers: { authorization: 'Bearer nonsense' } })),
  ).toBe('no-seat')
})

test('a personal link goes on as the same person elsewhere, in place of whom that browser was', async () => {
  const ana = await join('participant', { name: 'Ana', department: 'service' })
  const link = () => app.ask('POST', `${path}/personal-link`, { headers: { cookie: cookieOf(ana) } })
  const personal = PersonalLink.parse((await link()).json).link
  expect(PersonalLink.parse((await link()).json).link).toBe(personal)
  const secret = secretOf(personal)
  const shown = Preview.parse((await app.ask('POST', `${path}/preview`, { body: { secret } })).json)
  expect(shown.continuesAs).toEqual({ name: 'Ana', departmentId: 'service' })

  const bo = await join('participant', { name: 'Bo' })
  const phone = await app.ask('POST', `${path}/join`, { body: { secret }, headers: { cookie: cookieOf(bo) } })
  const { personId } = Joined.parse(ana.json)
  expect(Joined.parse(phone.json)).toMatchObject({ personId, name: 'Ana', department: 'service' })
  expect(CurrentSeat.parse((await seatOf(phone)).json).personId).toBe(personId)
  expect(refusalOf(await seatOf(bo))).toBe('no-seat')
  expect((await seatOf(ana)).status).toBe(200)
})

test('a facilitator has one personal link at a time, because it cannot be read back', async () => {
  const host = await join('facilitator')
  const link = async () =>
    PersonalLink.parse(
      (await app.ask('POST', `${path}/personal-link`, { headers: { cookie: cookieOf(host) } })).json,
    ).link
  const [first, second] = [await link(), await link()]
  const open = (personal: string) => app.ask('POST', `${path}/join`, { body: { secret: secretOf(personal) } })
  expect(refusalOf(await open(first))).toBe('link-invalid')
  expect(Joined.parse((await open(second)).json).personId).toBe(Joined.parse(host.json).personId)
})

test('the join page knows a browser that sits there already, in that role and no other', async () => {
  const preview = async (role: Role, cookie: string) => {
    const body = { secret: secretOf(workshop.links[role]) }
    return Preview.parse((await app.ask('POST', `${path}/preview`, { body, headers: { cookie } })).json)
      .isSeated
  }
  const cookie = cookieOf(await join('participant'))
  expect([
    await preview('participant', ''),
    await preview('participant', cookie),
    await preview('observer', cookie),
  ]).toEqual([false, true, false])
})

test('the join page shows the workshop, who invites and whether it has begun, to whoever has a key', async () => {
  const preview = async (role: Role) =>
    Preview.parse(
      (await app.ask('POST', `${path}/preview`, { body: { secret: secretOf(workshop.links[role]) } })).json,
    )
  expect(await preview('participant')).toMatchObject({
    title: 'Onboarding',
    language: 'en',
    role: 'participant',
    invitedBy: null,
    runningSince: null,
    continuesAs: null,
  })
  const host = Joined.parse((await join('facilitator', { name: 'Hanna' })).json)
  app.clock.now += 5_000
  await join('facilitator', { name: 'Second' })
  const actor = { personId: host.personId ?? expect.fail(), role: 'facilitator' } as const
  await app.rooms.submit(workshop.id, {
    actor,
    commandId: crypto.randomUUID(),
    command: { type: 'agenda.start' },
  })
  expect(await preview('observer')).toMatchObject({
    role: 'observer',
    invitedBy: 'Hanna',
    runningSince: app.clock.now,
  })
})

test('a name can be corrected and taken back, by the person it belongs to', async () => {
  const ana = await join('participant', { name: 'Ana' })
  const rename = (body: object, answer = ana) =>
    app.ask('PATCH', `${path}/seat`, { body, headers: { cookie: cookieOf(answer) } })
  expect(CurrentSeat.parse((await rename({ name: 'Anna' })).json).name).toBe('Anna')
  expect(CurrentSeat.parse((await rename({ name: null })).json).name).toBe('')
  expect(refusalOf(await rename({ name: 'x'.repeat(61) }))).toBe('invalid')
  expect(refusalOf(await rename({}))).toBe('invalid')
  expect(refusalOf(await rename({ name: 'Boss' }, await join('results')))).toBe('not-allowed')
  expect(refusalOf(await app.ask('PATCH', `${path}/seat`, { body: { name: 'X' } }))).toBe('no-seat')
})

test('leaving ends the seat, also for whoever kept a copy of the cookie', async () => {
  const ana = await join('participant')
  const left = await app.ask('DELETE', `${path}/seat`, { headers: { cookie: cookieOf(ana) } })
  expect(left.status).toBe(204)
  expect(left.headers.getSetCookie()[0]).toMatch(/participant=;.*Expires=Thu, 01 Jan 1970/)
  expect(refusalOf(await seatOf(ana))).toBe('no-seat')
})

test.each([
  ['a secret that is none', { secret: 'short' }, 'invalid', 400],
  ['a secret of another workshop', { secret: newSecret() }, 'link-invalid', 403],
  ['a code that is none', { code: 'hello' }, 'invalid', 400],
  ['nothing', {}, 'invalid', 400],
  ['a secret that is a list', { secret: ['a'] }, 'invalid', 400],
])('%s opens nothing', async (_what, body, code, status) => {
  for (const door of ['join', 'preview']) {
    const answer = await app.ask('POST', `${path}/${door}`, { body })
    expect(refusalOf(answer)).toBe(code)
    expect(answer.status).toBe(status)
    expect(answer.headers.getSetCookie()).toEqual([])
  }
})

test('a name or department that is not acceptable joins nobody', async () => {
  expect(refusalOf(await join('participant', { department: 'no-such' }))).toBe('department-unknown')
  expect(refusalOf(await join('participant', { name: 'x\u0000' }))).toBe('invalid')
  expect((await app.rooms.state(workshop.id)).workshop.people).toEqual({})
})

test('an unknown workshop is told as such, whatever the key', async () => {
  const unknown = `/api/workshops/${newWorkshopId()}`
  for (const body of [{ secret: newSecret() }, { code: 'KRN-482' }]) {
    const answer = await app.ask('POST', `${unknown}/join`, { body })
    expect(answer.status).toBe(404)
    expect(refusalOf(answer)).toBe('workshop-unknown')
  }
  for (const id of ['x', 'ABCDEFGHJKMN', '%00', "' or 1=1"])
    expect(
      refusalOf(
        await app.ask('POST', `/api/workshops/${encodeURIComponent(id)}/join`, {
          body: { secret: newSecret() },
        }),
      ),
    ).toBe('workshop-unknown')
  expect(refusalOf(await app.ask('GET', `${unknown}/seat`))).toBe('no-seat')
})
