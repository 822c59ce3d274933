// Silent writing: who starts and ends a round, and that what was announced about names stays.
import { describe, expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import { findRound, writingRound } from '#shared/facilitation/silence.ts'
import { RoundId } from '#shared/ids.ts'
import { ana, cem, fold, given, guest, noon, opening, server } from './scene.ts'

const round = (number: number) => RoundId.parse(String(number).padStart(32, '0'))
const started = (number = 1, withNames = false): Event => ({
  type: 'silence.started',
  roundId: round(number),
  withNames,
  at: noon,
})
const revealed = (number = 1): Event => ({ type: 'silence.revealed', roundId: round(number), at: noon })
const cancelled = (number = 1): Event => ({ type: 'silence.cancelled', roundId: round(number), at: noon })
const start = (number = 1, withNames = false) =>
  ({ type: 'silence.start', roundId: round(number), withNames }) as const
const reveal = (number = 1) => ({ type: 'silence.reveal', roundId: round(number) }) as const
const cancel = (number = 1) => ({ type: 'silence.cancel', roundId: round(number) }) as const

describe('starting', () => {
  test('a facilitator starts a round and says whether names will show', () => {
    given().when(ana, start(1, true)).thenHappened(started(1, true))
  })
  test('nobody else can', () => {
    for (const actor of [cem, guest, server]) given().when(actor, start()).thenRefused('not-allowed')
  })
  test('two rounds at once do not happen', () => {
    given(started()).when(ana, start(2)).thenRefused('already-done')
  })
  test('after a round there can be another', () => {
    given(started(), revealed()).when(ana, start(2, true)).thenHappened(started(2, true))
    given(started(), cancelled()).when(ana, start(2)).thenHappened(started(2))
  })
  test('the id of an old round is not taken again', () => {
    given(started(), revealed()).when(ana, start(1, true)).thenRefused('already-done')
  })
})

describe('ending', () => {
  test('a facilitator reveals, or ends without revealing', () => {
    given(started()).when(ana, reveal()).thenHappened(revealed())
    given(started()).when(ana, cancel()).thenHappened(cancelled())
  })
  test('nobody else can', () => {
    for (const actor of [cem, guest, server]) {
      given(started()).when(actor, reveal()).thenRefused('not-allowed')
      given(started()).when(actor, cancel()).thenRefused('not-allowed')
    }
  })
  test('what is over stays as it ended', () => {
    given(started(), revealed()).when(ana, cancel()).thenRefused('already-done')
    given(started(), cancelled()).when(ana, reveal()).thenRefused('already-done')
    given(started(), revealed()).when(ana, reveal()).thenRefused('already-done')
  })
  test('a round that never was cannot end', () => {
    given(started()).when(ana, reveal(2)).thenRefused('not-found')
  })
})

test('the state knows which round is on, and how each ended', () => {
  const { silence } = fold([...opening, started(), revealed(), started(2, true)])
  expect(writingRound(silence)).toMatchObject({ roundId: round(2), withNames: true })
  expect(findRound(silence, round(1))?.state).toBe('revealed')
  expect(writingRound(fold([...opening, started(), cancelled()]).silence)).toBeUndefined()
})
