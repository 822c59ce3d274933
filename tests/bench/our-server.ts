// The real server under load: started as a user starts it, people let in by their link.
import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { keepTo, processors } from '#tests/bench/processes.ts'
import type { Address } from '#tests/bench/raw-client.ts'
import { createWorkshop, type Guest, joinByLink, startServer } from '#tests/support/server.ts'

export type OurServer = { pid: number; addresses: Address[]; clear(): Promise<void> }

/** A disk that makes everything durable at once and loses it with the machine; null where the system has none. */
export const memoryDisk = existsSync('/dev/shm') ? '/dev/shm' : null

/** `disk`: a folder to keep the data in, instead of the usual place for temporary ones. */
export async function openWorkshop(people: number, disk: string | null = null): Promise<OurServer> {
  const server = await startServer(
    disk === null ? {} : { dataDir: await mkdtemp(join(disk, 'runde-bench-')) },
  )
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
