// What was polled: two polls to a slide, on two slides at most; of the others it is said how many there are.
import { counted } from '#client/results/files/office-words.ts'
import type { Block, Section } from '#shared/results/report.ts'
import { chartPart } from './chart-parts.ts'
import { type Box, body, left, type Part, right, type Slide } from './deck.ts'
import { fullText } from './full-text.ts'
import type { Making } from './messages.ts'
import { morePart, tablePart, textPart, titlePart } from './parts.ts'
import { type Group, groupsIn } from './reading-report.ts'

const onSlide = 2
const mostSlides = 2

export function pollSlides(section: Section | null, making: Making): Slide[] {
  // Those with figures come first: there may be more polls than slides.
  const polls = groupsIn(section).toSorted(
    (one, other) => Number(isWithheld(one)) - Number(isWithheld(other)),
  )
  if (!section || polls.length === 0) return []
  const starts = Array.from(
    { length: Math.min(mostSlides, Math.ceil(polls.length / onSlide)) },
    (_, at) => at * onSlide,
  )
  const shown = starts.length * onSlide
  return starts.map((start, at): Slide => {
    const those = polls.slice(start, start + onSlide)
    const boxes = those.length === 1 ? [body] : [left, right]
    const isLast = at === starts.length - 1
    const [only] = those
    return {
      label: section.title,
      headline:
        polls.length === 1 && only
          ? only.title
          : headline(polls, starts.length > 1 ? `${at + 1}/${starts.length}` : null, making),
      parts: [
        ...those.flatMap((poll, place) => pollParts(poll, boxes[place] ?? body, making)),
        ...morePart(isLast ? polls.length - shown : 0, body, making),
      ],
      notes: fullText(making.report, [{ ...section, blocks: those.flatMap(withHeading) }]),
    }
  })
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
function headline(polls: readonly Group[], part: string | null, { words, titles }: Making): string {
  const facts = polls.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : [])),
  )
  const votes = facts
    .filter(({ label }) => label === titles.votes)
    .reduce((sum, { value }) => sum + Number(value), 0)
  const all = counted(words, 'polls', polls.length)
  const cast = votes > 0 ? `, ${counted(words, 'votes', votes)}` : ''
  return `${all}${cast}${part === null ? '' : ` (${part})`}`
}
