// Many polls in one table: what was asked, the one figure that says most, and how many voted.
import { counted } from '#client/results/files/office-words.ts'
import type { Block, Cell, Chart, Fact, Table } from '#shared/results/report.ts'
import { fill } from '#shared/results/words.ts'
import type { Making } from './messages.ts'
import type { Group } from './reading-report.ts'

export const pollTable = (title: string, polls: readonly Group[], making: Making): Table => ({
  kind: 'table',
  id: 'all-polls',
  title,
  columns: [
    { title: making.titles.question, type: 'text' },
    { title: making.words.mainFigure, type: 'text' },
    { title: making.titles.votes, type: 'count' },
  ],
  rows: polls.map((poll): Cell[] => [poll.title, mainFigure(poll, making), votesOrNull(poll, making)]),
})

const factIn = ({ blocks }: Group, title: string): Fact | undefined =>
  blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : [])).find(({ label }) => label === title)

function votesOrNull(poll: Group, { titles }: Making): number | null {
  const value = factIn(poll, titles.votes)?.value
  return typeof value === 'number' ? value : null
}

export const votesOf = (poll: Group, making: Making): number => votesOrNull(poll, making) ?? 0

/** The mean of a scale, the first of a choice, of a ranking or of words; of free texts how many there are. */
function mainFigure(poll: Group, making: Making): string {
  const { titles, words, show } = making
  const mean = factIn(poll, titles.mean)
  if (mean) return `${mean.label} ${show(mean.value, mean.type)}`
  const block = poll.blocks.find(isAnswers)
  if (!block) return ''
  if (block.kind === 'withheld') return block.text
  if (block.kind === 'chart') return firstOf(block, making)
  const [first] = block.rows
  if (block.columns.length < 2) return counted(words, 'answers', block.rows.length)
  return first
    ? fill(words.firstOf, { answer: String(first[0]), figure: show(first[1] ?? null, 'count') })
    : ''
}

const isAnswers = (block: Block): block is Extract<Block, { kind: 'withheld' | 'chart' | 'table' }> =>
  block.kind === 'withheld' || block.kind === 'chart' || block.kind === 'table'

/** Most votes or points; of a ranking, whose figures are places, the smallest. */
function firstOf({ categories, series, type }: Chart, { words, show }: Making): string {
  const answers = categories.flatMap((answer, place) => {
    const value = series[0]?.values[place] ?? null
    return value === null ? [] : [{ answer, value }]
  })
  const isRanking = type === 'score'
  const [first, second] = answers.toSorted((one, other) =>
    isRanking ? one.value - other.value : other.value - one.value,
  )
  if (!first || (!isRanking && first.value === 0)) return ''
  const figure = show(first.value, type)
  const answer = second?.value === first.value ? `${first.answer}, ${second.answer}` : first.answer
  return fill(isRanking ? words.firstPlace : words.firstOf, { answer, figure })
}
