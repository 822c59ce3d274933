// Parts of slides, fitted into their boxes: tables that end in time, lists that say how much more there is.
import { isFigure } from '#shared/results/cell-text.ts'
import type { Table } from '#shared/results/report.ts'
import { fill } from '#shared/results/words.ts'
import {
  type Box,
  body,
  colours,
  lineHeight,
  type Paragraph,
  type Part,
  sizes,
  type TableRow,
} from './deck.ts'
import type { Making } from './messages.ts'
import type { Listed } from './reading-report.ts'
import { fitted, linesOf, widthOf } from './text-size.ts'

const moreLine = (count: number, { words }: Making): Paragraph => ({
  text: fill(words.more, { count }),
  size: sizes.small,
  colour: colours.dimmed,
})

/** Under a table, between it and the footer. */
const moreHeight = 0.35

/** At the end of a part that could not hold everything. */
export const morePart = (count: number, under: Box, making: Making): Part[] =>
  count <= 0
    ? []
    : [
        {
          kind: 'text',
          box: { ...under, y: under.y + under.h, h: moreHeight },
          paragraphs: [moreLine(count, making)],
        },
      ]

// Left and right of a cell's text, and over and under it.
export const cellMargins = { side: 0.08, edge: 0.06 }
const mostColumns = 6

// Large and whole where there is room; the last is for when there is not.
const tableLooks = [
  { size: 18, lines: 2 },
  { size: 16, lines: 3 },
  { size: sizes.table, lines: 4 },
  { size: sizes.table, lines: 2 },
] as const
type TableLook = { size: number; lines: number }

/** Rather every row, cut, than some of them whole. */
const rowLooks: readonly TableLook[] = [
  { size: 16, lines: 2 },
  { size: sizes.table, lines: 2 },
  { size: sizes.small, lines: 2 },
  { size: sizes.table, lines: 1 },
  { size: sizes.small, lines: 1 },
]

/** A table that is there for its rows: in the largest look in which all of them fit. */
export function rowsPart(table: Table, box: Box, making: Making): Part[] {
  const written = writtenTable(table, making)
  const tries = rowLooks.map((look) => fittingTable(written, box, look))
  const fitting = tries.find(({ missing }) => missing === 0) ?? tries.at(-1)
  return fitting ? withMore(fitting, making) : []
}

export const tablePart = (table: Table, box: Box, making: Making): Part[] =>
  tableParts([table], [box], making)

/** As many rows as fit; columns with nothing in them are left out. Tables side by side look alike. */
export function tableParts(tables: readonly Table[], boxes: readonly Box[], making: Making): Part[] {
  const written = tables.map((table) => writtenTable(table, making)).filter(({ heads }) => heads.length > 0)
  const tries = tableLooks.map((look) =>
    written.map((table, at) => fittingTable(table, boxes[at] ?? body, look)),
  )
  const fitting = tries.find((those) => those.every(({ isWhole }) => isWhole)) ?? tries.at(-1) ?? []
  return fitting.flatMap((one) => withMore(one, making))
}

const withMore = ({ part, missing }: { part: TablePart; missing: number }, making: Making): Part[] => [
  part,
  ...morePart(missing, { ...part.box, h: part.box.h + 0.05 }, making),
]

type WrittenTable = {
  title: string
  heads: readonly string[]
  figures: readonly boolean[]
  texts: readonly (readonly string[])[]
}

function writtenTable({ title, columns, rows }: Table, { show }: Making): WrittenTable {
  const filled = columns
    .map((column, place) => ({ ...column, place }))
    .filter(({ place }) => rows.some((row) => (row[place] ?? null) !== null && row[place] !== ''))
    .slice(0, mostColumns)
  return {
    title,
    heads: filled.map((column) => column.title),
    figures: filled.map(({ type }) => isFigure(type)),
    texts: rows.map((row) =>
      filled.map(({ place, type }) =>
        show(row[place] ?? null, type)
          .replaceAll(/\s+/g, ' ')
          .trim(),
      ),
    ),
  }
}

type TablePart = Extract<Part, { kind: 'table' }>

/** The table in one look; whole when every row is in it and no text is cut. */
function fittingTable({ title, heads, figures, texts }: WrittenTable, box: Box, look: TableLook) {
  const { size, lines } = look
  const samples = heads.map((head, at) => [head, ...texts.slice(0, 20).map((row) => row[at] ?? '')])
  const widths = columnWidths(samples, box.w, size)
  const room = (at: number) => ({ width: (widths[at] ?? 1) - 2 * cellMargins.side, size })
  const rowOf = (row: readonly string[], bold: boolean): TableRow => {
    const cells = row.map((text, at) => fitted(text, { ...room(at), lines, bold }))
    const most = Math.max(1, ...cells.map((text, at) => linesOf(text, { ...room(at), bold })))
    return { cells, height: most * lineHeight(size) + 2 * cellMargins.edge }
  }
  const head = rowOf(heads, true)
  const rows: TableRow[] = []
  let height = head.height
  for (const row of texts) {
    const next = rowOf(row, false)
    const isLast = rows.length === texts.length - 1
    if (height + next.height > box.h - (isLast ? 0 : moreHeight)) break
    rows.push(next)
    height += next.height
  }
  const missing = texts.length - rows.length
  const isWhole =
    missing === 0 && rows.every(({ cells }, at) => cells.every((cell, of) => cell === texts[at]?.[of]))
  const columns = head.cells.map((cell, at) => ({
    title: cell,
    width: widths[at] ?? 1,
    isFigure: figures[at] ?? false,
  }))
  const part: TablePart = {
    kind: 'table',
    box: { ...box, h: height },
    title,
    size,
    columns,
    headHeight: head.height,
    rows,
  }
  return { part, missing, isWhole }
}

/** Narrow ones get what they need; the wide ones share the rest by what they would like. The first text is the head's. */
function columnWidths(columns: readonly (readonly string[])[], width: number, size: number): number[] {
  const besides = 2 * cellMargins.side + 0.1
  const sizeOf = (text: string) => widthOf(text, { size, bold: true })
  const wanted = columns.map(([head = '', ...texts]) => {
    // A head may take two lines, but not break its words.
    const words = head.split(/[\s-]/).map(sizeOf)
    const least = Math.max(sizeOf(head) / 1.8, ...words)
    return Math.min(Math.max(least, ...texts.map(sizeOf)), 6) + besides
  })
  const share = width / columns.length
  const narrow = wanted.map((each) => each <= share)
  const taken = wanted.reduce((sum, each, at) => sum + (narrow[at] ? each : 0), 0)
  const others = wanted.reduce((sum, each, at) => sum + (narrow[at] ? 0 : each), 0)
  // With narrow columns only, the widest takes what is left.
  const widest = wanted.indexOf(Math.max(...wanted))
  if (others === 0) return wanted.map((each, at) => (at === widest ? each + width - taken : each))
  return wanted.map((each, at) => (narrow[at] ? each : (each / others) * (width - taken)))
}

const between = 0.12
const headHeight = 0.42
/** Large and whole where there is room, small and cut where there is much to say. */
const listLooks = [
  { size: 20, lines: 4 },
  { size: sizes.body, lines: 4 },
  { size: sizes.body, lines: 2 },
] as const

type List = { title: string; items: readonly Listed[]; colour: string }

/** The largest look in which all of them fit, so that lists side by side look alike. */
const lookFor = (lists: readonly List[], boxes: readonly Box[]) =>
  listLooks.find((look) =>
    lists.every(
      ({ items }, at) => fittingItems(items, pointsBox(boxes[at] ?? body), look).length === items.length,
    ),
  ) ?? listLooks[listLooks.length - 1]

/** Points under titles with their colours, side by side, as many as fit. */
export function listParts(lists: readonly List[], boxes: readonly Box[], making: Making): Part[] {
  const look = lookFor(lists, boxes)
  return lists.flatMap(({ title, items, colour }, at): Part[] => {
    const box = boxes[at] ?? body
    const head = { ...box, h: headHeight }
    const points = pointsBox(box)
    const paragraphs = look ? fittingItems(items, points, look) : []
    const more = items.length - paragraphs.length
    return [
      { kind: 'rule', box: { ...head, w: 0.08 }, colour },
      titlePart(title, { ...head, x: head.x + 0.2, w: head.w - 0.2 }),
      {
        kind: 'text',
        box: points,
        paragraphs: more > 0 ? [...paragraphs, moreLine(more, making)] : paragraphs,
      },
    ]
  })
}

const pointsBox = (box: Box): Box => ({
  ...box,
  y: box.y + headHeight + between,
  h: box.h - headHeight - between,
})

function fittingItems(
  items: readonly Listed[],
  box: Box,
  { size, lines }: (typeof listLooks)[number],
): Paragraph[] {
  const room = { width: box.w - 0.25, size }
  const paragraphs: Paragraph[] = []
  let left = box.h - lineHeight(sizes.small)
  for (const { text, beside } of items) {
    const whole = (beside === null ? text : `${text} (${beside})`).replaceAll('\n', ' ')
    const fits = fitted(whole, { ...room, lines })
    left -= linesOf(fits, room) * lineHeight(size) + between
    if (left < 0) break
    paragraphs.push({ text: fits, size, colour: colours.ink, bullet: true, after: between * 72 })
  }
  return paragraphs
}

/** One line over a part. */
export const titlePart = (text: string, box: Box): Part => ({
  kind: 'text',
  box,
  paragraphs: [
    {
      text: fitted(text, {
        width: box.w,
        size: sizes.body,
        lines: Math.max(1, Math.floor(box.h / lineHeight(sizes.body))),
        bold: true,
      }),
      size: sizes.body,
      colour: colours.ink,
      bold: true,
    },
  ],
})

/** A paragraph of running text, cut where its box ends. */
export const textPart = (text: string, box: Box, size: number = sizes.body): Part => ({
  kind: 'text',
  box,
  paragraphs: [
    {
      text: fitted(text, { width: box.w, size, lines: Math.max(1, Math.floor(box.h / lineHeight(size))) }),
      size,
      colour: colours.dimmed,
    },
  ],
})

export const below = (box: Box, head: Box): Box => ({ ...box, y: head.y + head.h, h: box.h - head.h })
