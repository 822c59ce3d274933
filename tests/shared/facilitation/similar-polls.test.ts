// What a poll must differ in from earlier ones, so that two results never tell what one person answered.
import { describe, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import { moodQuestion, moodQuestionKey } from '#shared/facilitation/similar-polls.ts'
import { findPollSet } from '#shared/templates/poll-sets.ts'
import { asBefore, closedOpenly, closing, open, opened, openedOpenly, sealed } from './poll-scene.ts'
import {
  ana,
  cem,
  dana,
  eva,
  fee,
  given,
  greta,
  guest,
  minute,
  noon,
  participants,
  stranger,
} from './scene.ts'

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
  const moodScale = {
    kind: 'scale' as const,
    min: 1 as const,
    max: 5,
    lowLabel: 'erschöpft',
    highLabel: 'voller Energie',
    labels: ['erschöpft', 'gedämpft', 'in Ordnung', 'munter', 'voller Energie'],
  }
  test('lets the mood be asked again', () => {
    const mood = { questionKey: moodQuestionKey, question: moodQuestion.de, asks: moodScale }
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
  test.each([
    { ...moodScale, highLabel: 'Jonas soll gehen' },
    { ...moodScale, labels: ['erschöpft', 'gedämpft', 'Jonas soll gehen', 'munter', 'voller Energie'] },
    { ...moodScale, max: 10, labels: undefined },
  ])('lets nothing be asked through the steps of the mood: %o', (asks) => {
    const disguised = { questionKey: moodQuestionKey, question: moodQuestion.de, asks }
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
