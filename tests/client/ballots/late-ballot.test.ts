// A ballot that its browser is still writing down when the poll closes.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBallotBoxClient } from '#client/facilitation/ballots/ballot-box-client.ts'
import { createMemoryStore } from '#client/facilitation/ballots/memory-store.ts'
import { type BallotRoom, openBallotRoom, personNumber } from '#tests/support/ballot-room.ts'
import { eventually } from '#tests/support/eventually.ts'
import { sitDown } from '#tests/support/voter.ts'

let room: BallotRoom
beforeEach(async () => {
  room = await openBallotRoom({ participants: 6 })
})
afterEach(() => room.close())

/** From `hold` on, each change is made when it is let go of. */
function slowStore() {
  const store = createMemoryStore()
  const held: (() => Promise<void>)[] = []
  let isHeld = false
  return {
    ...store,
    change(...args: Parameters<typeof store.change>) {
      if (!isHeld) return store.change(...args)
      const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<typeof store.change>>>()
      held.push(async () => resolve(await store.change(...args)))
      return promise
    },
    hold: () => {
      isHeld = true
    },
    /** How many wait. */
    held: () => held.length,
    letGo: async () => held.shift()?.(),
  }
}

test('it goes out once', async () => {
  const poll = await room.openPoll()
  const sent: AbortSignal[] = []
  const box = createBallotBoxClient(room.origin)
  const watched = {
    ...box,
    cast: (...args: Parameters<typeof box.cast>) => {
      sent.push(args[2])
      return box.cast(...args)
    },
  }
  const store = slowStore()
  const voter = sitDown(room, poll, personNumber(1), { store, box: watched })
  await eventually(() => voter.view().status).toBe('ready')
  store.hold()
  voter.cast(['scale', 5])
  await room.closePoll(poll.pollId)
  // Nothing is written down yet: at the close, its browser takes it for a person who has not voted.
  await eventually(store.held).toBe(2)
  await store.letGo()
  await eventually(() => sent.length).toBe(1)
  await store.letGo()
  await new Promise(setImmediate)
  // On its way still, and nothing was sent in its place.
  expect(sent.map(({ aborted }) => aborted)).toEqual([false])
  expect(voter.problems).toEqual([])
  voter.stop()
})
