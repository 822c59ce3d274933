// The board's tools and what they make: their order, their keys, stages and lanes where one points, notes under headings.
import { beforeAll, describe, expect, test } from 'vitest'
import { axe, wcag } from '#tests/support/axe.ts'
import { opened, openings, withOpen } from '#tests/support/board-openings.ts'
import { chooseKind, isOurs, middleOf, noteId, shape, tool, writeNote } from '#tests/support/board-people.ts'
import { boardWorkshop } from '#tests/support/board-workshop.ts'
import type { Person } from '#tests/support/browser.ts'

const patience = { timeout: 20_000, interval: 100 }

const room = boardWorkshop('tools', { template: 'onboarding-telecom', language: 'de' })
const { board, map } = room
/** In German and light, on a small laptop. */
let ana: Person
let bo: Person

beforeAll(async () => {
  const laptop = { viewport: { width: 1366, height: 768 } }
  ana = await room.enter('participant', { name: 'Ana', department: 'Abrechnung' }, laptop)
  const abroad = { locale: 'en-GB', colorScheme: 'dark' } as const
  bo = await room.enter('participant', { name: 'Bo', department: 'Vertrieb' }, abroad)
})

const stages = async () => (await map()).stages.map(({ title }) => title)
const rail = ({ page }: Person) => page.getByRole('toolbar', { name: /Werkzeuge|Tools/ })
const names = (person: Person) =>
  rail(person)
    .getByRole('button')
    .evaluateAll((all) => all.map((button) => button.getAttribute('aria-label')))
/** In its middle, whatever of it can be seen. */
async function press({ page }: Person, id: string, key: 'Shift' | null = null): Promise<void> {
  const { x, y } = await middleOf(page, id)
  if (key) await page.keyboard.down(key)
  await page.mouse.click(x, y)
  if (key) await page.keyboard.up(key)
}
const type = async ({ page }: Person, words: string) => {
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

test('the tools stand in the order of a workshop', async () => {
  const corners = ['Schmerzpunkt, Chance, Beleg', 'Textmarker, Rahmen, Laserpunkt']
  const tools = async () => (await names(ana)).filter((name) => name && !corners.includes(name))
  await expect
    .poll(tools, patience)
    .toEqual([
      ...['Notiz', 'Touchpoint', 'Phase', 'Ebene', 'Emotion', 'Auswahl', 'Bewegen'],
      ...['Stift', 'Pfeil', 'Text', 'Bild', 'Radierer', 'Dateien', 'Tabelle'],
    ])
})

test.each([
  [1366, 768],
  [720, 900],
  [1440, 900],
])('at %i by %i all of them can be seen without scrolling', async (width, height) => {
  const before = ana.page.viewportSize()
  await ana.page.setViewportSize({ width, height })
  const hidden = () =>
    rail(ana).evaluate((element) => {
      const frame = element.getBoundingClientRect()
      const isOut = (button: Element) => {
        const { top, bottom } = button.getBoundingClientRect()
        return top < frame.top || bottom > frame.bottom || bottom > window.innerHeight
      }
      return [...element.querySelectorAll('button')].filter(isOut).map((button) => button.title)
    })
  try {
    await expect.poll(hidden, patience).toEqual([])
    // In its middle a tool is itself, however small it is.
    for (const name of ['Stift', 'Notiz', 'Auswahl']) {
      await tool(ana, name).click()
      await expect.poll(() => tool(ana, name).getAttribute('aria-pressed'), patience).toBe('true')
    }
  } finally {
    if (before) await ana.page.setViewportSize(before)
  }
})

test('the tab key stops once at the tools, the arrow keys go through them and around', async () => {
  await tool(ana, 'Notiz').focus()
  await ana.page.keyboard.press('ArrowUp')
  const isAt = (name: string) =>
    expect
      .poll(() => ana.page.evaluate(() => document.activeElement?.getAttribute('aria-label')), patience)
      .toBe(name)
  await isAt('Tabelle')
  await ana.page.keyboard.press('Home')
  await isAt('Notiz')
  for (const name of ['Schmerzpunkt, Chance, Beleg', 'Touchpoint', 'Phase']) {
    await ana.page.keyboard.press('ArrowDown')
    await isAt(name)
  }
  await ana.page.keyboard.press('Tab')
  await expect
    .poll(() => rail(ana).evaluate((element) => element.contains(document.activeElement)), patience)
    .toBe(false)
  await ana.page.keyboard.press('Shift+Tab')
  await isAt('Phase')
})

test('by keyboard a stage comes behind the selected one, open for its name', async () => {
  await press(ana, 'shape:stage-switch')
  await tool(ana, 'Phase').focus()
  await ana.page.keyboard.press('Enter')
  await type(ana, 'Überlegen')
  await expect.poll(stages, patience).toContain('Überlegen')
  const all = await stages()
  expect(all.indexOf('Überlegen')).toBe(all.indexOf('Wechseln') + 1)
})

test('where one clicks with the tool, the stage comes between those at its left and right', async () => {
  const { x, y } = await middleOf(ana.page, 'shape:stage-switch')
  await ana.page.locator('.tl-canvas').click({ position: { x: 500, y: 610 } })
  await ana.page.keyboard.press('s')
  await ana.page.mouse.click(x - 40, y)
  await type(ana, 'Davor')
  await expect.poll(stages, patience).toContain('Davor')
  const all = await stages()
  expect(all.indexOf('Davor')).toBe(all.indexOf('Wechseln') - 1)
  await ana.page.keyboard.press('Control+z')
  await ana.page.keyboard.press('Control+z')
  await expect.poll(stages, patience).not.toContain('Davor')
})

test('by keyboard the emotion tool goes to the slider of the selected stage', async () => {
  await press(ana, 'shape:stage-switch')
  await tool(ana, 'Emotion').focus()
  await ana.page.keyboard.press('Enter')
  const slider = ana.page.getByRole('slider')
  await expect
    .poll(() => slider.evaluate((element) => element === document.activeElement), patience)
    .toBe(true)
  await ana.page.keyboard.press('End')
  const emotion = async () => (await map()).stages.find(({ title }) => title === 'Wechseln')?.emotion
  await expect.poll(emotion, patience).toBe(2)
  await ana.page.keyboard.press('Escape')
})

test('a kind that was chosen once is what the tool is from then on', async () => {
  await chooseKind(ana, 'Schmerzpunkt, Chance, Beleg', 'Beleg')
  await ana.page.keyboard.type('Drei Anrufe')
  await ana.page.keyboard.press('Escape')
  await expect.poll(async () => (await names(ana))[0], patience).toBe('Beleg')
  const kinds = async () =>
    (await map()).notes.filter(({ text }) => text === 'Drei Anrufe').map(({ kind }) => kind)
  await expect.poll(kinds, patience).toEqual(['evidence'])
  await chooseKind(ana, 'Schmerzpunkt, Chance, Beleg', 'Notiz')
  await ana.page.keyboard.press('Escape')
  await ana.page.keyboard.press('Delete')
})

test('the keys are listed when one asks for them', async () => {
  await ana.page.locator('.tl-canvas').click({ position: { x: 500, y: 610 } })
  await ana.page.keyboard.press('?')
  const dialog = ana.page.getByRole('dialog', { name: 'Tasten' })
  await dialog
    .getByText('Unter eine Überschrift')
    .or(dialog.getByText('Notizen unter eine Überschrift'))
    .first()
    .waitFor()
  await ana.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  // Back where one was: the next key is the board's again.
  await expect
    .poll(() => ana.page.evaluate(() => document.activeElement?.closest('.tl-container') !== null))
    .toBe(true)
})

test('notes are written one after the other, and the last, which stays empty, goes again', async () => {
  await writeNote(ana, 'Notiz', 'Blumen gießen', { x: 150, y: 330 })
  await ana.page.keyboard.press('Enter')
  await ana.page.keyboard.press('End')
  await ana.page.keyboard.press('Control+Enter')
  await ana.page.keyboard.type('Katze füttern')
  await ana.page.keyboard.press('Control+Enter')
  await ana.page.keyboard.press('Escape')
  const texts = async () => (await map()).notes.map(({ text }) => text)
  await expect.poll(texts, patience).toEqual(expect.arrayContaining(['Blumen gießen', 'Katze füttern']))
  await expect.poll(texts, patience).not.toContain('')
  const all = await texts()
  expect(all.indexOf('Katze füttern')).toBe(all.indexOf('Blumen gießen') + 1)
})

test('notes go under a heading by keyboard, others see it, and undo and dissolving give them back', async () => {
  const ids = [await noteId(ana.page, 'Blumen gießen'), await noteId(ana.page, 'Katze füttern')]
  const [first, second] = ids
  if (!first || !second) throw new Error('the notes are not there')
  await press(ana, first)
  await press(ana, second, 'Shift')
  await ana.page.getByRole('button', { name: 'Unter eine Überschrift' }).waitFor()
  await ana.page.keyboard.press('Control+g')
  await type(ana, 'Zahlen')
  const grouped = async () => {
    const { clusters, notes } = await map()
    const cluster = clusters.find(({ title }) => title === 'Zahlen')
    return notes.filter(({ clusterId }) => cluster && clusterId === cluster.id).map(({ text }) => text)
  }
  await expect.poll(grouped, patience).toEqual(['Blumen gießen', 'Katze füttern'])
  await bo.page.locator('.tl-shape[data-shape-type="cluster"]', { hasText: 'Zahlen' }).waitFor()

  // Deleting asks nothing; undo brings heading and notes back.
  await ana.page.keyboard.press('Delete')
  await expect.poll(grouped, patience).toEqual([])
  await ana.page.keyboard.press('Control+z')
  await expect.poll(grouped, patience).toEqual(['Blumen gießen', 'Katze füttern'])

  const cluster = (await map()).clusters[0]?.id ?? ''
  const box = await shape(ana.page, cluster).boundingBox()
  await ana.page.mouse.click((box?.x ?? 0) + 60, (box?.y ?? 0) + 14)
  await ana.page.keyboard.press('i')
  await ana.page.getByRole('button', { name: 'Gruppe auflösen' }).focus()
  await ana.page.keyboard.press('Enter')
  await expect.poll(async () => (await map()).clusters.length, patience).toBe(0)
  expect((await map()).notes.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Blumen gießen', 'Katze füttern']),
  )
})

test('a colour, a kind and a department go to all selected notes at once', async () => {
  const bar = bo.page.getByRole('region', { name: 'Selected: 2 elements' })
  // Until it has gone here, too, the notes are about to move.
  await bo.page.locator('.tl-shape[data-shape-type="cluster"]').waitFor({ state: 'detached' })
  for (const words of ['Blumen gießen', 'Katze füttern']) {
    const id = await noteId(bo.page, words)
    if (!id) throw new Error('the note is not there')
    await press(bo, id, words === 'Katze füttern' ? 'Shift' : null)
  }
  await bar.getByRole('button', { name: /^Colour/ }).click()
  await bar.getByRole('radio', { name: 'Blue' }).check()
  await bar.getByRole('combobox', { name: 'Department' }).selectOption({ index: 2 })
  await bar.getByRole('combobox', { name: 'Kind' }).selectOption('opportunities')
  const both = async () =>
    (await map()).notes.filter(({ text }) => ['Blumen gießen', 'Katze füttern'].includes(text))
  await expect
    .poll(async () => (await both()).map(({ kind }) => kind), patience)
    .toEqual(['opportunities', 'opportunities'])
  const departments = new Set((await both()).map(({ departmentId }) => departmentId))
  expect([departments.size, departments.has(null)]).toEqual([1, false])
  await bo.page.keyboard.press('Escape')
})

test('a list that is pasted can become a note for each line, as one step', async () => {
  await bo.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await bo.page.locator('.tl-canvas').click({ position: { x: 520, y: 760 } })
  await bo.page.evaluate(() => navigator.clipboard.writeText('- Milch\n- Brot\n\n3. Käse\n'))
  await bo.page.keyboard.press('Control+v')
  await bo.page.getByRole('button', { name: 'Make 3 notes of it' }).click()
  const list = async () => {
    const { maps, loose } = await board()
    const texts = [...maps.flatMap(({ notes }) => notes), ...loose].map(({ text }) => text)
    return texts.filter((text) => /Milch|Brot|Käse/.test(text))
  }
  await expect.poll(list, patience).toEqual(['Milch', 'Brot', 'Käse'])
  await bo.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(list, patience).toHaveLength(1)
})

describe('axe finds nothing serious in what opens over the board', () => {
  test.each([1440, 720])('for a facilitator, at a width of %i, in light and dark', async (width) => {
    const { page, context } = await room.enter(
      'facilitator',
      { name: `Leyla (${width})`, department: 'Abrechnung' },
      { viewport: { width, height: 900 }, reducedMotion: 'reduce' },
    )
    // Changing over draws the whole board anew, so that everything is looked at in one scheme first.
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
      for (const opening of openings)
        await withOpen(page, opening, async () => {
          const { violations } = await (await axe(page)).include(opened).withTags(wcag).analyze()
          const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
          const found = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
          expect(found, `${opening.name}, ${colorScheme}`).toEqual([])
        })
    }
    await context.close()
  })
})

test('nothing complained meanwhile', () => {
  for (const person of [ana, bo]) expect(person.complaints.filter(isOurs)).toEqual([])
})
