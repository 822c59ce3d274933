// What the server refuses, a page that is older than the server, and a board that is full: the person is told, and loses nothing.
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from '#shared/board/read-board.ts'
import { addSticky } from '#tests/server/board/sample-records.ts'
import { enter, isOurs, sayFirst, seesNote, shape, tool, writeNote } from '#tests/support/board-people.ts'
import { askBoard, updateFrame } from '#tests/support/board-wire.ts'
import { openBrowser, type Person, photograph, sitDown } from '#tests/support/browser.ts'
import { type Cable, layCable } from '#tests/support/cable.ts'
import { keysIn } from '#tests/support/kept-in-browser.ts'
import {
  createWorkshop,
  type Guest,
  joinByLink,
  type RunningServer,
  startServer,
} from '#tests/support/server.ts'

const patience = { timeout: 20_000, interval: 100 }
const bookVisit = 'shape:touchpoint-book-visit'
const wish = { template: 'onboarding-telecom', language: 'de' } as const

let server: RunningServer
let browser: Browser
/** Between the server and Bo. */
let cable: Cable
let bo: Person
/** Asks the server what is on the board. */
let reader: Guest

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  const { links } = await createWorkshop(server.origin, wish)
  cable = await layCable(server.origin)
  reader = await joinByLink(links.participant)
  const desk = await sitDown(browser, cable.origin, { locale: 'en-GB' })
  await desk.context.addInitScript(sayFirst)
  bo = await enter(links.participant.replace(server.origin, cable.origin), 'Bo', 'Vertrieb', desk)
})
afterAll(async () => {
  await browser?.close()
  await cable?.close()
  await server?.clear()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await photograph({ 'refused-bo': bo })
})

const noteTexts = async () =>
  readBoard(await askBoard(server.origin, reader)).maps.flatMap(({ notes }) => notes.map(({ text }) => text))

async function pullOut(): Promise<void> {
  cable.pullOut()
  await bo.page
    .getByText(/^Offline/)
    .first()
    .waitFor()
}

/** Bo writes a note while cut off, and comes back with something that the server refuses. */
async function beRefused(words: string): Promise<void> {
  const doc = new Y.Doc()
  doc.getMap('neither records nor meta').set('key', 'value')
  const forged = [...updateFrame(Y.encodeStateAsUpdate(doc))]
  await pullOut()
  await writeNote(bo, 'Note', words, { x: 350, y: 420 })
  await bo.page.evaluate((bytes) => Object.assign(globalThis, { forged: bytes }), forged)
  cable.plugIn()
}

test('after a refusal shows what is stored, and offers what is missing there: as a text, or put back', async () => {
  const { page } = bo
  await beRefused('Comes back')
  const notice = page.getByRole('alert').filter({ hasText: 'did not accept' })
  await notice.getByText('One change made here is not in it').waitFor()
  await shape(page, bookVisit).waitFor()
  expect(await seesNote(bo, 'Comes back')).toBe(false)
  // Also after loading the page again.
  await page.reload()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    notice.getByRole('button', { name: 'Save my texts' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toBe('Comes back\n')
  await notice.getByRole('button', { name: 'Put back' }).click()
  await notice.waitFor({ state: 'detached' })
  await expect.poll(noteTexts, patience).toContain('Comes back')
  await expect.poll(() => seesNote(bo, 'Comes back'), patience).toBe(true)
  await page.getByText('Saved', { exact: true }).first().waitFor()
})

test('leaves out for good what its author wants left out after a refusal', async () => {
  const { page } = bo
  await beRefused('Never arrives')
  const notice = page.getByRole('alert').filter({ hasText: 'did not accept' })
  await notice.getByRole('button', { name: 'Leave out' }).click()
  await notice.waitFor({ state: 'detached' })
  // What is offered after a reload is read from here, at some time after all is saved.
  await expect.poll(() => keysIn(page, 'runde-recovery')).toEqual([])
  await page.reload()
  await shape(page, bookVisit).waitFor()
  await page.getByText('Saved', { exact: true }).first().waitFor()
  expect(await notice.count()).toBe(0)
  expect(await noteTexts()).not.toContain('Never arrives')
})

test('asks an old page to be loaded again, and keeps until then what is not saved', async () => {
  const { page } = bo
  await pullOut()
  await writeNote(bo, 'Note', 'Waits for the new page', { x: 350, y: 420 })
  await page.evaluate(() => Object.assign(globalThis, { isOld: true }))
  cable.plugIn()
  const notice = page.getByRole('status').filter({ hasText: 'There is a new version of the board' })
  await notice.waitFor()
  expect(await noteTexts()).not.toContain('Waits for the new page')
  await notice.getByRole('button', { name: 'Reload' }).click()
  await expect.poll(noteTexts, patience).toContain('Waits for the new page')
  await page.getByText('Saved', { exact: true }).first().waitFor()
})

test('says so when it takes nothing more', async () => {
  const { links } = await createWorkshop(server.origin, wish)
  const helper = await joinByLink(links.participant)
  const doc = await askBoard(server.origin, helper)
  for (let round = 0; round < 8; round++) {
    const known = Y.encodeStateVector(doc)
    doc.transact(() => {
      for (let at = 0; at < 500; at++) addSticky(doc, `${round}-${at}`, { x: 5000 + round })
    })
    await askBoard(server.origin, helper, Y.encodeStateAsUpdate(doc, known))
  }
  const dan = await enter(links.participant, 'Dan', 'IT', await sitDown(browser, server.origin))
  await tool(dan, 'Notiz').click()
  await dan.page.locator('.tl-canvas').click({ position: { x: 200, y: 420 } })
  const notice = dan.page.getByRole('alert').filter({ hasText: 'Das Board ist voll' })
  await notice.getByText('4.000').waitFor()
  await notice.getByRole('button', { name: 'Verstanden' }).click()
  await notice.waitFor({ state: 'detached' })
  // The copy on this device is larger than any change may be.
  await dan.page.reload()
  await dan.page.getByText('Gespeichert', { exact: true }).first().waitFor()
  await shape(dan.page, bookVisit).waitFor()
  expect(await dan.page.getByRole('alert').filter({ hasText: 'nicht angenommen' }).count()).toBe(0)
  expect(dan.complaints.filter(isOurs)).toEqual([])
  await dan.context.close()
})
