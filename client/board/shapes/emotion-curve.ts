// The emotion curve as arithmetic: where each stage's point lies and the smooth line through them.
import { emotionLane } from '#shared/board/card-size.ts'
import type { Point } from '#shared/board/layout.ts'
import type { Language } from '#shared/language.ts'

/** `height` of the emotion lane's drawing area: +2 at the top, -2 at the bottom. */
export function emotionPoint(middleX: number, laneY: number, emotion: number): Point {
  const span = emotionLane.height - 2 * margin
  return { x: middleX, y: laneY + emotionLane.top + margin + ((2 - emotion) / 4) * span }
}
const margin = 8

/** Horizontal tangents at extremes, so that the line never overshoots a point (monotone cubic, Fritsch and Carlson). */
export function smoothPath(points: readonly Point[]): string {
  const [first] = points
  if (!first) return ''
  const slopes = points.map((point, at) => slopeAt(points[at - 1], point, points[at + 1]))
  const pieces = points.slice(1).map((to, at) => {
    const from = points[at] ?? to
    const third = (to.x - from.x) / 3
    const one = `${round(from.x + third)} ${round(from.y + third * (slopes[at] ?? 0))}`
    const two = `${round(to.x - third)} ${round(to.y - third * (slopes[at + 1] ?? 0))}`
    return `C${one} ${two} ${round(to.x)} ${round(to.y)}`
  })
  return `M${round(first.x)} ${round(first.y)}${pieces.join('')}`
}

function slopeAt(before: Point | undefined, point: Point, after: Point | undefined): number {
  if (!before || !after) return 0
  const left = (point.y - before.y) / (point.x - before.x)
  const right = (after.y - point.y) / (after.x - point.x)
  return left * right <= 0 ? 0 : (2 * left * right) / (left + right)
}

const round = (value: number) => Math.round(value * 10) / 10

/** The value at a height of the lane, in quarters; the inverse of `emotionPoint`. */
export function emotionAt(y: number, laneY: number): number {
  const span = emotionLane.height - 2 * margin
  const value = 2 - (4 * (y - laneY - emotionLane.top - margin)) / span
  return Math.round(Math.min(2, Math.max(-2, value)) * 4) / 4
}

/** With a real minus and, above zero, a plus: one sees at once to which side. */
export function formatSigned(value: number, language: Language): string {
  const figure = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(Math.abs(value))
  return value === 0 ? figure : `${value < 0 ? '\u2212' : '+'}${figure}`
}
