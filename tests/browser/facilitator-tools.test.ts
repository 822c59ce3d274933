// A facilitator minds the room: co-facilitators, the door, a person sent out, groups, and every command by its key.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { findings } from '#tests/support/axe.ts'
import { openBrowser, type Person, photograph, sitDown } from '#tests/support/browser.ts'
import { comeIn } from '#tests/support/come-in.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'

let server: RunningServer
let browser: Browser
let workshop: CreatedWorkshop
let people: Record<string, Person>
beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  workshop = await createWorkshop(server.origin, {
    title: 'Moving house',
    template: 'support-case',
    language: 'en',
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.clear()
})

/** Participants have the panel alone: the board is the facilitator's to look at here. */
const panelOf = (link: string) => link.replace('#', '?panel#')
async function sit(link: string, name: string, width: number): Promise<Person> {
  const person = await sitDown(browser, server.origin, { locale: 'en-GB', viewport: { width, height: 800 } })
  await comeIn(person.page, link, { name })
  await person.page
    .getByRole('button', { name: /Start session|Queue/ })
    .first()
    .waitFor()
  return person
}
const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

test('the facilitator’s tools, from one place', async () => {
  people = {
    ana: await sit(workshop.links.facilitator, 'Ana', 1440),
    bo: await sit(panelOf(workshop.links.participant), 'Bo', 390),
    cem: await sit(panelOf(workshop.links.participant), 'Cem', 390),
  }
  const pageOf = (name: string): Page => {
    const person = people[name]
    if (!person) throw new Error(`Nobody here is called ${name}.`)
    return person.page
  }
  const [ana, bo, cem] = [pageOf('ana'), pageOf('bo'), pageOf('cem')]
  try {
    // Every command has a key; the list is found by its own.
    await ana.locator('body').press('Alt+Shift+S')
    await ana.getByRole('button', { name: /Pause/ }).first().waitFor()

    await ana.getByRole('button', { name: /^3 people/ }).click()
    await ana.getByRole('button', { name: 'What may Bo do?' }).click()
    await ana.getByRole('button', { name: 'Make co-facilitator' }).click()
    await bo.locator('[data-group="agenda"]').waitFor()

    await ana.getByRole('button', { name: 'Lock the room' }).click()
    const late = await sitDown(browser, server.origin, {
      locale: 'en-GB',
      viewport: { width: 390, height: 800 },
    })
    people.late = late
    await late.page.goto(workshop.links.participant)
    await late.page.getByRole('button', { name: 'Knock' }).click()
    await seen(late.page, /You have knocked/)
    expect(await findings(late.page)).toEqual([])
    await seen(ana, 'Somebody knocks at the locked door.')
    expect(await findings(ana)).toEqual([])

    await ana.getByRole('button', { name: 'What may Cem do?' }).click()
    await ana.getByRole('button', { name: 'Remove', exact: true }).last().click()
    await seen(cem, 'The facilitator has removed you from the workshop')
    await ana.getByRole('button', { name: 'Take back the removal of Cem' }).click()
    await ana.getByRole('button', { name: 'What may Cem do?' }).waitFor()
    await cem.getByRole('button', { name: 'Try again' }).click()
    await cem.getByRole('button', { name: 'Queue' }).waitFor()
    await ana.getByRole('button', { name: 'Unlock' }).first().click()
    await late.page.getByRole('button', { name: 'Join' }).waitFor()
    await ana.keyboard.press('Escape')
    await ana.getByRole('button', { name: 'What may Cem do?' }).waitFor({ state: 'detached' })

    await ana.locator('body').press('?')
    const keys = ana.getByRole('dialog', { name: 'Keys' })
    for (const what of ['Next agenda item', 'All commands of', 'Put notes under a heading', 'This overview'])
      await keys.getByText(what).waitFor()
    expect(await findings(ana)).toEqual([])
    await ana.keyboard.press('Escape')
    await keys.waitFor({ state: 'detached' })
    await cem.locator('body').press('?')
    const cems = cem.getByRole('dialog', { name: 'Keys' })
    await cems.getByText('Raise the hand').waitFor()
    // Neither a facilitator’s keys nor, in the panel alone, the board’s.
    expect(await cems.getByRole('heading', { level: 3 }).count()).toBe(1)
    await cem.keyboard.press('Escape')
    await cems.waitFor({ state: 'detached' })
    await cem.getByRole('button', { name: 'More', exact: true }).click()
    await cem.getByRole('menuitem', { name: 'Keys' }).click()
    await cems.waitFor()
    expect(await findings(cem)).toEqual([])
    await cem.keyboard.press('Escape')
    await cems.waitFor({ state: 'detached' })
    await expect
      .poll(() => cem.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('More')

    await ana.locator('body').press('Control+k')
    const list = ana.getByRole('dialog')
    await list.getByRole('textbox').fill('make groups')
    await list.getByRole('textbox').press('Enter')
    await ana.getByRole('dialog').getByRole('button', { name: 'Make groups', exact: true }).click()
    await ana.getByRole('dialog').waitFor({ state: 'detached' })
    await ana.getByRole('button', { name: 'Send into groups' }).click()
    await seen(cem, /Your group: Group/)
    expect(await findings(cem)).toEqual([])
    await ana.getByRole('button', { name: /^To the frame of Group 1/ }).click()
    await ana.locator('.tl-frame-heading').filter({ hasText: 'Group 1', visible: true }).waitFor()
    await ana.getByRole('button', { name: 'Call back in 60 s' }).click()
    await seen(cem, /Back soon/)
    await ana.getByRole('button', { name: 'End group work' }).click()
    await cem.getByText(/Back soon/).waitFor({ state: 'detached' })
    for (const name of ['ana', 'bo']) expect(people[name]?.complaints).toEqual([])
  } catch (error) {
    await photograph(people)
    throw error
  }
})
