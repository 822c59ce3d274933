// The server's key: made once, kept for its owner's eyes, never silently replaced.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadServerKey } from '#server/access/server-key.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runde-key-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('the key is made at the first start and is the same at the next', async () => {
  const key = await loadServerKey(folder)
  expect(key).toHaveLength(32)
  expect(await loadServerKey(folder)).toEqual(key)
  expect(await loadServerKey(await mkdtemp(join(folder, 'other-')))).not.toEqual(key)
})

test('only its owner can read it', async () => {
  await loadServerKey(folder)
  expect((await stat(join(folder, 'server.key'))).mode & 0o777).toBe(0o600)
})

test.each(['', 'short', 'g'.repeat(64)])(
  'a file with "%s" is named as damaged and left as it is',
  async (content) => {
    const file = join(folder, 'server.key')
    await writeFile(file, content)
    await expect(loadServerKey(folder)).rejects.toThrow(/server\.key must hold 64 hexadecimal digits/)
    expect(await readFile(file, 'utf8')).toBe(content)
  },
)

test('a folder that is not there is an error', async () => {
  await expect(loadServerKey(join(folder, 'nowhere'))).rejects.toThrow(/ENOENT/)
})
