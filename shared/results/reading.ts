// Small readings of the results that the page and the Markdown file share, so that both say the same.
import type { LaneKind } from '#shared/board/model.ts'
import type { Scale } from '#shared/facilitation/polls.ts'
import type { ReportFormats } from './report-formats.ts'
import type { NoteResult, PollOutcome, Results } from './results.ts'
import { fill, noteKindOrder, type ReportWords } from './words.ts'

/** Notes with something on them, under the kind of their lane, in the order of the report. */
export function byKind(notes: readonly NoteResult[]): [LaneKind, NoteResult[]][] {
  const written = notes.filter((note) => note.text.trim() !== '')
  return noteKindOrder.flatMap((kind): [LaneKind, NoteResult[]][] => {
    const those = written.filter((note) => (note.kind ?? 'free') === kind)
    return those.length === 0 ? [] : [[kind, those]]
  })
}

/** "1 very bad", "2", ... "5 very good": every step has its number, the ends and labelled steps have words. */
export function stepLabel(scale: Scale, step: number): string {
  const ends = step === 0 ? scale.lowLabel : step === 4 ? scale.highLabel : ''
  return `${step + 1} ${scale.labels?.[step] ?? ends}`.trim()
}

/** "Votes: 10", "without an answer: 1", "Mean: 3.4": what stands in a line above the figures. */
export function figuresOf(
  { answers, blank, mean }: Extract<PollOutcome, { kind: 'counted' }>,
  words: ReportWords,
  format: ReportFormats,
): string[] {
  const figures = [`${words.votes}: ${answers}`]
  if (blank > 0) figures.push(`${words.withoutAnswer}: ${blank}`)
  if (mean !== null) figures.push(`${words.mean}: ${format.score(mean)}`)
  return figures
}

/** A name, or what everyone else in the room saw in its place. */
export function personName(
  { name, department }: Results['commitments']['promises'][number],
  words: ReportWords,
): string {
  if (name !== null) return name
  return department ? fill(words.personFrom, { department: department.title }) : words.somebody
}
