// Joining a board from the benchmark: say "I have nothing", wait for "this is all".
import { syncStep2 } from '#server/board/frames.ts'
import { messageStored, messageSync } from '#shared/board/protocol.ts'
import { type Address, RawClient } from '#tests/bench/raw-client.ts'
import { helloFrame, nothingNewFrame } from '#tests/bench/traffic.ts'

/** Resolves with the client and the milliseconds from the question to the last byte of the answer; `onMessage` sees the answer. */
export async function joinBoard(
  address: Address,
  onMessage: (payload: Buffer) => void = () => {},
): Promise<{ client: RawClient; ms: number; bytes: number }> {
  const client = new RawClient(address)
  await client.opened
  const askedAt = performance.now()
  await new Promise<void>((resolve, reject) => {
    client.onClose = () => reject(new Error('the server closed the connection before the board was there'))
    client.onMessage = (payload) => {
      onMessage(payload)
      if (payload[0] === messageSync && payload[1] === syncStep2) resolve()
    }
    client.send(helloFrame)
    client.send(nothingNewFrame)
  })
  const ms = performance.now() - askedAt
  client.onMessage = () => {}
  client.onClose = () => {
    throw new Error('the server closed a connection during the measurement')
  }
  return { client, ms, bytes: client.receivedBytes }
}

/** How many update frames the server says are stored; null for a message that says something else. */
export function storedCount(payload: Buffer): number | null {
  if (payload[0] !== messageStored) return null
  return [...payload.subarray(1)].reduce((count, byte, place) => count + (byte & 127) * 128 ** place, 0)
}
