// Writes client/public/third-party-notices.txt from what is installed: `node tests/support/third-party-notices.ts`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

export const noticesFile = 'client/public/third-party-notices.txt'

const preamble = `Third-party notices
===================

Runde itself is MIT-licensed. It is built with the packages below, in the browser or on the server; each stays under its
own licence. tldraw stands first because its licence is not one of the usual ones.

tldraw
------

The board is drawn with tldraw, Copyright tldraw, Inc. (https://tldraw.dev). Its packages say about their licence:

`
const afterTldraw = `
Under that licence the watermark "made with tldraw" belongs to every use without a licence key of one's own: Runde shows it
visible and unaltered at the lower edge of the board, and keeps its place free. Whoever has a key gives it to the server as
TLDRAW_LICENSE_KEY. Before you change the board, or run Runde commercially, read the tldraw licence at the address above.

`

type Package = { name: string; version: string; licence: string; text: string }

/** The whole file for the packages in `<root>/package-lock.json` that are neither for development nor optional. */
export function thirdPartyNotices(root: string): string {
  const packages = runtimePackages(root)
  const tldraws = packages.filter(({ text }) => text.includes('tldraw license'))
  const others = packages.filter((one) => !tldraws.includes(one))
  const quoted = [...grouped(tldraws)].map(([text, of]) => section(of, indented(text)))
  const rest = [...grouped(others)].map(([text, of]) => section(of, text))
  return `${preamble}${quoted.join('\n')}${afterTldraw}${rest.join('\n')}`
}

function runtimePackages(root: string): Package[] {
  const lock: unknown = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const { packages } = lock as { packages: Record<string, LockEntry> } // npm's own format, version 3
  return Object.entries(packages)
    .filter(([path, { dev, optional, devOptional }]) => path !== '' && !dev && !optional && !devOptional)
    .map(([path, { version, license }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license ?? licenceIn(join(root, path)),
      text: licenceText(join(root, path)),
    }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version))
}
type LockEntry = {
  version: string
  license?: string
  dev?: boolean
  optional?: boolean
  devOptional?: boolean
}

// By code units, not by locale: the file must come out the same on every machine.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** For packages that name their licence in the old way, which the lock file leaves out. */
function licenceIn(folder: string): string {
  const described: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { licenses = [] } = described as { licenses?: { type: string }[] } // npm's format before 2015
  return licenses.map(({ type }) => type).join(' or ') || 'not stated'
}

function licenceText(folder: string): string {
  if (!existsSync(folder)) throw new Error(`${folder} is not installed; run "npm ci" first.`)
  const file = readdirSync(folder)
    .sort(compare)
    .find((name) => /^(licen[cs]e|copying)/i.test(name))
  if (!file) return ''
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}

/** Packages with word for word the same text share one place. */
function grouped(packages: readonly Package[]): Map<string, Package[]> {
  const groups = new Map<string, Package[]>()
  for (const one of packages) {
    // Without a text of its own, a package shares a place only with those of the same licence.
    const key = one.text || `The package has no text of its licence (${one.licence}) in it.`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}

function section(of: readonly Package[], text: string): string {
  const names = of.map(({ name, version, licence }) => `${name} ${version} (${licence})`)
  return `${names.join('\n')}\n\n${text}\n\n${'-'.repeat(78)}\n`
}

const indented = (text: string): string => text.replaceAll(/^/gm, '    ')

if (import.meta.main) writeFileSync(noticesFile, thirdPartyNotices(process.cwd()))
