// More than a connection or the disk can take: memory stays bounded, and nothing that was taken is lost.
import { expect, test } from 'vitest'
import { closeCodes } from '#shared/board/protocol.ts'
import { addSticky, contentsOf } from '#tests/server/board/sample-records.ts'
import { bo, closed, MemoryStore, serveBoard, workshopId } from '#tests/server/board/serve-board.ts'

test('a browser that does not read is closed when 4 MB wait for it, and the others go on', async () => {
  const server = await serveBoard()
  const writer = await server.browser()
  const slow = server.socket(`as=${bo}`)
  await new Promise((resolve) => slow.once('open', resolve))
  slow.send(Uint8Array.of(0, 0, 1, 0)) // sync step 1 of somebody who has nothing
  await expect.poll(() => server.gateway.connectionCount()).toBe(2)
  slow.pause()
  for (let count = 1; !server.facts.includes('board.too-slow'); count++) {
    if (count > 200) throw new Error('the slow browser was never closed')
    writer.doc.transact(() => {
      for (let step = 0; step < 100; step++)
        addSticky(writer.doc, `${count}-${step}`, { text: 'x'.repeat(1900) })
    })
    await expect.poll(writer.stored, { interval: 5, timeout: 20_000 }).toBe(count + 1)
  }
  const end = closed(slow)
  slow.resume()
  expect((await end).code).toBe(closeCodes.tooSlow)
  expect(writer.provider.wsconnected).toBe(true)
})

test('more edits than the disk can take make the browser wait, not the server’s memory grow', async () => {
  const store = new MemoryStore()
  const gate = Promise.withResolvers<void>()
  const server = await serveBoard({ store })
  const writer = await server.browser()
  await expect.poll(writer.stored).toBe(1)
  store.gate = gate.promise
  const total = 80
  for (let step = 0; step < total; step++) {
    writer.doc.transact(() => {
      for (let part = 0; part < 80; part++)
        addSticky(writer.doc, `n${step}-${part}`, { text: 'x'.repeat(1900) })
    })
  }
  const unsent = () => writer.provider.ws?.bufferedAmount ?? 0
  await expect.poll(unsent, { timeout: 20_000 }).toBeGreaterThan(0)
  gate.resolve()
  await expect.poll(writer.stored, { timeout: 40_000 }).toBe(total + 1)
  expect(contentsOf(store.stored(workshopId))).toEqual(contentsOf(writer.doc))
})

test('a flood of small edits is slowed down; all of it is kept, and nobody is sent away for it', async () => {
  const server = await serveBoard()
  const writer = await server.browser()
  await expect.poll(writer.stored).toBe(1)
  const edits = 2_300 // the first 2,000 at once
  for (let step = 0; step < edits; step++) addSticky(writer.doc, `flood-${step}`)
  const reader = await server.browser({ as: bo })
  await expect.poll(() => Object.keys(contentsOf(reader.doc)).length).toBeGreaterThan(0)
  await expect.poll(writer.stored, { timeout: 40_000 }).toBe(edits + 1)
  await expect.poll(() => Object.keys(contentsOf(reader.doc)).length, { timeout: 40_000 }).toBe(edits)
  expect(writer.provider.wsconnected).toBe(true)
})
