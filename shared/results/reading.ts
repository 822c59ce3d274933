// Small readings of the results that page, files and the summary share, so that all say the same.
import type { LaneKind } from '#shared/board/model.ts'
import { type Scale, stepsOf } from '#shared/facilitation/questions.ts'
import type { CommitmentsResult } from './commitment-results.ts'
import type { NoteResult } from './map-results.ts'
import type { Results } from './results.ts'
import type { SessionResult } from './session-results.ts'
import { fill, noteKindOrder, type ReportWords } from './words.ts'

/** The last session that has begun; before there is one, the one that is prepared. */
export function latestSession({ sessions }: Results): SessionResult {
  const session = sessions.findLast(({ startedAt }) => startedAt !== null) ?? sessions[0]
  if (!session) throw new Error('Results have at least one session.') // the schema says so
  return session
}

/** Notes with something on them, under the kind of their lane, in the order of the report. */
export function byKind(notes: readonly NoteResult[]): [LaneKind, NoteResult[]][] {
  const written = notes.filter((note) => note.text.trim() !== '')
  return noteKindOrder.flatMap((kind): [LaneKind, NoteResult[]][] => {
    const those = written.filter((note) => (note.kind ?? 'free') === kind)
    return those.length === 0 ? [] : [[kind, those]]
  })
}

/** "1 very bad", "2", ... "5 very good": every step has its number, the ends and labelled steps have words. `place` from 0. */
export function stepLabel(scale: Scale, place: number): string {
  const steps = stepsOf(scale)
  const ends = place === 0 ? scale.lowLabel : place === steps.length - 1 ? scale.highLabel : ''
  return `${steps[place]} ${scale.labels?.[place] ?? ends}`.trim()
}

/** A name, or what everyone else in the room saw in its place. */
export function personName(
  { name, department }: CommitmentsResult['promises'][number],
  words: ReportWords,
): string {
  if (name !== null) return name
  return department ? fill(words.personFrom, { department: department.title }) : words.somebody
}
