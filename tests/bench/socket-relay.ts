// The reference for a raised hand: a bare socket.io server that sends on to everybody what it gets, and does nothing else.
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { Server } from 'socket.io'

/** As large as what our server sends for a raised hand. */
export const relayedHand = (personId: string) => ({
  seq: 1234,
  events: [{ type: 'hand.raised', personId, at: 1_700_000_000_000 }],
  now: 1_700_000_000_000,
})

function serve(): void {
  const io = new Server({ transports: ['websocket'], serveClient: false })
  io.on('connection', (socket) => {
    socket.on('command', (message: unknown) => io.emit('events', message))
  })
  io.listen(0)
  const { port } = io.httpServer.address() as AddressInfo // a TCP server that listens has one
  process.stdout.write(`http://127.0.0.1:${port}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) serve()
