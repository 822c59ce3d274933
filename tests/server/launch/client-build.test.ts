// A build is stale after every change in names or contents of what it is made of, and after nothing else.
import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint } from '#server/launch/client-build.mjs'

let folder: string
const now = () => fingerprint(folder, ['client', 'shared', 'vite.config.ts', 'not-there'])
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runde-build-'))
  await mkdir(join(folder, 'client/app'), { recursive: true })
  await mkdir(join(folder, 'shared'))
  await writeFile(join(folder, 'client/app/Room.tsx'), 'room')
  await writeFile(join(folder, 'shared/ids.ts'), 'ids')
  await writeFile(join(folder, 'vite.config.ts'), 'vite')
})
afterEach(() => rm(folder, { recursive: true }))

test('what has not changed is not stale, also when it was touched or something beside it has changed', async () => {
  const before = now()
  await utimes(join(folder, 'shared/ids.ts'), 1, 1)
  await writeFile(join(folder, 'README.md'), 'other')
  expect(now()).toBe(before)
})

test.each<[string, () => Promise<void>]>([
  ['a changed file', () => writeFile(join(folder, 'client/app/Room.tsx'), 'Room')],
  ['a new file', () => writeFile(join(folder, 'client/app/new.ts'), '')],
  ['a removed file', () => rm(join(folder, 'shared/ids.ts'))],
  ['a renamed file', () => rename(join(folder, 'shared/ids.ts'), join(folder, 'shared/id.ts'))],
  ['a moved file', () => rename(join(folder, 'shared/ids.ts'), join(folder, 'client/ids.ts'))],
  ['another configuration', () => writeFile(join(folder, 'vite.config.ts'), 'vite 2')],
])('%s makes the build stale', async (_what, change) => {
  const before = now()
  await change()
  expect(now()).not.toBe(before)
})

test('bytes that wander from one file into the next are a change', async () => {
  await writeFile(join(folder, 'client/a'), 'xy')
  await writeFile(join(folder, 'client/b'), 'z')
  const before = now()
  await writeFile(join(folder, 'client/a'), 'x')
  await writeFile(join(folder, 'client/b'), 'yz')
  expect(now()).not.toBe(before)
})
