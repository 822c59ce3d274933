// The family's font files, so that exported pictures carry them.
import latinExtUrl from '@fontsource-variable/instrument-sans/files/instrument-sans-latin-ext-standard-normal.woff2?url'
import latinUrl from '@fontsource-variable/instrument-sans/files/instrument-sans-latin-standard-normal.woff2?url'
import type { TLFontFace } from '@tldraw/tldraw'

const face = {
  family: 'Instrument Sans Variable',
  weight: '400 700',
  stretch: '75% 100%',
  style: 'normal',
} as const

export const ownFont: TLFontFace[] = [
  { ...face, src: { url: latinUrl, format: 'woff2' } },
  {
    ...face,
    src: { url: latinExtUrl, format: 'woff2' },
    unicodeRange:
      'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+20A0-20AB',
  },
]
