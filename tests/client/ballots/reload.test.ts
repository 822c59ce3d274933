// Somebody who loads the page anew at each step of a form and of a concern: nothing is asked twice, and nothing is lost.
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBallotStore } from '#client/facilitation/ballots/indexeddb-store.ts'
import { answerWithinMs } from '#server/ballots/routes.ts'
import { graceMs } from '#shared/facilitation/polls.ts'
import { type Answer, type Question, textAnswer } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { PersonId } from '#shared/ids.ts'
import { type BallotRoom, openBallotRoom, personNumber } from '#tests/support/ballot-room.ts'
import { eventually } from '#tests/support/eventually.ts'
import { threeQuestions } from '#tests/support/questions.ts'
import { sitDown, type Voter } from '#tests/support/voter.ts'

const [ana, bo] = [personNumber(1), personNumber(6)]
/** With ana they are a full group, so that none of their ballots waits for others. */
const neighbours = [2, 3, 4, 5].map(personNumber)
type Options = NonNullable<Parameters<typeof sitDown>[3]>

let room: BallotRoom
let seated: Voter[]
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  room = await openBallotRoom({ items: ['Rechnung'] })
  seated = []
})
afterEach(async () => {
  for (const voter of seated) voter.stop()
  expect(seated.flatMap(({ problems }) => problems)).toEqual([])
  expect(room.bugs).toEqual([])
  await room.close()
})

/** One person's page, with a ballot for each poll in the browser's one store. */
async function openPage(polls: readonly SecretPoll[], personId: PersonId, options: Options = {}) {
  const store = await openBallotStore(Date.now)
  const now = await Promise.all(polls.map(({ pollId }) => room.poll(pollId)))
  const voters = now.map((poll) => sitDown(room, poll, personId, { store, ...options }))
  seated.push(...voters)
  return voters
}
type Page = Voter[]
const leave = (page: Page) => {
  for (const voter of page) voter.stop()
}
const views = (page: Page) => page.map((voter) => voter.view())
const all = (page: Page, status: string) =>
  eventually(() => views(page).map((view) => view.status)).toEqual(page.map(() => status))

function answerTo({ kind }: Question, isChanged = false): Answer {
  if (kind === 'scale') return ['scale', isChanged ? 5 : 2]
  if (kind === 'ranking') return ['ranking', isChanged ? [2, 0, 1] : [0, 1, 2]]
  return ['text', isChanged ? 'zeit.' : 'ein ansprechpartner.']
}
const cast = (page: Page, polls: readonly SecretPoll[], isChanged = false) =>
  page.forEach((voter, place) => {
    const { asks } = polls[place] ?? {}
    if (asks) voter.cast(answerTo(asks, isChanged))
  })
const answers = (isChanged = false) => threeQuestions.map(({ asks }) => answerTo(asks, isChanged))

/** As long as it lasts, nothing leaves this page that was not answered at once. */
const neverSends: Options['pace'] = {
  wait: (_, signal) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  randomBelow: () => 0,
  now: Date.now,
}
async function seal(polls: readonly SecretPoll[]): Promise<void> {
  room.time.pass(graceMs)
  await eventually(async () =>
    (await Promise.all(polls.map(({ pollId }) => room.poll(pollId)))).map(({ state }) => state),
  ).toEqual(polls.map(() => 'closed'))
}

test('a form: before and after the tokens, the vote, its receipt and a change, in the grace period, and at the result', async () => {
  const form = await room.openForm(threeQuestions)
  const others = await Promise.all(neighbours.map((personId) => openPage(form, personId)))
  const absent = await openPage(form, bo)
  for (const page of [...others, absent]) await all(page, 'ready')
  leave(absent)

  let page = await openPage(form, ana, { requestToken: () => new Promise(() => {}) })
  const store = await openBallotStore(Date.now)
  const keys = form.map(({ pollId }) => ({ pollId, personId: ana }))
  await eventually(async () =>
    (await Promise.all(keys.map((key) => store.read(key)))).map((row) => row?.token),
  ).toEqual(['asked', 'asked', 'asked'])
  const reload = async (options: Options = {}) => {
    leave(page)
    page = await openPage(form, ana, options)
  }
  await reload()
  await all(page, 'ready')
  const codes = views(page).map(({ ballotCode }) => ballotCode)
  expect(new Set(codes).size).toBe(3)

  await reload({ pace: neverSends })
  await all(page, 'ready')
  cast(page, form)
  await all(page, 'sealed-waiting')
  await reload()
  await eventually(() => views(page).map(({ chosen }) => chosen)).toEqual(answers())
  for (const other of others) cast(other, form)
  for (const one of [page, ...others]) await all(one, 'acknowledged')

  await reload({ pace: neverSends })
  await all(page, 'acknowledged')
  cast(page, form, true)
  await eventually(() => views(page).map(({ chosen }) => chosen)).toEqual(answers(true))
  await all(page, 'sealed-waiting')
  await reload()
  for (const other of others) cast(other, form, true)
  for (const one of [page, ...others]) await all(one, 'acknowledged')

  const [first] = form as [SecretPoll] // three were opened
  await room.closePoll(first.pollId)
  await reload()
  await all(page, 'acknowledged')
  // Back in the grace period without a vote: a blank in each question. Nothing else waits but the three seals.
  const back = await openPage(form, bo)
  await eventually(() => room.time.waiting().filter((ms) => ms === answerWithinMs)).toHaveLength(6)
  await seal(form)
  for (const again of [1, 2]) {
    await eventually(() => views(page).map(({ audit }) => audit)).toEqual(
      Array(3).fill({ ok: true, counted: true, ballots: 6 }),
    )
    expect(views(page).map(({ chosen }) => chosen)).toEqual(answers(true))
    expect(views(page).map(({ tally }) => [tally?.votes, tally?.blank])).toEqual(Array(3).fill([5, 1]))
    for (const [place, view] of views(page).entries()) expect(view.codes).toContain(codes[place])
    if (again === 1) await reload()
  }
  await eventually(() => views(back).map(({ audit }) => audit?.counted)).toEqual([true, true, true])
})

test('a concern: before the token, while it is written and changed, in the grace period, and when it is read', async () => {
  const box = await room.startAgenda()
  const others = await Promise.all(neighbours.map((personId) => openPage([box], personId)))
  for (const page of others) await all(page, 'ready')
  let page = await openPage([box], ana, { requestToken: () => new Promise(() => {}) })
  await eventually(
    async () => (await (await openBallotStore(Date.now)).read({ pollId: box.pollId, personId: ana }))?.token,
  ).toBe('asked')
  const reload = async () => {
    leave(page)
    page = await openPage([box], ana)
  }
  await reload()
  await all(page, 'ready')
  for (const typed of ['Zu spät', 'Zu spät gefragt.']) {
    const draft = textAnswer(typed)
    expect(await page[0]?.draft(draft)).toBe(true)
    await reload()
    await eventually(() => page[0]?.view().draft).toEqual(draft)
    expect(page[0]?.view()).toMatchObject({ status: 'ready', chosen: null })
  }
  expect(await room.storage.ballots.ballots(box.pollId)).toEqual([])

  await room.advance()
  for (const one of [page, ...others]) await all(one, 'acknowledged')
  await reload()
  await all(page, 'acknowledged')
  await seal([box])
  for (const again of [1, 2]) {
    await eventually(() => page[0]?.view().audit).toEqual({ ok: true, counted: true, ballots: 5 })
    expect(page[0]?.view().written.map(({ text }) => text)).toEqual(['zu spät gefragt.'])
    if (again === 1) await reload()
  }
})
