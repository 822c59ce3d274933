// One browser, several people: which link makes whom, what a reload keeps, and how a person goes on elsewhere.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type CreatedWorkshop, CurrentSeat, type WorkshopLinks } from '#shared/access/api.ts'
import { openBrowser, type Person, sitDown } from '#tests/support/browser.ts'
import { copiedBy } from '#tests/support/clipboard.ts'
import { comeIn } from '#tests/support/come-in.ts'
import { heard } from '#tests/support/live-region.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'

let server: RunningServer
let browser: Browser
let workshop: CreatedWorkshop
let person: Person
beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.clear()
})
beforeEach(async () => {
  workshop = await createWorkshop(server.origin, {
    title: 'Two of me',
    template: 'support-case',
    language: 'en',
  })
  person = await sitDown(browser, server.origin, {
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  return () => person.context.close()
})

/** Opens a link in a tab of its own and joins under this name. */
async function join(role: keyof WorkshopLinks, name: string): Promise<Page> {
  const page = await person.context.newPage()
  await comeIn(page, workshop.links[role], { name })
  await isInRoom(page, role)
  return page
}

/** What the role can do is there, and the address says which seat it is and keeps no secret. */
async function isInRoom(page: Page, role: keyof WorkshopLinks): Promise<void> {
  const action = role === 'facilitator' ? 'Start session' : /Raise hand/
  await page.getByRole('button', { name: action }).first().waitFor()
  await page.waitForURL(`${server.origin}/w/${workshop.id}?seat=${role}`)
}

/** Whom the server takes this tab for. */
async function whoIs(page: Page): Promise<CurrentSeat> {
  return CurrentSeat.parse(
    await page.evaluate(async () => {
      const id = location.pathname.split('/').at(-1)
      return (await fetch(`/api/workshops/${id}/seat${location.search}`)).json()
    }),
  )
}

test('the facilitator’s link in one tab and the participant’s in another are two people, also after a reload', async () => {
  const leading = await join('facilitator', 'Ana')
  const taking = await join('participant', 'Bo')
  const [ana, bo] = [await whoIs(leading), await whoIs(taking)]
  expect(ana).toMatchObject({ role: 'facilitator', name: 'Ana' })
  expect(bo).toMatchObject({ role: 'participant', name: 'Bo' })
  expect(ana.personId).not.toBe(bo.personId)

  await Promise.all([leading.reload(), taking.reload()])
  await isInRoom(leading, 'facilitator')
  await isInRoom(taking, 'participant')
  expect([await whoIs(leading), await whoIs(taking)]).toEqual([ana, bo])

  // And they act as two: the one sees the other's hand and gives it the floor.
  await taking.getByRole('button', { name: /Raise hand/ }).click()
  await leading.getByRole('button', { name: 'Call Bo' }).first().click()
  await taking.getByText('You have the floor').first().waitFor()
})

test('without a seat in the address a browser of two people is asked as whom, and with one it is not', async () => {
  const only = await join('participant', 'Bo')
  const again = await person.context.newPage()
  await again.goto(`${server.origin}/w/${workshop.id}`)
  await isInRoom(again, 'participant')
  await join('facilitator', 'Ana')
  await again.goto(`${server.origin}/w/${workshop.id}`)
  await again.getByRole('heading', { name: 'As whom?' }).waitFor()
  await again.getByRole('link', { name: 'Facilitator: Ana' }).click()
  await isInRoom(again, 'facilitator')
  expect((await whoIs(only)).name).toBe('Bo')
})

test('a personal link goes on as the same person on another device', async () => {
  const page = await join('participant', 'Bo')
  const bo = await whoIs(page)
  await page.getByRole('button', { name: 'More' }).first().click()
  await page.getByRole('menuitem', { name: 'On another device' }).click()
  const dialog = page.getByRole('dialog', { name: 'Continue on another device' })
  await dialog.getByRole('img', { name: /My personal link/ }).waitFor()
  const link = await copiedBy(page, async () => {
    await dialog.getByRole('button', { name: 'Copy link: My personal link' }).click()
    await heard(page, 'Copied: My personal link') // the button says so for a moment only
  })

  const phone = await sitDown(browser, server.origin, {
    locale: 'en-GB',
    viewport: { width: 360, height: 740 },
  })
  await phone.page.goto(link)
  await phone.page.getByRole('button', { name: 'Continue as Bo' }).click()
  await phone.page.getByRole('navigation').first().waitFor()
  await phone.page.waitForURL(/\?seat=participant$/)
  expect(await whoIs(phone.page)).toEqual(bo)
  await phone.context.close()
})

test('a browser that has lost its cookie says so and what to do, and the code lets it in again', async () => {
  const page = await join('participant', 'Bo')
  const before = await whoIs(page)
  await person.context.clearCookies()
  await page.reload()
  await page.getByRole('alert').getByText('This browser is nobody yet in this workshop.').waitFor()
  await page.getByRole('textbox', { name: 'Code' }).fill(workshop.code)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('textbox', { name: /Name/ }).fill('Bo')
  await page.getByRole('button', { name: 'Join' }).click()
  await isInRoom(page, 'participant')
  expect((await whoIs(page)).personId).not.toBe(before.personId)
})
