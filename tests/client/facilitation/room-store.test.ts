// The store: what is shown is what is confirmed plus one's own commands, through refusals, lost messages and broken connections.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { predict } from '#client/facilitation/predict.ts'
import { placeInQueue } from '#shared/facilitation/speaking-order.ts'
import { PollId } from '#shared/ids.ts'
import { mapping, welcome } from '#tests/shared/facilitation/scene.ts'
import { trustQuestion } from '#tests/support/questions.ts'
import { ana, cem, dana, eva, Judge, minute, openTab, type Tab } from './wire.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

/** Lets every promise that can go on go on. */
const settle = () => vi.advanceTimersByTimeAsync(0)

/** Delivers everything under way, both ways, until nothing moves. */
async function flow(...tabs: Tab[]): Promise<void> {
  let moved = true
  while (moved) {
    moved = false
    for (const { wire } of tabs) {
      while (wire.deliver('toServer')) moved = true
      while (wire.deliver('toBrowser')) moved = true
      await settle()
    }
  }
}

async function inRoom(viewer = cem, judge = new Judge()) {
  const tab = openTab(judge, viewer)
  tab.wire.connect()
  await flow(tab)
  const state = () => tab.room.store.getState()
  return { judge, tab, state, ...tab }
}

describe('entering', () => {
  test('is connecting until the snapshot is here, then online with it', async () => {
    const judge = new Judge()
    const tab = openTab(judge, cem)
    expect(tab.room.store.getState().status).toBe('connecting')
    tab.wire.connect()
    await settle()
    expect(tab.room.store.getState().status).toBe('connecting')
    await flow(tab)
    const { status, me, seq, confirmed } = tab.room.store.getState()
    expect({ status, me, seq }).toEqual({ status: 'online', me: cem, seq: judge.seq })
    expect(confirmed).toEqual(judge.seenBy(cem))
  })

  test('a participant never holds the facilitator’s script', async () => {
    const { state } = await inRoom(cem)
    expect(state().view.agenda.items.some(({ script }) => script !== undefined)).toBe(false)
    const facilitator = await inRoom(ana)
    expect(facilitator.state().view.agenda.items.some(({ script }) => script !== undefined)).toBe(true)
  })
})

describe('one’s own commands', () => {
  test('show at once and are equal to what the server confirms', async () => {
    const { judge, tab, state } = await inRoom()
    const reply = tab.room.send({ type: 'hand.raise' })
    expect(placeInQueue(state().view.hands, state().view.people, cem.personId)).toBe(1)
    expect(placeInQueue(state().confirmed.hands, state().confirmed.people, cem.personId)).toBeNull()
    const guess = state().view
    await flow(tab)
    expect(await reply).toEqual({ ok: true, seq: judge.seq })
    expect(state().pending).toEqual([])
    expect(state().view).toEqual(guess)
    expect(state().view).toBe(state().confirmed)
  })

  test('are taken back when the server refuses, with a notice', async () => {
    const { judge, tab, state } = await inRoom(ana)
    judge.happens(cem, { type: 'hand.raise' })
    await flow(tab)
    const reply = tab.room.send({ type: 'hand.call', personId: cem.personId })
    expect(state().view.hands.speaking?.personId).toBe(cem.personId)
    // Before it arrives, the hand goes down.
    judge.happens(cem, { type: 'hand.lower' })
    await flow(tab)
    expect(await reply).toMatchObject({ ok: false, code: 'not-found' })
    expect(state().view.hands.speaking).toBeNull()
    expect(state().pending).toEqual([])
    expect(state().notices).toEqual([{ noticeId: 1, code: 'not-found', command: 'hand.call' }])
    tab.room.dismiss(1)
    expect(state().notices).toEqual([])
  })

  test('raise no notice for a refusal that the caller explains in place', async () => {
    const { tab, state } = await inRoom(cem)
    const reply = tab.room.send({ type: 'agenda.start' }, { explains: ['not-allowed'] })
    await flow(tab)
    expect(await reply).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(state().notices).toEqual([])
  })

  test('are decided again on what others have done meanwhile', async () => {
    const { judge, tab, state } = await inRoom(cem)
    void tab.room.send({ type: 'hand.raise' })
    judge.happens(dana, { type: 'hand.raise' })
    tab.wire.deliver('toBrowser')
    // Dana was first at the server, so the guess has me second before my own command is confirmed.
    expect(placeInQueue(state().view.hands, state().view.people, dana.personId)).toBe(1)
    expect(placeInQueue(state().view.hands, state().view.people, cem.personId)).toBe(2)
  })

  test('keep their guess between the yes and its events', async () => {
    const { judge, tab, state } = await inRoom(ana)
    void tab.room.send({ type: 'agenda.start' })
    tab.wire.deliver('toServer')
    // The events are lost, the reply is not.
    tab.wire.loseNext('events')
    tab.wire.deliver('toBrowser')
    await settle()
    expect(state().view.agenda.current?.itemId).toBe(welcome)
    expect(state().confirmed.agenda.current).toBeNull()
    // The reply is ahead of the events, so they are asked for without waiting for the next batch.
    await flow(tab)
    expect(state().confirmed).toEqual(judge.seenBy(ana))
    expect(state().pending).toEqual([])
  })

  test('that only the server can decide are not guessed', async () => {
    const { tab, state } = await inRoom(ana)
    void tab.room.send({
      type: 'poll.open',
      mode: 'anonymous',
      questions: [trustQuestion],
      durationMs: null,
    })
    expect(state().view.polls).toEqual([])
    expect(state().pending).toHaveLength(1)
  })
})

describe('a broken connection', () => {
  test('makes the state offline, and online again with all that was missed', async () => {
    const { judge, tab, wire, state } = await inRoom()
    wire.cut()
    expect(state().status).toBe('offline')
    judge.happens(ana, { type: 'agenda.start' })
    judge.happens(dana, { type: 'hand.raise' })
    wire.connect()
    expect(state().status).toBe('offline')
    await flow(tab)
    expect(state().status).toBe('online')
    expect(state().view).toEqual(judge.seenBy(cem))
  })

  test('sends what has no answer again with the same id, and it happens once', async () => {
    const { judge, tab, wire, state } = await inRoom(ana)
    void tab.room.send({ type: 'agenda.start' })
    await flow(tab)
    const reply = tab.room.send({ type: 'agenda.extend', itemId: welcome, addMs: minute })
    wire.deliver('toServer')
    // Stored, and the answer never arrives.
    wire.cut()
    expect(state().pending).toHaveLength(1)
    wire.connect()
    await flow(tab)
    expect(await reply).toMatchObject({ ok: true })
    expect(judge.asked.get(`${ana.personId}-2`)).toBe(2)
    expect(judge.workshop.agenda.current?.addedMs).toBe(minute)
    expect(state().view).toEqual(judge.seenBy(ana))
    expect(state().pending).toEqual([])
  })

  test('does not send again what was accepted before', async () => {
    const { judge, tab, wire, state } = await inRoom(ana)
    void tab.room.send({ type: 'agenda.start' })
    wire.deliver('toServer')
    wire.loseNext('events')
    wire.deliver('toBrowser')
    await settle()
    wire.cut()
    wire.connect()
    await flow(tab)
    expect(judge.asked.get(`${ana.personId}-1`)).toBe(1)
    expect(state().pending).toEqual([])
    expect(state().view).toEqual(judge.seenBy(ana))
  })

  test('keeps commands given meanwhile, in order, and sends them after', async () => {
    const { judge, tab, wire, state } = await inRoom(ana)
    wire.cut()
    void tab.room.send({ type: 'agenda.start' })
    void tab.room.send({ type: 'agenda.advance', fromItemId: welcome })
    expect(state().view.agenda.current?.itemId).toBe(mapping)
    wire.connect()
    await flow(tab)
    expect(judge.workshop.agenda.current?.itemId).toBe(mapping)
    expect(state().pending).toEqual([])
    expect(state().notices).toEqual([])
  })

  test('an answer of the old connection is not taken for one of the new', async () => {
    const judge = new Judge()
    const tab = openTab(judge, cem)
    tab.wire.connect()
    tab.wire.deliver('toServer')
    tab.wire.cut()
    tab.wire.connect()
    await settle()
    expect(tab.room.store.getState().status).toBe('connecting')
    await flow(tab)
    expect(tab.room.store.getState().status).toBe('online')
  })
})

describe('lost messages on a living connection', () => {
  test('a gap in the numbers leads to a resume, and nothing is applied twice', async () => {
    const { judge, tab, wire, state } = await inRoom()
    judge.happens(dana, { type: 'hand.raise' })
    wire.lose('toBrowser')
    judge.happens(ana, { type: 'hand.call', personId: dana.personId })
    wire.deliver('toBrowser')
    expect(wire.toServer).toHaveLength(1)
    judge.happens(ana, { type: 'floor.yield' })
    await flow(tab)
    expect(state().seq).toBe(judge.seq)
    expect(state().view).toEqual(judge.seenBy(cem))
  })

  test('of a batch that is known in part, only the rest is applied', async () => {
    const { judge, wire, state } = await inRoom()
    const before = judge.seq
    judge.happens(ana, { type: 'agenda.start' })
    judge.happens(dana, { type: 'hand.raise' })
    judge.happens(eva, { type: 'hand.raise' })
    const batch = (from: number, to: number) => ({
      seq: from + 1,
      events: judge.events.slice(from, to),
      now: judge.now,
    })
    wire.says(batch(before, before + 2))
    wire.says(batch(before + 1, judge.seq))
    wire.says(batch(before, before + 1))
    expect(state().seq).toBe(judge.seq)
    expect(state().view).toEqual(judge.seenBy(cem))
  })

  test('a lost answer is asked for again with the same id', async () => {
    const { judge, tab, wire, state } = await inRoom(ana)
    const reply = tab.room.send({ type: 'agenda.start' })
    wire.deliver('toServer')
    wire.loseNext('answer')
    await flow(tab)
    await vi.advanceTimersByTimeAsync(2_000)
    await flow(tab)
    expect(await reply).toMatchObject({ ok: true })
    expect(judge.asked.get(`${ana.personId}-1`)).toBe(2)
    expect(state().pending).toEqual([])
  })

  test('a lost resume is asked for again', async () => {
    const judge = new Judge()
    const tab = openTab(judge, cem)
    tab.wire.connect()
    tab.wire.lose('toServer')
    await settle()
    await vi.advanceTimersByTimeAsync(2_000)
    await flow(tab)
    expect(tab.room.store.getState().status).toBe('online')
  })

  test('a server that went back to an older state cannot keep a guess alive', async () => {
    const { judge, tab, wire, state } = await inRoom(ana)
    void tab.room.send({ type: 'agenda.start' })
    wire.deliver('toServer')
    wire.loseNext('events')
    wire.deliver('toBrowser')
    await settle()
    // A backup is restored: the number that was promised will never be reached.
    judge.events = judge.events.slice(0, -1)
    await flow(tab)
    expect(state().pending).toEqual([])
    expect(wire.toServer).toEqual([])
  })
})

describe('another role', () => {
  test.each(['while connected', 'while away'])(
    'shows what that role may see, however it was heard of: %s',
    async (how) => {
      const { tab, wire, judge, state } = await inRoom()
      expect(state().me?.role).toBe('participant')
      if (how === 'while away') wire.cut()
      judge.happens(ana, { type: 'person.promote', personId: cem.personId })
      if (how === 'while away') wire.connect()
      await flow(tab)
      expect(state().me).toEqual({ ...cem, role: 'facilitator' })
      expect(state().confirmed).toEqual(judge.seenBy({ ...cem, role: 'facilitator' }))
      const reply = tab.room.send({ type: 'agenda.start' })
      await flow(tab)
      expect(await reply).toMatchObject({ ok: true })
    },
  )
})

describe('somebody who is erased', () => {
  test.each(['while connected', 'while away'])(
    'leaves nothing of theirs in this browser, however it is heard of: %s',
    async (how) => {
      const { tab, wire, judge, state } = await inRoom()
      judge.happens(dana, { type: 'check-in.promise', promise: 'Zusage von Dana' })
      await flow(tab)
      expect(state().view.checkIn.commitments[dana.personId]?.promise).toBe('Zusage von Dana')
      if (how === 'while away') wire.cut()
      judge.erases(dana.personId)
      if (how === 'while away') wire.connect()
      await flow(tab)
      expect(state().confirmed).toEqual(judge.seenBy(cem))
      expect(JSON.stringify(state())).not.toContain('Zusage von Dana')
    },
  )
})

describe('the end of the seat', () => {
  test('is told, and answers every open command', async () => {
    const { tab, wire, state } = await inRoom()
    const reply = tab.room.send({ type: 'hand.raise' })
    wire.endSeat()
    expect(await reply).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(state()).toMatchObject({ status: 'ended', ended: { code: 'seat-ended' }, pending: [] })
    expect(await tab.room.send({ type: 'hand.raise' })).toMatchObject({ ok: false })
    expect(state().pending).toEqual([])
  })

  test('closing leaves no timer behind', async () => {
    const { tab } = await inRoom()
    tab.room.close()
    expect(vi.getTimerCount()).toBe(0)
  })
})

test('names are merged, presence is replaced, issued ballots are kept', async () => {
  const { wire, state } = await inRoom()
  wire.names({ names: { [cem.personId]: 'Cem' }, present: [cem.personId] })
  wire.names({ names: { [dana.personId]: 'Dana' }, present: [dana.personId] })
  expect(state().names).toEqual({ [cem.personId]: 'Cem', [dana.personId]: 'Dana' })
  expect(state().present).toEqual([dana.personId])
  const issued = { pollId: PollId.parse('0'.repeat(32)), personIds: [cem.personId] }
  wire.issued(issued)
  expect(state().issued).toEqual({ [issued.pollId]: issued.personIds })
})

test('a guess that changes nothing keeps the reference, so that nothing is drawn again', async () => {
  const { state } = await inRoom()
  const refused = { commandId: '1', command: { type: 'agenda.start' }, sentAt: 0, acceptedSeq: null } as const
  expect(predict(state().confirmed, [refused], cem)).toBe(state().confirmed)
})
