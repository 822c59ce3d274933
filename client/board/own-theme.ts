// Our colours, our letters and our lines for what tldraw draws by itself: pen, arrow, text, frame.

import latinUrl from '@fontsource-variable/instrument-sans/files/instrument-sans-latin-standard-normal.woff2?url'
import {
  DefaultColorStyle,
  DefaultColorThemePalette,
  DefaultDashStyle,
  DefaultFontStyle,
  DefaultSizeStyle,
  type TLDefaultColorStyle,
} from '@tldraw/tldraw'

type Scheme = 'lightMode' | 'darkMode'
type Pair = Record<Scheme, string>
const pair = (lightMode: string, darkMode: string): Pair => ({ lightMode, darkMode })

/** As in tokens.css; plain values, because exported pictures have no variables. */
const ink = pair('#1C1A17', '#EFEAE2')
const slate = pair('#6D695F', '#9C988B')
const ultra = pair('#0D3DC4', '#76A0FA')
const sky = pair('#0A8BC9', '#4DA6EC')
const petrol = pair('#06525A', '#86F0F4')
const moss = pair('#4F6B12', '#B1BE66')
const ochre = pair('#9D8637', '#FAD48F')
const vermilion = pair('#B83A0A', '#EC6440')
const rose = pair('#C66490', '#F9A3B9')
const plum = pair('#560F5C', '#B076B0')
const paper = pair('#FCFAF6', '#25221D')
const border = pair('#8B867A', '#7F796F')

const strokes: Record<TLDefaultColorStyle, Pair> = {
  black: ink,
  grey: slate,
  blue: ultra,
  'light-blue': sky,
  green: moss,
  'light-green': petrol,
  yellow: ochre,
  orange: ochre,
  red: vermilion,
  'light-red': rose,
  violet: plum,
  'light-violet': plum,
  white: paper,
}

/** The ones that are offered; what is pasted from elsewhere may have the others. */
export const offeredColors = [
  'black',
  'grey',
  'blue',
  'light-blue',
  'green',
  'yellow',
  'red',
  'violet',
] as const satisfies TLDefaultColorStyle[]
export const offeredSizes = ['s', 'm', 'l'] as const
/** Once, before the first editor is made. */
export function applyOwnTheme(): void {
  for (const scheme of ['lightMode', 'darkMode'] as const) {
    const theme = DefaultColorThemePalette[scheme]
    theme.text = ink[scheme]
    for (const [name, stroke] of Object.entries(strokes)) {
      const color = theme[name as TLDefaultColorStyle] // the keys of `strokes`
      color.solid = stroke[scheme]
      color.fill = stroke[scheme]
      color.frame = {
        headingStroke: border[scheme],
        headingFill: paper[scheme],
        stroke: border[scheme],
        fill: paper[scheme],
        text: ink[scheme],
      }
    }
  }
  DefaultColorStyle.setDefaultValue('black')
  DefaultDashStyle.setDefaultValue('solid')
  DefaultFontStyle.setDefaultValue('sans')
  DefaultSizeStyle.setDefaultValue('s')
}

/** Whatever family a text asks for, it gets ours; also in exported pictures, which carry it. */
export const ownFonts = Object.fromEntries(
  ['draw', 'sans', 'serif', 'mono'].flatMap((family) =>
    ['', '_italic', '_bold', '_italic_bold'].map((variant) => [`tldraw_${family}${variant}`, latinUrl]),
  ),
)
