// Questions of every kind in the results: before and after in pairs, the mood as a trend, and both in the Markdown file.
import { describe, expect, test } from 'vitest'
import type { PollQuestion } from '#shared/facilitation/poll-form.ts'
import type { Answer, Question } from '#shared/facilitation/questions.ts'
import { moodQuestion, moodQuestionKey } from '#shared/facilitation/similar-polls.ts'
import { tally } from '#shared/facilitation/tally.ts'
import { buildResults } from '#shared/results/build-results.ts'
import { Results } from '#shared/results/results.ts'
import { fold, opening, pollId } from '#tests/shared/facilitation/scene.ts'
import { markdownOf } from '#tests/support/report.ts'
import { input, secretPoll } from './sample-results.ts'

const options = ['Rechnung', 'Hotline'].map((label, place) => ({ optionId: `o${place}`, label }))
const single: Question = { kind: 'single', options }
const mood: Question = { kind: 'scale', min: 1, max: 5, lowLabel: 'erschöpft', highLabel: 'voller Energie' }
const places = (...chosen: number[]): Answer[] => chosen.map((place) => ['single', place])

type Asked = {
  asks: Question
  phase: PollQuestion['phase']
  answers: Answer[]
  key?: string
  end?: 'suppressed'
}

/** The results of a workshop in which these were asked, in this order, in secret. */
function resultsOf(...asked: Asked[]) {
  const events = asked.flatMap(({ asks, phase, key = 'own-question', end }, place) =>
    secretPoll(
      place + 1,
      {
        question: key === moodQuestionKey ? moodQuestion.de : 'Wo drückt es?',
        questionKey: key,
        phase,
        asks,
      },
      end,
    ),
  )
  const sealed = new Map(
    asked.map(({ asks, answers }, place) => [
      pollId(place + 1),
      { tally: tally(asks, answers), auditWords: ['amber', 'bridge', 'cotton', 'delta'] },
    ]),
  )
  const results = buildResults({ ...input, workshop: fold([...opening, ...events]), sealed })
  expect(Results.parse(JSON.parse(JSON.stringify(results)))).toEqual(results)
  const [session] = results.sessions
  if (!session) throw new Error('There is always a session.')
  return { results, session }
}

describe('before and after', () => {
  test('has choices of the same options in pairs, which scales alone had before', () => {
    const { beforeAndAfter, comparisons } = resultsOf(
      { asks: single, phase: 'start', answers: places(0, 0, 0, 1, 1) },
      { asks: single, phase: 'end', answers: places(0, 1, 1, 1, 1) },
    ).session
    expect(beforeAndAfter).toMatchObject([
      { before: { tally: { counts: [3, 2] } }, after: { tally: { counts: [1, 4] } } },
    ])
    expect(comparisons).toEqual([])
  })

  test('has scales there and, as ever, among the comparisons', () => {
    const scale: Question = { ...mood, lowLabel: 'nein', highLabel: 'ja' }
    const { beforeAndAfter, comparisons } = resultsOf(
      { asks: scale, phase: 'start', answers: [['scale', 2]] },
      { asks: scale, phase: 'end', answers: [['scale', 4]] },
    ).session
    expect(beforeAndAfter).toHaveLength(1)
    expect(comparisons).toMatchObject([
      { scale: { min: 1, max: 5 }, before: { mean: 2 }, after: { mean: 4 } },
    ])
  })

  test('does not hold other options, another scale or another kind against each other', () => {
    const other: Question = { kind: 'single', options: options.toReversed() }
    const asked = { phase: 'start' as const, answers: places(0) }
    expect(
      resultsOf({ ...asked, asks: single }, { ...asked, asks: other, phase: 'end' }).session.beforeAndAfter,
    ).toEqual([])
    expect(
      resultsOf(
        { ...asked, asks: single },
        { asks: { kind: 'text' }, phase: 'end', answers: [['text', 'ja']] },
      ).session.beforeAndAfter,
    ).toEqual([])
    const ten: Question = { ...mood, min: 0, max: 10 }
    expect(
      resultsOf(
        { asks: mood, phase: 'start', answers: [['scale', 2]] },
        { asks: ten, phase: 'end', answers: [['scale', 2]] },
      ).session.beforeAndAfter,
    ).toEqual([])
  })

  test('is read in the Markdown file: options beside each other, texts one below the other', () => {
    const text: Question = { kind: 'text' }
    const choices = resultsOf(
      { asks: single, phase: 'start', answers: places(0, 0, 1) },
      { asks: single, phase: 'end', answers: places(1, 1) },
    )
    expect(markdownOf(choices.results)).toContain(
      '| Antwort | vorher | nachher |\n| --- | ---: | ---: |\n| Rechnung | 2 | 0 |\n| Hotline | 1 | 2 |',
    )
    const texts = resultsOf(
      { asks: text, phase: 'start', answers: [['text', 'zu viele briefe']] },
      { asks: text, phase: 'end', answers: [['text', 'weniger']] },
    )
    expect(markdownOf(texts.results, 'en')).toContain('| before | Zu viele briefe |\n| after | Weniger |')
  })
})

describe('the mood', () => {
  const pulse = (answers: Answer[], end?: 'suppressed'): Asked => ({
    asks: mood,
    phase: 'during',
    key: moodQuestionKey,
    answers,
    ...(end && { end }),
  })
  const { results, session } = resultsOf(
    pulse([['scale', 2]]),
    pulse([], 'suppressed'),
    pulse([['scale', 4]]),
  )

  test('is a trend with a gap where too few answered', () => {
    expect(session.mood.map(({ mean, answers }) => [mean, answers])).toEqual([
      [2, 1],
      [null, null],
      [4, 1],
    ])
    expect(session.beforeAndAfter).toEqual([])
  })

  test('stands in the Markdown file as a trend, and not among the polls', () => {
    const markdown = markdownOf(results)
    expect(markdown).toContain('## Stimmung im Verlauf')
    expect(markdown).toContain('| 4,0 | 1 |')
    expect(markdown).toContain('| – | – |\n')
    expect(markdown).toContain('*Ohne Wert: zu wenige Antworten, nicht gezeigt, nicht aufgehoben.*')
    expect(markdown).not.toContain(moodQuestion.de)
  })
})
