// The board's colours by name: as CSS variables on the canvas, as plain values in an exported picture.
import { departmentPaths } from '#client/ui/department-shapes.ts'

const variables = {
  text: '--mantine-color-text',
  dimmed: '--mantine-color-dimmed',
  paper: '--mantine-color-body',
  accent: '--mantine-primary-color-filled',
  anchor: '--mantine-color-anchor',
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
} as const
type Name = keyof typeof variables
export type Palette = Readonly<Record<Name, string>> & {
  departments: readonly string[]
  /** On the canvas a shadow under cards comes from CSS; a picture has the thin line of its colour instead. */
  shadow: string
}

const departmentVariables = departmentPaths.map((_, at) => `--runde-dept-${at + 1}`)

const paletteFrom = (read: (variable: string) => string): Palette => ({
  ...(Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => [name, read(variable)]),
  ) as Record<Name, string>), // the keys are those of `variables`
  departments: departmentVariables.map(read),
  shadow: read('--runde-card-shadow'),
})

export const canvasPalette: Palette = paletteFrom((variable) => `var(${variable})`)

/** The colours of one scheme, whichever the page is in. */
export function exportPalette(scheme: 'light' | 'dark'): Palette {
  const probe = document.createElement('div')
  probe.dataset.mantineColorScheme = scheme
  probe.hidden = true
  document.body.append(probe)
  const style = getComputedStyle(probe)
  const palette = paletteFrom((variable) => style.getPropertyValue(variable).trim() || 'transparent')
  probe.remove()
  return palette
}
