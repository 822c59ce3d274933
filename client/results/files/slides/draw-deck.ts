// Draws a deck with pptxgenjs: native tables and charts, titles where outline and screen reader look for them.
import { xmlText } from '#client/results/files/xml-text.ts'
import {
  type Box,
  colours,
  type Deck,
  gutter,
  margin,
  type Part,
  page,
  type Slide,
  sizes,
  wide,
} from './deck.ts'
import { drawChart } from './draw-chart.ts'
import { cellMargins } from './parts.ts'
import { type Slide as FileSlide, type PptxFile, PptxGenJS, type TableCell } from './pptxgenjs.ts'
import { fitted } from './text-size.ts'

/** On every computer, and LibreOffice has one with the same measures: what fits here fits there. */
export const font = 'Arial'

/** In the place of each picture until `tidyPackage` puts it in: the library takes text only, and copies it many times. */
const placeholder = 'data:image/png;base64,iVBORw0KGgo='

const masters = { first: 'Runde: title', other: 'Runde' } as const

export function drawDeck(deck: Deck): PptxFile {
  const file = new PptxGenJS()
  file.layout = 'LAYOUT_WIDE'
  file.theme = { headFontFace: font, bodyFontFace: font }
  file.title = xmlText(deck.title)
  file.subject = ''
  file.author = 'Runde'
  file.company = ''
  defineMasters(file, deck)
  for (const [place, slide] of deck.slides.entries()) {
    drawSlide(file, slide, place === 0)
  }
  return file
}

function defineMasters(file: PptxFile, { title }: Deck): void {
  const look = { fontFace: font, color: colours.ink, align: 'left', valign: 'top', margin: 0 } as const
  const small = { fontFace: font, fontSize: sizes.small, color: colours.dimmed, margin: 0 } as const
  const footY = page.h - 0.5
  const headline = (name: string, options: Box & { fontSize: number }) => ({
    placeholder: { options: { name, type: 'title' as const, bold: true, ...look, ...options }, text: '' },
  })
  const background = { color: colours.paper }
  file.defineSlideMaster({
    title: masters.first,
    background,
    objects: [
      { rect: { x: 0, y: 0, w: 0.18, h: page.h, fill: { color: colours.accent } } },
      headline('title', { x: margin, y: 1.1, w: wide, h: 2.2, fontSize: sizes.title }),
    ],
  })
  file.defineSlideMaster({
    title: masters.other,
    background,
    objects: [
      headline('headline', { x: margin, y: 0.72, w: wide, h: 0.98, fontSize: sizes.headline }),
      { rect: { x: margin, y: footY - 0.1, w: wide, h: 0.01, fill: { color: colours.hairline } } },
      {
        text: {
          text: fitted(xmlText(title), { width: wide - 1, size: sizes.small, lines: 1 }),
          options: { ...small, x: margin, y: footY, w: wide - 1, h: 0.3 },
        },
      },
    ],
    slideNumber: { ...small, x: page.w - margin - 0.8, y: footY, w: 0.8, h: 0.3, align: 'right' },
  })
}

function drawSlide(file: PptxFile, slideOf: Slide, isFirst: boolean): void {
  const { label, remark = '', headline, parts, notes } = slideOf
  const slide = file.addSlide({ masterName: isFirst ? masters.first : masters.other })
  const lines = isFirst ? 3 : 2
  const size = isFirst ? sizes.title : sizes.headline
  const text = fitted(xmlText(headline), { width: wide, size, lines, bold: true })
  slide.addText(text, { placeholder: isFirst ? 'title' : 'headline' })
  const line = { y: 0.42, h: 0.28, margin: 0, valign: 'top', fontFace: font, fontSize: sizes.small } as const
  const labelWidth = remark === '' ? wide : wide / 4
  if (label !== '')
    slide.addText(fitted(xmlText(label), { width: labelWidth, size: sizes.small, lines: 1, bold: true }), {
      ...{ ...line, x: margin, w: labelWidth, bold: true, color: colours.accent },
    })
  if (remark !== '') {
    const width = wide - labelWidth - gutter
    slide.addText(fitted(xmlText(remark), { width, size: sizes.small, lines: 1 }), {
      ...{ ...line, x: page.w - margin - width, w: width, align: 'right', color: colours.dimmed },
    })
  }
  for (const part of parts) drawPart(slide, part)
  slide.addNotes(xmlText(notes))
}

function drawPart(slide: FileSlide, part: Part): void {
  switch (part.kind) {
    case 'rule':
      slide.addShape('rect', { ...part.box, fill: { color: part.colour }, line: { type: 'none' } })
      return
    case 'text':
      drawText(slide, part)
      return
    case 'table':
      drawTable(slide, part)
      return
    case 'chart':
      drawChart(slide, part, font)
      return
    case 'picture':
      slide.addImage({
        ...part.box,
        data: placeholder,
        altText: xmlText(part.alt),
      })
  }
}

type Of<Kind extends Part['kind']> = Extract<Part, { kind: Kind }>

function drawText(slide: FileSlide, { box, paragraphs }: Of<'text'>): void {
  if (paragraphs.length === 0) return
  slide.addText(
    paragraphs.map(({ text, size, colour, bold = false, bullet = false, after = 0 }) => ({
      text: xmlText(text),
      options: {
        fontFace: font,
        fontSize: size,
        color: colour,
        bold,
        ...(bullet && { bullet: { indent: 14 } }),
        paraSpaceAfter: after,
        breakLine: true,
      },
    })),
    { ...box, margin: 0, valign: 'top', fit: 'none' },
  )
}

function drawTable(slide: FileSlide, { box, title, size, columns, headHeight, rows }: Of<'table'>): void {
  const none = { type: 'none' } as const
  const line = (pt: number, color: string) => ({ type: 'solid', pt, color }) as const
  const cell = (text: string, isFigure: boolean, isHead: boolean): TableCell => ({
    text: xmlText(text),
    options: {
      bold: isHead,
      align: isFigure ? 'right' : 'left',
      color: isHead ? colours.dimmed : colours.ink,
      border: [none, none, isHead ? line(1.5, colours.ink) : line(0.75, colours.hairline), none],
    },
  })
  const head = columns.map(({ title, isFigure }) => cell(title, isFigure, true))
  const body = rows.map(({ cells }) =>
    cells.map((text, at) => cell(text, columns[at]?.isFigure ?? false, false)),
  )
  const { edge, side } = cellMargins
  slide.addTable([head, ...body], {
    ...box,
    objectName: xmlText(title),
    colW: columns.map(({ width }) => width),
    rowH: [headHeight, ...rows.map(({ height }) => height)],
    margin: [edge, side, edge, side],
    fontFace: font,
    fontSize: size,
    valign: 'top',
  })
}
