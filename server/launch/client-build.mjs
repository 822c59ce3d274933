// Builds the browser's half when what it is made of has changed since the last build.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './launch.mjs'

const sources = ['client', 'shared', 'package.json', 'package-lock.json', 'vite.config.ts']
// Beside the build, not in it: nothing but the build is served.
const stamp = join(root, 'dist', 'client-built-from')

/** @param {string} node the program that runs vite */
export async function buildClientIfStale(node) {
  const now = fingerprint(root, sources)
  if (
    existsSync(join(root, 'dist/client/index.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === now
  )
    return
  await run('Building the browser part', node, [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '--logLevel',
    'warn',
  ])
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, now)
}

/**
 * One hash over the names and contents of files and folders.
 * @param {string} folder
 * @param {string[]} paths relative to `folder`
 */
export function fingerprint(folder, paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((path) => filesIn(folder, path))) {
    const content = readFileSync(join(folder, path))
    // Lengths go in, so that no two different trees run together into the same bytes.
    hash.update(`${path.length} ${path} ${content.length} `).update(content)
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string[]} relative to `folder`, in the same order on every machine
 */
function filesIn(folder, path) {
  const found = statSync(join(folder, path), { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [path]
  return readdirSync(join(folder, path))
    .sort()
    .flatMap((name) => filesIn(folder, `${path}/${name}`))
}
