// The report as a PDF, as a person downloads it: drawn in the browser, its fonts from this server, the map as a picture.
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { openBrowser, sitDown } from '#tests/support/browser.ts'
import { readPdf, withoutSpace } from '#tests/support/read-pdf.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'

const title = '客户体验 und مرحبا 🚀: <b>vom Auftrag</b> bis online'

let server: RunningServer
let browser: Browser
let workshop: CreatedWorkshop

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  workshop = await createWorkshop(server.origin, { title, template: 'support-case', language: 'de' })
})
afterAll(async () => {
  await browser?.close()
  await server?.clear()
})

test('a download is a PDF with the workshop’s title in every script, and nothing came from elsewhere', async () => {
  const { page, context, complaints } = await sitDown(browser, server.origin, { acceptDownloads: true })
  await page.goto(workshop.links.results)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  const coming = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name: /^PDF/ }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  const read = await readPdf(await readFile(await download.path()))
  expect(read.title).toBe(title)
  expect(read.language).toBe('de-DE')
  expect(read.pages[0]).toContain(withoutSpace(title))
  expect(complaints).toEqual([])
  await context.close()
})
