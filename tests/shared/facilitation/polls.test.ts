// Polls: when one may open, who counts, what is known while it runs and after it.
import { describe, expect, test } from 'vitest'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { PollQuestion } from '#shared/facilitation/poll-form.ts'
import { graceMs, runningPolls } from '#shared/facilitation/polls.ts'
import { moodQuestion, moodQuestionKey } from '#shared/facilitation/similar-polls.ts'
import { findPollSet } from '#shared/templates/poll-sets.ts'
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
  greta,
  guest,
  keys,
  minute,
  noon,
  opening,
  participants,
  pollId,
  type Somebody,
  server,
  stranger,
} from './scene.ts'

const asked: PollQuestion = {
  question: 'Wie gut findet die Kundschaft den Technikertermin?',
  questionKey: 'technician-visit',
  phase: 'during',
  asks: { kind: 'scale', min: 1, max: 5, lowLabel: 'sehr schlecht', highLabel: 'sehr gut' },
}
const ids = (people: readonly Somebody[]) => people.map(({ personId }) => personId).sort()

type Open = Extract<Command, { type: 'poll.open' }>
/** One question, changed in its words or in how it is asked. */
const open = (
  number: number,
  { mode = 'anonymous', durationMs = null, showsNames, ...words }: Partial<Open & PollQuestion> = {},
): Open => ({
  type: 'poll.open',
  mode,
  questions: [{ ...asked, ...words }],
  durationMs,
  keys: [keys(number)],
  ...(showsNames !== undefined && { showsNames }),
})
const opened = (number: number, people: readonly Somebody[] = participants, change = {}): Event => ({
  type: 'poll.opened-secret',
  mode: 'anonymous',
  ...keys(number),
  ...asked,
  at: noon,
  closesAt: null,
  eligible: ids(people),
  minimumGroup: 5,
  ...change,
})
const openedOpenly = (number: number): Event => ({
  type: 'poll.opened',
  mode: 'open',
  pollId: pollId(number),
  ...asked,
  at: noon,
  closesAt: null,
  eligible: ids(participants),
})
const closing = (number: number): Event => ({
  type: 'poll.closing',
  pollId: pollId(number),
  at: noon,
  graceEndsAt: noon + graceMs,
})
const bundleHash = 'c'.repeat(64)
const sealed = (number: number, people: readonly Somebody[] = participants, suppressed = false): Event => ({
  type: 'poll.sealed',
  pollId: pollId(number),
  at: noon,
  bundleHash,
  suppressed,
  issuedTo: ids(people),
})
const asBefore = (people: readonly Somebody[] = participants, change = {}): Event[] => [
  opened(1, people, change),
  closing(1),
  sealed(1, people),
]
const closedOpenly: Event = { type: 'poll.closed', pollId: pollId(1), at: noon, results: [] }
const answered = ({ personId }: Somebody, choice: number): Event => ({
  type: 'poll.answered',
  pollId: pollId(1),
  personId,
  answer: ['scale', choice],
})

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

describe('the differencing guard', () => {
  test('refuses the same question to the same group', () => {
    given(...asBefore())
      .when(ana, open(2))
      .thenRefused('too-similar')
  })
  test('refuses it when one person has left', () => {
    given(...asBefore())
      .present(cem, dana, eva, fee, greta)
      .when(ana, open(2))
      .thenRefused('too-similar')
  })
  test('refuses it under another key: the words count', () => {
    given(...asBefore())
      .when(
        ana,
        open(2, { questionKey: 'other', question: ' wie gut findet die Kundschaft den Techniker-Termin ' }),
      )
      .thenRefused('too-similar')
  })
  test('allows another question', () => {
    const change = {
      questionKey: 'first-bill',
      question: 'Wie gut findet die Kundschaft die erste Rechnung?',
    }
    given(...asBefore())
      .when(ana, open(2, change))
      .thenHappened(opened(2, participants, change))
  })
  test('tells questions of nothing but signs apart', () => {
    const [up, down] = [
      { questionKey: 'up', question: '🙂 ?' },
      { questionKey: 'down', question: '🙁 ?' },
    ]
    given(...asBefore(participants, up))
      .when(ana, open(2, down))
      .thenHappened(opened(2, participants, down))
  })
  test('allows the same question in another phase: before and after', () => {
    given(...asBefore(participants, { phase: 'start' }))
      .when(ana, open(2, { phase: 'end' }))
      .thenHappened(opened(2, participants, { phase: 'end' }))
  })
  test('allows it when as many people have changed as the minimum group', () => {
    given(...asBefore([cem, dana, eva, stranger, guest])) // two left, three came
      .present(...participants)
      .when(ana, open(2))
      .thenHappened(opened(2))
  })
  test('refuses it at one below that', () => {
    given(...asBefore([cem, dana, eva, stranger, guest])) // two left, two came
      .present(cem, dana, eva, fee, greta)
      .when(ana, open(2))
      .thenRefused('too-similar')
  })
  test('looks at every earlier poll, not only the last', () => {
    const other = { questionKey: 'other', question: 'Und die Rechnung?' }
    given(...asBefore(), opened(2, participants, other), closing(2), sealed(2))
      .when(ana, open(3))
      .thenRefused('too-similar')
  })
  describe('over sessions', () => {
    const day = 24 * 60 * minute
    const at = (when: number, ...events: Event[]) =>
      events.map((event): Event => ('at' in event ? { ...event, at: when } : event))
    const held = (number: number, at: number): Event[] => [
      { type: 'session.started', number, at, present: [] },
      { type: 'session.ended', number, at: at + 60 * minute },
    ]
    const next: Event = { type: 'session.started', number: 2, at: noon + 2 * day, present: [] }
    test('lets a question be asked again in a later session on another day, or nothing could be followed', () => {
      for (const events of [held(1, noon), [...held(1, noon), next]])
        given(...asBefore(), ...events)
          .at(noon + 2 * day)
          .when(ana, open(2))
          .thenHappened(opened(2, participants, { at: noon + 2 * day }))
    })
    test('but not twice in that one', () => {
      const again = at(noon + 2 * day, opened(2), closing(2), sealed(2))
      given(...asBefore(), ...held(1, noon), next, ...again)
        .at(noon + 2 * day)
        .when(ana, open(3))
        .thenRefused('too-similar')
    })
    test('refuses it in another session of the same day: ending one must not be a way around', () => {
      given(...asBefore(), ...held(1, noon), { ...next, at: noon + 90 * minute })
        .at(noon + 90 * minute)
        .when(ana, open(2))
        .thenRefused('too-similar')
    })
    test('counts from the closing: what was answered an hour ago has not been answered anew', () => {
      const end: Event = { type: 'session.ended', number: 1, at: noon + 2 * day - 30 * minute }
      const start: Event = { type: 'session.started', number: 1, at: noon, present: [] }
      given(start, opened(1), ...at(noon + 2 * day - 60 * minute, closing(1), sealed(1)), end, next)
        .at(noon + 2 * day)
        .when(ana, open(2))
        .thenRefused('too-similar')
    })
    test('refuses it on another day of the same session', () => {
      given({ type: 'session.started', number: 1, at: noon, present: [] }, ...asBefore())
        .at(noon + 2 * day)
        .when(ana, open(2))
        .thenRefused('too-similar')
    })
  })
  test('has nothing to guard after a suppressed poll, which showed no answer', () => {
    given(opened(1), closing(1), sealed(1, participants, true))
      .when(ana, open(2))
      .thenHappened(opened(2))
  })
  test('lets the mood be asked again', () => {
    const mood = { questionKey: moodQuestionKey, question: moodQuestion.de }
    given(...asBefore(participants, mood))
      .when(ana, open(2, mood))
      .thenHappened(opened(2, participants, mood))
  })
  test('lets nothing else pass as the mood', () => {
    const disguised = { questionKey: moodQuestionKey, question: 'Soll Jonas die Leitung behalten?' }
    given(...asBefore(participants, disguised))
      .when(ana, open(2, disguised))
      .thenRefused('too-similar')
  })
  test('does not concern open polls', () => {
    given(...asBefore())
      .when(ana, open(2, { mode: 'open' }))
      .thenHappened(openedOpenly(2))
    given(openedOpenly(1), closedOpenly).when(ana, open(2)).thenHappened(opened(2))
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

test('a suggested question that names another touchpoint is another question', () => {
  const [suggested] = findPollSet('perception-gap')?.questions ?? []
  if (!suggested) throw new Error('The suggested question is gone.')
  const about = (touchpoint: string) => {
    const question = suggested.question.de.replace('…', touchpoint)
    return { question, questionKey: `own-${question.toLowerCase()}`.slice(0, 80) }
  }
  const [visit, bill] = [about('Besuch'), about('Rechnung')]
  given(...asBefore(participants, visit))
    .when(ana, open(2, bill))
    .thenHappened(opened(2, participants, bill))
  given(...asBefore(participants, visit))
    .when(ana, open(2, visit))
    .thenRefused('too-similar')
})
