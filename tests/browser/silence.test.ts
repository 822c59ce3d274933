// A round of silent writing without names, as a facilitator and two participants see it, from its start to its reveal.
import { Buffer } from 'node:buffer'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { findings } from '#tests/support/axe.ts'
import { chooseKind, noteId, seesNote, tool } from '#tests/support/board-people.ts'
import { boardWorkshop } from '#tests/support/board-workshop.ts'
import type { Person } from '#tests/support/browser.ts'
import { close, give, open } from '#tests/support/exchange-people.ts'

const patience = { timeout: 20_000, interval: 100 }
const secret = 'Niemand weiß wann der Techniker kommt'
const fromTheList = 'Zwanzig Minuten Kantinenmusik'

const room = boardWorkshop('silence', { template: 'onboarding-telecom', language: 'de' })
let lead: Person
let ana: Person
let bo: Person
/** Everything that a page's sockets and requests have said and heard. */
const wires = new Map<Person, { sent: Buffer[]; received: Buffer[]; boardSent: Buffer[] }>()

beforeAll(async () => {
  const seat = async () => tap(await room.sitDown())
  lead = await room.enter('facilitator', { name: 'Leyla', department: null, at: await seat() })
  ana = await room.enter('participant', { name: 'Ana', department: 'Abrechnung', at: await seat() })
  bo = await room.enter('participant', { name: 'Bo', department: 'Vertrieb', at: await seat() })
})

function tap(person: Person): Person {
  const wire = { sent: [] as Buffer[], received: [] as Buffer[], boardSent: [] as Buffer[] }
  wires.set(person, wire)
  person.page.on('websocket', (socket) => {
    const isBoard = new URL(socket.url()).pathname.startsWith('/board/')
    socket.on('framesent', ({ payload }) => {
      wire.sent.push(Buffer.from(payload))
      if (isBoard) wire.boardSent.push(Buffer.from(payload))
    })
    socket.on('framereceived', ({ payload }) => wire.received.push(Buffer.from(payload)))
  })
  person.page.on('response', (response) => {
    if (!response.url().includes('/api/')) return
    response.body().then(
      (body) => wire.received.push(body),
      () => {}, // a page that was left has no bodies any more
    )
  })
  return person
}
const holds = (frames: Buffer[] | undefined, words: string) =>
  (frames ?? []).some((frame) => frame.includes(words) || frame.toString('latin1').includes(words))

const draftOf = (page: Page, words: string) =>
  page.getByRole('button', { name: new RegExp(`nur für Sie: ${words}`) })
const notesOnBoard = async () => {
  const { maps, loose } = await room.board()
  return [...maps.flatMap(({ notes }) => notes), ...loose].map(({ text }) => text)
}

async function removeDraft(page: Page, words: string): Promise<void> {
  const note = page.getByRole('region', { name: /nur für Sie/ }).filter({ hasText: words })
  await note.getByRole('button', { name: 'löschen' }).focus()
  await page.keyboard.press('Enter')
  await note.waitFor({ state: 'detached' })
}
/** By mouse, for typing into it: the first that nothing lies over. */
async function editOpenNote(page: Page): Promise<void> {
  for (const note of await page.locator('.tl-shape[data-shape-type="sticky-note"]').all()) {
    const box = await note.boundingBox()
    if (!box) continue
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const isFree = ({ x, y }: typeof at) => !!document.elementFromPoint(x, y)?.closest('.tl-canvas')
    if (!(await page.evaluate(isFree, at))) continue
    // Clicks of a moment ago count on: a second double click right after one is four clicks, which open nothing.
    const isOpen = async () => {
      await page.mouse.dblclick(at.x, at.y)
      return note
        .locator('textarea')
        .waitFor({ timeout: 1000 })
        .then(
          () => true,
          () => false,
        )
    }
    await expect.poll(isOpen, patience).toBe(true)
    return
  }
  throw new Error('no note is to be seen')
}

const countsFor = ({ page }: Person, words: string) =>
  expect.poll(() => page.getByTestId('silent-count').textContent(), patience).toBe(words)

/** Not as a plain text only: the copy is written in the background. */
const hasCopied = (page: Page) =>
  page.evaluate(async () =>
    (await navigator.clipboard.read()).some(({ types }) => types.includes('text/html')),
  )

const refusal = (page: Page) => page.getByRole('alert').filter({ hasText: 'keine Notizen offen' })

/** The flag at a pointer. */
const pointerOf = ({ page }: Person, name: string) =>
  page.locator('.tl-canvas').getByText(name, { exact: true })

test('before a round people see where the others point', async () => {
  await bo.page.mouse.move(500, 400)
  await bo.page.mouse.move(520, 420)
  await pointerOf(lead, 'Bo').waitFor()
})

test('a facilitator begins, and everyone is told what is hidden from whom before they write', async () => {
  await lead.page.getByRole('button', { name: 'Mehr Schritte' }).click()
  await lead.page.getByRole('menuitem', { name: /Stilles Schreiben/ }).click()
  expect(await lead.page.getByRole('radio', { name: 'Ohne Namen' }).isChecked()).toBe(true)
  await lead.page.getByRole('button', { name: 'Stilles Schreiben beginnen' }).click()
  for (const { page } of [lead, ana, bo]) {
    const panel = page.getByRole('region', { name: 'Stilles Schreiben' })
    await panel
      .getByText(/ohne Namen auf dem Board; verborgen sind sie vor den anderen, nicht vor dem Server/)
      .waitFor()
  }
})

test('a note that Ana writes on the canvas is there for her alone, also after a reload', async () => {
  await tool(ana, 'Notiz').click()
  await ana.page.locator('.tl-canvas').click({ position: { x: 420, y: 560 } })
  await ana.page.keyboard.insertText(secret) // in one piece, as it would be found on a wire
  await ana.page.keyboard.press('Escape')
  await draftOf(ana.page, secret).waitFor()
  await ana.page.getByText('Alles beim Server aufgehoben.').waitFor()
  await ana.page.reload()
  await draftOf(ana.page, secret).waitFor()
  await ana.page.locator('.tl-shape[data-shape-type="sticky-note"]').first().waitFor() // so those of all are there
  expect(await seesNote(ana, secret)).toBe(false)
})

test('Bo writes in the list, by keyboard alone, and a tool of the rail makes a note by keyboard, too', async () => {
  await tool(bo, 'Tabelle').focus()
  await bo.page.keyboard.press('Enter')
  const words = bo.page.getByRole('textbox', { name: 'Text' })
  await words.focus()
  await bo.page.keyboard.insertText(fromTheList)
  await bo.page.keyboard.press('Tab')
  await bo.page.keyboard.press('Tab')
  await bo.page.keyboard.press('Enter')
  await bo.page.getByText(fromTheList).waitFor()
  await tool(bo, 'Board').focus()
  await bo.page.keyboard.press('Enter')
  await draftOf(bo.page, fromTheList).waitFor()
  await chooseKind(bo, 'Schmerzpunkt, Chance, Beleg', 'Chance')
  await bo.page.keyboard.insertText('Ein Termin, ein Mensch')
  await bo.page.keyboard.press('Escape')
  await draftOf(bo.page, 'Ein Termin').waitFor()
})

test('a note of the table is a silent one, too', async () => {
  await tool(bo, 'Tabelle').click()
  await tool(bo, 'Schmerzpunkt').click()
  const form = bo.page.locator('li form')
  await form.getByRole('textbox', { name: 'Text' }).waitFor()
  await expect
    .poll(() => form.getByRole('textbox').evaluate((field) => field === document.activeElement), patience)
    .toBe(true)
  await bo.page.keyboard.insertText('Aus der Tabelle')
  await form.getByRole('button', { name: 'Ändern' }).click()
  await bo.page.getByText('Aus der Tabelle').waitFor()
  await countsFor(lead, '4 stille Notizen, noch verdeckt')
  expect((await notesOnBoard()).join()).not.toContain('Aus der Tabelle')
  await bo.page
    .getByRole('listitem')
    .filter({ hasText: 'Aus der Tabelle' })
    .getByRole('button', { name: 'Stille Notiz löschen' })
    .click()
  await bo.page.getByText('Aus der Tabelle').waitFor({ state: 'detached' })
  await tool(bo, 'Board').click()
})

test('what Ana pastes is a silent note of hers, whole', async () => {
  await ana.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const before = await notesOnBoard()
  await ana.page.locator('.tl-canvas').click({ position: { x: 420, y: 760 } })
  await ana.page.evaluate(() => navigator.clipboard.writeText('- Eingefügtes\n- und mehr\u0007\n'))
  await ana.page.keyboard.press('Control+v')
  await ana.page.getByRole('textbox', { name: 'Stille Notiz' }).waitFor()
  await ana.page.keyboard.press('Escape')
  await draftOf(ana.page, '- Eingefügtes - und mehr').waitFor()
  await ana.page.getByText('Alles beim Server aufgehoben.').waitFor()
  expect(await notesOnBoard()).toEqual(before)
  expect(holds(wires.get(ana)?.boardSent, 'Eingef')).toBe(false)
  await removeDraft(ana.page, 'Eingefügtes')
})

test('the note after one that is open is silent, too', async () => {
  const before = await notesOnBoard()
  await editOpenNote(ana.page)
  await ana.page.keyboard.press('Control+Enter')
  await ana.page.keyboard.insertText('Nach der offenen')
  await ana.page.keyboard.press('Escape')
  await draftOf(ana.page, 'Nach der offenen').waitFor()
  expect(await notesOnBoard()).toEqual(before)
  await removeDraft(ana.page, 'Nach der offenen')
})

test.each([
  ['duplicated', ['Control+d']],
  ['copied and pasted', ['Control+c', 'Control+v']],
])('a note that is %s stays one, and Ana is told why', async (_, keys) => {
  const before = await notesOnBoard()
  await editOpenNote(ana.page)
  await ana.page.keyboard.press('Escape')
  for (const key of keys) {
    await ana.page.keyboard.press(key)
    if (key === 'Control+c') await expect.poll(() => hasCopied(ana.page), patience).toBe(true)
  }
  await refusal(ana.page).waitFor()
  expect(await ana.page.locator('.tl-shape[data-shape-type="sticky-note"]').count()).toBe(before.length)
  await refusal(ana.page).getByRole('button', { name: 'Verstanden' }).click()
  await refusal(ana.page).waitFor({ state: 'detached' })
  await ana.page.keyboard.press('Escape')
  expect(await notesOnBoard()).toEqual(before)
})

test('a table with notes is not taken in while others write in silence', async () => {
  await open(bo, 'Dateien', 'Karte importieren')
  const rows = 'Phase;Ebene;Text\nKauf;Touchpoints;Anruf\nKauf;Schmerzpunkte;'
  await give(bo, 'offen.csv', Buffer.from(`${rows}Warten\n`))
  await refusal(bo.page).waitFor()
  expect(await bo.page.getByRole('button', { name: /übernehmen/ }).count()).toBe(0)
  await close(bo)
})

test('the others see how many there are, and not a word', async () => {
  await countsFor(lead, '3 stille Notizen, noch verdeckt')
  await expect.poll(() => lead.page.getByText(/stille Notiz(en)?, noch verdeckt/).count(), patience).toBe(4)
  // Ana's own is none of the others'.
  await expect.poll(() => ana.page.locator('[class*="pile"]').count(), patience).toBe(2)
  for (const person of [lead, bo]) {
    expect(holds(wires.get(person)?.received, secret.slice(0, 12))).toBe(false)
    expect(await person.page.content()).not.toContain('Techniker kommt')
  }
  for (const person of [lead, ana]) expect(holds(wires.get(person)?.received, 'Kantinenmusik')).toBe(false)
  for (const person of [lead, ana, bo])
    for (const words of ['Techniker kommt', 'Kantinenmusik', 'ein Mensch'])
      expect(holds(wires.get(person)?.boardSent, words)).toBe(false)
  expect((await notesOnBoard()).join()).not.toMatch(/Techniker kommt|Kantinenmusik|ein Mensch/)
})

test('nobody’s pointer is shown while they write', async () => {
  await bo.page.mouse.move(500, 400)
  await bo.page.mouse.move(520, 420)
  // The server hands on where somebody points with their next edit at the latest.
  const stages = lead.page.locator('.tl-shape[data-shape-type="stage"]')
  const before = await stages.count()
  await tool(bo, 'Phase').focus()
  await bo.page.keyboard.press('Enter')
  await expect.poll(() => stages.count(), patience).toBe(before + 1)
  await bo.page.keyboard.press('Escape')
  await expect.poll(() => pointerOf(lead, 'Bo').count(), patience).toBe(0)
})

test('a note that is deleted is gone, and the count follows', async () => {
  const note = bo.page.getByRole('region', { name: /nur für Sie/ }).filter({ hasText: 'ein Mensch' })
  // It lies outside of the view, which moves to where the focus is.
  await note.getByRole('button', { name: 'löschen' }).focus()
  await expect.poll(async () => ((await note.boundingBox())?.y ?? 9_999) < 900, patience).toBe(true)
  await bo.page.keyboard.press('Enter')
  await countsFor(lead, '2 stille Notizen, noch verdeckt')
})

test('neither form has serious findings of axe, in light and dark', async () => {
  expect(await findings(lead.page)).toEqual([])
  await tool(bo, 'Tabelle').click()
  await bo.page.getByRole('textbox', { name: 'Text' }).waitFor()
  expect(await findings(bo.page)).toEqual([])
  await tool(bo, 'Board').click()
  expect(await findings(ana.page)).toEqual([])
})

test('revealed, all of them lie on everybody’s board, once, with nobody’s name', async () => {
  await lead.page.getByRole('button', { name: '2 Notizen aufdecken' }).click()
  for (const person of [lead, ana, bo])
    for (const words of [secret, fromTheList])
      await expect.poll(() => seesNote(person, words), patience).toBe(true)
  await expect.poll(() => ana.page.getByText('nur für Sie').count(), patience).toBe(0)
  const texts = await notesOnBoard()
  for (const words of [secret, fromTheList]) expect(texts.filter((text) => text === words)).toHaveLength(1)
  expect(texts.join()).not.toContain('ein Mensch')
  for (const words of [secret, fromTheList]) {
    const id = await noteId(lead.page, words)
    expect(await lead.page.locator(`[data-shape-id="${id}"]`).textContent()).not.toMatch(
      /Ana|Bo|Abrechnung|Vertrieb/,
    )
  }
})

test('after the reveal a note is a note again', async () => {
  await tool(ana, 'Notiz').click()
  await ana.page.locator('.tl-canvas').click({ position: { x: 420, y: 560 } })
  await ana.page.keyboard.insertText('Wieder für alle')
  await ana.page.keyboard.press('Escape')
  await expect.poll(() => seesNote(bo, 'Wieder für alle'), patience).toBe(true)
  // And would have been found on the wires, had it been looked for there.
  expect(holds(wires.get(ana)?.boardSent, 'Wieder f')).toBe(true)
  expect(holds(wires.get(bo)?.received, 'Wieder f')).toBe(true)
  await bo.page.mouse.move(510, 410)
  await pointerOf(lead, 'Bo').waitFor()
})

test('with names, each note says whose it is', async () => {
  await lead.page.getByRole('button', { name: 'Mehr Schritte' }).click()
  await lead.page.getByRole('menuitem', { name: /Stilles Schreiben/ }).click()
  await lead.page.getByRole('radio', { name: 'Mit Namen' }).check()
  await lead.page.getByRole('button', { name: 'Stilles Schreiben beginnen' }).click()
  await ana.page
    .getByRole('region', { name: 'Stilles Schreiben' })
    .getByText(/jede mit Namen/)
    .waitFor()
  await tool(ana, 'Notiz').click()
  await ana.page.locator('.tl-canvas').click({ position: { x: 420, y: 560 } })
  await ana.page.keyboard.type('Das sage ich auch laut')
  await ana.page.keyboard.press('Escape')
  await ana.page.getByText('Alles beim Server aufgehoben.').waitFor()
  await lead.page
    .getByRole('button', { name: /aufdecken/i })
    .last()
    .click()
  await expect.poll(() => seesNote(bo, 'Das sage ich auch laut'), patience).toBe(true)
  const id = await noteId(bo.page, 'Das sage ich auch laut')
  const note = bo.page.locator(`[data-shape-id="${id}"]`)
  await expect.poll(() => note.textContent(), patience).toContain('Ana')
})

test('no page complains of anything', () => {
  for (const { complaints } of [lead, ana, bo]) expect(complaints).toEqual([])
})
