// The README names files on the path of a request; a newcomer must find every one of them.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(`${root}/README.md`, 'utf8')

test('every file that the README names exists', () => {
  const named = [...readme.matchAll(/`((?:client|server|shared|tests)\/[\w/.-]+\.\w+)`/g)].map(
    ([, path]) => path,
  )
  const shown = [...readme.matchAll(/\]\((\.github\/[\w/.-]+|client\/[\w/.-]+|LICENSE)\)/g)].map(
    ([, path]) => path,
  )
  expect(named.length).toBeGreaterThan(30)
  expect([...named, ...shown].filter((path) => !existsSync(`${root}/${path}`))).toEqual([])
})

test('every npm script that the README names is in package.json', () => {
  const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))
  const named = [...readme.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, script]) => script)
  expect(named).toContain('start')
  expect(named.filter((script) => script && !(script in scripts))).toEqual([])
})
