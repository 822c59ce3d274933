// Maps come in and go out: a table of another program, a template of one's own, pictures and files to take along.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { BoardFile } from '#shared/board/board-file.ts'
import { bytesOf } from '#tests/shared/board/import/bytes.ts'
import { tool } from '#tests/support/board-people.ts'
import { boardWorkshop } from '#tests/support/board-workshop.ts'
import type { Person } from '#tests/support/browser.ts'
import { comeIn } from '#tests/support/come-in.ts'
import {
  close,
  countFrames,
  dialog,
  expectAccessible,
  give,
  open,
  saved,
} from '#tests/support/exchange-people.ts'
import { takesFocus } from '#tests/support/focus.ts'

const title = 'Glasfaser: vom Auftrag bis online'
const room = boardWorkshop('exchange', { template: 'onboarding-telecom', language: 'de', title })
/** Leads the workshop, in German. */
let ana: Person
/** Takes part, in English and dark. */
let bo: Person

beforeAll(async () => {
  ana = await room.enter('facilitator', { name: 'Ana', department: 'Abrechnung' })
  const abroad = { locale: 'en-GB', colorScheme: 'dark' } as const
  bo = await room.enter('participant', { name: 'Bo', department: 'Vertrieb' }, abroad)
})

const mapsOnServer = async () => (await room.board()).maps
/** As Excel writes it in Germany: Windows-1252, semicolons, decimal commas; one heading that nobody can know. */
const table = [
  'Phase;Ebene;Was passiert;Kanal;Bereich;Ist;Soll;Bemerkung',
  'Kündigung;Touchpoints;Kündigung schreiben;E-Mail;Abrechnung;3,5;8;"eins\r\nzwei"',
  ';Touchpoints;Bestätigung abwarten;Brief;Vorstand;;7,5;',
  'Wechsel;Schmerzpunkte;;;IT;;;Zurückschicken kostet 6 €',
  'Wechsel;Touchpoints;Neuer Anbieter;Web;;elf;9;=SUM(A1)',
  '',
].join('\r\n')

describe('a table of another program', () => {
  test('is checked, corrected and taken in, and everybody sees its cards', async () => {
    const form = await open(ana, 'Dateien', 'Karte importieren')
    await give(ana, 'Kündigung_2026.csv', bytesOf(table, 'windows-1252'))
    await form.getByText(/Windows-1252.*Semikolon/).waitFor()
    await form
      .getByLabel('Bedeutung von Spalte „Was passiert“')
      .selectOption({ label: 'Titel des Touchpoints' })
    await form.getByText('Verstanden: 2 Phasen, 2 Ebenen, 2 Touchpoints, 1 Notiz').waitFor()
    // The line in the file: a line break within quotation marks is one.
    await form.getByText(/Zeile 6, Spalte „Ist“: „elf“ ist keine Zahl/).waitFor()
    await form.getByText(/Zeile 4, Spalte „Bereich“: Die Abteilung „Vorstand“ gibt es hier nicht/).waitFor()
    await expectAccessible(ana)
    await form.getByRole('button', { name: '3 gute Einträge übernehmen' }).click()
    await form.getByText(/^Übernommen: 2 Phasen/).waitFor()
    await form.getByRole('button', { name: 'Fertig' }).click()
    for (const { page } of [ana, bo]) {
      await page
        .locator('.tl-shape[data-shape-type="touchpoint"]', { hasText: /Kündigung\s*schreiben/ })
        .waitFor({ state: 'attached' })
    }
    await expect.poll(async () => (await mapsOnServer()).length).toBe(2)
    const map = (await mapsOnServer())[1]
    expect(map).toMatchObject({
      title: 'Kündigung 2026',
      stages: [{ title: 'Kündigung' }, { title: 'Wechsel' }],
      touchpoints: [
        {
          title: 'Kündigung schreiben',
          channel: 'e-mail',
          departmentId: 'billing',
          actual: 3.5,
          target: 8,
          notes: 'eins\nzwei',
        },
        { title: 'Bestätigung abwarten', channel: 'letter', departmentId: null, target: 7.5 },
      ],
      notes: [{ text: 'Zurückschicken kostet 6 €', kind: 'pain-points', departmentId: 'it' }],
    })
  })

  test('is one step to undo, for whoever took it in', async () => {
    await ana.page.locator('.tl-container').first().focus()
    await ana.page.keyboard.press('Control+z')
    await expect.poll(async () => (await mapsOnServer()).length).toBe(1)
    await ana.page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => (await mapsOnServer()).length).toBe(2)
  })

  test('can be pasted, and read in another way', async () => {
    const form = await open(bo, 'Files', 'Import a map')
    await bo.page.evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    }, 'one\ttwo\nBuy\tIn the shop\n')
    await form.getByText(/tab, without a heading/).waitFor()
    await form.getByText('No column says which stage a card belongs to.', { exact: false }).waitFor()
    await form.getByRole('button', { name: 'Read it differently' }).click()
    await form.getByRole('switch', { name: 'First row is the heading' }).check()
    await form.getByLabel('Meaning of Column “one”').selectOption('stage')
    await form.getByLabel('Meaning of Column “two”').selectOption('title')
    await form.getByText('Understood: 1 stage, 1 lane, 1 touchpoint').waitFor()
    await expectAccessible(bo)
    await close(bo)
  })

  test('that is none is called by its name, and changes nothing', async () => {
    const form = await open(ana, 'Dateien', 'Karte importieren')
    const before = await mapsOnServer()
    const workbook = Buffer.from('PK\x03\x04....[Content_Types].xml....xl/workbook.xml', 'latin1')
    for (const [bytes, sentence] of [
      [workbook, /Excel-Arbeitsmappe, keine CSV-Datei/],
      [Buffer.alloc(0), /Die Datei ist leer/],
      [Buffer.from('Phase;Titel\nKauf;"offen\n'), /In Zeile 2 beginnt ein Anführungszeichen/],
      [Buffer.from('{"format":"runde-board","version":9}'), /von einer neueren Version/],
      [Buffer.alloc(10 * 1024 * 1024 + 1, 'a;b\n'), /Die Datei hat 11 MB, bis 10 MB sind möglich/],
    ] as const) {
      await give(ana, 'Tabelle.csv', bytes)
      await form.getByRole('alert').filter({ hasText: sentence }).waitFor()
    }
    await close(ana)
    expect(await mapsOnServer()).toEqual(before)
  })

  test('of ten megabytes does not stop the page', async () => {
    const form = await open(ana, 'Dateien', 'Karte importieren')
    // By its path: handed over as bytes the test itself would hold the page up.
    const folder = await mkdtemp(join(tmpdir(), 'runde-exchange-'))
    const path = join(folder, 'gross.csv')
    const row = `Kauf;Touchpoints;Karte;Web;IT;5;8;${'x'.repeat(2500)}\n`
    await writeFile(path, `Phase;Ebene;Titel;Kanal;Abteilung;Ist;Soll;Notiz\n${row.repeat(3900)}`)
    await ana.page.evaluate(countFrames)
    await ana.page.locator('input[type=file]').setInputFiles(path)
    await form
      .getByText('3.900 Zeilen haben Fehler', { exact: false })
      .or(form.getByText('3900 Zeilen haben Fehler', { exact: false }))
      .waitFor()
    await form
      .getByText(/ist zu lang: höchstens 2000 Zeichen/)
      .first()
      .waitFor()
    const seen = await ana.page.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'framesSeen')))
    console.log('frames while ten megabytes were read', seen)
    await rm(folder, { recursive: true })
    await close(ana)
  })
})

describe('a template of one’s own', () => {
  test('is kept in the browser, offered on the start page, and a workshop begins with it', async () => {
    const form = await open(ana, 'Dateien', 'Als Vorlage speichern')
    await form.getByRole('textbox', { name: 'Name der Vorlage' }).fill('Unser Anschluss')
    await expectAccessible(ana)
    await form.getByRole('button', { name: 'In diesem Browser behalten' }).click()
    await form.getByText('Behalten.', { exact: false }).waitFor()
    const { name, bytes } = await saved(ana, () =>
      form.getByRole('button', { name: 'Als Datei speichern' }).click(),
    )
    expect(name).toBe('Unser-Anschluss.json')
    const file = BoardFile.parse(JSON.parse(bytes.toString()))
    expect(file).toMatchObject({
      format: 'runde-template',
      title: 'Unser Anschluss',
      templateId: 'onboarding-telecom',
    })
    expect(bytes.toString()).not.toContain(room.reader.personId ?? 'nobody')
    await close(ana)

    const page = await ana.context.newPage()
    await page.goto(room.origin)
    await page.getByRole('radio', { name: /^Unser Anschluss/ }).check({ force: true })
    await page.getByRole('textbox', { name: 'Worum geht es im Workshop?' }).fill('Noch einmal')
    await page.getByRole('button', { name: 'Workshop anlegen' }).click()
    await page.locator('.tl-shape[data-shape-type="persona"]').first().waitFor({ state: 'attached' })
    await page
      .locator('.tl-shape[data-shape-type="touchpoint"]', { hasText: /Kündigung\s*schreiben/ })
      .first()
      .waitFor({ state: 'attached' })
    await page.close()
  })

  test('can come from a file, and is deleted and brought back', async () => {
    const page = await ana.context.newPage()
    await page.goto(room.origin)
    await page.getByRole('button', { name: 'Vorlage „Unser Anschluss“ löschen' }).click()
    await page.getByText('„Unser Anschluss“ ist gelöscht.').waitFor()
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await page.getByRole('radio', { name: /^Unser Anschluss/ }).waitFor()
    const input = page.locator('input[type=file][aria-label="Vorlage aus einer Datei"]')
    await input.setInputFiles({
      name: 'Tabelle.json',
      mimeType: 'application/json',
      buffer: Buffer.from('Phase;Titel\nA;B\n'),
    })
    await page.getByRole('alert').filter({ hasText: 'Das ist eine Tabelle, keine Vorlage.' }).waitFor()
    const other = { format: 'runde-board', version: 1, title: 'Von anderswo', maps: [] }
    await input.setInputFiles({
      name: 'b.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(other)),
    })
    await expect.poll(() => page.getByRole('radio', { name: /^Von anderswo/ }).isChecked()).toBe(true)
    await page.close()
  })

  test('that comes from a file before those of the browser have been read stands beside them', async () => {
    const page = await ana.context.newPage()
    await page.addInitScript(() => {
      const databases = indexedDB.databases.bind(indexedDB)
      const isLetThrough = new Promise<void>((resolve) => Object.assign(globalThis, { letThrough: resolve }))
      indexedDB.databases = () => isLetThrough.then(databases)
    })
    await page.goto(room.origin)
    const other = { format: 'runde-board', version: 1, title: 'Von anderswo', maps: [] }
    await page.locator('input[type=file][aria-label="Vorlage aus einer Datei"]').setInputFiles({
      name: 'b.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(other)),
    })
    const fromFile = page.getByRole('radio', { name: /^Von anderswo/ })
    await fromFile.waitFor({ state: 'attached' })
    await page.evaluate(() => Reflect.get(globalThis, 'letThrough')())
    await page.getByRole('radio', { name: /^Unser Anschluss/ }).waitFor({ state: 'attached' })
    await expect.poll(() => fromFile.isChecked()).toBe(true)
    await page.close()
  })
})

describe('pictures and files to take along', () => {
  /** Width and height stand in the first chunk of every PNG. */
  const pngSize = (bytes: Buffer) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) })

  test('a PNG at three times the size, dark, has the pixels it was said to have', async () => {
    const form = await open(ana, 'Dateien', 'Exportieren')
    await form.getByLabel('Was', { exact: true }).selectOption({ label: 'Karte: Kündigung 2026' })
    await form.getByText('3-fach').click()
    await form.getByText('Dunkel').click()
    const said = /(\d+) × (\d+) Pixel/.exec((await form.getByText(/\d+ × \d+ Pixel/).textContent()) ?? '')
    const { name, bytes } = await saved(ana, () => form.getByRole('button', { name: 'Speichern' }).click())
    expect(name).toBe('Glasfaser-vom-Auftrag-bis-online-Kündigung-2026.png')
    expect(pngSize(bytes)).toEqual({ width: Number(said?.[1]), height: Number(said?.[2]) })
    const corner = await ana.page.evaluate(async (base64) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
      const canvas = new OffscreenCanvas(1, 1)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      return [...(context?.getImageData(0, 0, 1, 1).data ?? [])]
    }, bytes.toString('base64'))
    expect(Math.max(...corner.slice(0, 3))).toBeLessThan(60)
    await expectAccessible(ana)
    await close(ana)
  })

  test('an SVG of the whole board stands alone', async () => {
    const form = await open(bo, 'Files', 'Export')
    await form.getByLabel('Format').selectOption('svg')
    const { name, bytes } = await saved(bo, () => form.getByRole('button', { name: 'Save' }).click())
    const svg = bytes.toString()
    expect(name).toMatch(/\.svg$/)
    expect(svg).toContain('@font-face')
    expect(svg).toContain('Kündigung')
    for (const foreign of [
      /<foreignObject/i,
      /<script/i,
      /\son\w+=/i,
      /(?:href|src)="(?!data:|#)/i,
      /url\((?!['"]?(?:data:|#)|&quot;data:)/i,
    ])
      expect(svg.match(foreign)?.[0] ?? null).toBe(null)
    await close(bo)
  })

  test('a table of a map can be taken in again as the same map', async () => {
    const form = await open(ana, 'Dateien', 'Exportieren')
    await form.getByLabel('Format').selectOption('csv')
    await form.getByText('Eine Tabelle hat eine Karte', { exact: false }).waitFor()
    await form.getByLabel('Was', { exact: true }).selectOption({ label: 'Karte: Kündigung 2026' })
    const { bytes } = await saved(ana, () => form.getByRole('button', { name: 'Speichern' }).click())
    await close(ana)
    const again = await open(ana, 'Dateien', 'Karte importieren')
    await give(ana, 'Kündigung 2026.csv', bytes)
    await again.getByRole('button', { name: '3 Einträge übernehmen' }).click()
    await again.getByRole('button', { name: 'Fertig' }).click()
    await expect.poll(async () => (await mapsOnServer()).length).toBe(3)
    const [, first, second] = await mapsOnServer()
    const contents = (map: typeof first) => ({
      stages: map?.stages.map(({ title }) => title),
      lanes: map?.lanes.map(({ title, kind }) => [title, kind]),
      touchpoints: map?.touchpoints.map(({ id: _, stageId: __, laneId: ___, ...rest }) => rest),
      notes: map?.notes.map(({ text, kind, departmentId }) => [text, kind, departmentId]),
    })
    expect(contents(second)).toEqual(contents(first))
  })
})

test('by keyboard alone a file is chosen, checked and taken in', async () => {
  const { page } = ana
  const before = (await mapsOnServer()).length
  await tool(ana, 'Dateien').focus()
  await page.keyboard.press('Enter')
  await takesFocus(page.getByRole('menuitem', { name: 'Karte importieren' }))
  await page.keyboard.press('Enter')
  const choosing = page.waitForEvent('filechooser')
  await takesFocus(dialog(ana).getByRole('button', { name: 'Datei auswählen' }))
  await page.keyboard.press('Enter')
  await (await choosing).setFiles({
    name: 'k.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Phase;Titel\nA;B\n'),
  })
  await dialog(ana).getByRole('button', { name: '1 Eintrag übernehmen' }).focus()
  await page.keyboard.press('Enter')
  await dialog(ana).getByRole('button', { name: 'Fertig' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await mapsOnServer()).length).toBe(before + 1)
})

test('on a phone the list takes a map in and takes it back', async () => {
  const before = (await mapsOnServer()).length
  const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
  const cem = await room.sitDown(phone)
  const { page } = cem
  await comeIn(page, room.links.participant, { name: 'Cem' })
  await page
    .getByRole('button', { name: 'Karte', exact: true })
    .or(page.getByRole('tab', { name: 'Karte' }))
    .first()
    .click()
  await page.getByRole('button', { name: 'Dateien' }).click()
  await page.getByRole('menuitem', { name: 'Karte importieren' }).click()
  await give(
    cem,
    'Umzug.csv',
    Buffer.from('Phase;Titel;Ist\nMelden;Neue Adresse;elf\nMelden;Zähler ablesen;4,5\n'),
  )
  await dialog(cem)
    .getByText(/Zeile 2, Spalte „Ist“/)
    .waitFor()
  await expectAccessible(cem)
  await page.screenshot({ path: 'tests/browser/artifacts/exchange-phone.png' })
  await dialog(cem).getByRole('button', { name: '1 guten Eintrag übernehmen' }).click()
  await dialog(cem).getByRole('button', { name: 'Fertig' }).click()
  await page.getByText('Zähler ablesen').first().waitFor()
  await expect.poll(async () => (await mapsOnServer()).length).toBe(before + 1)
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await expect.poll(async () => (await mapsOnServer()).length).toBe(before)
  expect(cem.complaints).toEqual([])
  await cem.context.close()
})

test('nobody’s page has complained', () => {
  expect([...ana.complaints, ...bo.complaints]).toEqual([])
})
