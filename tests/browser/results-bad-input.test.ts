// What nobody wishes for in a report: nothing at all, 2,000 cards, texts that attack; and workshop files that are not whole.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { strFromU8, unzipSync } from 'fflate'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import type { Browser, Download } from 'playwright-core'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { WorkshopFile } from '#shared/workshop-file/workshop-file.ts'
import { bringWorkshop } from '#tests/support/bring-workshop.ts'
import { openBrowser, type Person, photograph, sitDown } from '#tests/support/browser.ts'
import { longWorkshop } from '#tests/support/long-workshop.ts'
import { faultsOf, openPackage } from '#tests/support/office-package.ts'
import { readPdf, withoutSpace } from '#tests/support/read-pdf.ts'
import { fileLabels, takeFile } from '#tests/support/report-files.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'

let server: RunningServer
let browser: Browser
let person: Person
/** What any page has shown that stops everything. */
let dialogs: string[]

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.clear()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail' && person && !person.page.isClosed())
    await photograph({ 'results-bad-input': person })
})

async function open(address: string, width = 1280): Promise<Person> {
  person = await sitDown(browser, server.origin, {
    viewport: { width, height: 900 },
    timezoneId: 'Europe/Berlin',
    acceptDownloads: true,
  })
  dialogs = []
  person.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await person.page.goto(address)
  return person
}

async function openReport(link: string, title: string, width?: number): Promise<Person> {
  const opened = await open(link, width)
  await opened.page.getByRole('heading', { level: 1, name: title }).waitFor()
  return opened
}

/** Nothing ran that came from a text, nothing asked, nothing was complained of. */
async function isQuiet({ page, complaints, context }: Person): Promise<void> {
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  expect(dialogs).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
}

const bytesOf = async (file: Download) => new Uint8Array(await readFile(await file.path()))

async function take(
  { page }: Person,
  labels: readonly string[] = fileLabels.de,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const label of labels) {
    const file = await takeFile(page, label)
    if (file) files.set(label, await bytesOf(file))
  }
  return files
}

function fileIn(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>, label: string): Uint8Array<ArrayBuffer> {
  const file = files.get(label)
  if (!file) throw new Error(`There is no ${label}.`)
  return file
}

const tablesIn = (zip: Uint8Array): string[][][] =>
  Object.values(unzipSync(zip)).map(
    (bytes) => Papa.parse<string[]>(strFromU8(bytes).replace(/^\uFEFF/, ''), { delimiter: ';' }).data,
  )

test('a workshop with nothing in it has a report, and every file that can be made of nothing', async () => {
  const { links } = await createWorkshop(server.origin, { title: 'Leer', template: 'blank', language: 'de' })
  const opened = await openReport(links.results, 'Leer', 360)
  const files = await take(opened)
  expect([...files.keys()]).toEqual(fileLabels.de.filter((label) => !/Kalender|PNG|SVG/.test(label)))
  const { pages } = await readPdf(fileIn(files, 'PDF'))
  expect(pages.join('')).toContain('Leer')
  expect((await readXlsxFile(Buffer.from(fileIn(files, 'Excel'))))[0]?.data[0]?.[0]).toBe('Leer')
  expect(faultsOf(await openPackage(new Blob([fileIn(files, 'PowerPoint')])))).toEqual([])
  await isQuiet(opened)
})

describe('with texts that attack in every field', () => {
  let count = 0
  const attacks = ['<img src=x onerror=hit=1>', '<script>hit=1</script>'] as const
  const hostile = (text: string) => `=cmd()${attacks[count++ % 2]}مرحبا你好👩🏽‍🚒 ${text}`
  let file: WorkshopFile
  let link: string

  beforeAll(async () => {
    file = longWorkshop({ people: 6, sessions: 2, cards: 40, polls: 5, say: hostile })
    link = (await bringWorkshop(server.origin, file)).links.results
  })

  test('the report shows them as they are, on a phone as well, and nothing of them runs', async () => {
    const opened = await openReport(link, file.workshop.title, 360)
    const { page } = opened
    await page.getByRole('img', { name: /Bild der Karte/ }).waitFor({ timeout: 60_000 })
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await expect.poll(overflow).toBeLessThanOrEqual(0)
    expect(await page.locator('main img[src="x"], main script').count()).toBe(0)
    await isQuiet(opened)
  })

  test('every file has them as text, and no program takes one for a formula', async () => {
    const opened = await openReport(link, file.workshop.title)
    const files = await take(opened)
    expect([...files.keys()]).toEqual([...fileLabels.de])
    const cells = tablesIn(fileIn(files, 'CSV-Tabellen (ZIP)')).flat(2)
    expect(cells.some((cell) => cell.startsWith("'=cmd()"))).toBe(true)
    expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([])
    const sheets = await readXlsxFile(Buffer.from(fileIn(files, 'Excel')))
    expect(sheets[0]?.data[0]?.[0]).toBe(file.workshop.title)
    const workbook = await openPackage(new Blob([fileIn(files, 'Excel')]))
    expect(faultsOf(workbook)).toEqual([])
    const formulas = workbook.names.filter((name) => strFromU8(workbook.bytes(name)).includes('<f>'))
    expect(formulas).toEqual([])
    const deck = await openPackage(new Blob([fileIn(files, 'PowerPoint')]))
    expect(faultsOf(deck)).toEqual([])
    const { pages } = await readPdf(fileIn(files, 'PDF'))
    expect(pages.join('')).toContain(withoutSpace('<script>hit=1</script>'))
    const events = new ICAL.Component(
      ICAL.parse(strFromU8(fileIn(files, 'Kalender (ICS)'))),
    ).getAllSubcomponents('vevent')
    expect(events.length).toBe(17) // eight actions, when due and when felt, and the next session
    expect(strFromU8(fileIn(files, 'SVG'))).not.toMatch(/<script|<img[^>]*onerror/)
    await isQuiet(opened)
  })
})

test('2,000 cards are shown, drawn, and in the files that could become too large', async () => {
  const file = longWorkshop({ people: 5, sessions: 1, cards: 2000, polls: 2 })
  const { links } = await bringWorkshop(server.origin, file)
  const opened = await openReport(links.results, file.workshop.title)
  await opened.page.getByRole('img', { name: /Bild der Karte/ }).waitFor({ timeout: 60_000 })
  const labels = ['PDF', 'PowerPoint', 'Excel', 'CSV-Tabellen (ZIP)', 'PNG']
  const files = await take(opened, labels)
  expect([...files.keys()]).toEqual(labels)
  const numbered = (cells: readonly unknown[]) =>
    new Set(cells.flatMap((cell) => /\((\d+)\)$/.exec(String(cell))?.[1] ?? []))
  expect(numbered(tablesIn(fileIn(files, 'CSV-Tabellen (ZIP)')).flat(2)).size).toBeGreaterThan(1500)
  const sheets = await readXlsxFile(Buffer.from(fileIn(files, 'Excel')))
  expect(numbered(sheets.flatMap(({ data }) => data.flat())).size).toBeGreaterThan(1500)
  expect(Buffer.from(fileIn(files, 'PNG')).subarray(1, 4).toString()).toBe('PNG')
  await isQuiet(opened)
})

describe('a workshop file on the start page', () => {
  const whole = longWorkshop({ people: 5, sessions: 1, cards: 5, polls: 2 })
  const text = JSON.stringify(whole)

  function edited(): string {
    const copy = structuredClone(whole)
    const [bundle] = copy.bundles
    if (bundle) bundle.bundle = `${bundle.bundle.slice(0, 40)}AAAA${bundle.bundle.slice(44)}`
    return JSON.stringify(copy)
  }

  test.each([
    ['cut off', text.slice(0, text.length / 2), /abgeschnitten.*nach \d+ characters|cut off after \d+/],
    ['edited in its log', text.replace('"type":"person.joined"', '"type":"person.crowned"'), /events\[\d+\]/],
    ['edited in its ballots', edited(), /bundles\[0\]\.bundle/],
    ['of a newer Runde', text.replace('"version":1', '"version":99'), /neueren Runde/],
  ])('that is %s makes nothing, and the page says where it is wrong', async (_, content, sentence) => {
    const { page, context } = await open(server.origin, 360)
    await page
      .getByLabel('Mit einer Datei weitermachen', { exact: true })
      .and(page.locator('input'))
      .setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer: Buffer.from(content) })
    await page.getByRole('alert').getByText(sentence).waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    expect(dialogs).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    await context.close()
  })

  test('none of them has left anything behind', async () => {
    await server.end()
    const database = new DatabaseSync(join(server.dataDir, 'runde.db'), { readOnly: true })
    const stored = database.prepare('select count(*) as count from workshop').get()
    database.close()
    expect(stored).toEqual({ count: 3 }) // those that other tests here have made
  })
})
