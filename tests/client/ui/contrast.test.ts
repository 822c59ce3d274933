// The theme's colours stay readable in both schemes: WCAG 2.2 AA for text (4.5), for edges and shapes that carry meaning (3).
import { readFileSync } from 'node:fs'
import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import { describe, expect, test } from 'vitest'
import { cssVariablesResolver, theme } from '#client/ui/theme.ts'
import { NoteColor } from '#shared/board/model.ts'

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

const noteColors = NoteColor.options.map((color) => `--runde-note-${color}`)
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
  ...['--runde-note', '--runde-pain', '--runde-chance', '--runde-quote', ...noteColors].flatMap(
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

/** How much of linear red, green and blue is left to each (Machado, Oliveira and Fernandes 2009, severity 1). */
const sight: Record<string, number[][]> = {
  'usual colour vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const times = (matrix: number[][], vector: number[]): number[] =>
  matrix.map((row) => row.reduce((sum, factor, at) => sum + factor * (vector[at] ?? 0), 0))

/** In OKLab, where distances are as large as they look. */
function perceived(hex: string, matrix: number[][]): number[] {
  const linear = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const seen = times(matrix, linear).map((value) => Math.min(1, Math.max(0, value)))
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    seen,
  ).map(Math.cbrt)
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  )
}

describe.each<Scheme>(['light', 'dark'])('in the %s scheme', (scheme) => {
  test.each(textOn)('%s is readable on %s', (text, ground) => {
    expect(contrast(scheme, text, ground)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(shapeOn)('%s is visible on %s', (shape, ground) => {
    expect(contrast(scheme, shape, ground)).toBeGreaterThanOrEqual(3)
  })
  test.each(Object.entries(sight))('the free colours of notes differ to an eye with %s', (_name, matrix) => {
    const seen = noteColors.map((name) => perceived(colour(scheme, name), matrix))
    const distances = seen.flatMap((one, at) =>
      seen.slice(at + 1).map((other) => Math.hypot(...one.map((value, axis) => value - (other[axis] ?? 0)))),
    )
    expect(Math.min(...distances)).toBeGreaterThan(0.055)
  })
})
