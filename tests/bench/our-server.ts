// The real server under load: started as a user starts it, people let in by their link.

import { keepTo, processors } from '#tests/bench/processes.ts'
import type { Address } from '#tests/bench/raw-client.ts'
import { createWorkshop, type Guest, joinByLink, startServer } from '#tests/support/server.ts'

export type OurServer = { pid: number; addresses: Address[]; clear(): Promise<void> }

export async function openWorkshop(people: number): Promise<OurServer> {
  const server = await startServer()
  const { links } = await createWorkshop(server.origin)
  const addresses: Address[] = []
  for (let person = 0; person < people; person++) {
    addresses.push(boardAddress(server.origin, await joinByLink(links.participant)))
  }
  keepTo(processors?.server, server.process.pid)
  return { pid: server.process.pid ?? 0, addresses, clear: () => server.clear() }
}

export const boardAddress = (origin: string, { workshopId, seatToken }: Guest): Address => ({
  url: `${origin.replace('http', 'ws')}/board/${workshopId}?seat=participant&acks=1`,
  headers: { authorization: `Bearer ${seatToken}` },
})
