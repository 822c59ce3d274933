// How a report looks on paper: ink on white, one family, sizes in points.
import type { Weight } from './font-files.ts'

export type Style = {
  size: number
  weight: Weight
  color: string
  /** From one baseline to the next, in sizes. */
  leading: number
  /** Digits of one width, so that figures stand below each other. */
  isTabular?: boolean
}

export const ink = '#1c1a17'
export const dim = '#5f5b53'
export const hairline = '#ddd9cf'
export const accent = '#0d3dc4'

export const title: Style = { size: 26, weight: 600, color: ink, leading: 1.18 }
export const lead: Style = { size: 10.5, weight: 400, color: dim, leading: 1.4 }
export const sectionTitle: Style = { size: 16, weight: 600, color: ink, leading: 1.25 }
export const heading: Style = { size: 11.5, weight: 600, color: ink, leading: 1.3 }
export const caption: Style = { size: 9.5, weight: 600, color: ink, leading: 1.35 }
export const body: Style = { size: 9.5, weight: 400, color: ink, leading: 1.42 }
export const figure: Style = { ...body, isTabular: true }
export const strong: Style = { ...body, weight: 600 }
export const small: Style = { size: 8, weight: 400, color: dim, leading: 1.35 }
export const smallFigure: Style = { ...small, color: ink, isTabular: true }

/** A4, with margins on which a board paper can be held and punched. */
export const margin = { side: 54, top: 52, bottom: 66 }

export const lineHeight = ({ size, leading }: Style) => size * leading
