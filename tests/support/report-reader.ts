// A workshop whose results somebody opens and takes files of: what the tests of all formats begin with.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { openBrowser, type Person, sitDown } from '#tests/support/browser.ts'
import { takeFile } from '#tests/support/report-files.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'

export type ReportRoom = {
  server: RunningServer
  workshop: CreatedWorkshop
  /** Somebody with the results link, on the page that it leads to. */
  open(locale?: 'de-DE' | 'en-GB'): Promise<Person>
  close(): Promise<void>
}

export async function openReportRoom(title: string): Promise<ReportRoom> {
  const server = await startServer()
  const browser = await openBrowser()
  const workshop = await createWorkshop(server.origin, { title, template: 'support-case', language: 'de' })
  return {
    server,
    workshop,
    async open(locale = 'de-DE') {
      const options = { timezoneId: 'Europe/Berlin', locale, acceptDownloads: true }
      const person = await sitDown(browser, server.origin, options)
      await person.page.goto(workshop.links.results)
      await person.page.getByRole('heading', { level: 1, name: title }).waitFor()
      return person
    },
    async close() {
      await browser.close()
      await server.clear()
    },
  }
}

/** It is drawn one section after the other: of what is not there, one can say so when all that its contents name are. */
export async function wholeReport(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const named = [...document.querySelectorAll<HTMLAnchorElement>('nav li a[href^="#"]')]
    return named.length > 0 && named.every(({ hash }) => document.getElementById(hash.slice(1)) !== null)
  })
}

/** `label` as the button says it. */
export async function download(
  page: Page,
  label: string,
): Promise<{ file: Uint8Array<ArrayBuffer>; name: string }> {
  const saved = await takeFile(page, label)
  if (!saved) throw new Error(`There is nothing to put into ${label}.`)
  return { file: new Uint8Array(await readFile(await saved.path())), name: saved.suggestedFilename() }
}
