// Founding a workshop: what comes back, what is refused, and what is left behind when it fails half way.
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newSecret, newWorkshopId } from '#server/access/secrets.ts'
import type { Storage } from '#server/storage/storage.ts'
import { CreatedWorkshop } from '#shared/access/api.ts'
import type { CreateWorkshop } from '#shared/access/create-workshop.ts'
import { maxBoardFileBytes } from '#shared/board/board-file.ts'
import { readBoard } from '#shared/board/read-board.ts'
import type { NewItem } from '#shared/facilitation/agenda-items.ts'
import { ItemId } from '#shared/ids.ts'
import { foundingCommand } from '#shared/templates/library.ts'
import { openApp, refusalOf, type TestApp } from '#tests/support/app.ts'

let app: TestApp
afterEach(() => app.close())

test('a workshop comes with five different links and a code', async () => {
  app = await openApp()
  const answer = await app.ask('POST', '/api/workshops', {
    body: { title: '  Onboarding  ', template: 'support-case', language: 'en' },
  })
  expect(answer.status).toBe(201)
  const { id, code, links } = CreatedWorkshop.parse(answer.json)
  for (const link of Object.values(links))
    expect(link).toMatch(new RegExp(`^${app.origin}/w/${id}#[A-Za-z0-9_-]{22}$`))
  expect(new Set(Object.values(links)).size).toBe(5)
  expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{3}-\d{3}$/)
})

test('a workshop begins with its title, language, agenda and the map of its template', async () => {
  app = await openApp()
  const { id } = await app.create({ title: 'Onboarding', template: 'support-case', language: 'en' })
  const { workshop } = await app.rooms.state(id)
  expect(workshop.info).toMatchObject({ title: 'Onboarding', language: 'en', templateId: 'support-case' })
  expect(workshop.agenda.items.length).toBeGreaterThan(3)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await app.boards.read(id))
  expect(readBoard(doc).maps[0]?.stages.length).toBeGreaterThan(2)
})

test('another agenda takes the place of the template’s', async () => {
  app = await openApp()
  const items = async (agenda: CreateWorkshop['agenda']) => {
    const { id } = await app.create({ template: 'support-case', ...(agenda !== undefined && { agenda }) })
    return (await app.rooms.state(id)).workshop.agenda.items
  }
  const own: NewItem = { itemId: ItemId.parse('eins'), kind: 'discussion', minutes: 7, title: 'Reden' }
  expect((await items('agenda-90')).length).toBe(12)
  expect(await items(null)).toEqual([])
  expect(await items([own])).toEqual([own])
})

test('without a wish a workshop is German and its board is empty', async () => {
  app = await openApp()
  const { id } = await app.create()
  expect((await app.rooms.state(id)).workshop.info).toMatchObject({ language: 'de', templateId: 'blank' })
})

test.each([
  ['no body', undefined, 'not-json', 415],
  ['JSON that is cut off', '{"title":', 'malformed-json', 400],
  ['a body that is a list', [], 'invalid', 400],
  ['no title', {}, 'invalid', 400],
  ['a title that is empty but for blanks', { title: '  ' }, 'invalid', 400],
  ['a title of 121 characters', { title: 'x'.repeat(121) }, 'invalid', 400],
  ['a title with a line break', { title: 'a\nb' }, 'invalid', 400],
  ['a title that is a number', { title: 7 }, 'invalid', 400],
  ['a language that is not spoken', { title: 'a', language: 'fr' }, 'invalid', 400],
  ['an agenda that is not there', { title: 'a', agenda: 'nope' }, 'agenda-not-found', 400],
  ['an agenda with half an item', { title: 'a', agenda: [{ itemId: 'a' }] }, 'invalid', 400],
  ['a template that is not there', { title: 'a', template: 'nope' }, 'template-not-found', 400],
  [
    'a template by a name that objects have',
    { title: 'a', template: '__proto__' },
    'template-not-found',
    400,
  ],
  ['a title of a megabyte', { title: 'x'.repeat(1_000_000) }, 'invalid', 400],
  ['a body larger than any board', { title: 'x'.repeat(maxBoardFileBytes) }, 'too-large', 413],
])('%s founds nothing', async (_what, body, code, status) => {
  app = await openApp()
  const answer = await app.ask('POST', '/api/workshops', { body })
  expect(refusalOf(answer)).toBe(code)
  expect(answer.status).toBe(status)
})

test('the title is in the refusal when it is the title that is wrong', async () => {
  app = await openApp()
  expect((await app.ask('POST', '/api/workshops', { body: {} })).text).toContain('title is missing')
})

test('one network founds at most 60 workshops in ten minutes, and more after that', async () => {
  app = await openApp()
  for (let i = 0; i < 60; i += 1) await app.create()
  const answer = await app.ask('POST', '/api/workshops', { body: { title: 'one more' } })
  expect(refusalOf(answer)).toBe('too-many-requests')
  expect(answer.status).toBe(429)
  app.clock.now += 600_001
  await app.create()
})

test('a code that is taken is made anew', async () => {
  const codes: string[] = []
  app = await openApp({
    around: (storage) => ({
      ...storage,
      workshops: {
        ...storage.workshops,
        create: async (workshop, links) => {
          codes.push(workshop.code)
          // The first answer is what the storage says about a code that somebody has.
          return codes.length > 1 && storage.workshops.create(workshop, links)
        },
      },
    }),
  })
  const { code } = await app.create()
  expect(codes).toHaveLength(2)
  expect(code).toBe(codes[1])
})

/** A storage that writes down what it has kept, and breaks at one of the steps of founding. */
function diary(kept: string[], breaksAt: string | null) {
  const keep = async <T>(step: string, write: () => Promise<T>): Promise<T> => {
    if (step === breaksAt) throw new Error('the disk is gone')
    const result = await write()
    kept.push(step)
    return result
  }
  return (storage: Storage): Storage => {
    const { facilitation, board, workshops } = storage
    return {
      ...storage,
      facilitation: { ...facilitation, append: (batch) => keep('event', () => facilitation.append(batch)) },
      board: {
        ...board,
        append: (entries) => {
          const kept = keep('board', () => board.append(entries).durable)
          return { written: kept, durable: kept }
        },
      },
      workshops: {
        ...workshops,
        create: (workshop, links) => keep('links', () => workshops.create(workshop, links)),
      },
    }
  }
}

test('the links are stored after everything that they open', async () => {
  const kept: string[] = []
  app = await openApp({ around: diary(kept, null) })
  await app.create({ template: 'support-case' })
  expect(kept).toEqual(['event', 'board', 'links'])
})

test.each([
  ['event', []],
  ['board', ['event']],
  ['links', ['event', 'board']],
])('when storing the %s fails there is no link, and the process goes on', async (step, before) => {
  const kept: string[] = []
  const bugs: string[] = []
  const bug = (fact: string) => {
    bugs.push(fact)
    return 'e1a2b3c4'
  }
  app = await openApp({ log: { info: () => {}, warn: () => {}, bug }, around: diary(kept, step) })
  const answer = await app.ask('POST', '/api/workshops', { body: { title: 'Half' } })
  expect(answer.status).toBe(500)
  expect(refusalOf(answer)).toBe('bug')
  expect(answer.text).toContain('e1a2b3c4')
  expect(answer.text).not.toContain('disk')
  expect(kept).toEqual(before)
  expect(bugs).toContain('http.failed')
  expect((await app.ask('GET', '/healthz')).status).toBe(200)
})

test('an id that has events and no links cannot be opened', async () => {
  app = await openApp()
  const workshopId = newWorkshopId()
  const command = foundingCommand({ templateId: 'blank', language: 'de', title: 'Half' })
  await app.rooms.submit(workshopId, { actor: { personId: null, role: 'server' }, commandId: null, command })
  for (const key of [{ secret: newSecret() }, { code: 'KRN-482' }]) {
    const answer = await app.ask('POST', `/api/workshops/${workshopId}/join`, { body: key })
    expect(refusalOf(answer)).toBe('workshop-unknown')
    expect(answer.status).toBe(404)
  }
})
