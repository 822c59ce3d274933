// A text to be read aloud on the wire: live, continued and as a snapshot, nobody but its author is told whose it is.
import { expect, test } from 'vitest'
import { ReadingId } from '#shared/ids.ts'
import { enter, gatewayOver } from './gateway-for-test.ts'
import { ana, bo, fay, foundedRooms, oda } from './room-for-test.ts'

const readingId = ReadingId.parse('a'.repeat(32))
const text = 'We overslept the appointment ourselves.'

test('live, after a break and at the first visit', async () => {
  const room = await foundedRooms()
  const gateway = { ...room, ...(await gatewayOver(room)) }
  const browsers = [
    await enter(gateway, fay),
    await enter(gateway, ana),
    await enter(gateway, bo),
    await enter(gateway, oda),
  ]
  for (const browser of browsers) await browser.resume(null)
  const [, author] = browsers
  expect(await author?.command({ type: 'reading.ask', readingId, text })).toMatchObject({ ok: true })
  const asked = { type: 'reading.asked', readingId, at: expect.any(Number) }
  const seen = [{ ...asked, text }, { ...asked, text, personId: ana.personId }, asked, asked]
  const waiting = { readingId, askedAt: expect.any(Number), state: 'waiting' }
  const kept = [{ ...waiting, text }, { ...waiting, text, personId: ana.personId }, waiting, waiting]
  for (const [index, browser] of browsers.entries()) {
    await expect.poll(() => browser.events()).toStrictEqual([seen[index]])
    expect(await browser.resume(room.published[0] ? room.published[0].seq - 1 : 0)).toMatchObject({
      kind: 'events',
      events: [seen[index]],
    })
    const first = await browser.resume(null)
    expect(first.kind === 'snapshot' && first.workshop.readings).toStrictEqual([kept[index]])
  }
})
