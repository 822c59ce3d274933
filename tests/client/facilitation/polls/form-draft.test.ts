// From the form to the command: every draft becomes a command that the protocol takes, or says what is missing.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  draftFor,
  emptyForm,
  emptyQuestion,
  type FormDraft,
  formOf,
  fromForm,
  fromSet,
  phaseNow,
  type QuestionDraft,
} from '#client/facilitation/polls/compose/form-draft.ts'
import { ownKey } from '#client/facilitation/polls/compose/own-key.ts'
import type { Agenda } from '#shared/facilitation/agenda.ts'
import { noAgenda } from '#shared/facilitation/agenda.ts'
import { PollForm } from '#shared/facilitation/poll-form.ts'
import type { QuestionKind } from '#shared/facilitation/questions.ts'
import { ItemId } from '#shared/ids.ts'
import { findPollSet, isReady, pollSets } from '#shared/templates/poll-sets.ts'
import { question as aQuestion } from '#tests/shared/facilitation/arbitrary-questions.ts'

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
const asking = (part: Partial<QuestionDraft>, form: Partial<FormDraft> = {}): FormDraft => ({
  ...emptyForm('during'),
  questions: [{ ...emptyQuestion(0), question: 'Gut so?', ...part }],
  ...form,
})
const options = ['Rechnung', 'Hotline', '']

test('the hint of a question goes with it, is changed and taken away', () => {
  const set = findPollSet('perception-gap')
  if (!set) throw new Error('This set comes with Runde.')
  const draft = fromSet(set, 'de', 'start')
  const hintOf = (one: FormDraft) => {
    const filled = formOf(one, 'de')
    return filled.ok ? filled.form.questions[0]?.hint : filled.what
  }
  const withHint = (hint: string): FormDraft => ({
    ...draft,
    questions: draft.questions.map((one) => ({ ...one, question: 'Wie gut war es?', hint })),
  })
  expect(draft.questions[0]?.hint).toMatch(/^Nicht die eigene Meinung/)
  expect(hintOf(withHint('  Kurz. '))).toBe('Kurz.')
  expect(hintOf(withHint('  '))).toBeUndefined()
})

describe('what the form starts with', () => {
  test('is one secret question without an end', () => {
    expect(draftFor(at('two'), 'de')).toMatchObject({ mode: 'anonymous', minutes: null })
    expect(draftFor(at('three'), 'de').questions.map(({ question }) => question)).toEqual([''])
  })

  test('is the set of the running item, in the workshop’s language', () => {
    const { questions, phase, title } = draftFor(at('one'), 'en')
    expect(questions.map(({ kind }) => kind)).toEqual(['scale', 'text', 'text', 'single'])
    expect([phase, title]).toEqual(['start', 'Expectation poll at the start'])
  })

  test('knows the phase by where the agenda stands', () => {
    const ended = { ...noAgenda, items, startedAt: 1, endedAt: 2 }
    expect([{ ...noAgenda, items }, at('two'), at('three'), ended].map(phaseNow)).toEqual([
      'start',
      'during',
      'end',
      'end',
    ])
  })
})

describe('a set of ours', () => {
  test.each(pollSets.map((set) => [set.id, set] as const))(
    '%s is asked with one click, or says what is missing',
    (_, set) => {
      const filled = formOf(fromSet(set, 'de', 'during'), 'de')
      expect(filled.ok).toBe(isReady(set))
      if (filled.ok) expect(PollForm.parse(filled.form)).toEqual(filled.form)
    },
  )

  test('keeps its keys only while its words stand', () => {
    const set = findPollSet('feedback')
    if (!set) throw new Error('The set is gone.')
    const draft = fromSet(set, 'de', 'during')
    const changed = {
      ...draft,
      questions: draft.questions.map((one, place) =>
        place === 0 ? { ...one, question: 'Und sonst?' } : one,
      ),
    }
    const filled = formOf(changed, 'de')
    const keys = filled.ok ? filled.form.questions.map(({ questionKey }) => questionKey) : []
    expect(keys[0]).toBe(ownKey('Und sonst?'))
    expect(keys[1]).toBe('feedback-heard')
  })

  test('with something to fill in is not asked before, and is a question of its own afterwards', () => {
    const set = findPollSet('perception-gap')
    if (!set) throw new Error('The set is gone.')
    const draft = fromSet(set, 'de', 'during')
    expect(formOf(draft, 'de')).toMatchObject({ ok: false, place: 0, what: 'blank' })
    const questions = draft.questions.map((one) => ({
      ...one,
      question: one.question.replace('…', 'Hotline'),
    }))
    const filled = formOf({ ...draft, questions }, 'de')
    expect(filled.ok && filled.form.questions[0]?.questionKey).toMatch(/^own-/)
  })
})

describe('what is missing', () => {
  test('is said with the question it is missing in', () => {
    const second = { ...emptyQuestion(1), question: ' \n ' }
    const [first] = asking({}).questions
    if (!first) throw new Error('There is no question.')
    expect(formOf({ ...asking({}), questions: [first, second] }, 'de')).toEqual({
      ok: false,
      place: 1,
      what: 'question',
    })
  })

  test.each<[Partial<QuestionDraft>, string]>([
    [{ kind: 'single', options: ['Nur eine', ' '] }, 'options'],
    [{ kind: 'ranking', options: ['gleich', 'Gleich '] }, 'twice'],
    [{ scaleId: 'own', ownScale: { max: 5, lowLabel: '', highLabel: 'viel' } }, 'lowLabel'],
    [{ scaleId: 'own', ownScale: { max: 10, lowLabel: 'wenig', highLabel: ' ' } }, 'highLabel'],
  ])('of %j is %s', (part, what) => {
    expect(formOf(asking(part), 'de')).toEqual({ ok: false, place: 0, what })
  })

  test('is nothing where dots are somebody’s own words', () => {
    expect(formOf(asking({ question: 'Und „…“ jetzt?' }), 'de').ok).toBe(true)
  })
})

describe('the form', () => {
  test('says openly that it is open, and whether it shows names', () => {
    const modes = (['anonymous', 'unnamed', 'named'] as const).map((mode) => {
      const filled = formOf(asking({}, { mode }), 'de')
      return filled.ok && [filled.form.mode, filled.form.showsNames]
    })
    expect(modes).toEqual([
      ['anonymous', undefined],
      ['open', undefined],
      ['open', true],
    ])
  })

  test('leaves empty options out, and asks for no more choices than there are', () => {
    const filled = formOf(asking({ kind: 'multiple', options, most: 9 }), 'de')
    expect(filled.ok && filled.form.questions[0]?.asks).toEqual({
      kind: 'multiple',
      most: 2,
      options: [
        { optionId: 'o1', label: 'Rechnung' },
        { optionId: 'o2', label: 'Hotline' },
      ],
    })
  })

  test('of any draft is one that the protocol takes', () => {
    const kind = fc.constantFrom<QuestionKind[]>(
      'scale',
      'single',
      'multiple',
      'ranking',
      'points',
      'words',
      'text',
    )
    fc.assert(
      fc.property(
        kind,
        fc.stringMatching(/^[\p{L}?! ]{1,280}$/u),
        fc.array(fc.stringMatching(/^[\p{L} ]{0,80}$/u), { minLength: 2, maxLength: 14 }),
        fc.integer({ min: 2, max: 12 }),
        (kind, question, options, most) => {
          const filled = formOf(asking({ kind, question, options, most, points: most }), 'de')
          if (filled.ok) expect(PollForm.safeParse(filled.form).error).toBeUndefined()
          else expect(['question', 'options', 'twice']).toContain(filled.what)
        },
      ),
    )
  })

  test('is the same when it is taken up again', () => {
    fc.assert(
      fc.property(fc.array(aQuestion, { minLength: 1, maxLength: 4 }), (asked) => {
        const form: PollForm = {
          mode: 'open',
          durationMs: 120_000,
          questions: asked.map((asks, place) => ({
            question: `Frage ${place}`,
            questionKey: `own-${place}`,
            phase: 'end',
            asks,
          })),
        }
        const again = formOf(fromForm(form), 'de')
        // Ids of options are made anew; what they say stays.
        const bare = ({ questions, ...rest }: PollForm) => ({
          ...rest,
          questions: questions.map(({ asks, ...one }) => ({
            ...one,
            asks: 'options' in asks ? { ...asks, options: asks.options.map(({ label }) => label) } : asks,
          })),
        })
        if (again.ok) expect(bare(again.form)).toEqual(bare(PollForm.parse(form)))
        else expect(again.what).toBe('twice')
      }),
    )
  })
})

test('keys of questions of one’s own are short, and differ where the questions do', () => {
  const long = 'Wie '.repeat(70)
  expect(ownKey(long).length).toBeLessThanOrEqual(80)
  expect(ownKey(`${long}a`)).not.toBe(ownKey(`${long}b`))
  expect(ownKey('Gut so?')).toBe(ownKey('gut so?'))
})
