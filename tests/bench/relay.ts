// What our gateway is measured against: a bare `ws` relay that checks nothing, stores nothing and knows no protocol.
// Usage: relay.ts each|turn. "each" sends every message to every socket by itself; "turn" writes once per socket and turn.
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { frame } from '#server/board/frames.ts'

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
const sockets = new Map<WebSocket, Duplex>()
let queue: { bytes: Buffer; from: WebSocket }[] = []

function sendEach(bytes: Buffer, from: WebSocket): void {
  for (const socket of sockets.keys()) if (socket !== from) socket.send(bytes, { binary: true })
}

function sendPerTurn(bytes: Buffer, from: WebSocket): void {
  if (queue.length === 0) setImmediate(flush)
  queue.push({ bytes: frame(bytes), from })
}

function flush(): void {
  const sent = queue
  queue = []
  const all = Buffer.concat(sent.map(({ bytes }) => bytes))
  for (const [socket, raw] of sockets) {
    const others = sent.filter(({ from }) => from !== socket)
    raw.write(others.length === sent.length ? all : Buffer.concat(others.map(({ bytes }) => bytes)))
  }
}

const send = process.argv[2] === 'turn' ? sendPerTurn : sendEach
server.on('connection', (socket, request) => {
  sockets.set(socket, request.socket)
  socket.on('message', (data) => {
    if (Buffer.isBuffer(data)) send(data, socket)
  })
  socket.on('close', () => sockets.delete(socket))
})
server.on('listening', () => {
  const { port } = server.address() as AddressInfo // a TCP server that listens has one
  process.stdout.write(`ws://127.0.0.1:${port}/\n`)
})
