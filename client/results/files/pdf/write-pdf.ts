// Writes a report as a PDF, in a browser's thread as in a test: fonts and pictures are given.
import type { StructureElement } from 'pdfkit'
import { toBytes } from 'pdfkit/output'
import type { PictureOf, PngPicture } from '#client/results/files/pictures.ts'
import type { Progress } from '#client/results/files/report-file.ts'
import type { Block, Report, Section } from '#shared/results/report.ts'
import { picturePieces } from './blocks.ts'
import { cellWriter } from './cells.ts'
import { openDocument } from './document.ts'
import { contentsPieces, destination, drawFooters, frontPieces, glancePieces } from './front.ts'
import { childOf, type Paper } from './paper.ts'
import { pdfWords } from './pdf-words.ts'
import { bodyPieces, titlePieces } from './section.ts'
import { type Layout, Sheet } from './sheet.ts'
import { textsOf } from './texts-of.ts'
import { type LoadFile, Typefaces } from './typefaces.ts'

export type PdfSource = {
  report: Report
  /** Those that could be drawn; what is missing is said in words. */
  pictures: ReadonlyMap<PictureOf, PngPicture>
  loadFont: LoadFile
}

type Picture = Extract<Block, { kind: 'picture' }>

export async function writePdf(
  { report, pictures, loadFont }: PdfSource,
  progress: Progress,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = openDocument(report)
  const bytes = toBytes(document)
  const words = pdfWords[report.language]
  const write = cellWriter(report)
  const faces = await Typefaces.load(document, textsOf(report, write, words), loadFont)
  const paper: Paper = { sheet: new Sheet(document), faces, write, words, pictures }
  draw(paper, report, progress)
  document.end()
  return bytes
}

function draw(paper: Paper, report: Report, progress: Progress): void {
  const { sheet } = paper
  const { document } = sheet
  const root = document.struct('Document')
  document.addStructure(root)
  const front = frontPieces(paper, report, root)
  const glance = glancePieces(paper, report, root)
  const contents = contentsPieces(paper, report, root)
  sheet.place([...front, ...glance, ...contents.pieces])
  const pages = report.sections.map((section, place) => {
    const element = childOf(paper, root, 'Sect')
    const page = drawSection(paper, section, { element, place })
    element.end()
    progress((place + 1) / (report.sections.length + 1))
    return page
  })
  root.end()
  contents.finish(pages)
  drawFooters(paper, report)
}

/** The page on which it begins, counted from 1. */
function drawSection(
  paper: Paper,
  section: Section,
  { element, place }: { element: StructureElement; place: number },
): number {
  const { sheet } = paper
  const { document } = sheet
  const board = section.blocks.find(
    (block): block is Picture => block.kind === 'picture' && block.of === 'board',
  )
  const layout = board ? layoutFor(paper, board) : null
  if (layout) sheet.turn(layout)
  else sheet.standUpright()
  const column = { x: 0, width: sheet.width }
  let page = 0
  const [first, ...title] = titlePieces(paper, section, element, column)
  if (first) {
    const draw = (x: number, y: number) => {
      page = document.bufferedPageRange().count
      document.addNamedDestination(destination(place), 'XYZ', null, y, null)
      document.outline.addItem(section.title)
      first.draw(x, y)
    }
    title.unshift({ ...first, draw })
  }
  if (!board || !layout) {
    sheet.place([...title, ...bodyPieces(paper, section, element, column)])
    return page
  }
  // On a page with nothing but its title, as large as that allows.
  const above = title.reduce((sum, piece) => sum + piece.height + piece.gap, 0)
  sheet.place([...title, ...picturePieces(paper, board, element, column, sheet.height - above)])
  const rest = { ...section, blocks: section.blocks.filter((block) => block !== board) }
  if (rest.blocks.length > 0) {
    sheet.standUpright()
    sheet.place(bodyPieces(paper, rest, element, { x: 0, width: sheet.width }))
  }
  return page
}

/** A page of its own for a map, across where it is wider than high; null where there is no picture to turn a page for. */
function layoutFor({ pictures }: Paper, { of }: Picture): Layout | null {
  const picture = pictures.get(of)
  if (!picture) return null
  return picture.width > picture.height * 1.1 ? 'landscape' : 'portrait'
}
