// What people do in the dialogs for files, in real browsers.
import { readFile } from 'node:fs/promises'
import type { Download, Locator } from 'playwright-core'
import { expect } from 'vitest'
import { axe, wcag } from '#tests/support/axe.ts'
import { tool } from '#tests/support/board-people.ts'
import type { Person } from '#tests/support/browser.ts'

export const dialog = ({ page }: Person): Locator => page.getByRole('dialog')

export async function open(person: Person, files: string, item: string): Promise<Locator> {
  await tool(person, files).click()
  await person.page.getByRole('menuitem', { name: item }).click()
  await dialog(person).waitFor()
  return dialog(person)
}
export async function close(person: Person): Promise<void> {
  await dialog(person)
    .getByRole('button', { name: /Schließen|Close/ })
    .click()
  await dialog(person).waitFor({ state: 'detached' })
}
export const give = (person: Person, name: string, buffer: Uint8Array) =>
  person.page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(buffer) })
export async function saved(
  person: Person,
  act: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const waiting: Promise<Download> = person.page.waitForEvent('download')
  await act()
  const download = await waiting
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}
export async function expectAccessible({ page }: Person): Promise<void> {
  const { violations } = await (await axe(page)).include('[role=dialog]').withTags(wcag).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** In the page: how many frames there have been, and how long the longest took. */
export function countFrames(): void {
  const seen = { count: 0, longestMs: 0 }
  Reflect.set(globalThis, 'framesSeen', seen)
  let last = performance.now()
  const tick = (now: number) => {
    seen.count++
    seen.longestMs = Math.max(seen.longestMs, Math.round(now - last))
    last = now
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
}
