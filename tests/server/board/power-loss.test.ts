// The machine loses power, and with it the last updates that browsers have seen: they are brought back by whoever wrote them.
import * as encoding from 'lib0/encoding'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { closeCodes } from '#shared/board/protocol.ts'
import { addSticky, contentsOf, moveSticky, removeSticky, typeIntoSticky } from './sample-records.ts'
import { ana, type Browser, bo, closed, MemoryStore, serveBoard, workshopId } from './serve-board.ts'

/** Two people who have the same board; then the server is gone. `lose` starts one without the last updates. */
async function twoPeople(now: () => number = Date.now) {
  const first = await serveBoard()
  const author = await first.browser()
  const reader = await first.browser({ as: bo })
  addSticky(author.doc, 'kept')
  await expect.poll(() => contentsOf(reader.doc)).toHaveProperty('shape:kept')
  const bothSee = async (change: () => void) => {
    change()
    await expect
      .poll(() => [contentsOf(reader.doc), contentsOf(first.store.stored(workshopId))])
      .toEqual([contentsOf(author.doc), contentsOf(author.doc)])
  }
  const lose = async (updates: number) => {
    await first.close()
    const second = await serveBoard({ store: first.store.afterPowerLoss(updates), now })
    const codes: unknown[] = []
    const back = async (browser: Browser, as = ana) => {
      const again = await second.browser({ doc: browser.doc, as, waits: false })
      again.provider.on('connection-close', (event) => codes.push(event?.code))
      return again
    }
    return { ...second, back, codes, stored: () => contentsOf(second.store.stored(workshopId)) }
  }
  return { author, reader, bothSee, lose }
}

test('who saw an edit that was lost comes back before its author, and is neither refused nor believed', async () => {
  const { author, reader, bothSee, lose } = await twoPeople()
  await bothSee(() => addSticky(author.doc, 'lost'))
  const { back, codes, stored } = await lose(1)
  const readerAgain = await back(reader, bo)
  await expect.poll(readerAgain.stored).toBe(1)
  expect(Object.keys(stored())).toEqual(['shape:kept'])
  addSticky(reader.doc, 'meanwhile')
  await expect.poll(readerAgain.stored).toBe(2)
  expect(codes).toEqual([])
  await back(author)
  await expect
    .poll(() => Object.keys(stored()).sort())
    .toEqual(['shape:kept', 'shape:lost', 'shape:meanwhile'])
  await expect.poll(() => contentsOf(author.doc)).toEqual(stored())
  expect(contentsOf(reader.doc)).toEqual(stored())
  expect(codes.filter((code) => code !== closeCodes.restarting)).toEqual([])
})

test('what others deleted of a lost edit stays deleted when its author brings it', async () => {
  const { author, reader, bothSee, lose } = await twoPeople()
  await bothSee(() => addSticky(author.doc, 'lost'))
  await bothSee(() => moveSticky(author.doc, 'lost', 5))
  const { back, stored } = await lose(2)
  removeSticky(reader.doc, 'lost')
  const readerAgain = await back(reader, bo)
  await expect.poll(readerAgain.stored).toBe(1)
  await back(author)
  await expect.poll(() => contentsOf(author.doc)).toEqual(contentsOf(reader.doc))
  await expect.poll(stored).toEqual(contentsOf(reader.doc))
  expect(Object.keys(stored())).toEqual(['shape:kept'])
})

test('a change that builds on a lost edit waits for its author', async () => {
  const { author, reader, bothSee, lose } = await twoPeople()
  await bothSee(() => addSticky(author.doc, 'lost'))
  const { back, codes, stored } = await lose(1)
  typeIntoSticky(reader.doc, 'lost', 'by somebody else')
  await back(reader, bo)
  await expect.poll(() => codes).toContain(closeCodes.restarting)
  await back(author)
  await expect.poll(() => contentsOf(author.doc)).toEqual(contentsOf(reader.doc))
  await expect.poll(stored).toEqual(contentsOf(reader.doc))
  expect(stored()).toHaveProperty('shape:lost')
  expect(codes.filter((code) => code !== closeCodes.restarting)).toEqual([])
})

test('it does not wait for ever', async () => {
  let time = 0
  const { author, reader, bothSee, lose } = await twoPeople(() => time)
  await bothSee(() => addSticky(author.doc, 'lost'))
  const { back, codes } = await lose(1)
  typeIntoSticky(reader.doc, 'lost', 'by somebody else')
  await back(reader, bo)
  await expect.poll(() => codes).toContain(closeCodes.restarting)
  time = 61_000
  await expect.poll(() => codes.at(-1)).toBe(closeCodes.refused)
})

test('an answer that forges somebody else’s next edit brings nothing of it', async () => {
  const store = new MemoryStore()
  store.endedUntimely = true
  const server = await serveBoard({ store })
  const victim = await server.browser()
  addSticky(victim.doc, 'first')
  await expect.poll(victim.stored).toBe(2)
  const next = Y.getState(victim.doc.store, victim.doc.clientID)
  // One client, one struct: GC of a hundred clocks; nothing deleted. As the answer to the server's question.
  const forged = encoding.createEncoder()
  for (const part of [1, 1, victim.doc.clientID, next, 0, 100, 0]) encoding.writeVarUint(forged, part)
  const message = encoding.createEncoder()
  encoding.writeVarUint(message, 0)
  encoding.writeVarUint(message, 1)
  encoding.writeVarUint8Array(message, encoding.toUint8Array(forged))
  const socket = server.socket(`as=${bo}`)
  onTestFinished(() => socket.terminate())
  await new Promise((resolve) => socket.once('open', resolve))
  const end = closed(socket)
  socket.send(encoding.toUint8Array(message))
  addSticky(victim.doc, 'second')
  await expect.poll(victim.stored).toBe(3)
  expect(contentsOf(server.store.stored(workshopId))).toEqual(contentsOf(victim.doc))
  expect(Object.keys(contentsOf(victim.doc))).toEqual(['shape:first', 'shape:second'])
  socket.close()
  await end
})
