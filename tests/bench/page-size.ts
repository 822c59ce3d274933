// How much JavaScript the first page loads: what index.html names and all that it imports at once, compressed.
import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const built = fileURLToPath(new URL('../../dist/client/', import.meta.url))

/** Bytes after gzip; null when the client is not built. */
export async function firstPageBytes(): Promise<number | null> {
  const html = await readFile(`${built}index.html`, 'utf8').catch(() => null)
  if (html === null) return null
  const files = new Map<string, string>()
  await collect(
    [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) => path ?? ''),
    files,
  )
  return [...files.values()].reduce((sum, source) => sum + gzipSync(source).length, 0)
}

/** Follows `import … from "./x.js"` and `import "./x.js"`, not `import("./x.js")`: that is loaded later. */
async function collect(paths: readonly string[], files: Map<string, string>): Promise<void> {
  for (const path of paths) {
    if (files.has(path)) continue
    const source = await readFile(`${built}${path}`, 'utf8')
    files.set(path, source)
    const imports = [...source.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)]
    await collect(
      imports.map(([, relative]) => posix.join(posix.dirname(path), relative ?? '')),
      files,
    )
  }
}
