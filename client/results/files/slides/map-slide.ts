// The map as a picture; beside one that is higher than wide there is room for its stages.
import type { Section, Table } from '#shared/results/report.ts'
import { type Box, body, gutter, margin, type Slide, wide } from './deck.ts'
import { fullText } from './full-text.ts'
import { journeyMessage, type Making } from './messages.ts'
import { tablePart } from './parts.ts'
import { reader, tableIn } from './reading-report.ts'

/** The board as it can be put on a slide. */
export type Picture = { bytes: Uint8Array; width: number; height: number; alt: string }

// Narrower than this, in inches, the picture leaves room for a table.
const narrow = 7

export function mapSlide(section: Section | null, board: Picture | null, making: Making): Slide | null {
  if (!section || !board) return null
  const scale = Math.min(body.w / board.width, body.h / board.height)
  const [w, h] = [board.width * scale, board.height * scale]
  const [touchpoints, stages] = [tableIn(section, 'touchpoints'), tableIn(section, 'stages')]
  const isBeside = w < narrow && stages !== null
  const x = isBeside ? margin : margin + (wide - w) / 2
  const room: Box = { ...body, x: margin + w + gutter, w: wide - w - gutter }
  return {
    label: section.title,
    headline: journeyMessage(touchpoints, stages, making) ?? section.title,
    parts: [
      { kind: 'picture', box: { x, y: body.y + (body.h - h) / 2, w, h }, bytes: board.bytes, alt: board.alt },
      ...(isBeside ? tablePart(stagesTable(stages, touchpoints, making), room, making) : []),
    ],
    notes: fullText(making.report, [section]),
  }
}

/** Its stages as they are, and how many touchpoints each has. */
function stagesTable(stages: Table, touchpoints: Table | null, { titles }: Making): Table {
  const stage = reader(stages, titles.stage)
  const stageOf = touchpoints && reader(touchpoints, titles.stage)
  const countIn = (title: unknown) => touchpoints?.rows.filter((row) => stageOf?.(row) === title).length ?? 0
  return {
    ...stages,
    columns: [...stages.columns, { title: titles.touchpoints, type: 'count' }],
    rows: stages.rows.map((row) => [...row, countIn(stage(row))]),
  }
}
