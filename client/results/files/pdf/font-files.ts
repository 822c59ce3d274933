// Which font files there are, and which characters are in each; as the build serves them, so that only some are fetched.
import arabic from '@fontsource/ibm-plex-sans-arabic/unicode.json' with { type: 'json' }
import latin from '@fontsource/instrument-sans/unicode.json' with { type: 'json' }
import korean from '@fontsource/nanum-gothic/unicode.json' with { type: 'json' }
import emoji from '@fontsource/noto-emoji/unicode.json' with { type: 'json' }
import european from '@fontsource/noto-sans/unicode.json' with { type: 'json' }
import devanagari from '@fontsource/noto-sans-devanagari/unicode.json' with { type: 'json' }
import hebrew from '@fontsource/noto-sans-hebrew/unicode.json' with { type: 'json' }
import chinese from '@fontsource/noto-sans-sc/unicode.json' with { type: 'json' }
import thai from '@fontsource/noto-sans-thai/unicode.json' with { type: 'json' }

export type Weight = 400 | 600
type Family =
  | 'latin'
  | 'european'
  | 'arabic'
  | 'hebrew'
  | 'devanagari'
  | 'thai'
  | 'chinese'
  | 'korean'
  | 'emoji'
export type FontFile = {
  /** Unique among all. */
  name: string
  url: string
  family: Family
  weight: Weight
  holds(codePoint: number): boolean
}

// Written out in full because the build reads these lines, not what they would come to.
const latinFiles = import.meta.glob<string>(
  '../../../../node_modules/@fontsource/instrument-sans/files/*-{latin,latin-ext}-{400,600}-normal.woff',
  { query: '?url&no-inline', import: 'default', eager: true },
)
const europeanFiles = import.meta.glob<string>(
  '../../../../node_modules/@fontsource/noto-sans/files/*-sans-{greek,greek-ext,cyrillic,cyrillic-ext,vietnamese}-{400,600}-normal.woff',
  { query: '?url&no-inline', import: 'default', eager: true },
)
const arabicFiles = import.meta.glob<string>(
  '../../../../node_modules/@fontsource/ibm-plex-sans-arabic/files/*-arabic-arabic-{400,600}-normal.woff',
  { query: '?url&no-inline', import: 'default', eager: true },
)
const hebrewFiles = import.meta.glob<string>(
  '../../../../node_modules/@fontsource/noto-sans-hebrew/files/*-hebrew-hebrew-{400,600}-normal.woff',
  { query: '?url&no-inline', import: 'default', eager: true },
)
const devanagariFiles = import.meta.glob<string>(
  '../../../../node_modules/@fontsource/noto-sans-devanagari/files/*-devanagari-devanagari-{400,600}-normal.woff',
  { query: '?url&no-inline', import: 'default', eager: true },
)
const thaiFiles = import.meta.glob<string>(
  '../../../../node_modules/@fontsource/noto-sans-thai/files/*-thai-thai-{400,600}-normal.woff',
  { query: '?url&no-inline', import: 'default', eager: true },
)
const koreanFiles = import.meta.glob<string>(
  '../../../../node_modules/@fontsource/nanum-gothic/files/nanum-gothic-[0-9]*-400-normal.woff',
  { query: '?url&no-inline', import: 'default', eager: true },
)
const chineseFiles = import.meta.glob<string>(
  '../../../../node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-[0-9]*-400-normal.woff',
  { query: '?url&no-inline', import: 'default', eager: true },
)
const emojiFiles = import.meta.glob<string>(
  '../../../../node_modules/@fontsource/noto-emoji/files/noto-emoji-[0-9]*-400-normal.woff',
  { query: '?url&no-inline', import: 'default', eager: true },
)

/** In the order in which they are asked for a character. */
export const fontFiles: readonly FontFile[] = [
  ...filesOf('latin', latinFiles, latin),
  ...filesOf('european', europeanFiles, european),
  ...filesOf('arabic', arabicFiles, arabic),
  ...filesOf('hebrew', hebrewFiles, hebrew),
  ...filesOf('devanagari', devanagariFiles, devanagari),
  ...filesOf('thai', thaiFiles, thai),
  ...filesOf('chinese', chineseFiles, chinese),
  ...filesOf('korean', koreanFiles, korean),
  ...filesOf('emoji', emojiFiles, emoji),
]

function filesOf(family: Family, urls: Record<string, string>, ranges: Record<string, string>): FontFile[] {
  return Object.entries(urls).flatMap(([path, url]): FontFile[] => {
    const [, stem = '', weight] = /([^/]+)-(400|600)-normal\.woff$/.exec(path) ?? []
    // "noto-sans-sc-97" is "[97]" among the ranges, "instrument-sans-latin-ext" is "latin-ext".
    const slice = Object.entries(ranges).find(([key]) => stem.endsWith(`-${key.replace(/[[\]]/g, '')}`))
    if (!slice) return []
    const spans = spansOf(slice[1])
    return [
      {
        name: `${stem}-${weight}`,
        url,
        family,
        weight: weight === '600' ? 600 : 400,
        holds: (codePoint) => spans.some(([from, to]) => codePoint >= from && codePoint <= to),
      },
    ]
  })
}

/** "U+0100-02BA,U+2020" as pairs of code points. */
function spansOf(ranges: string): [from: number, to: number][] {
  return ranges.split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}
