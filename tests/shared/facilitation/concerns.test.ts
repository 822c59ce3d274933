// Concern boxes: when one opens, what closes it, and who says that a concern is answered.
import { describe, expect, test } from 'vitest'
import type { Command } from '#shared/facilitation/commands.ts'
import { type ConcernBox, concernQuestion, noConcerns } from '#shared/facilitation/concerns.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { concernBoxDue } from '#shared/facilitation/poll-steps.ts'
import { graceMs } from '#shared/facilitation/polls.ts'
import {
  ana,
  cem,
  dana,
  eva,
  everyone,
  given,
  guest,
  keys,
  mapping,
  minute,
  noon,
  participants,
  pollId,
  server,
  welcome,
} from './scene.ts'

const started: Event = { type: 'agenda.started', itemId: welcome, at: noon - minute }
const open: Command = { type: 'concern.open', itemId: welcome, itemStartedAt: noon - minute, keys: [keys(1)] }
const ids = participants.map(({ personId }) => personId).sort()
const opened: Event = {
  type: 'concern.opened',
  ...keys(1),
  itemId: welcome,
  itemStartedAt: noon - minute,
  title: 'Willkommen',
  at: noon,
  eligible: ids,
  minimumGroup: 5,
}
const closing: Event = { type: 'concern.closing', pollId: pollId(1), at: noon, graceEndsAt: noon + graceMs }
const sealing = { pollId: pollId(1), bundleHash: 'c'.repeat(64), suppressed: false, issuedTo: ids }
const sealed: Event = { type: 'concern.sealed', ...sealing, at: noon }
const released = [started, opened, closing, sealed]
const t = '1'.repeat(64)
const answer = (text: string | null = null): Extract<Command, { type: 'concern.answer' }> => ({
  type: 'concern.answer',
  pollId: pollId(1),
  t,
  answer: text,
})
const boxOf = ({ concerns }: { concerns: readonly ConcernBox[] }) => concerns[0]

describe('a concern box', () => {
  test('opens for the item that runs, with its title, for those who are there', () => {
    given(started).when(server, open).thenHappened(opened)
    expect(boxOf(given(started, opened).workshop)?.poll).toMatchObject({
      question: 'Willkommen',
      asks: { kind: 'text' },
      blanksCount: true,
      state: 'open',
    })
  })
  test('is due as long as the item that runs has none and enough are there', () => {
    const present = everyone.map(({ personId }) => personId)
    const due = { itemId: welcome, itemStartedAt: noon - minute }
    expect(concernBoxDue(given().workshop, present)).toBeNull()
    expect(concernBoxDue(given(started).workshop, present)).toEqual(due)
    expect(concernBoxDue(given(started).workshop, present.slice(0, 6))).toBeNull()
    expect(concernBoxDue(given(started, opened).workshop, present)).toBeNull()
  })
  test('is opened by the server alone, with keys, once for each time on an item', () => {
    for (const actor of [ana, cem, guest]) given(started).when(actor, open).thenRefused('not-allowed')
    given(started)
      .when(server, { ...open, keys: undefined })
      .thenRefused('server-only')
    given(started, opened).when(server, open).thenRefused('already-done')
    given(started, opened, closing).when(server, open).thenRefused('already-done')
  })
  test('does not open for an item that does not run (any more)', () => {
    given().when(server, open).thenRefused('not-now')
    given(started, { type: 'agenda.advanced', itemId: mapping, at: noon })
      .when(server, open)
      .thenRefused('not-now')
    given(started)
      .when(server, { ...open, itemStartedAt: noon })
      .thenRefused('not-now')
  })
  test('does not open for a small group', () => {
    given(started).present(ana, guest, cem, dana, eva).when(server, open).thenRefused('group-too-small')
  })
  test('runs beside a poll', () => {
    const poll = given(started, opened).when(ana, {
      type: 'poll.open',
      mode: 'anonymous',
      durationMs: null,
      questions: [concernQuestion(given().workshop.agenda, mapping)],
      keys: [keys(2)],
    })
    expect(poll.after().polls).toHaveLength(1)
    expect(boxOf(poll.after())?.poll.state).toBe('open')
  })
  test('is named after an item without a title as well as one with too long a one', () => {
    const { agenda } = given().workshop
    const titled = (title: string) => ({ ...agenda, items: agenda.items.map((item) => ({ ...item, title })) })
    expect(concernQuestion(titled(''), welcome).question).toBe('–')
    expect(concernQuestion(titled('x'.repeat(500)), welcome).question).toHaveLength(280)
  })
})

describe('the end of the item', () => {
  test.each<[string, Event[], Command]>([
    ['the next one begins', [], { type: 'agenda.advance', fromItemId: welcome }],
    [
      'the last one is over',
      [{ type: 'agenda.advanced', itemId: 'closing' as never, at: noon }],
      { type: 'agenda.advance', fromItemId: 'closing' as never },
    ],
    ['another one is begun', [], { type: 'agenda.begin', itemId: mapping, fromItemId: welcome }],
  ])('closes its box when %s', (_, before, command) => {
    const running =
      before[0]?.type === 'agenda.advanced' ? { itemId: before[0].itemId, itemStartedAt: noon } : {}
    const events = given(started, ...before, { ...opened, ...running } as Event)
      .when(ana, command)
      .events()
    expect(events.at(-1)).toEqual({ ...closing, at: noon, graceEndsAt: noon + graceMs })
    expect(events.filter(({ type }) => type === 'concern.closing')).toHaveLength(1)
  })
  test('closes it when the session ends', () => {
    const session: Event = { type: 'session.started', number: 1, at: noon, present: [] }
    const ended = given(session, started, opened).when(ana, { type: 'session.end', number: 1 })
    expect(ended.after().concerns[0]?.poll.state).toBe('closing')
  })
  test('leaves it open while the clock stands or gets more time', () => {
    for (const command of [
      { type: 'agenda.pause' },
      { type: 'agenda.extend', itemId: welcome, addMs: minute },
    ] as const)
      expect(given(started, opened).when(ana, command).events()).toHaveLength(1)
  })
  test('comes once, and coming back to the item opens another box', () => {
    const next = given(started, opened).when(ana, { type: 'agenda.advance', fromItemId: welcome }).next()
    const back = next.when(ana, { type: 'agenda.begin', itemId: welcome, fromItemId: mapping })
    expect(back.events().map(({ type }) => type)).not.toContain('concern.closing')
    const again = back.next().when(server, { ...open, itemStartedAt: noon + 1000, keys: [keys(2)] })
    expect(again.after().concerns.map(({ poll }) => poll.state)).toEqual(['closing', 'open'])
  })
})

describe('the seal', () => {
  const seal: Command = { type: 'concern.seal', ...sealing }
  test('is the ballot box’s, of a box that is closing', () => {
    given(started, opened, closing).when(server, seal).thenHappened(sealed)
    for (const actor of [ana, cem, guest])
      given(started, opened, closing).when(actor, seal).thenRefused('not-allowed')
    given(started, opened).when(server, seal).thenRefused('already-done')
    given(...released)
      .when(server, seal)
      .thenRefused('already-done')
    given().when(server, seal).thenRefused('not-found')
  })
})

describe('a released concern', () => {
  const answered: Event = { type: 'concern.answered', pollId: pollId(1), t, answer: null, at: noon }
  test('is marked as answered by a facilitator, with words or without, and the words may change', () => {
    given(...released)
      .when(ana, answer())
      .thenHappened(answered)
    const text = 'Das klären wir bis Freitag.'
    given(...released, answered)
      .when(ana, answer(text))
      .thenHappened({ ...answered, answer: text })
    given(...released, answered)
      .when(ana, answer())
      .thenRefused('already-done')
  })
  test('is not answered over what somebody else has written meanwhile', () => {
    const words: Event = { ...answered, answer: 'Bis Freitag.' }
    const mine = answer('Bis Montag.')
    given(...released, words)
      .when(ana, { ...mine, was: null })
      .thenRefused('overtaken')
    given(...released, words)
      .when(ana, { ...mine, was: { answer: null } })
      .thenRefused('overtaken')
    given(...released)
      .when(ana, { ...mine, was: { answer: 'Bis Freitag.' } })
      .thenRefused('overtaken')
    given(...released, words)
      .when(ana, { ...mine, was: { answer: 'Bis Freitag.' } })
      .thenHappened({ ...answered, answer: 'Bis Montag.' })
    given(...released)
      .when(ana, { ...mine, was: null })
      .thenHappened({ ...answered, answer: 'Bis Montag.' })
  })
  test('can be taken up again', () => {
    const takeUp: Command = { type: 'concern.take-up', pollId: pollId(1), t }
    const again = given(...released, answered).when(ana, takeUp)
    again.thenHappened({ type: 'concern.taken-up', pollId: pollId(1), t })
    expect(again.after().concerns[0]?.answered).toEqual({})
    again.next().when(ana, takeUp).thenRefused('already-done')
  })
  test('is answered by nobody else, and not before it is released', () => {
    for (const actor of [cem, guest, server])
      given(...released)
        .when(actor, answer())
        .thenRefused('not-allowed')
    given(started, opened, closing).when(ana, answer()).thenRefused('not-now')
    given(started, opened, closing, { ...sealed, suppressed: true } as Event)
      .when(ana, answer())
      .thenRefused('not-now')
    given().when(ana, answer()).thenRefused('not-found')
  })
  test('cannot be one of more than there were ballots', () => {
    const all = ids.map((_, number): Event => ({ ...answered, t: String(number).repeat(64) }) as Event)
    given(...released, ...all)
      .when(ana, { ...answer(), t: 'f'.repeat(64) } as Command)
      .thenRefused('not-found')
  })
})

test('a workshop has no concern box at first', () => {
  expect(given().workshop.concerns).toEqual(noConcerns)
})
