// The marks of the series of a chart, told apart by shape and filling: a colour copier prints them grey.
import type PDFDocument from 'pdfkit'
import { accent, ink } from './style.ts'

/** With the space before its name. */
export const markWidth = 13
const radius = 3.1

type Fill = { fill: string; stroke: string }
const fills: readonly Fill[] = [
  { fill: ink, stroke: ink },
  { fill: '#ffffff', stroke: ink },
  { fill: accent, stroke: accent },
  { fill: '#ffffff', stroke: accent },
]
export const fillOf = (place: number): Fill => fills[place % fills.length] ?? { fill: ink, stroke: ink }

/** Dot, ring, triangle, open diamond, square. */
export function drawMark(document: PDFDocument, place: number, x: number, y: number): void {
  const { fill, stroke } = place === 4 ? { fill: ink, stroke: ink } : fillOf(place)
  document.lineWidth(1.3).fillColor(fill).strokeColor(stroke)
  const r = radius
  if (place < 2) document.circle(x, y, r)
  else if (place === 2)
    document.path(`M${x} ${y - r * 1.25}L${x + r * 1.2} ${y + r}L${x - r * 1.2} ${y + r}Z`)
  else if (place === 3)
    document.path(`M${x} ${y - r * 1.3}L${x + r * 1.3} ${y}L${x} ${y + r * 1.3}L${x - r * 1.3} ${y}Z`)
  else document.rect(x - r, y - r, 2 * r, 2 * r)
  document.fillAndStroke()
}
