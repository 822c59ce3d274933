// The way into a room that everybody takes: the link, who one is, and in.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type Person, sitDown } from '#tests/support/browser.ts'

/** As far as the button: what shows that one is in is the caller's to wait for. */
export async function comeIn(
  page: Page,
  link: string,
  { name, department = null }: { name: string; department?: string | null },
): Promise<void> {
  await page.goto(link)
  await page.getByRole('textbox', { name: /Name/ }).fill(name)
  if (department !== null) await page.getByRole('radio', { name: department }).check()
  await page.getByRole('button', { name: /^(Join|Beitreten|Zuschauen|Watch)$/ }).click()
}

/** In German, at a device where the panel alone is open, or at a phone. Ends when the room knows that somebody is there. */
export async function sitAtPanel(
  browser: Browser,
  link: string,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const person = await sitDown(browser, new URL(link).origin, options)
  await comeIn(person.page, link, { name })
  await person.page.getByRole('navigation').getByRole('button', { name: 'Redeliste' }).waitFor()
  await person.page.getByText('Verbindung zum Workshop wird aufgebaut').waitFor({ state: 'detached' })
  return person
}
