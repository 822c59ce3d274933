// Polls: when one may open, who counts, what is known while it runs and after it.
import { describe, expect, test } from 'vitest'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { runningPolls } from '#shared/facilitation/polls.ts'
import {
  answered,
  asBefore,
  bundleHash,
  closedOpenly,
  closing,
  ids,
  open,
  opened,
  openedOpenly,
  sealed,
} from './poll-scene.ts'
import {
  ana,
  ben,
  cem,
  dana,
  eva,
  everyone,
  fee,
  fold,
  given,
  guest,
  minute,
  noon,
  opening,
  participants,
  pollId,
  server,
  stranger,
} from './scene.ts'

describe('a secret poll', () => {
  test('opens for the connected participants, sorted, never for facilitators or observers', () => {
    given()
      .present(...[...everyone].reverse())
      .when(ana, open(1))
      .thenHappened(opened(1))
  })
  test('opens only by a facilitator', () => {
    for (const actor of [cem, guest, server]) given().when(actor, open(1)).thenRefused('not-allowed')
  })
  test('waits for the server’s keys when a browser guesses', () => {
    const { keys: _, ...withoutKeys } = open(1)
    given().when(ana, withoutKeys).thenRefused('server-only')
  })
  test('closes by itself after its duration', () => {
    given()
      .when(ana, open(1, { durationMs: minute }))
      .thenHappened(opened(1, participants, { closesAt: noon + minute }))
  })
  test('is refused to a group below the minimum, however many facilitators and observers are there', () => {
    given().present(ana, ben, guest, cem, dana, eva, fee).when(ana, open(1)).thenRefused('group-too-small')
  })
  test('says how many are needed and how many are there', () => {
    const scene = given().present(cem, dana)
    expect(() => scene.when(ana, open(1)).events()).toThrow(/5 participants.*there are 2/)
  })
  test('counts a person once who is here on two devices', () => {
    given().present(cem, cem, dana, dana, eva, fee).when(ana, open(1)).thenRefused('group-too-small')
  })
  test('does not count somebody who is connected and not in the workshop', () => {
    given().present(cem, dana, eva, fee, stranger).when(ana, open(1)).thenRefused('group-too-small')
  })
  test('is not opened while another is open or closing', () => {
    given(opened(1)).when(ben, open(2)).thenRefused('not-now')
    given(opened(1), closing(1)).when(ben, open(2)).thenRefused('not-now')
    given(openedOpenly(1))
      .when(ben, open(2, { mode: 'open' }))
      .thenRefused('not-now')
  })
  test('of two facilitators opening at once, one opens', () => {
    const first = given().when(ana, open(1))
    first.next().when(ben, open(2)).thenRefused('not-now')
  })
  test('takes no answer with a name', () => {
    given(opened(1))
      .when(cem, { type: 'poll.answer', pollId: pollId(1), answer: ['scale', 3] })
      .thenRefused('not-allowed')
  })
  test('closes in two steps: ballots on their way still arrive', () => {
    given(opened(1))
      .when(ana, { type: 'poll.close', pollId: pollId(1) })
      .thenHappened(closing(1))
  })
  test('is closed by the server when its time is over', () => {
    given(opened(1))
      .when(server, { type: 'poll.close', pollId: pollId(1) })
      .thenHappened(closing(1))
  })
  test('is closed once', () => {
    const first = given(opened(1)).when(ana, { type: 'poll.close', pollId: pollId(1) })
    first
      .next()
      .when(ben, { type: 'poll.close', pollId: pollId(1) })
      .thenRefused('already-done')
  })
  test('is sealed by the ballot box alone', () => {
    const seal: Command = {
      type: 'poll.seal',
      pollId: pollId(1),
      bundleHash,
      suppressed: false,
      issuedTo: ids(participants),
    }
    given(opened(1), closing(1)).when(server, seal).thenHappened(sealed(1))
    for (const actor of [ana, cem, guest])
      given(opened(1), closing(1)).when(actor, seal).thenRefused('not-allowed')
    given(opened(1)).when(server, seal).thenRefused('already-done')
    given(...asBefore())
      .when(server, seal)
      .thenRefused('already-done')
    given().when(server, seal).thenRefused('not-found')
    given(openedOpenly(1)).when(server, seal).thenRefused('not-found')
  })
  test('afterwards counts those as its group who had received a ballot, late ones included', () => {
    const workshop = fold([...opening, opened(1, [cem, dana, eva, fee, guest]), closing(1), sealed(1)])
    expect(workshop.polls[0]).toMatchObject({
      state: 'closed',
      closedAt: noon,
      bundleHash,
      eligible: ids(participants),
    })
    expect(runningPolls(workshop.polls)).toEqual([])
  })
})

describe('an open poll', () => {
  test('opens for any group, however small', () => {
    const scene = given()
      .present(ana, cem)
      .when(ana, open(1, { mode: 'open' }))
    expect(scene.after().polls[0]).toMatchObject({
      mode: 'open',
      state: 'open',
      eligible: [cem.personId],
      results: null,
    })
  })
  test('takes each participant’s answer, and the last one counts', () => {
    const scene = given(openedOpenly(1), answered(cem, 2), answered(dana, 5), answered(cem, 4))
    scene.when(ana, { type: 'poll.close', pollId: pollId(1) }).thenHappened({
      type: 'poll.closed',
      pollId: pollId(1),
      at: noon,
      results: [{ answer: ['scale', 4] }, { answer: ['scale', 5] }],
    })
  })
  test('takes no answer from facilitators, observers or the server', () => {
    for (const actor of [ana, guest, server])
      given(openedOpenly(1))
        .when(actor, { type: 'poll.answer', pollId: pollId(1), answer: ['scale', 1] })
        .thenRefused('not-allowed')
  })
  test('takes no answer after it is closed', () => {
    given(openedOpenly(1), closedOpenly)
      .when(cem, { type: 'poll.answer', pollId: pollId(1), answer: ['scale', 1] })
      .thenRefused('not-now')
  })
  test('takes no second time the answer it has', () => {
    given(openedOpenly(1), answered(cem, 2))
      .when(cem, { type: 'poll.answer', pollId: pollId(1), answer: ['scale', 2] })
      .thenRefused('already-done')
  })
  test('takes no answer to a poll that is not there', () => {
    given()
      .when(cem, { type: 'poll.answer', pollId: pollId(9), answer: ['scale', 1] })
      .thenRefused('not-found')
  })
  test('is not counted by a browser, which sees only its own answer', () => {
    const withoutChoice: Event = { type: 'poll.answered', pollId: pollId(1), personId: cem.personId }
    given(openedOpenly(1), withoutChoice)
      .when(ana, { type: 'poll.close', pollId: pollId(1) })
      .thenRefused('server-only')
  })
})

test('only a facilitator or the server closes a poll', () => {
  for (const actor of [cem, guest])
    given(opened(1))
      .when(actor, { type: 'poll.close', pollId: pollId(1) })
      .thenRefused('not-allowed')
  given()
    .when(ana, { type: 'poll.close', pollId: pollId(1) })
    .thenRefused('not-found')
})
