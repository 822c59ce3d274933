// A facilitator without a browser, who opens and closes what others answer in one.
import { expect, vi } from 'vitest'
import { createConnection } from '#client/facilitation/connection.ts'
import { openRoom, type Room } from '#client/facilitation/room-store.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { joinByLink } from '#tests/support/server.ts'

export async function enterAsFacilitator(origin: string, { id, links }: CreatedWorkshop): Promise<Room> {
  const { cookie } = await joinByLink(links.facilitator, { name: 'Ana' })
  const handshake = { workshopId: id, seat: 'facilitator' } as const
  const transport = createConnection({ origin, handshake, headers: { cookie, origin } })
  const room = openRoom({ transport, localNow: Date.now, makeCommandId: () => crypto.randomUUID() })
  await until(() => room.store.getState().me?.role === 'facilitator')
  return room
}

/** `expect.poll` is for tests only; scenes are set before them. */
export const until = (isSo: () => boolean) =>
  vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 20_000, interval: 50 })

export async function does(room: Room, command: Command) {
  expect(await room.send(command)).toMatchObject({ ok: true })
}
