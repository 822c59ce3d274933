// The results out of a real board document and a real sealed bundle; a bundle that was changed is never counted.

import { bytesToHex } from '@noble/hashes/utils.js'
import { afterAll, expect, test } from 'vitest'
import { refuse } from '#server/http/answer.ts'
import { createResults, type ResultsReader, type ResultsSources } from '#server/results/results.ts'
import { bodyLengthOf, encodeBody } from '#shared/ballots/body.ts'
import { type Bundle, bundleBytes, hashBundle } from '#shared/ballots/bundle.ts'
import { fourWords } from '#shared/ballots/fingerprint.ts'
import { seedBoard } from '#shared/board/seed.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { findTemplate } from '#shared/templates/library.ts'
import {
  cem,
  fold,
  keys,
  noon,
  opening,
  participants,
  pollId,
  welcome,
} from '#tests/shared/facilitation/scene.ts'
import { expectation, secretPoll, workshopId } from '#tests/shared/results/sample-results.ts'
import { fiveSteps } from '#tests/support/questions.ts'

const asked = expectation('start')
const boxAsks = {
  question: 'Willkommen',
  questionKey: 'concern',
  phase: 'during' as const,
  asks: { kind: 'text' as const },
}
const issued = participants.map(({ personId }) => personId).sort()
const hex = (digit: string, bytes: number) => digit.repeat(bytes * 2)

const bundle: Bundle = {
  version: 1,
  pollId: pollId(1),
  manifest: { version: 1, mode: 'anonymous', ...asked, bodyBytes: 64 },
  minimumGroup: 5,
  pk: keys(1).pk,
  receiptPk: keys(1).receiptPk,
  issued,
  suppressed: false,
  k: hex('d', 32),
  ballots: [5, 4, 4, 2, 1, null].map((choice, place) => ({
    t: hex(String(place), 32),
    rev: 0,
    body: bytesToHex(encodeBody(choice === null ? ['blank'] : ['scale', choice], fiveSteps)),
    mac: hex('e', 32),
    receipt: hex('f', 64),
  })),
}
const bytes = bundleBytes(bundle)
const board = seedBoard({ template: findTemplate('support-case'), language: 'de', title: 'Störung' })

const readers: ResultsReader[] = []
afterAll(() => Promise.all(readers.map((reader) => reader.close())))

function resultsOf(
  change: { events?: Event[]; bundle?: Uint8Array | null; readBoard?: () => Promise<Uint8Array> } = {},
) {
  const sealed = secretPoll(1, asked).map(
    (event): Event =>
      event.type === 'poll.sealed' ? { ...event, bundleHash: bytesToHex(hashBundle(bytes)) } : event,
  )
  const warnings: [string, unknown][] = []
  const sources: ResultsSources = {
    rooms: { state: async () => ({ workshop: fold([...opening, ...(change.events ?? sealed)]) }) },
    boards: { read: change.readBoard ?? (async () => board) },
    history: { list: async () => [], bytes: async () => refuse(404, 'state-unknown', 'There is none.') },
    people: { names: async () => ({ [cem.personId]: 'Cem' }) },
    ballots: { bundle: async () => (change.bundle === undefined ? bytes : change.bundle) },
    log: {
      info: () => {},
      warn: (fact, fields) => warnings.push([fact, fields]),
      bug: () => 'none',
    },
    now: () => noon,
  }
  const reader = createResults(sources)
  readers.push(reader)
  return { reader, warnings }
}

test('counts the sealed ballots and names the words of their hash', async () => {
  const { reader, warnings } = resultsOf()
  const { polls } = await reader.json(workshopId)
  expect(polls[0]).toMatchObject({
    outcome: { kind: 'counted', tally: { counts: [1, 1, 0, 2, 1] }, answers: 5, blank: 1, mean: 3.2 },
    auditWords: fourWords(hashBundle(bytes)),
  })
  expect(warnings).toEqual([])
})

test('ten who ask at once cost two readings, and all of them get the results', async () => {
  let readings = 0
  const count = async () => {
    readings++
    return board
  }
  const { reader } = resultsOf({ readBoard: count })
  const all = await Promise.all(Array.from({ length: 10 }, () => reader.json(workshopId)))
  expect(new Set(all.map(({ workshop }) => workshop.id))).toEqual(new Set([workshopId]))
  expect(readings).toBe(2)
})

test('reads the map that the template laid', async () => {
  const template = findTemplate('support-case')
  const [map] = (await resultsOf().reader.json(workshopId)).maps
  expect(map?.stages.map(({ title }) => title)).toEqual(template?.stages.map(({ title }) => title.de))
  expect(map?.touchpoints.length).toBe(template?.touchpoints.length)
  expect(map?.notes.length).toBe(template?.notes.length)
  expect(map?.touchpoints.every(({ actual }) => actual === null)).toBe(true)
})

const changed = { ...bundle, ballots: bundle.ballots.slice(1) }
test.each([
  ['missing', null],
  ['changed by one ballot', bundleBytes(changed)],
  ['no bundle at all', new TextEncoder().encode('{}')],
  ['cut short', bytes.slice(0, -1)],
])('a bundle that is %s is reported as unreadable and logged', async (_, given) => {
  const { reader, warnings } = resultsOf({ bundle: given })
  const { polls } = await reader.json(workshopId)
  expect(polls[0]).toMatchObject({ outcome: { kind: 'unreadable' }, auditWords: null })
  expect(warnings).toEqual([['results.bundle-unreadable', { workshopId, pollId: pollId(1) }]])
})

test.each(['open', 'closing', 'suppressed'] as const)(
  'no ballot is looked at while a poll is %s',
  async (end) => {
    const { reader, warnings } = resultsOf({ events: secretPoll(1, asked, end), bundle: null })
    const { polls } = await reader.json(workshopId)
    expect(polls[0]?.outcome.kind).toBe(end === 'suppressed' ? 'suppressed' : 'running')
    expect(warnings).toEqual([])
  },
)

test('reads what was written in a concern box, and what was answered to which ballot', async () => {
  const texts = ['wer bezahlt das?', 'zu schnell.', null, null, null, null]
  const box: Bundle = {
    ...bundle,
    manifest: {
      version: 1,
      mode: 'anonymous',
      ...boxAsks,
      bodyBytes: bodyLengthOf(boxAsks.asks),
      blanksCount: true,
    },
    ballots: bundle.ballots.map((ballot, place) => {
      const text = texts[place] ?? null
      return {
        ...ballot,
        body: bytesToHex(encodeBody(text === null ? ['blank'] : ['text', text], boxAsks.asks)),
      }
    }),
  }
  const lies = bundleBytes(box)
  const run = { itemId: welcome, itemStartedAt: noon }
  const events: Event[] = [
    { type: 'agenda.started', itemId: welcome, at: noon },
    {
      type: 'concern.opened',
      ...keys(1),
      ...run,
      title: 'Willkommen',
      at: noon,
      eligible: issued,
      minimumGroup: 5,
    },
    { type: 'concern.closing', pollId: pollId(1), at: noon, graceEndsAt: noon },
    {
      type: 'concern.sealed',
      pollId: pollId(1),
      at: noon,
      bundleHash: bytesToHex(hashBundle(lies)),
      suppressed: false,
      issuedTo: issued,
    },
    { type: 'concern.answered', pollId: pollId(1), t: hex('1', 32), answer: 'Dann langsamer.', at: noon },
  ]
  const outcomeOf = async (given: Uint8Array | null) => {
    const { reader, warnings } = resultsOf({ events, bundle: given })
    const { sessions } = await reader.json(workshopId)
    return { outcome: sessions[0]?.concerns[0]?.outcome, warnings }
  }
  const { outcome, warnings } = await outcomeOf(lies)
  expect(outcome).toEqual({
    kind: 'released',
    concerns: expect.arrayContaining([
      { text: 'wer bezahlt das?', answered: false, answer: null },
      { text: 'zu schnell.', answered: true, answer: 'Dann langsamer.' },
    ]),
    without: 4,
    auditWords: fourWords(hashBundle(lies)),
  })
  expect(warnings).toEqual([])
  expect(await outcomeOf(lies.slice(0, -1))).toMatchObject({
    outcome: { kind: 'unreadable' },
    warnings: [['results.bundle-unreadable', { workshopId, pollId: pollId(1) }]],
  })
})

test('writes Markdown under the workshop’s name', async () => {
  const { fileName, text } = await resultsOf().reader.markdown(workshopId, 'en', 'Europe/Berlin')
  expect(fileName).toBe('Glasfaser-vom-Auftrag-bis-online.md')
  expect(text).toContain('# Glasfaser: vom Auftrag bis online\n\nWorkshop report')
})
