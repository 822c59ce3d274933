// A facilitator without a browser, who opens and closes what others answer in one.
import type { Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { openGuestRoom } from '#tests/support/guest-room.ts'
import { joinByLink } from '#tests/support/server.ts'

export async function enterAsFacilitator(
  origin: string,
  { links }: Pick<CreatedWorkshop, 'links'>,
): Promise<Room> {
  const guest = await joinByLink(links.facilitator, { name: 'Ana' })
  const room = openGuestRoom(guest, { origin, seat: 'facilitator' })
  await until(() => room.store.getState().me?.role === 'facilitator')
  return room
}

/** `expect.poll` is for tests only; scenes are set before them. */
export const until = (isSo: () => boolean) =>
  vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 20_000, interval: 50 })

export async function does(room: Room, command: Command) {
  expect(await room.send(command)).toMatchObject({ ok: true })
}

/**
 * Events come to everybody in one order: once these pages show a later one, what they do not show of an earlier one is not
 * still on its way. The pages show what matters now.
 */
export async function haveCaughtUp(lead: Room, pages: readonly Page[]): Promise<void> {
  await does(lead, { type: 'ready.ask', question: 'ready' })
  for (const page of pages) await page.locator('[data-ready]').waitFor()
  await does(lead, { type: 'ready.end' })
  for (const page of pages) await page.locator('[data-ready]').waitFor({ state: 'detached' })
}
