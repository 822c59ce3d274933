// The differencing guard (BALLOT 4.1): two secret polls with one question and nearly one group would show, subtracted, what single people answered.
import type { PollQuestion } from '#shared/facilitation/poll-form.ts'
import type { Poll } from '#shared/facilitation/polls.ts'
import type { Sessions } from '#shared/facilitation/sessions.ts'
import type { PersonId } from '#shared/ids.ts'
import type { Bilingual, Language } from '#shared/language.ts'

export const moodQuestionKey = 'mood-energy'
export const moodQuestion: Bilingual = { de: 'Wie geht es mir gerade?', en: 'How am I doing right now?' }

/** From 1 to 5. */
const moodSteps: Record<Language, readonly string[]> = {
  de: ['erschöpft', 'gedämpft', 'in Ordnung', 'munter', 'voller Energie'],
  en: ['drained', 'low', 'okay', 'lively', 'full of energy'],
}

/** True when asking `asked` to these people could be subtracted from the result of `poll`. */
export function isTooSimilar(
  poll: Poll,
  asked: PollQuestion,
  eligible: readonly PersonId[],
  minimumGroup: number,
): boolean {
  if (poll.mode !== 'anonymous' || !isSameQuestion(poll, asked) || mayBeRepeated(asked)) return false
  // A suppressed poll has shown no answer, so there is nothing to subtract from.
  return !poll.suppressed && difference(poll.eligible, eligible) < minimumGroup
}

/** What was answered less than this ago has not been answered anew. */
export const halfDayMs = 12 * 3_600_000

/**
 * From when on polls are guarded: those of an earlier session and another day were answered anew since, as with before
 * and after, and a question that may never be asked again cannot be followed over sessions. Half a day has to lie between,
 * so that nobody ends a session only to ask again.
 */
export const guardedSince = ({ all }: Sessions, now: number): number =>
  Math.min(all.findLast(({ endedAt }) => endedAt !== null)?.endedAt ?? 0, now - halfDayMs)

/** The key is chosen by whoever asks, so the same words count as the same question under any key. */
export function isSameQuestion(poll: PollQuestion, asked: PollQuestion): boolean {
  if (poll.phase !== asked.phase) return false
  return poll.questionKey === asked.questionKey || bare(poll.question) === bare(asked.question)
}

/**
 * The mood changes by the hour, so it may be asked again to the same group. Nothing else may pass for it: not under its key,
 * and not under its words with other words at the steps, which are what people answer.
 */
export function mayBeRepeated(asked: PollQuestion): boolean {
  if (!isMoodPulse(asked) || asked.asks.kind !== 'scale') return false
  const { min, max, lowLabel, highLabel, labels } = asked.asks
  return Object.values(moodSteps).some(
    (steps) =>
      min === 1 &&
      max === steps.length &&
      lowLabel === steps.at(0) &&
      highLabel === steps.at(-1) &&
      (labels ?? steps).every((label, place) => label === steps[place]),
  )
}

/** By key and words, whatever the steps are called: what makes the trend of the mood. */
export const isMoodPulse = ({ question, questionKey, asks }: PollQuestion): boolean =>
  asks.kind === 'scale' &&
  questionKey === moodQuestionKey &&
  (question === moodQuestion.de || question === moodQuestion.en)

/** How many people are in one group and not in the other. */
function difference(before: readonly PersonId[], now: readonly PersonId[]): number {
  const left = before.filter((personId) => !now.includes(personId)).length
  const came = now.filter((personId) => !before.includes(personId)).length
  return left + came
}

/** Letters and digits only, in one case; a question without any is compared as it stands. */
const bare = (question: string): string =>
  question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '') || question
