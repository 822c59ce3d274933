// The workshop's data in people's hands: taken along as a file, gone on with, kept for a while, deleted for good.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { findings } from '#tests/support/axe.ts'
import { enter } from '#tests/support/board-people.ts'
import { boardWorkshop } from '#tests/support/board-workshop.ts'
import type { Person } from '#tests/support/browser.ts'
import { layCable } from '#tests/support/cable.ts'
import { holdBackAnswers } from '#tests/support/hold-back.ts'
import { keysIn } from '#tests/support/kept-in-browser.ts'
import { createWorkshop } from '#tests/support/server.ts'

const room = boardWorkshop('data', {
  template: 'onboarding-telecom',
  language: 'de',
  title: 'Glasfaser: vom Auftrag bis online',
})
let lead: Person
let ana: Person

beforeAll(async () => {
  lead = await room.enter('facilitator', { name: 'Leyla', department: null })
  ana = await room.enter('participant', { name: 'Ana', department: 'Technik' })
})

const seesMap = (page: Page) =>
  page.locator('.tl-shape[data-shape-type="touchpoint"]').first().waitFor({ timeout: 60_000 })

async function openData(page: Page) {
  await page.getByRole('button', { name: 'Mehr', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Daten und Löschen' }).click()
  return page.getByRole('dialog', { name: 'Daten und Löschen' })
}

test('a facilitator saves the whole workshop, and it goes on from the file as a new one with new links', async () => {
  const dialog = await openData(lead.page)
  expect(await findings(lead.page)).toEqual([])
  const [download] = await Promise.all([
    lead.page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Ganzer Workshop (JSON)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('Glasfaser-vom-Auftrag-bis-online.runde.json')
  await dialog.getByText('Gespeichert', { exact: true }).waitFor()
  const buffer = await readFile(await download.path())
  await lead.page.keyboard.press('Escape')

  const other = await room.sitDown()
  await other.page.goto(room.origin)
  await other.page
    .getByLabel('Mit einer Datei weitermachen', { exact: true })
    .and(other.page.locator('input'))
    .setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer })
  const invitation = other.page.getByRole('dialog', { name: /Der Workshop steht/ })
  await invitation.waitFor({ timeout: 60_000 })
  await invitation.getByRole('button', { name: 'Zum Board' }).click()
  await seesMap(other.page)
  expect(new URL(other.page.url()).pathname).not.toBe(new URL(lead.page.url()).pathname)
  expect(other.complaints).toEqual([])
  await other.context.close()
})

test('a file that was cut off makes nothing and says so', async () => {
  const other = await room.sitDown()
  await other.page.goto(room.origin)
  await other.page
    .getByLabel('Mit einer Datei weitermachen', { exact: true })
    .and(other.page.locator('input'))
    .setInputFiles({
      name: 'w.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"runde-workshop","ver'),
    })
  await other.page
    .getByRole('alert')
    .getByText(/abgeschnitten oder beschädigt/)
    .waitFor()
  expect(await findings(other.page)).toEqual([])
  await other.context.close()
})

test('everyone sees until when the workshop is kept, and only facilitators how to take it along or delete it', async () => {
  const dialog = await openData(ana.page)
  await dialog.getByText(/bleibt bis .* 90 Tage nach dem Tag/).waitFor()
  expect(await dialog.getByRole('button', { name: /Ganzer Workshop|Workshop löschen/ }).count()).toBe(0)
  expect(await findings(ana.page)).toEqual([])
  await ana.page.keyboard.press('Escape')
})

test('somebody erases themselves, after reading what goes and what stays, and is out', async () => {
  const cem = await room.enter('participant', { name: 'Cem', department: 'Technik' })
  const { page } = cem
  const mine = await ownerOf(page)
  await keepMore(page, mine)
  const dialog = await openData(page)
  await dialog.getByText(/Geheime Stimmzettel bleiben/).waitFor()
  await dialog.getByRole('button', { name: 'Mich löschen' }).press('Enter')
  const question = dialog.getByRole('group', { name: 'Mich löschen' })
  // The focus has gone to the harmless answer.
  await page.keyboard.press('Enter')
  await question.waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: 'Mich löschen' }).press('Enter')
  expect(await findings(page)).toEqual([])
  await question.getByRole('button', { name: 'Mich endgültig löschen' }).press('Enter')
  await page.getByRole('heading', { name: 'Sie sind aus diesem Workshop gelöscht' }).waitFor()
  expect(await findings(page)).toEqual([])
  await expect.poll(() => keptOf(page, mine.personId)).toEqual([])
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Hier geht es nicht weiter' }).waitFor()
  expect(await page.locator('.tl-canvas').count()).toBe(0)
  await cem.context.close()
})

test('the facilitator erases a person from the list, whose words are then shown to nobody', async () => {
  const dora = await room.enter('participant', { name: 'Dora', department: 'Technik' })
  await lead.page
    .getByRole('button', { name: /^Wer ist da|Person/ })
    .first()
    .click()
  await lead.page.getByRole('button', { name: 'Was darf Dora?' }).click()
  await lead.page.getByRole('button', { name: 'Mit allem löschen: Dora' }).click()
  await lead.page.getByText(/Geheime Stimmzettel bleiben/).waitFor()
  expect(await findings(lead.page)).toEqual([])
  await lead.page.getByRole('button', { name: 'Ja, endgültig löschen' }).click()
  await dora.page.getByRole('heading', { name: 'Sie sind aus diesem Workshop gelöscht' }).waitFor()
  await expect.poll(() => lead.page.getByText('Dora', { exact: true }).count()).toBe(0)
  await lead.page.keyboard.press('Escape')
  await dora.context.close()
})

/** What a browser keeps that names this workshop or person, wherever browsers keep things. */
async function keptOf(page: Page, name: string): Promise<string[]> {
  const { databases, stores } = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).flatMap((database) => database.name ?? []),
    stores: [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage).flat()),
  }))
  const withNames = databases.filter((one) => ['runde-recovery', 'runde-ballots'].includes(one))
  const inside = await Promise.all(withNames.map((database) => keysIn(page, database)))
  return [...databases, ...inside.flat(), ...stores].filter((one) => one.includes(name)).sort()
}

/** A ballot, a change that was refused, a note and an answer that were not sent: what chance does not bring about in time. */
const keepMore = (page: Page, owner: { workshopId: string; personId: string }) =>
  page.evaluate(async ({ workshopId, personId }) => {
    const put = (database: string, act: (opened: IDBDatabase) => IDBTransaction) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open(database, 1)
        // As the page makes them, where it has not yet.
        opening.onupgradeneeded = () => {
          if (database === 'runde-recovery') opening.result.createObjectStore('copies')
          else
            opening.result
              .createObjectStore('ballot', { keyPath: ['pollId', 'personId'] })
              .createIndex('createdAt', 'createdAt')
        }
        opening.onsuccess = () => {
          act(opening.result).oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      })
    await put('runde-recovery', (opened) => {
      const transaction = opened.transaction('copies', 'readwrite')
      transaction.objectStore('copies').put(new Uint8Array(3), `${workshopId}:${personId}`)
      return transaction
    })
    await put('runde-ballots', (opened) => {
      const transaction = opened.transaction('ballot', 'readwrite')
      transaction.objectStore('ballot').put({ pollId: 'a'.repeat(32), personId, createdAt: Date.now() })
      return transaction
    })
    localStorage.setItem(`runde.silent.${workshopId}.${personId}`, '{}')
    sessionStorage.setItem(`runde.draft.${personId}.${'a'.repeat(32)}`, '{}')
  }, owner)

async function ownerOf(page: Page): Promise<{ workshopId: string; personId: string }> {
  return page.evaluate(async () => {
    const workshopId = location.pathname.split('/').at(-1) ?? ''
    const answer = await fetch(`/api/workshops/${workshopId}/seat${location.search}`)
    return { workshopId, personId: (await answer.json()).personId }
  })
}
const eraseByLead = async (page: Page, personId: string) =>
  page.evaluate(
    async (id) =>
      (
        await fetch(`/api${location.pathname.replace('/w/', '/workshops/')}/people/${id}${location.search}`, {
          method: 'DELETE',
        })
      ).status,
    personId,
  )

test('whoever is erased while they are away loses what their browser kept, and only that, when it is opened again', async () => {
  const eva = await room.enter('participant', { name: 'Eva', department: 'Technik' })
  const mine = await ownerOf(eva.page)
  await keepMore(eva.page, mine)
  const { links } = await createWorkshop(room.origin, { template: 'support-case', language: 'de' })
  await enter(links.participant, 'Eva', null, eva)
  const other = await ownerOf(eva.page)
  await keepMore(eva.page, other)
  await eva.page.goto('about:blank')
  expect(await eraseByLead(lead.page, mine.personId)).toBe(204)

  await eva.page.goto(room.origin)
  await expect.poll(() => keptOf(eva.page, mine.personId)).toEqual([])
  await expect.poll(() => keptOf(eva.page, mine.workshopId)).toEqual([])
  expect(await keptOf(eva.page, other.personId)).toHaveLength(5)
  await eva.context.close()
})

test('a room that was cut off while its person was erased says so when it is connected again, and keeps nothing', async () => {
  const cable = await layCable(room.origin)
  const finn = await room.enter('participant', { name: 'Finn', department: 'Technik', cable })
  const mine = await ownerOf(finn.page)
  await keepMore(finn.page, mine)
  cable.pullOut()
  await finn.page.getByText('Offline').first().waitFor()
  expect(await eraseByLead(lead.page, mine.personId)).toBe(204)
  const { asked, letThrough } = await holdBackAnswers(finn.page, /\/api\/gone$/)
  cable.plugIn()
  await asked
  // Whether it was this or the link is not known yet.
  await finn.page.locator('main').getByRole('status').waitFor()
  expect(await finn.page.getByRole('heading', { name: 'Dieser Platz ist beendet' }).count()).toBe(0)
  letThrough()
  await finn.page.getByRole('heading', { name: 'Sie sind aus diesem Workshop gelöscht' }).waitFor()
  expect(await findings(finn.page)).toEqual([])
  await expect.poll(() => keptOf(finn.page, mine.personId)).toEqual([])
  await finn.context.close()
  await cable.close()
})

test('the facilitator deletes it by writing its title; everybody in it is told, and nothing leads back', async () => {
  const away = await room.enter('participant', { name: 'Gül', department: 'Technik' })
  const absent = await ownerOf(away.page)
  await keepMore(away.page, absent)
  await away.page.goto('about:blank')
  const dialog = await openData(lead.page)
  await dialog.getByRole('button', { name: 'Workshop löschen' }).click()
  const title = dialog.getByRole('textbox', { name: /Zur Bestätigung den Titel schreiben/ })
  await title.fill('Glasfaser')
  await title.press('Enter')
  await dialog.getByText('Der Titel ist noch nicht derselbe.').waitFor()
  expect(await findings(lead.page)).toEqual([])
  await title.fill('Glasfaser: vom Auftrag bis online')
  await dialog.getByRole('button', { name: 'Mit allem löschen' }).click()
  for (const { page } of [lead, ana])
    await page.getByRole('heading', { name: 'Dieser Workshop wurde gelöscht' }).waitFor()
  await ana.page.reload()
  await ana.page.getByRole('alert').waitFor()
  expect(await ana.page.locator('.tl-canvas').count()).toBe(0)
  await ana.page.goto(room.origin)
  await ana.page.getByRole('heading', { name: 'Mit einer Datei weitermachen' }).waitFor()
  expect(await ana.page.getByText('Zuletzt hier geöffnet').count()).toBe(0)

  await away.page.goto(room.links.participant)
  await away.page.getByRole('alert').waitFor()
  for (const name of Object.values(absent)) await expect.poll(() => keptOf(away.page, name)).toEqual([])
  await away.context.close()
})
