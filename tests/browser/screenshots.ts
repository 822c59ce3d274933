// Makes the README's pictures: plays a workshop in each language in the built product and photographs it on the way.
import { mkdir, writeFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { openBrowser } from '#tests/support/browser.ts'
import { toPalettePng } from '#tests/support/palette-png.ts'
import { startServer } from '#tests/support/server.ts'
import { setStage } from '#tests/support/stage.ts'
import { stageWords } from '#tests/support/stage-words.ts'

const folder = process.argv[2] ?? '.github/pictures'
/** The repository carries every version of every picture for good. */
const mostBytes = 150_000

await mkdir(folder, { recursive: true })
const server = await startServer()
const browser = await openBrowser({ isWhole: true })
try {
  await playInGerman()
  await playInEnglish()
} finally {
  await browser.close()
  await server.clear()
}

async function playInGerman(): Promise<void> {
  const t = stageWords.de
  const moments = { start: 'start-de', invite: 'invite-de' }
  const onMoment = (moment: 'start' | 'invite', page: Page) => photograph(page, moments[moment])
  const { lead, desk, phone, voters, ask, close, clear } = await setStage({
    browser,
    server,
    language: 'de',
    onMoment,
  })
  await ask('start')
  for (const { page } of [desk, phone]) await vote(page, /^4/, t)
  await close()

  for (const name of ['Aylin', 'Greta']) await voters.get(name)?.room.send({ type: 'hand.raise' })
  await desk.page.getByRole('button', { name: t.raise }).click()
  await voters.get('Deniz')?.room.send({ type: 'hand.raise' })
  await lead.page.getByRole('button', { name: t.call }).first().click()
  await phone.page.getByRole('button', { name: t.phoneQueue }).click()
  await phone.page.getByRole('button', { name: t.raise }).click()
  await phone.page.getByRole('button', { name: t.phoneNow }).click()
  await ask('end')
  for (const { page } of [desk, phone]) await page.getByRole('radio', { name: /^2/ }).check({ force: true })
  await desk.page.getByText(t.allIssued).first().waitFor()
  for (const { page } of [desk, phone]) await page.getByRole('button', { name: t.cast }).waitFor()
  await photograph(desk.page, 'room-light-de')
  await desk.page.setViewportSize({ width: 720, height: 900 })
  await photograph(desk.page, 'room-half-de')
  await desk.page.setViewportSize({ width: 1440, height: 900 })
  await desk.page.getByRole('button', { name: 'Tabelle', exact: true }).click()
  await desk.page.getByRole('grid').waitFor()
  await photograph(desk.page, 'table-de')
  await desk.page.getByRole('button', { name: 'Board', exact: true }).click()
  await phone.page.getByRole('button', { name: 'Karte', exact: true }).click()
  await phone.page.getByText('Jonas').first().waitFor()
  await photograph(phone.page, 'phone-map-de')
  await phone.page.getByRole('button', { name: t.phoneNow, exact: true }).click()
  await photograph(phone.page, 'phone-poll-de')
  for (const { page } of [desk, phone]) await vote(page, /^2/, t)
  await close()
  await photograph(phone.page, 'phone-result-de')
  await clear()
}

async function playInEnglish(): Promise<void> {
  const t = stageWords.en
  const { lead, desk, phone, links, voters, ask, close, clear } = await setStage({
    browser,
    server,
    language: 'en',
    lead: { colorScheme: 'dark' },
  })
  await ask('start')
  for (const { page } of [desk, phone]) await vote(page, /^4/, t)
  await close()
  for (const name of ['Aylin', 'Greta', 'Deniz']) await voters.get(name)?.room.send({ type: 'hand.raise' })
  await lead.page.getByRole('button', { name: t.call }).first().click()
  await ask('end')
  await lead.page.getByText(t.allIssued).first().waitFor()
  await scrollUp(lead.page, t.panel)
  await photograph(lead.page, 'room-dark-en')
  await lead.page.getByRole('button', { name: 'Table', exact: true }).click()
  await lead.page.getByText('Matrix', { exact: true }).click()
  await lead.page.getByRole('grid').waitFor()
  await photograph(lead.page, 'matrix-dark-en')
  for (const { page } of [desk, phone]) await vote(page, /^2/, t)
  await close()
  const { page } = desk
  await page.goto(links.results)
  await page.getByRole('img', { name: /map/i }).first().waitFor()
  await photograph(page, 'results-en')
  await clear()
}

async function vote(page: Page, choice: RegExp, t: { cast: string; sealed: string }): Promise<void> {
  await page.getByRole('radio', { name: choice }).check({ force: true })
  await page.getByRole('button', { name: t.cast }).click()
  await page.getByText(t.sealed).waitFor()
}

/** Whoever clicked something below looks at the top again. */
async function scrollUp(page: Page, region: string): Promise<void> {
  await page.getByRole('complementary', { name: region }).hover()
  await page.mouse.wheel(0, -5_000)
  await page.getByRole('heading', { level: 2 }).first().waitFor()
}

async function photograph(page: Page, name: string): Promise<void> {
  const picture = toPalettePng(await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' }))
  if (picture.length > mostBytes)
    throw new Error(
      `${name}.png has ${picture.length} bytes; pictures stay under ${mostBytes}: make its window smaller.`,
    )
  await writeFile(`${folder}/${name}.png`, picture)
  console.log(`${name}.png: ${Math.round(picture.length / 1000)} kB`)
}
