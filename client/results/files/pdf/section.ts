// A section on paper: its title, how it is read, its blocks; what belongs to a card stands beside that card's picture.
import type { StructureElement } from 'pdfkit'
import type { Block, Section } from '#shared/results/report.ts'
import { blockPieces, picturePieces } from './blocks.ts'
import { asCards } from './decisions.ts'
import { type Column, keptWithNext, type Paper, paragraph } from './paper.ts'
import type { Piece } from './sheet.ts'
import { ink, sectionTitle, small } from './style.ts'

/** What a heading names, up to the next; the first may have none. */
type Group = { heading: Extract<Block, { kind: 'heading' }> | null; blocks: Block[] }
type Picture = Extract<Block, { kind: 'picture' }>

const beside = { gap: 22, share: 0.36, tallest: 150 }
/** What is longer than this runs over the whole width, and over pages. */
const longest = 330

export function titlePieces(
  paper: Paper,
  section: Section,
  parent: StructureElement,
  column: Column,
): Piece[] {
  const told = { parent, column }
  const title = paragraph(paper, section.title, sectionTitle, { ...told, tag: 'H2', gap: 30 })
  const hint = section.hint ? paragraph(paper, section.hint, small, { ...told, tag: 'P', gap: 2 }) : []
  return keptWithNext([...title, ...hint])
}

/** A picture of the whole board is drawn by whoever turns the page for it, and is no longer among these. */
export function bodyPieces(
  paper: Paper,
  section: Section,
  parent: StructureElement,
  column: Column,
): Piece[] {
  return groupsOf(asCards(section).blocks).flatMap((group, place) => {
    const pieces = groupPieces(paper, withoutRepeated(group, section), parent, column)
    const isRuled = section.id === 'decisions' && group.heading !== null
    return isRuled ? ruled(paper, pieces, column, place === 0 ? 8 : 14) : pieces
  })
}

function groupsOf(blocks: readonly Block[]): Group[] {
  const groups: Group[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') groups.push({ heading: block, blocks: [] })
    else {
      if (groups.length === 0) groups.push({ heading: null, blocks: [] })
      groups.at(-1)?.blocks.push(block)
    }
  }
  return groups
}

/** What is titled as what it stands under needs no title. */
function withoutRepeated({ heading, blocks }: Group, section: Section): Group {
  const above = [section.title, heading?.text]
  const bare = blocks.map((block) =>
    (block.kind === 'table' || block.kind === 'chart') && above.includes(block.title)
      ? { ...block, title: '' }
      : block,
  )
  return { heading, blocks: bare }
}

function groupPieces(
  paper: Paper,
  { heading, blocks }: Group,
  parent: StructureElement,
  column: Column,
): Piece[] {
  // A line or two, a few figures lead over to what follows them.
  const of = (block: Block, place = blocks.length, within = column) => {
    const pieces = blockPieces(paper, block, parent, within)
    const leads = (block.kind === 'text' || block.kind === 'facts') && pieces.length < 3
    return leads && place < blocks.length - 1 ? keptWithNext(pieces) : pieces
  }
  const picture = blocks.find((block): block is Picture => block.kind === 'picture')
  const others = blocks.filter((block) => block !== picture)
  const isNarrow = others.every(({ kind }) => kind !== 'table' && kind !== 'chart' && kind !== 'picture')
  if (!picture || !isNarrow || others.length === 0 || !paper.pictures.has(picture.of))
    return [...(heading ? of(heading) : []), ...blocks.flatMap((block, place) => of(block, place))]
  const width = column.width * beside.share
  const right = { x: column.x + column.width - width, width }
  const left = { x: column.x, width: column.width - width - beside.gap }
  const texts = [...(heading ? [heading] : []), ...others].flatMap((block) => of(block, blocks.length, left))
  const pictures = picturePieces(paper, picture, parent, right, beside.tallest)
  return together(texts, pictures)
}

/** Texts with a picture on their right, as one piece; below each other where that is too high for a piece. */
function together(texts: readonly Piece[], pictures: readonly Piece[]): Piece[] {
  const [first] = texts
  const height = heightOf(texts)
  if (!first || height > longest) return [...texts, ...pictures]
  return [
    {
      height: Math.max(height, heightOf(pictures)),
      gap: first.gap,
      draw: (x, y) => {
        stack(texts, x, y)
        stack(pictures, x, y + 3)
      },
    },
  ]
}

const heightOf = (pieces: readonly Piece[]) =>
  pieces.reduce((sum, piece, index) => sum + piece.height + (index === 0 ? 0 : piece.gap), 0)

function stack(pieces: readonly Piece[], x: number, top: number): void {
  let y = top
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) y += piece.gap
    piece.draw(x, y)
    y += piece.height
  }
}

/** With a rule above, as between the decisions. */
function ruled({ sheet }: Paper, pieces: readonly Piece[], column: Column, gap: number): Piece[] {
  const [first, ...rest] = pieces
  if (!first) return []
  const space = 9
  const draw = (x: number, y: number) => {
    sheet.rule(x + column.x, y, column.width, { color: ink, thickness: 0.9 })
    first.draw(x, y + space)
  }
  return [{ ...first, gap, height: first.height + space, draw }, ...rest]
}
