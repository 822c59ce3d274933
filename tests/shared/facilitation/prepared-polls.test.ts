// Prepared polls: facilitators have them ready, nobody else knows of them, and one command opens them.
import { expect, test } from 'vitest'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { PollForm } from '#shared/facilitation/poll-form.ts'
import { mostPrepared } from '#shared/facilitation/prepared-polls.ts'
import { redact, redactWorkshop } from '#shared/facilitation/redact.ts'
import { PreparedId } from '#shared/ids.ts'
import { trustQuestion } from '#tests/support/questions.ts'
import { ana, ben, cem, dana, given, guest, keys, mapping, pollId, server } from './scene.ts'

const id = (number: number) => PreparedId.parse(number.toString(16).padStart(32, '0'))
const form: PollForm = { mode: 'anonymous', durationMs: null, questions: [trustQuestion] }
const words: PollForm = {
  ...form,
  title: 'Zum Schluss',
  questions: [
    trustQuestion,
    { ...trustQuestion, question: 'Und warum?', questionKey: 'why', asks: { kind: 'text' } },
  ],
}
const written = (preparedId = id(1), what: PollForm = form) => ({ preparedId, itemId: mapping, form: what })
const prepare: Command = { type: 'poll.prepare', ...written() }
const prepared: Event = { type: 'poll.prepared', ...written() }
const open = (count: number): Command => ({
  type: 'poll.open-prepared',
  preparedId: id(1),
  keys: Array.from({ length: count }, (_, place) => keys(place + 1)),
})

test('a facilitator prepares a poll, changes it, and throws it away', () => {
  given().when(ana, prepare).thenHappened(prepared)
  given(prepared)
    .when(ben, { type: 'poll.change', ...written(id(1), words) })
    .thenHappened({ type: 'poll.changed', ...written(id(1), words) })
  given(prepared)
    .when(ben, { type: 'poll.discard', preparedId: id(1) })
    .thenHappened({ type: 'poll.discarded', preparedId: id(1) })
})

test('it is not changed over what somebody else has made of it meanwhile', () => {
  const change = { type: 'poll.change', ...written(id(1), words) } as const
  const { itemId } = written()
  const scene = given(prepared)
  scene.when(ben, { ...change, was: { itemId, form: words } }).thenRefused('overtaken')
  scene.when(ben, { ...change, was: { itemId: null, form } }).thenRefused('overtaken')
  scene.when(ben, { ...change, was: { itemId, form } }).thenHappened({ ...change, type: 'poll.changed' })
})

test('changing keeps its place', () => {
  const second: Event = { type: 'poll.prepared', ...written(id(2)) }
  const changed = given(prepared, second)
    .when(ana, { type: 'poll.change', ...written(id(1), words) })
    .after()
  expect(changed.prepared.map(({ preparedId }) => preparedId)).toEqual([id(1), id(2)])
  expect(changed.prepared[0]?.form).toEqual(words)
})

test('nobody else prepares, changes, discards or opens one', () => {
  const all: Command[] = [
    prepare,
    { type: 'poll.change', ...written() },
    { type: 'poll.discard', preparedId: id(1) },
    open(1),
  ]
  for (const actor of [cem, guest, server])
    for (const command of all) given(prepared).when(actor, command).thenRefused('not-allowed')
})

test('one id is one poll, and what is gone is gone', () => {
  given(prepared).when(ana, prepare).thenRefused('already-done')
  for (const command of [
    { type: 'poll.change', ...written() },
    { type: 'poll.discard', preparedId: id(1) },
    open(1),
  ] as const)
    given().when(ana, command).thenRefused('not-found')
})

test('there are at most so many', () => {
  const all = Array.from(
    { length: mostPrepared },
    (_, index): Event => ({ type: 'poll.prepared', ...written(id(index + 2)) }),
  )
  given(...all)
    .when(ana, prepare)
    .thenRefused('not-now')
})

test('one command opens it as a poll that is asked at once would open, and it is prepared no more', () => {
  const asked = given()
    .when(ana, { type: 'poll.open', ...words, keys: [keys(1), keys(2)] })
    .events()
  const opened = given(prepared, { type: 'poll.changed', ...written(id(1), words) }).when(ana, open(2))
  opened.thenHappened(...asked, { type: 'poll.discarded', preparedId: id(1) })
  expect(opened.after().prepared).toEqual([])
})

test('what would be refused to a poll is refused to a prepared one, which stays', () => {
  const scene = given(prepared)
  scene.present(ana, cem, dana).when(ana, open(1)).thenRefused('group-too-small')
  scene.when(ana, { type: 'poll.open-prepared', preparedId: id(1) }).thenRefused('server-only')
})

test('of two facilitators who open it at once, one does', () => {
  const first = given(prepared).when(ana, open(1))
  first.next().when(ben, open(1)).thenRefused('not-found')
})

test('participants and observers see nothing of what is prepared', () => {
  const { workshop } = given(prepared)
  expect(redactWorkshop(workshop, ben).prepared).toHaveLength(1)
  for (const viewer of [cem, guest]) {
    expect(redactWorkshop(workshop, viewer).prepared).toEqual([])
    for (const event of [prepared, { ...prepared, type: 'poll.changed' as const }])
      expect(redact(event, viewer)).toEqual({ type: 'withheld' })
  }
})

test('a form opens as polls of their own that know their place, and closes as a whole', () => {
  const opened = given().when(ana, { type: 'poll.open', ...words, keys: [keys(1), keys(2)] })
  const [first, second] = opened.after().polls
  const place = { formId: pollId(1), title: 'Zum Schluss', count: 2 }
  expect(first).toMatchObject({ pollId: pollId(1), asks: { kind: 'scale' }, form: { ...place, place: 0 } })
  expect(second).toMatchObject({ pollId: pollId(2), asks: { kind: 'text' }, form: { ...place, place: 1 } })
  const closing = opened.next().when(ben, { type: 'poll.close', pollId: pollId(2) })
  expect(closing.after().polls.map(({ state }) => state)).toEqual(['closing', 'closing'])
  closing
    .next()
    .when(ana, { type: 'poll.close', pollId: pollId(1) })
    .thenRefused('already-done')
})

test('a form needs a key for each question, and asks each question once', () => {
  given()
    .when(ana, { type: 'poll.open', ...words, keys: [keys(1)] })
    .thenRefused('server-only')
  const twice = [
    trustQuestion,
    { ...trustQuestion, questionKey: 'other', question: 'Wie zuversichtlich sind Sie!' },
  ]
  given()
    .when(ana, { type: 'poll.open', ...form, questions: twice, keys: [keys(1), keys(2)] })
    .thenRefused('too-similar')
})

test('the differencing guard looks at each question of a form', () => {
  const before = given()
    .when(ana, { type: 'poll.open', ...form, keys: [keys(9)] })
    .events()
  const sealed: Event[] = [
    { type: 'poll.closing', pollId: pollId(9), at: 0, graceEndsAt: 0 },
    {
      type: 'poll.sealed',
      pollId: pollId(9),
      at: 0,
      bundleHash: 'c'.repeat(64),
      suppressed: false,
      issuedTo: [],
    },
  ]
  const people = before[0]?.type === 'poll.opened-secret' ? before[0].eligible : []
  const done = sealed.map((event) => (event.type === 'poll.sealed' ? { ...event, issuedTo: people } : event))
  given(...before, ...done)
    .when(ana, {
      type: 'poll.open',
      ...words,
      questions: [...words.questions].reverse(),
      keys: [keys(1), keys(2)],
    })
    .thenRefused('too-similar')
})
