// The notices that are served are those of the packages that are installed.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { noticesFile, thirdPartyNotices } from '#tests/support/third-party-notices.ts'

const served = readFileSync(noticesFile, 'utf8')

test('the served notices are up to date; "node tests/support/third-party-notices.ts" writes them anew', () => {
  expect(served === thirdPartyNotices('.')).toBe(true)
})

test('tldraw stands first, with its licence, its watermark and what its package says', () => {
  const start = served.slice(0, 2000)
  const said = readFileSync('node_modules/@tldraw/tldraw/LICENSE.md', 'utf8').trim()
  expect(start).toContain('@tldraw/tldraw 3.15.6')
  expect(start).toContain(said)
  expect(start).toContain('watermark')
})

test('every dependency of package.json is named', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const name of Object.keys(dependencies)) expect(served).toContain(`\n${name} `)
})
