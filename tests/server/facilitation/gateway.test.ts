import { expect, test, vi } from 'vitest'
import type { FacilitationOptions } from '#server/facilitation/gateway.ts'
import type { Resumed } from '#shared/facilitation/protocol.ts'
import { apply, type Workshop } from '#shared/facilitation/workshop.ts'
import { type PersonId, PollId, RoundId } from '#shared/ids.ts'
import { enter, gatewayOver, lower, raise } from './gateway-for-test.ts'
import { ana, bo, fay, foundedRooms, oda, openPoll, person, roomsOver, workshopId } from './room-for-test.ts'

async function openGateway() {
  const room = await foundedRooms()
  return { ...room, ...(await gatewayOver(room)) }
}
const snapshot = (resumed: { kind: string; workshop?: Workshop }): Workshop => {
  if (!resumed.workshop) throw new Error('This is no snapshot.')
  return resumed.workshop
}

test('a browser that has nothing gets a snapshot, who it is, who is here and the time', async () => {
  const gateway = await openGateway()
  await gateway.rooms.setName(workshopId, ana.personId, 'Ana')
  const browser = await enter(gateway, ana)
  expect(await browser.resume(null)).toMatchObject({
    kind: 'snapshot',
    seq: 5,
    me: { personId: ana.personId, role: 'participant' },
    directory: { names: { [ana.personId]: 'Ana' }, present: [ana.personId] },
    issued: [],
    now: expect.any(Number),
  })
  expect(Math.abs((await browser.socket.emitWithAck('time')) - Date.now())).toBeLessThan(60_000)
})

test('a browser that was away gets what it missed, and no more', async () => {
  const gateway = await openGateway()
  await gateway.submit(ana, raise)
  const browser = await enter(gateway, bo)
  expect(await browser.resume(4)).toMatchObject({
    kind: 'events',
    seq: 5,
    events: [{ type: 'person.joined' }, { type: 'hand.raised' }],
  })
  expect(await browser.resume(6)).toMatchObject({ kind: 'events', events: [] })
  expect(await browser.resume(99)).toMatchObject({ kind: 'snapshot', seq: 6 })
})

test('who comes while a session is running has been there, once, however often they come', async () => {
  const gateway = await openGateway()
  await enter(gateway, fay)
  const attended = async () => (await gateway.rooms.state(workshopId)).workshop.sessions.all[0]?.attended
  await gateway.submit(fay, { type: 'session.start' })
  expect(await attended()).toEqual([fay.personId])
  await enter(gateway, ana)
  await enter(gateway, ana)
  await expect.poll(attended).toEqual([fay.personId, ana.personId])
  await enter(gateway, bo)
  await expect.poll(attended).toEqual([fay.personId, ana.personId, bo.personId])
  expect(gateway.bugs).toEqual([])
})

test('the facilitator’s script reaches facilitators only', async () => {
  const gateway = await openGateway()
  const scripts = async (actor: typeof ana) => {
    const browser = await enter(gateway, actor)
    return snapshot(await browser.resume(null)).agenda.items.map(({ script }) => script)
  }
  expect(await scripts(fay)).toEqual(['Say hello.', 'Be quiet.'])
  expect(await scripts(ana)).toEqual([undefined, undefined])
  expect(await scripts(oda)).toEqual([undefined, undefined])
  const late = await enter(gateway, ana)
  expect(JSON.stringify(await late.resume(0))).not.toContain('Say hello')
})

test('an open answer is told to the person who gave it, and to others only that it was given', async () => {
  const gateway = await openGateway()
  const [fays, anas, anasPhone, bos] = await Promise.all(
    [fay, ana, ana, bo].map((who) => enter(gateway, who)),
  )
  if (!fays || !anas || !anasPhone || !bos) throw new Error('Four browsers entered.')
  for (const browser of [fays, anas, anasPhone, bos]) await browser.resume(null)
  await fays.command(openPoll('open'))
  const [poll] = (await gateway.rooms.state(workshopId)).workshop.polls
  await anas.command({ type: 'poll.answer', pollId: poll?.pollId, answer: ['scale', 4] })
  const answers = (browser: typeof anas) =>
    browser.events().flatMap((event) => (event.type === 'poll.answered' ? [event] : []))
  for (const browser of [fays, anas, anasPhone, bos])
    await expect.poll(() => answers(browser)).toMatchObject([{ personId: ana.personId }])
  expect(answers(anas)[0]?.answer).toEqual(['scale', 4])
  expect(answers(anasPhone)[0]?.answer).toEqual(['scale', 4])
  expect(answers(bos)[0]).not.toHaveProperty('answer')
  expect(answers(fays)[0]).not.toHaveProperty('answer')
  expect(JSON.stringify(await bos.resume(null))).not.toContain('["scale",4]')
})

test('events arrive before the reply to the command that caused them', async () => {
  const gateway = await openGateway()
  const browser = await enter(gateway, ana)
  await browser.resume(null)
  await browser.command(raise)
  expect(browser.received.filter(({ kind }) => kind !== 'directory')).toMatchObject([
    { kind: 'events', batch: { seq: 6, events: [{ type: 'hand.raised' }] } },
    { kind: 'reply', reply: { ok: true, seq: 6 } },
  ])
})

test('a burst of commands is told in few messages, without a gap, and each before its own reply', async () => {
  const gateway = await openGateway()
  const people = Array.from({ length: 60 }, (_, index) => person(100 + index))
  for (const personId of people)
    await gateway.submit(
      { personId: null, role: 'server' },
      { type: 'person.join', personId, role: 'participant', departmentId: null },
    )
  const browsers = await Promise.all(
    people.map((personId) => enter(gateway, { personId, role: 'participant' })),
  )
  const began = await Promise.all(browsers.map((browser) => browser.resume(null)))
  await Promise.all(browsers.map((browser) => browser.command(raise)))
  for (const [index, { received }] of browsers.entries()) {
    let seq = began[index]?.seq ?? 0
    let batches = 0
    for (const one of received) {
      if (one.kind === 'reply' && one.reply.ok) expect(one.reply.seq).toBeLessThanOrEqual(seq)
      if (one.kind !== 'events') continue
      expect(one.batch.seq).toBe(seq + 1)
      seq += one.batch.events.length
      batches += 1
    }
    expect(batches).toBeLessThan(60)
  }
  const last = () => browsers.map((browser) => browser.events().length)
  await expect.poll(last).toEqual(people.map(() => 60))
})

test('a browser is told nothing before it resumes', async () => {
  const gateway = await openGateway()
  const [silent, browser] = [await enter(gateway, bo), await enter(gateway, ana)]
  await browser.resume(null)
  await browser.command(raise)
  await expect.poll(() => browser.events()).toHaveLength(1)
  expect(await silent.socket.emitWithAck('time')).toEqual(expect.any(Number)) // it has heard all that was sent
  expect(silent.events()).toEqual([])
})

test('whatever happens while a browser resumes reaches it exactly once and in order', async () => {
  const room = await foundedRooms()
  const gate = Promise.withResolvers<void>()
  let isHeld = false
  const slowRooms: typeof room.rooms = {
    ...room.rooms,
    eventsAfter: async (...asked) => {
      const answer = await room.rooms.eventsAfter(...asked)
      if (isHeld) await gate.promise // read early, answered late
      return answer
    },
  }
  const gateway = await gatewayOver({ rooms: slowRooms })
  const browser = await enter(gateway, bo)
  isHeld = true
  // The second is asked before the first is answered: only behind its answer may events go on.
  const toldBefore: number[] = []
  const resumes = [1, 2].map(() => {
    const resumed = Promise.withResolvers<Resumed>()
    browser.socket.emit('resume', { afterSeq: 5 }, (answer: Resumed) => {
      toldBefore.push(browser.events().length)
      resumed.resolve(answer)
    })
    return resumed.promise
  })
  await room.submit(fay, openPoll('open'))
  const [poll] = (await room.rooms.state(workshopId)).workshop.polls
  if (!poll) throw new Error('The poll did not open.')
  await room.submit(ana, { type: 'poll.answer', pollId: poll.pollId, answer: ['scale', 4] })
  for (const command of [raise, lower]) await room.submit(ana, command)
  gate.resolve()
  const [, last] = await Promise.all(resumes)
  isHeld = false
  await room.submit(ana, raise)
  const missed = last?.kind === 'events' ? last.events : []
  await expect
    .poll(() => [...missed, ...browser.events()].map(({ type }) => type))
    .toEqual(['poll.opened', 'poll.answered', 'hand.raised', 'hand.lowered', 'hand.raised'])
  expect(toldBefore).toEqual([0, 0])
  expect(browser.events()[1]).toMatchObject({ type: 'poll.answered', personId: ana.personId })
  expect(browser.events()[1]).not.toHaveProperty('answer')
})

test('many browsers that come and go while commands run all end equal', async () => {
  const gateway = await openGateway()
  const people = Array.from({ length: 12 }, (_, index) => person(100 + index))
  for (const personId of people)
    await gateway.submit(
      { personId: null, role: 'server' },
      { type: 'person.join', personId, role: 'participant', departmentId: null },
    )
  const views = await Promise.all(
    people.map(async (personId) => {
      const actor = { personId, role: 'participant' as const }
      let browser = await enter(gateway, actor)
      let told = await browser.resume(null)
      let view = { seq: told.seq, workshop: snapshot(told) }
      const follow = () => {
        for (const one of browser.received) {
          if (one.kind !== 'events' || one.batch.seq + one.batch.events.length - 1 <= view.seq) continue
          expect(one.batch.seq).toBe(view.seq + 1)
          view = {
            seq: view.seq + one.batch.events.length,
            workshop: one.batch.events.reduce(apply, view.workshop),
          }
        }
        return view
      }
      await browser.command(raise)
      follow()
      browser.socket.disconnect()
      browser = await enter(gateway, actor)
      told = await browser.resume(view.seq)
      if (told.kind !== 'events') throw new Error('Everything it missed is at hand.')
      view = { seq: view.seq + told.events.length, workshop: told.events.reduce(apply, view.workshop) }
      await browser.command(lower)
      await browser.command(raise)
      return follow
    }),
  )
  const { seq, workshop } = await gateway.rooms.state(workshopId)
  expect(workshop.hands.queue).toHaveLength(12)
  for (const follow of views) {
    await expect.poll(() => follow().seq).toBe(seq)
    expect(follow().workshop.hands).toEqual(workshop.hands)
  }
})

test('the same command on two connections has one effect', async () => {
  const gateway = await openGateway()
  const commandId = crypto.randomUUID()
  const first = await enter(gateway, ana)
  expect(await first.command(raise, commandId)).toEqual({ ok: true, seq: 6 })
  first.socket.disconnect()
  const second = await enter(gateway, ana)
  expect(await second.command(raise, commandId)).toEqual({ ok: true, seq: 6 })
  expect(gateway.published).toHaveLength(1)
})

test('keys that a browser sends with a poll are dropped', async () => {
  const gateway = await openGateway()
  const browser = await enter(gateway, fay)
  const keys = { pollId: 'f'.repeat(32), pk: 'f'.repeat(64), receiptPk: 'f'.repeat(64) }
  await browser.command({ ...openPoll('open'), keys: [keys] })
  expect(gateway.preparePolls).toHaveBeenCalledTimes(1)
  expect(gateway.preparePolls.mock.calls[0]).toEqual([
    workshopId,
    [expect.not.objectContaining({ keys: expect.anything() })],
  ])
  const [poll] = (await gateway.rooms.state(workshopId)).workshop.polls
  expect(poll?.pollId).not.toBe(keys.pollId)
})

test('names and who is here are told to everyone who is here', async () => {
  const gateway = await openGateway()
  const browser = await enter(gateway, ana)
  const other = await enter(gateway, bo)
  await gateway.rooms.setName(workshopId, bo.personId, 'Bo')
  const last = () => browser.received.flatMap((one) => (one.kind === 'directory' ? [one.change] : [])).at(-1)
  await expect.poll(last).toMatchObject({ present: [ana.personId, bo.personId] })
  const names = () =>
    Object.assign({}, ...browser.received.map((one) => (one.kind === 'directory' ? one.change.names : {})))
  await expect.poll(names).toEqual({ [bo.personId]: 'Bo' })
  other.socket.disconnect()
  await expect.poll(last).toMatchObject({ present: [ana.personId] })
})

test('whoever has received a ballot is told to everyone in the workshop', async () => {
  const gateway = await openGateway()
  const browser = await enter(gateway, ana)
  const issued = { pollId: PollId.parse('f'.repeat(32)), personIds: [bo.personId] }
  gateway.issue(issued)
  await expect.poll(() => browser.received).toContainEqual({ kind: 'issued', issued })
})

test('how many silent notes there are is told to each without their own', async () => {
  const listeners: Parameters<FacilitationOptions['silence']['onCounts']>[0][] = []
  const silence = {
    counts: async () => null,
    onCounts: (listener: (typeof listeners)[number]) => listeners.push(listener),
  }
  const gateway = await gatewayOver(await foundedRooms(), { silence })
  const browsers = [await enter(gateway, ana), await enter(gateway, bo)]
  const told = browsers.map(({ socket }) => new Promise((resolve) => socket.once('silence', resolve)))
  const roundId = RoundId.parse('d'.repeat(32))
  const othersOf = (personId: PersonId) => (personId === ana.personId ? 2 : 3)
  for (const listener of listeners)
    listener(workshopId, (personId) => ({ roundId, all: 4, others: othersOf(personId), cells: [] }))
  expect(await Promise.all(told)).toEqual([
    { roundId, all: 4, others: 2, cells: [] },
    { roundId, all: 4, others: 3, cells: [] },
  ])
})

test('a ballot request goes to the ballot box with the seat, and its failure is answered', async () => {
  const room = await foundedRooms()
  const token = vi.fn().mockResolvedValueOnce({ ok: true, evaluated: 'e', proof: 'p' })
  token.mockRejectedValueOnce(new Error('worker died'))
  const tokens = { token, issued: () => [], onIssued: () => {} }
  const gateway = await gatewayOver(room, { tokens })
  const browser = await enter(gateway, ana)
  const request = { pollId: 'a'.repeat(32), blinded: 'b'.repeat(64) }
  expect(await browser.socket.emitWithAck('poll.token', request)).toEqual({
    ok: true,
    evaluated: 'e',
    proof: 'p',
  })
  expect(token).toHaveBeenCalledWith(expect.objectContaining({ workshopId, ...ana }), request)
  const failure = await browser.socket.emitWithAck('poll.token', request)
  expect(failure).toMatchObject({ ok: false, message: expect.stringContaining('bug-1') })
})

test('when a command cannot be stored, its sender is told the number of the error and nobody else anything', async () => {
  const { rooms, storage } = await foundedRooms()
  await rooms.close()
  const append = () => Promise.reject(new Error('disk full'))
  const broken = await roomsOver({ ...storage, facilitation: { ...storage.facilitation, append } })
  const gateway = await gatewayOver(broken)
  const [browser, other] = [await enter(gateway, ana), await enter(gateway, bo)]
  await other.resume(null)
  expect(await browser.command(raise)).toEqual({
    ok: false,
    code: 'busy',
    message: 'The server could not store this (error bug-1); try again in a moment.',
  })
  expect(gateway.bugs).toEqual(['command.failed'])
  expect(other.events()).toEqual([])
})
