// The key that invitations are sealed under: made at the first start and kept in the data folder.
import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** 32 bytes. Throws with a sentence when the file is there and is no key: a new one would make old invitations unreadable. */
export async function loadServerKey(dataDir: string): Promise<Buffer> {
  const file = join(dataDir, 'server.key')
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (kept === null) return makeServerKey(file)
  if (!/^[0-9a-f]{64}\s*$/i.test(kept))
    throw new Error(
      `${file} must hold 64 hexadecimal digits and does not; restore it from a backup, or delete it: links already sent keep working, but can no longer be shown again.`,
    )
  return Buffer.from(kept.trim(), 'hex')
}

/** Written whole or not at all: half a key after a power cut would stop every later start. */
async function makeServerKey(file: string): Promise<Buffer> {
  const key = randomBytes(32)
  const draft = `${file}.new`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(`${key.toString('hex')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
  return key
}
