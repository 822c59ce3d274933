// The theme's colours stay readable in both schemes: WCAG 2.2 AA for text (4.5), for edges and shapes that carry meaning (3).
import { readFileSync } from 'node:fs'
import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import { describe, expect, test } from 'vitest'
import { cssVariablesResolver, theme } from '#client/ui/theme.ts'

type Scheme = 'light' | 'dark'

const merged = mergeMantineTheme(DEFAULT_THEME, theme)
const ours = cssVariablesResolver(merged)
const mantines = defaultCssVariablesResolver(merged)

/** The declarations of our tokens.css that hold in a scheme; dark ones come after light ones, as in the page. */
function tokens(scheme: Scheme): Record<string, string> {
  const css = readFileSync('client/ui/tokens.css', 'utf8')
  const blocks = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(
    ([, selector]) => scheme === 'dark' || !String(selector).includes('dark'),
  )
  return Object.fromEntries(
    blocks.flatMap(([, , body]) =>
      [...String(body).matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
        String(name),
        String(value),
      ]),
    ),
  )
}

function colour(scheme: Scheme, name: string): string {
  const all: Record<string, string> = {
    ...mantines.variables,
    ...mantines[scheme],
    ...ours.variables,
    ...ours[scheme],
    ...tokens(scheme),
  }
  let value = all[name] ?? ''
  for (let inner = /^var\((--[\w-]+)\)$/.exec(value); inner; inner = /^var\((--[\w-]+)\)$/.exec(value))
    value = all[String(inner[1])] ?? ''
  expect(value, `${name} in ${scheme} is a colour`).toMatch(/^#[0-9a-f]{6}$/i)
  return value
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(scheme: Scheme, first: string, second: string): number {
  const [a, b] = [luminance(colour(scheme, first)), luminance(colour(scheme, second))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const papers = ['--mantine-color-body', '--runde-board', '--runde-card']
const texts = ['--mantine-color-text', '--mantine-color-dimmed', '--mantine-color-anchor']
const textOn: [text: string, ground: string][] = [
  ...papers.flatMap((paper) => texts.map((text): [string, string] => [text, paper])),
  ['--mantine-color-placeholder', '--runde-card'],
  ['--mantine-color-error', '--mantine-color-body'],
  ['--mantine-color-success', '--mantine-color-body'],
  ['--mantine-primary-color-contrast', '--mantine-primary-color-filled'],
  ['--mantine-primary-color-contrast', '--mantine-primary-color-filled-hover'],
  ['--mantine-primary-color-light-color', '--mantine-primary-color-light'],
  ['--mantine-color-body', '--mantine-color-text'],
  ['--mantine-color-text', '--runde-hover'],
  ['--runde-turn-ink', '--runde-turn'],
  ['--runde-turn-soft-ink', '--runde-turn-soft'],
  ...['--runde-note', '--runde-pain', '--runde-chance', '--runde-quote'].flatMap(
    (note): [string, string][] => [
      ['--runde-note-ink', note],
      ['--runde-note-dim', note],
    ],
  ),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n): [string, string] => [`--runde-dept-${n}-on`, `--runde-dept-${n}`]),
]
const shapeOn: [shape: string, ground: string][] = [
  ...papers.map((paper): [string, string] => ['--runde-focus', paper]),
  ['--mantine-color-default-border', '--mantine-color-body'],
  ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((n) =>
    papers.map((paper): [string, string] => [`--runde-dept-${n}`, paper]),
  ),
]

describe.each<Scheme>(['light', 'dark'])('in the %s scheme', (scheme) => {
  test.each(textOn)('%s is readable on %s', (text, ground) => {
    expect(contrast(scheme, text, ground)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(shapeOn)('%s is visible on %s', (shape, ground) => {
    expect(contrast(scheme, shape, ground)).toBeGreaterThanOrEqual(3)
  })
})
