// Slides as they will be drawn: what stands where, already cut to the room there is. Measures are in inches and points.
import type { Chart, Report } from '#shared/results/report.ts'

export type Deck = {
  language: Report['language']
  /** Also under every slide. */
  title: string
  slides: readonly Slide[]
}

export type Slide = {
  /** Where in the report one is. */
  label: string
  /** What cannot be shown, and why: on the same line, at its end. */
  remark?: string
  /** The one message, as a sentence. */
  headline: string
  parts: readonly Part[]
  /** Everything in full, for whoever speaks. */
  notes: string
}

export type Part =
  | { kind: 'text'; box: Box; paragraphs: readonly Paragraph[] }
  | {
      kind: 'table'
      box: Box
      title: string
      columns: readonly TableColumn[]
      /** Of the font. */
      size: number
      headHeight: number
      rows: readonly TableRow[]
    }
  | { kind: 'chart'; box: Box; chart: Chart; colours: readonly string[]; alt: string }
  | { kind: 'picture'; box: Box; bytes: Uint8Array; alt: string }
  | { kind: 'rule'; box: Box; colour: string }

export type Box = { x: number; y: number; w: number; h: number }
export type Paragraph = {
  text: string
  size: number
  colour: string
  bold?: boolean
  bullet?: boolean
  after?: number
}
export type TableColumn = { title: string; width: number; isFigure: boolean }
export type TableRow = { cells: readonly string[]; height: number }

/** 16:9, the size PowerPoint itself gives a new file. */
export const page = { w: 13.333, h: 7.5 }
export const margin = 0.65
export const wide = page.w - 2 * margin
export const gutter = 0.5
/** Where a slide's own contents go, under the headline and over the footer. */
export const body: Box = { x: margin, y: 1.85, w: wide, h: 4.85 }
export const half = (wide - gutter) / 2
export const left: Box = { ...body, w: half }
export const right: Box = { ...body, x: margin + half + gutter, w: half }

/** Of tokens.css, light: slides are shown and printed on white. */
export const colours = {
  paper: 'FCFAF6',
  ink: '1C1A17',
  dimmed: '625D54',
  hairline: 'DDD9CF',
  accent: '0D3DC4',
  beside: '8B867A',
  pain: 'F8D8CF',
  chance: 'D2E9DA',
} as const
/** For more than two lines in a chart: the departments' palette, told apart by everybody. */
export const palette = [
  '0D3DC4',
  'B83A0A',
  '06525A',
  '9D8637',
  'C66490',
  '0A8BC9',
  '560F5C',
  '353D0C',
] as const

export const sizes = { title: 40, headline: 28, body: 16, table: 14, small: 12 } as const
/** Of one line, in inches. */
export const lineHeight = (size: number) => (size * 1.2) / 72
