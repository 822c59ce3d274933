// A cable between a browser and the server that a test can pull out: a TCP relay on a port of its own.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type Cable = {
  /** Where the browser goes instead of to the server. */
  origin: string
  /** Ends every connection at once and lets no new one through. */
  pullOut(): void
  plugIn(): void
  close(): Promise<void>
}

export async function layCable(serverOrigin: string): Promise<Cable> {
  const { hostname, port } = new URL(serverOrigin)
  const sockets = new Set<Socket>()
  let isPluggedIn = true
  const relay = createServer((near) => {
    if (!isPluggedIn) {
      near.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  })
  relay.listen(0, 'localhost')
  await once(relay, 'listening')
  const { port: ownPort } = relay.address() as AddressInfo // a TCP server's address is one
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    origin: `http://localhost:${ownPort}`,
    pullOut() {
      isPluggedIn = false
      drop()
    },
    plugIn() {
      isPluggedIn = true
    },
    async close() {
      const closed = once(relay, 'close')
      relay.close()
      drop()
      await closed
    },
  }
}
