// The head of the first page: whose report this is, of what, and what is in it.
import type { StructureElement } from 'pdfkit'
import { atAGlance } from '#shared/results/report/open-points.ts'
import type { Block, Fact, Report } from '#shared/results/report.ts'
import { blockPieces } from './blocks.ts'
import { cleaned, type Line, linesOf } from './lines.ts'
import { childOf, clipped, keptWithNext, type Paper, paragraph } from './paper.ts'
import type { Piece } from './sheet.ts'
import {
  accent,
  body,
  dim,
  figure,
  hairline,
  ink,
  lead,
  lineHeight,
  caption as nameStyle,
  type Style,
  sectionTitle,
  small,
  title,
} from './style.ts'

/** Fewer sections are seen at a glance. */
const fewest = 4
const between = 28

export const destination = (place: number) => `section-${place}`

export function frontPieces(paper: Paper, report: Report, root: StructureElement): Piece[] {
  const { sheet } = paper
  const column = { x: 0, width: sheet.width }
  const told = { parent: root, column }
  return [
    markPiece(paper, root),
    ...paragraph(paper, report.title, title, { ...told, tag: 'H1', gap: 30 }),
    ...paragraph(paper, report.subtitle, lead, { ...told, tag: 'P', gap: 8 }),
    ...paragraph(paper, report.asOf, lead, { ...told, tag: 'P', gap: 1 }),
  ]
}

/** Where nothing was decided: what there is in figures, and what is open, so that the first page says something. */
export function glancePieces(paper: Paper, report: Report, root: StructureElement): Piece[] {
  const glance = atAGlance(report)
  if (!glance) return []
  const column = { x: 0, width: paper.sheet.width }
  const { facts, open } = glance
  const figures = facts.filter(({ type }) => type === 'count')
  const others = facts.filter(({ type }) => type !== 'count')
  const block = (one: Block, gap: number): Piece[] => {
    const [first, ...rest] = blockPieces(paper, one, root, column)
    return first ? [{ ...first, gap }, ...rest] : []
  }
  return [
    ...figureRows(paper, figures, root),
    ...(others.length > 0 ? block({ kind: 'facts', facts: others }, 14) : []),
    ...(report.sections.length === 0
      ? paragraph(paper, paper.words.nothing, body, { parent: root, tag: 'P', column, gap: 24 })
      : []),
    ...(open.length > 0
      ? [
          ...keptWithNext(
            paragraph(paper, paper.words.open, sectionTitle, { parent: root, tag: 'H2', column, gap: 30 }),
          ),
          ...block({ kind: 'list', items: open }, 7),
        ]
      : []),
  ]
}

const inRow = 4
const largeFigure: Style = { ...title, size: 24, color: accent }

/** Large, four to a row, each over what it counts. */
function figureRows(paper: Paper, facts: readonly Fact[], root: StructureElement): Piece[] {
  const { sheet, faces, write } = paper
  const width = sheet.width / inRow
  const rows = Array.from({ length: Math.ceil(facts.length / inRow) }, (_, row) =>
    facts.slice(row * inRow, (row + 1) * inRow),
  )
  return rows.map((row, at): Piece => {
    const cells = row.map(({ label, value, type }) => ({
      element: childOf(paper, root, 'P'),
      label: clipped(paper, label, small, width - 14, 2),
      value: linesOf(write(value, type), largeFigure, width - 14, faces),
    }))
    const most = Math.max(...cells.map(({ label }) => label.length))
    return {
      height: 8 + lineHeight(largeFigure) + most * lineHeight(small),
      gap: at === 0 ? 30 : 14,
      draw: (x, y) => {
        for (const [place, { element, label, value }] of cells.entries()) {
          const box = { x: x + place * width, y: y + 8, width: width - 14 }
          sheet.rule(box.x, y, box.width, { color: ink, thickness: 0.9 })
          sheet.tagged(element, 'P', () => {
            sheet.write(value, largeFigure, box)
            sheet.write(label, small, { ...box, y: box.y + lineHeight(largeFigure) })
          })
        }
      },
    }
  })
}

function markPiece(paper: Paper, root: StructureElement): Piece {
  const { sheet } = paper
  const element = childOf(paper, root, 'P')
  const name = linesOf('Runde', nameStyle, 200, paper.faces)
  const kind = linesOf(paper.words.report, small, 200, paper.faces)
  return {
    height: 16,
    gap: 0,
    draw: (x, y) => {
      const { document } = sheet
      sheet.decoration('Layout', () => {
        document
          .save()
          .translate(x, y + 1)
          .scale(0.5)
        document.lineWidth(3.4).strokeColor(ink).path('M18.9 4.2A11 11 0 1 0 24.6 11').stroke()
        document.fillColor(accent).circle(23, 5.4, 4).fill()
        document.restore()
      })
      sheet.tagged(element, 'P', () => {
        sheet.write(name, nameStyle, { x: x + 20, y: y + 1.5, width: 200 })
        sheet.write(kind, small, { x: x + sheet.width - 200, y: y + 3, width: 200, align: 'end' })
      })
    },
  }
}

/**
 * Where each section begins, in two columns. Its page is known only when everything has been drawn: `number` is asked for
 * then, by `finish`.
 */
export function contentsPieces(paper: Paper, report: Report, root: StructureElement) {
  const { sheet } = paper
  if (report.sections.length < fewest) return { pieces: [], finish: () => {} }
  const width = (sheet.width - between) / 2
  const rows = Math.ceil(report.sections.length / 2)
  const rowHeight = lineHeight(body) + 4
  const element = childOf(paper, root, 'TOC')
  const caption = childOf(paper, element, 'Caption')
  const head = linesOf(paper.words.contents, small, width, paper.faces)
  const entries = report.sections.map((section) => ({
    link: childOf(paper, childOf(paper, element, 'TOCI'), 'Link'),
    title: section.title,
    lines: clipped(paper, section.title, body, width - 30, 1),
  }))
  const placeOf = (index: number) => ({
    x: Math.floor(index / rows) * (width + between),
    y: lineHeight(small) + 3 + (index % rows) * rowHeight,
  })
  let at = { x: 0, y: 0 }
  const piece: Piece = {
    height: lineHeight(small) + 3 + rows * rowHeight,
    gap: 18,
    draw: (x, y) => {
      at = { x, y }
      sheet.tagged(caption, 'Caption', () => sheet.write(head, small, { x, y, width }))
      for (const [index, entry] of entries.entries()) {
        const place = placeOf(index)
        sheet.rule(x + place.x, y + place.y, width, { color: hairline, thickness: 0.6 })
        const box = { x: x + place.x, y: y + place.y + 2, width }
        sheet.tagged(entry.link, 'Link', () => sheet.write(entry.lines, body, box))
        sheet.document.goTo(box.x, box.y, width, rowHeight, destination(index), {
          structParent: entry.link,
          // As an object: the library takes a plain string for a name of the format.
          Contents: Object(cleaned(entry.title)),
        })
        // Here and now: the library notes the page that is open when an element ends.
        entry.link.end()
      }
    },
  }
  return {
    pieces: [piece],
    /** The pages, counted from 1, in the order of the sections. */
    finish: (pages: readonly number[]) => {
      sheet.document.switchToPage(0)
      for (const [index, page] of pages.entries()) {
        const place = placeOf(index)
        const lines = linesOf(String(page), { ...figure, color: dim }, width, paper.faces)
        const box = { x: at.x + place.x, y: at.y + place.y + 2, width, align: 'end' } as const
        sheet.decoration('Layout', () => sheet.write(lines, { ...figure, color: dim }, box))
      }
    },
  }
}

/** Below every page: the workshop, as of when, and where one is. */
export function drawFooters(paper: Paper, report: Report): void {
  const { sheet } = paper
  const { document } = sheet
  const { count } = document.bufferedPageRange()
  const nameOf = new Map<number, Line[]>()
  const asOf = clipped(paper, report.asOf, small, 260, 1)
  const asOfWidth = asOf[0]?.width ?? 0
  for (let page = 0; page < count; page++) {
    document.switchToPage(page)
    const { width, height } = document.page
    const [left, inner, top] = [(width - sheet.width) / 2, sheet.width, height - 44]
    const name = nameOf.get(inner) ?? clipped(paper, report.title, small, (inner - asOfWidth) / 2 - 12, 1)
    nameOf.set(inner, name)
    const number = linesOf(`${page + 1} / ${count}`, { ...small, isTabular: true }, 60, paper.faces)
    sheet.decoration('Pagination', () => {
      document
        .lineWidth(0.6)
        .strokeColor(hairline)
        .moveTo(left, top)
        .lineTo(left + inner, top)
        .stroke()
      sheet.write(name, small, { x: left, y: top + 6, width: inner / 2 })
      sheet.write(asOf, small, { x: left, y: top + 6, width: inner, align: 'center' })
      sheet.write(number, { ...small, isTabular: true }, { x: left, y: top + 6, width: inner, align: 'end' })
    })
  }
}
