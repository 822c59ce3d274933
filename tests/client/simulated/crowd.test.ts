// Simulated people in a real server: they come in by the link and do what a workshop is about, on all three planes.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { bringPeople, type Crowd } from '#client/simulated/crowd.ts'
import { simulatePerson } from '#client/simulated/person.ts'
import { sample, sampleTemplateId } from '#shared/sample/sample.ts'
import { sampleBoard } from '#shared/sample/sample-board.ts'
import { trustQuestion } from '#tests/support/questions.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'
import { quickPace } from '#tests/support/voter.ts'

let server: RunningServer
let leaving: { leave(): void }[]
const problems: unknown[] = []
const report = (problem: unknown) => problems.push(problem)
beforeEach(async () => {
  server = await startServer()
  leaving = []
  problems.length = 0
})
afterEach(async () => {
  for (const one of leaving) one.leave()
  await server.clear()
})

async function bring(link: string, count: number): Promise<Crowd> {
  // A real thousandth of a person's time: an hour takes seconds.
  const crowd = await bringPeople({ link, count, pace: quickPace(), tempo: 4, gapMs: 0, report })
  leaving.push(crowd)
  return crowd
}

test('twelve people do what an hour is about, each under a name and in a department of their own', async () => {
  const { links } = await createWorkshop(server.origin, {
    title: sample.title.de,
    language: 'de',
    template: sampleTemplateId,
    board: sampleBoard('de'),
  })
  const host = await simulatePerson({
    link: links.facilitator,
    name: 'Mara',
    withBoard: true,
    pace: quickPace(),
    report,
  })
  leaving.push(host)
  const { room, ballots } = host
  const now = () => room.store.getState().confirmed
  await bring(links.participant, 12)
  await expect.poll(() => room.store.getState().present).toHaveLength(13)
  expect(Object.values(room.store.getState().names)).toEqual(expect.arrayContaining(['Aylin', 'Kim', 'Lena']))
  await expect.poll(() => Object.keys(now().checkIn.commitments)).toHaveLength(12)
  expect(Object.values(now().checkIn.commitments).map(({ promise }) => promise)).toContain(
    'Postfach zu, bis wir fertig sind.',
  )

  const advance = async () => {
    const fromItemId = now().agenda.current?.itemId
    if (fromItemId)
      expect(await room.send({ type: 'agenda.advance', fromItemId })).toMatchObject({ ok: true })
  }
  await room.send({ type: 'agenda.start' })
  await room.send({ type: 'poll.open', mode: 'anonymous', questions: [trustQuestion], durationMs: null })
  await expect.poll(() => Object.values(room.store.getState().issued)[0]).toHaveLength(12)
  const [poll] = now().polls
  if (!poll) throw new Error('The poll is open.')
  // However they vote, all who hold a ballot are counted: those who have not voted by then send a blank one.
  await room.send({ type: 'poll.close', pollId: poll.pollId })
  await expect
    .poll(() => ballots.view(poll.pollId)?.audit, { timeout: 30_000 })
    .toMatchObject({ ok: true, ballots: 12 })

  for (let item = 0; item < 3; item += 1) await advance()
  expect(now().agenda.current?.itemId).toBe('agenda-60-4')
  const notes = () => host.board?.shapes().filter(({ type }) => type === 'sticky-note').length ?? 0
  const before = notes()
  await expect.poll(notes).toBeGreaterThan(before)
  await advance()
  await advance()
  await expect.poll(() => now().hands.queue.length).toBeGreaterThan(0)
  await expect.poll(() => now().readings.length).toBeGreaterThan(0)

  await room.send({ type: 'ready.ask', question: 'done' })
  await expect.poll(() => now().ready?.isComplete).toBe(true)
  await room.send({ type: 'feedback.start', title: 'Und jetzt?', by: 'random', secondsEach: null })
  await expect.poll(() => now().feedback?.endedAt ?? null).not.toBeNull()
  expect(now().feedback?.done).toHaveLength(12)
  await advance()
  await advance()
  await expect.poll(() => now().actions.list.length).toBeGreaterThan(2)
  expect(now().actions.list[0]).toMatchObject({ due: expect.any(String), shapeId: expect.any(String) })
  await room.send({ type: 'check-out.open', about: 'session' })
  const marked = () => Object.keys(now().checkOut.rounds.at(-1)?.marks ?? {}).length
  await expect.poll(marked).toBe(12)
  // At the end of each item every slip comes in, and on some of them stands something.
  const slips = () =>
    now().concerns.map(({ poll }) => ({ ...ballots.view(poll.pollId), isSealed: poll.state === 'closed' }))
  await expect
    .poll(() => slips().filter(({ isSealed, audit }) => isSealed && audit?.ok && audit.ballots === 12).length)
    .toBeGreaterThan(0)
  await expect.poll(() => slips().flatMap(({ written = [] }) => written).length).toBeGreaterThan(0)
  expect(problems).toEqual([])
})

test('more people than the sample has get names of their own; a link that is none is told as such', async () => {
  const { links } = await createWorkshop(server.origin)
  const { people } = await bring(links.participant, 30)
  const names = people.map(({ seat }) => seat.name)
  expect(new Set(names).size).toBe(30)
  await expect(bring(`${server.origin}/w/nowhere`, 1)).rejects.toThrow('is no link to a workshop')
})
