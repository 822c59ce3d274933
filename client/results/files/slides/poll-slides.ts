// What was polled: up to four polls as pictures, two to a slide; more of them in one table, and the two largest as pictures.
import { counted } from '#client/results/files/office-words.ts'
import type { Block, Section } from '#shared/results/report.ts'
import { chartPart } from './chart-parts.ts'
import { type Box, body, left, type Part, right, type Slide } from './deck.ts'
import { fullText } from './full-text.ts'
import type { Making } from './messages.ts'
import { rowsPart, tablePart, textPart, titlePart } from './parts.ts'
import { pollTable, votesOf } from './poll-table.ts'
import { type Group, groupsIn } from './reading-report.ts'

const onSlide = 2
const mostSlides = 2

export function pollSlides(section: Section | null, making: Making): Slide[] {
  const polls = groupsIn(section)
  if (!section || polls.length === 0) return []
  // Those with figures come first.
  const ranked = polls.toSorted((one, other) => Number(isWithheld(one)) - Number(isWithheld(other)))
  if (polls.length > onSlide * mostSlides) {
    // Of equally many votes the earlier one: the sort is stable.
    const largest = ranked.toSorted((one, other) => votesOf(other, making) - votesOf(one, making))
    return [
      listSlide(section, polls, making),
      picturesSlide(section, largest.slice(0, onSlide), { polls, making, part: '2/2' }),
    ]
  }
  const starts = Array.from({ length: Math.ceil(polls.length / onSlide) }, (_, at) => at * onSlide)
  return starts.map((start, at) =>
    picturesSlide(section, ranked.slice(start, start + onSlide), {
      polls,
      making,
      part: starts.length > 1 ? `${at + 1}/${starts.length}` : null,
    }),
  )
}

/** Every poll with what came of it and how many voted, in the order in which they were asked. */
const listSlide = (section: Section, polls: readonly Group[], making: Making): Slide => ({
  label: section.title,
  headline: headline(polls, '1/2', making),
  parts: rowsPart(pollTable(section.title, polls, making), body, making),
  notes: fullText(making.report, [section]),
})

type Among = { polls: readonly Group[]; making: Making; part: string | null }

function picturesSlide(section: Section, those: readonly Group[], { polls, making, part }: Among): Slide {
  const boxes = those.length === 1 ? [body] : [left, right]
  const [only] = those
  return {
    label: section.title,
    headline: polls.length === 1 && only ? only.title : headline(polls, part, making),
    parts: those.flatMap((poll, place) => pollParts(poll, boxes[place] ?? body, making)),
    notes: fullText(making.report, [{ ...section, blocks: those.flatMap(withHeading) }]),
  }
}

const isWithheld = ({ blocks }: Group) => blocks.some(({ kind }) => kind === 'withheld')

const withHeading = ({ title, blocks }: Group): Block[] => [{ kind: 'heading', text: title }, ...blocks]

/** Its question, its answers as a picture, and what is said about it. */
function pollParts({ title, blocks }: Group, box: Box, making: Making): Part[] {
  const head: Box = { ...box, h: 0.65 }
  const figures = factsLine(blocks, making)
  const foot: Box = { ...box, y: box.y + box.h - 0.75, h: 0.4 }
  const middle: Box = { ...box, y: head.y + head.h, h: foot.y - head.y - head.h }
  return [
    titlePart(title, head),
    ...answersParts(blocks, middle, making),
    ...(figures === '' ? [] : [textPart(figures, foot, 12)]),
  ]
}

function answersParts(blocks: readonly Block[], box: Box, making: Making): Part[] {
  for (const block of blocks) {
    if (block.kind === 'withheld') return [textPart(block.text, box)]
    if (block.kind === 'chart') return chartPart(block, box, making)
    if (block.kind === 'table') return tablePart(block, box, making)
    if (block.kind === 'list') return [textPart(block.items.join('\n'), box)]
  }
  return []
}

/** "Votes: 10, Mean: 3.4". */
const factsLine = (blocks: readonly Block[], { show }: Making): string =>
  blocks
    .flatMap((block) => (block.kind === 'facts' ? block.facts : []))
    .map(({ label, value, type }) => `${label}: ${show(value, type)}`)
    .join(', ')

/** "12 polls, 214 votes (1/2)". */
function headline(polls: readonly Group[], part: string | null, making: Making): string {
  const { words } = making
  const votes = polls.reduce((sum, poll) => sum + votesOf(poll, making), 0)
  const all = counted(words, 'polls', polls.length)
  const cast = votes > 0 ? `, ${counted(words, 'votes', votes)}` : ''
  return `${all}${cast}${part === null ? '' : ` (${part})`}`
}
