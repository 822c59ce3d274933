// Takes files along from the report page, as a person would: one after the other, each either saved or said to be nothing.
import type { Download, Page } from 'playwright-core'

/** As the page calls them. */
export const fileLabels = {
  de: [
    'PDF',
    'PowerPoint',
    'Excel',
    'CSV-Tabellen (ZIP)',
    'Markdown',
    'JSON',
    'Kalender (ICS)',
    'PNG',
    'SVG',
  ],
  en: ['PDF', 'PowerPoint', 'Excel', 'CSV tables (ZIP)', 'Markdown', 'JSON', 'Calendar (ICS)', 'PNG', 'SVG'],
} as const

const nothing =
  /^(Noch kein Datum eingetragen|Auf dem Board liegt nichts|No date has been set|There is nothing on the board)/

/** Null when there was nothing to put into it. Rejects when the page says that it failed, or after a minute. */
export async function takeFile(page: Page, label: string): Promise<Download | null> {
  const downloads = page.locator('#downloads')
  const saved = page.waitForEvent('download', { timeout: 60_000 })
  saved.catch(() => {}) // where there is nothing to put into it
  await downloads.getByRole('button', { name: label, exact: true }).click()
  const said = downloads.getByText(nothing).waitFor({ timeout: 60_000 })
  const failed = downloads.locator('[data-failed]').waitFor({ timeout: 60_000 })
  const file = await Promise.any([
    saved,
    said.then(() => null),
    failed.then(async () => new Error((await downloads.locator('[data-failed]').textContent()) ?? '')),
  ])
  if (file instanceof Error) throw file
  await downloads.locator('button[aria-disabled]').first().waitFor({ state: 'detached' })
  return file
}
