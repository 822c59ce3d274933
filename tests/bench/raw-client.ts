// A WebSocket client that costs almost nothing: bare TCP, frames looked at where they lie. Only for the benchmark.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export type Address = { url: string; headers: Record<string, string> }

/** One read buffer for all clients: what is not a whole frame yet is carried over. */
const readBuffer = Buffer.allocUnsafeSlow(1 << 20)

export class RawClient {
  readonly #socket: Socket
  readonly #opened = Promise.withResolvers<void>()
  #isOpen = false
  #carried: Buffer[] = []
  #carriedLength = 0
  #needed = 2
  /** Called with the payload of each message, a view that is valid during the call. */
  onMessage: (payload: Buffer) => void = () => {}
  onClose: () => void = () => {}
  receivedBytes = 0

  constructor({ url, headers }: Address) {
    const { hostname, port, pathname, search, host } = new URL(url)
    this.#socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: { buffer: readBuffer, callback: (length) => this.#read(readBuffer.subarray(0, length)) },
    })
    const lines = [
      `GET ${pathname}${search} HTTP/1.1`,
      `Host: ${host}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      'Sec-WebSocket-Version: 13',
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ]
    this.#socket.on('connect', () => this.#socket.write(`${lines.join('\r\n')}\r\n\r\n`))
    this.#socket.on('error', (error) => this.#opened.reject(error))
    this.#socket.on('close', () => {
      this.#opened.reject(new Error('the server closed the connection during the handshake'))
      this.onClose()
    })
  }

  get opened(): Promise<void> {
    return this.#opened.promise
  }

  /** `bytes` as `clientFrame` makes them. */
  send(bytes: Buffer): void {
    this.#socket.write(bytes)
  }

  /** Resolves when little waits to be sent. */
  async drained(): Promise<void> {
    while (this.#socket.writableLength > 1 << 19) {
      await new Promise((resolve) => this.#socket.once('drain', resolve))
    }
  }

  end(): void {
    this.onClose = () => {}
    this.#socket.destroy()
  }

  #read(chunk: Buffer): boolean {
    this.receivedBytes += chunk.length
    const rest = this.#take(chunk)
    if (rest === null) return true
    const used = this.#isOpen ? this.#readFrames(rest) : this.#readHandshake(rest)
    this.#carry(Buffer.from(rest.subarray(used)))
    return true
  }

  /** Everything that waits together with `chunk`; null where a frame is still incomplete, so that nothing is copied. */
  #take(chunk: Buffer): Buffer | null {
    if (this.#carriedLength === 0) return chunk
    this.#carry(Buffer.from(chunk))
    if (this.#carriedLength < this.#needed) return null
    const all = Buffer.concat(this.#carried)
    this.#carried = []
    this.#carriedLength = 0
    return all
  }

  #carry(bytes: Buffer): void {
    if (bytes.length === 0) return
    this.#carried.push(bytes)
    this.#carriedLength += bytes.length
  }

  #readHandshake(bytes: Buffer): number {
    const end = bytes.indexOf('\r\n\r\n')
    if (end < 0) return 0
    const status = bytes.toString('latin1', 0, bytes.indexOf('\r\n'))
    if (!status.includes(' 101 ')) this.#opened.reject(new Error(`the upgrade was refused: ${status}`))
    this.#isOpen = true
    this.#opened.resolve()
    return end + 4 + this.#readFrames(bytes.subarray(end + 4))
  }

  /** Returns how many bytes were whole frames. */
  #readFrames(bytes: Buffer): number {
    let at = 0
    for (;;) {
      const left = bytes.length - at
      const short = left < 2 ? 0 : (bytes[at + 1] ?? 0) & 127
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      if (left < head) return this.#wait(head, at)
      const length =
        head === 2 ? short : head === 4 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
      if (left < head + length) return this.#wait(head + length, at)
      const isData = ((bytes[at] ?? 0) & 15) < 8
      if (isData) this.onMessage(bytes.subarray(at + head, at + head + length))
      at += head + length
    }
  }

  #wait(needed: number, used: number): number {
    this.#needed = needed
    return used
  }
}

/** Masked with zeros, which is allowed: the server unmasks all the same, and one frame serves every client. */
export function clientFrame(payload: Uint8Array): Buffer {
  const { length } = payload
  const head = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14)
  head[0] = 0x82
  if (length < 126) head[1] = 128 | length
  else if (length < 65_536) {
    head[1] = 128 | 126
    head.writeUInt16BE(length, 2)
  } else {
    head[1] = 128 | 127
    head.writeBigUInt64BE(BigInt(length), 2)
  }
  return Buffer.concat([head, payload])
}
