// The one Mantine theme: paper, ink, ultramarine for the main action, saffron for "your turn"; measures on an 8 px grid.
import type { CSSVariablesResolver, MantineColorsTuple, VariantColorsResolver } from '@mantine/core'
import { createTheme, defaultVariantColorsResolver, rem } from '@mantine/core'

const ultra: MantineColorsTuple = [
  '#F2F6FE',
  '#DFEAFE',
  '#C3D6FD',
  '#9FBDFC',
  '#76A0FA',
  '#4F82F5',
  '#285EE7',
  '#0D3DC4',
  '#09309C',
  '#062372',
]
const saffron: MantineColorsTuple = [
  '#FFF9E9',
  '#FFEFC7',
  '#FFE29A',
  '#FED36D',
  '#FEC641',
  '#F9B818',
  '#DA950B',
  '#AA691B',
  '#834B14',
  '#5E330B',
]
/** Paper to ink, warm. */
const gray: MantineColorsTuple = [
  '#FCFAF6',
  '#F6F3ED',
  '#EBE7E0',
  '#DDD9CF',
  '#C2BDB2',
  '#8B867A',
  '#706B62',
  '#56524A',
  '#383530',
  '#1C1A17',
]
/** 0 text, 6 cards, 7 body, 8 board. */
const dark: MantineColorsTuple = [
  '#EFEAE2',
  '#D5D0C8',
  '#B6B0A7',
  '#8B857D',
  '#59554D',
  '#403D36',
  '#312D28',
  '#25221D',
  '#1C1915',
  '#12100D',
]
const red: MantineColorsTuple = [
  '#FFF2F0',
  '#FFE0DB',
  '#FCC0B8',
  '#F79689',
  '#E97265',
  '#DA4C41',
  '#C93029',
  '#B01F1C',
  '#8D1B17',
  '#68120F',
]
const green: MantineColorsTuple = [
  '#EDF8F1',
  '#DBF2E4',
  '#B7E4C9',
  '#8BD0A8',
  '#63BA8A',
  '#389C6A',
  '#1E7C50',
  '#0E653F',
  '#075030',
  '#063721',
]

const ink = '#1C1A17'
const fontFamily = "'Instrument Sans Variable', system-ui, -apple-system, 'Segoe UI', sans-serif"

// Line heights are ratios of the drawn pixels, so that text set without one of its own still fits its lines.
const ratio = (line: number, size: number) => (line / size).toFixed(4)
const heading = (size: number, line: number) => ({
  fontSize: rem(size),
  lineHeight: ratio(line, size),
  fontWeight: '600',
})

const primaryContrast = 'var(--mantine-primary-color-contrast)'

// Mantine chooses one text colour for both schemes; on the lighter blue of the dark one, white would not be readable.
const variantColorResolver: VariantColorsResolver = (asked) => {
  const colors = defaultVariantColorsResolver(asked)
  const isPrimary = (asked.color ?? asked.theme.primaryColor) === asked.theme.primaryColor
  return asked.variant === 'filled' && isPrimary ? { ...colors, color: primaryContrast } : colors
}

// Their <header> would be a second banner of the page to screen readers.
const noBanner = { header: { role: 'presentation' } }

export const theme = createTheme({
  primaryColor: 'ultra',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  variantColorResolver,
  white: '#FFFFFF',
  black: ink,
  colors: { ultra, saffron, gray, dark, red, green },
  fontFamily,
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  fontSizes: { xs: rem(13), sm: rem(14), md: rem(16), lg: rem(20), xl: rem(28) },
  lineHeights: {
    xs: ratio(18, 13),
    sm: ratio(18, 14),
    md: ratio(24, 16),
    lg: ratio(26, 20),
    xl: ratio(34, 28),
  },
  headings: {
    fontFamily,
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: heading(44, 48),
      h2: heading(28, 34),
      h3: heading(20, 26),
      h4: heading(16, 24),
      h5: heading(14, 18),
      h6: heading(13, 18),
    },
  },
  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(40) },
  radius: { xs: rem(2), sm: rem(4), md: rem(8), lg: rem(12), xl: rem(20) },
  defaultRadius: 'md',
  // The frame's own steps: below 600 a phone, below 1024 half a screen beside the call.
  breakpoints: { xs: '30em', sm: '37.5em', md: '64em', lg: '80em', xl: '90em' },
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { size: 'lg', variant: 'subtle', color: 'gray' } },
    Checkbox: { defaultProps: { iconColor: primaryContrast } },
    Radio: { defaultProps: { iconColor: primaryContrast } },
    Input: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 120 } } },
    Menu: { defaultProps: { transitionProps: { duration: 120 } } },
    Modal: { defaultProps: { transitionProps: { duration: 140 }, radius: 'lg', attributes: noBanner } },
    Drawer: { defaultProps: { transitionProps: { duration: 140 }, attributes: noBanner } },
    Tooltip: { defaultProps: { transitionProps: { duration: 120 }, openDelay: 400 } },
  },
})

/** What Mantine would derive from shade numbers and we have drawn by hand; contrasts are measured in the tests. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': 'var(--mantine-color-gray-0)',
    '--mantine-color-text': 'var(--mantine-color-gray-9)',
    '--mantine-color-dimmed': '#625D54',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-anchor': 'var(--mantine-color-ultra-7)',
    '--mantine-color-default': 'transparent',
    '--mantine-color-default-hover': 'var(--mantine-color-gray-2)',
    '--mantine-color-default-color': 'var(--mantine-color-gray-9)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-5)',
    '--mantine-color-error': 'var(--mantine-color-red-7)',
    '--mantine-color-success': 'var(--mantine-color-green-7)',
    '--mantine-primary-color-filled': 'var(--mantine-color-ultra-7)',
    '--mantine-primary-color-filled-hover': 'var(--mantine-color-ultra-8)',
    '--mantine-primary-color-contrast': '#FFFFFF',
    '--mantine-primary-color-light': 'var(--mantine-color-ultra-1)',
    '--mantine-primary-color-light-color': 'var(--mantine-color-ultra-8)',
    '--mantine-color-gray-light-hover': 'var(--mantine-color-gray-2)',
    '--mantine-color-gray-light-color': 'var(--mantine-color-gray-9)',
    '--mantine-shadow-xs': '0 1px 0 rgba(28,26,23,.10)',
    '--mantine-shadow-sm': '0 1px 2px rgba(28,26,23,.16)',
    '--mantine-shadow-md': '0 2px 4px rgba(28,26,23,.08), 0 8px 16px rgba(28,26,23,.08)',
    '--mantine-shadow-lg': '0 4px 8px rgba(28,26,23,.06), 0 16px 40px rgba(28,26,23,.14)',
    '--mantine-shadow-xl': '0 8px 16px rgba(28,26,23,.08), 0 32px 80px rgba(28,26,23,.20)',
  },
  dark: {
    '--mantine-color-body': 'var(--mantine-color-dark-7)',
    '--mantine-color-text': 'var(--mantine-color-dark-0)',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-2)',
    '--mantine-color-placeholder': '#9A948B',
    '--mantine-color-anchor': 'var(--mantine-color-ultra-3)',
    '--mantine-color-default': 'transparent',
    '--mantine-color-default-hover': 'var(--mantine-color-dark-6)',
    '--mantine-color-default-color': 'var(--mantine-color-dark-0)',
    '--mantine-color-default-border': '#7F796F',
    '--mantine-color-error': 'var(--mantine-color-red-3)',
    '--mantine-color-success': 'var(--mantine-color-green-3)',
    '--mantine-primary-color-filled': 'var(--mantine-color-ultra-4)',
    '--mantine-primary-color-filled-hover': 'var(--mantine-color-ultra-3)',
    '--mantine-primary-color-contrast': '#12100D',
    '--mantine-primary-color-light': '#22335F',
    '--mantine-primary-color-light-color': 'var(--mantine-color-ultra-2)',
    '--mantine-color-gray-light-hover': 'var(--mantine-color-dark-5)',
    '--mantine-color-gray-light-color': 'var(--mantine-color-dark-0)',
    '--mantine-shadow-xs': 'none',
    '--mantine-shadow-sm': '0 1px 2px rgba(0,0,0,.4)',
    '--mantine-shadow-md': '0 2px 4px rgba(0,0,0,.3), 0 8px 16px rgba(0,0,0,.3)',
    '--mantine-shadow-lg': '0 4px 8px rgba(0,0,0,.3), 0 16px 40px rgba(0,0,0,.45)',
    '--mantine-shadow-xl': '0 8px 16px rgba(0,0,0,.3), 0 32px 80px rgba(0,0,0,.6)',
  },
})
