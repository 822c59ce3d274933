// The board's colours by name: as CSS variables on the canvas, as plain values in an exported picture.
import { DEFAULT_THEME } from '@mantine/core'
import { departmentPaths } from '#client/ui/department-shapes.ts'
import { cssVariablesResolver } from '#client/ui/theme.ts'
import { NoteColor } from '#shared/board/model.ts'

const variables = {
  text: '--mantine-color-text',
  dimmed: '--mantine-color-dimmed',
  paper: '--mantine-color-body',
  border: '--mantine-color-default-border',
  board: '--runde-board',
  card: '--runde-card',
  hairline: '--runde-hairline',
  rule: '--runde-rule',
  note: '--runde-note',
  pain: '--runde-pain',
  chance: '--runde-chance',
  quote: '--runde-quote',
  noteInk: '--runde-note-ink',
  noteDim: '--runde-note-dim',
  accent: '--mantine-primary-color-filled',
} as const
type Name = keyof typeof variables
export type Palette = Readonly<Record<Name, string>> & {
  departments: readonly string[]
  /** Of notes that somebody has given a colour. */
  notes: Readonly<Record<NoteColor, string>>
  /** On the canvas a shadow under cards comes from CSS; a picture has the thin line of its colour instead. */
  shadow: string
}

/** Set for the canvas in board.module.css. */
const cardShadow = '--runde-card-shadow'
const departmentVariables = departmentPaths.map((_, at) => `--runde-dept-${at + 1}`)

const paletteFrom = (read: (variable: string) => string): Palette => ({
  ...(Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => [name, read(variable)]),
  ) as Record<Name, string>), // the keys are those of `variables`
  departments: departmentVariables.map(read),
  notes: Object.fromEntries(
    NoteColor.options.map((color) => [color, read(`--runde-note-${color}`)]),
  ) as Record<NoteColor, string>, // the keys are its options
  shadow: read(cardShadow),
})

export const canvasPalette: Palette = paletteFrom((variable) => `var(${variable})`)

/** The colours of one scheme, whichever the page is in. */
export function exportPalette(scheme: 'light' | 'dark'): Palette {
  const probe = document.createElement('div')
  probe.dataset.mantineColorScheme = scheme
  probe.hidden = true
  // Ours hang on the attribute, Mantine's on the page's own: those are set here by hand.
  for (const [name, value] of Object.entries(cssVariablesResolver(DEFAULT_THEME)[scheme]))
    probe.style.setProperty(name, value)
  probe.style.setProperty(cardShadow, scheme === 'light' ? 'rgb(28 26 23 / 10%)' : 'transparent')
  document.body.append(probe)
  const style = getComputedStyle(probe)
  const palette = paletteFrom((variable) => style.getPropertyValue(variable).trim())
  probe.remove()
  return palette
}
