// From the form to the command: every draft becomes a command that the protocol takes, or says what is missing.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  blankIn,
  type Draft,
  draftFor,
  fromSuggestion,
  openCommand,
  ownKey,
  suggestionsFor,
  withQuestion,
} from '#client/facilitation/poll-draft.ts'
import type { Agenda } from '#shared/facilitation/agenda.ts'
import { noAgenda } from '#shared/facilitation/agenda.ts'
import { PollCommand } from '#shared/facilitation/polls.ts'
import { ItemId } from '#shared/ids.ts'
import { type ScaleId, scales, suggestedQuestions } from '#shared/templates/questions.ts'

const item = (name: string, pollSetId?: string) => ({
  itemId: ItemId.parse(name),
  kind: 'discussion' as const,
  minutes: 5,
  title: name,
  ...(pollSetId && { pollSetId }),
})
const items = [item('one', 'expectation-start'), item('two'), item('three', 'no-such-set')]
const at = (name: string): Agenda => ({
  ...noAgenda,
  items,
  startedAt: 1,
  current: { itemId: ItemId.parse(name), startedAt: 1, addedMs: 0, pausedMs: 0, pausedAt: null, beforeMs: 0 },
})
const draft = (part: Partial<Draft> = {}): Draft => ({
  ...draftFor(noAgenda, 'de'),
  question: 'Gut so?',
  ...part,
})

describe('what the form starts with', () => {
  test('is secret and open-ended', () => {
    expect(draftFor(at('two'), 'de')).toMatchObject({ mode: 'anonymous', minutes: null, question: '' })
  })

  test('is the question of the running item, in the workshop’s language', () => {
    const { suggestion, question, phase } = draftFor(at('one'), 'en')
    expect(suggestion?.setId).toBe('expectation-start')
    expect(question).toBe(suggestion?.question.en)
    expect(phase).toBe('start')
  })

  test('is empty when the item’s set has no question of this kind', () => {
    expect(draftFor(at('three'), 'de').suggestion).toBeNull()
  })

  test('knows the phase by where the agenda stands', () => {
    const { phase: before } = draftFor({ ...noAgenda, items }, 'de')
    const ended = draftFor({ ...noAgenda, items, startedAt: 1, endedAt: 2 }, 'de')
    expect([before, draftFor(at('two'), 'de').phase, draftFor(at('three'), 'de').phase, ended.phase]).toEqual(
      ['start', 'during', 'end', 'end'],
    )
  })
})

test('suggestions of the running item come first, and none twice', () => {
  const suggestions = suggestionsFor(at('one'))
  expect(suggestions[0]?.setId).toBe('expectation-start')
  expect(new Set(suggestions).size).toBe(suggestedQuestions.length)
  expect(suggestions).toHaveLength(suggestedQuestions.length)
})

describe('the command', () => {
  test('carries the suggestion’s key only while its words stand', () => {
    const [suggestion] = suggestedQuestions
    if (!suggestion) throw new Error('there are no suggestions')
    const suggested = fromSuggestion(draft(), suggestion, 'de')
    expect(openCommand(suggested, 'de')).toMatchObject({
      ok: true,
      command: { questions: [{ questionKey: suggestion.questionKey, phase: suggestion.phase }] },
    })
    expect(withQuestion(suggested, suggested.question).suggestion).toBe(suggestion)
    const changed = withQuestion(suggested, `${suggested.question} Wirklich?`)
    expect(changed.suggestion).toBeNull()
    const opening = openCommand(changed, 'de')
    expect(opening.ok && opening.command.questions[0]?.questionKey).not.toBe(suggestion.questionKey)
  })

  test('says what is missing', () => {
    expect(openCommand(draft({ question: ' \n ' }), 'de')).toEqual({ ok: false, missing: 'question' })
    const own = draft({ scaleId: 'own', highLabel: 'viel' })
    expect(openCommand(own, 'de')).toEqual({ ok: false, missing: 'lowLabel' })
    expect(openCommand({ ...own, lowLabel: 'wenig', highLabel: ' ' }, 'de')).toEqual({
      ok: false,
      missing: 'highLabel',
    })
  })

  test('of any draft is one that the protocol takes', () => {
    const scaleId = fc.constantFrom<(ScaleId | 'own')[]>(...scaleIds, 'own')
    fc.assert(
      fc.property(
        fc.record({
          question: fc.string({ minLength: 1, maxLength: 280, unit: 'grapheme' }),
          scaleId,
          lowLabel: fc.constantFrom('wenig', ' wenig '),
          highLabel: fc.constant('viel'),
          phase: fc.constantFrom('start' as const, 'during' as const, 'end' as const),
          minutes: fc.constantFrom(null, 1, 10),
          mode: fc.constantFrom('anonymous' as const, 'open' as const),
        }),
        (fields) => {
          fc.pre(fields.question.length <= 280)
          const opening = openCommand({ ...fields, suggestion: null }, 'de')
          if (!opening.ok) {
            expect(fields.question.trim()).toBe('')
            return
          }
          const parsed = PollCommand.safeParse(opening.command)
          // Control characters are the protocol's to refuse, and the person is told.
          if (!/[\p{Cc}\p{Zl}\p{Zp}]/u.test(fields.question)) expect(parsed.error).toBeUndefined()
        },
      ),
    )
  })
})

const scaleIds = Object.keys(scales) as ScaleId[] // the keys of that record are its ids

describe('a suggestion with something to fill in', () => {
  const gap = suggestedQuestions.find(({ questionKey }) => questionKey === 'perception-gap')

  test('is not asked before it is filled in, and is a question of its own afterwards', () => {
    if (!gap) throw new Error('The suggestion about the perception gap is gone.')
    const chosen = fromSuggestion(draft(), gap, 'de')
    expect(openCommand(chosen, 'de')).toEqual({ ok: false, missing: 'blank' })
    const blank = blankIn(chosen.question)
    expect(blank && chosen.question.slice(blank.from, blank.to)).toBe('…')
    const filled = withQuestion(chosen, chosen.question.replace('…', 'Erste Rechnung'))
    const opening = openCommand(filled, 'de')
    expect(opening.ok && opening.command.questions[0]?.question).toBe(
      'Wie gut findet die Kundschaft den Touchpoint „Erste Rechnung“?',
    )
    expect(opening.ok && opening.command.questions[0]?.questionKey).toMatch(/^own-/)
  })

  test('leaves the dots of somebody’s own question alone', () => {
    expect(openCommand(withQuestion(draft(), 'Und jetzt …?'), 'de').ok).toBe(true)
  })
})

describe('the key of one’s own question', () => {
  test('is the same for the same words, whatever the case', () => {
    expect(ownKey('Reicht das?')).toBe(ownKey('reicht das?'))
  })

  test('keeps long questions apart that begin alike', () => {
    const long = 'Wie sehr stimmt es, dass wir das, was wir uns vorgenommen haben, auch geschafft haben'
    expect(ownKey(`${long}, in Berlin?`)).not.toBe(ownKey(`${long}, in Wien?`))
  })

  test('fits the protocol for any question', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 280, unit: 'grapheme' }), (question) => {
        expect(ownKey(question).length).toBeLessThanOrEqual(80)
      }),
    )
  })
})
