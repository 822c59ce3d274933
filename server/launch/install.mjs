// Installs the packages that package-lock.json names, when the ones in node_modules are not those.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root, run, Unprepared } from './launch.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockEntry
 * @typedef {Record<string, LockEntry>} LockPackages keyed by path, '' is the project itself
 * @typedef {{ platform: string, arch: string }} Machine
 */

export async function installIfStale() {
  const wanted = readLock('package-lock.json')
  if (!wanted)
    throw new Unprepared(
      'package-lock.json is missing or damaged; restore it with "git checkout package-lock.json".',
    )
  // npm writes this file last, so an interrupted installation has none.
  const present = readLock(join('node_modules', '.package-lock.json'))
  if (present && isInstalled(wanted, present, { platform: process.platform, arch: process.arch })) return
  const { program, args, shell } = npm()
  // A machine set to production would leave out what builds and tests; the pinned Node is an optional package. Without
  // warnings, because npm gives one for each package that wants the newer Node which is just being installed.
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  await run('Installing packages (about half a minute, once)', program, [...args, ...options], { shell })
}

/**
 * Whether every package that this machine needs is there in the locked version.
 * @param {LockPackages} wanted
 * @param {LockPackages} present
 * @param {Machine} machine
 */
export function isInstalled(wanted, present, machine) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    if (!found) return !isNeeded(entry, machine)
    // Some entries for other platforms have no integrity: the registry that the lock was made with had no copy.
    return found.version === entry.version && (!entry.integrity || found.integrity === entry.integrity)
  })
}

/**
 * An optional package is needed when it is made for this machine; one that names no machine, or a C library, may rightly
 * be absent.
 * @param {LockEntry} entry
 * @param {Machine} machine
 */
function isNeeded(entry, { platform, arch }) {
  if (!entry.optional && !entry.devOptional) return true
  return Boolean(entry.os?.includes(platform) && entry.cpu?.includes(arch) && !entry.libc)
}

/**
 * @param {string} path
 * @returns {LockPackages | null}
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages ?? null
  } catch {
    return null // missing or cut short: the same as not installed
  }
}

/** The npm that called us; on a fresh clone it is the only one we can be sure of. */
function npm() {
  const caller = process.env.npm_execpath
  if (caller && basename(caller).startsWith('npm'))
    return { program: process.execPath, args: [caller], shell: false }
  return { program: 'npm', args: [], shell: process.platform === 'win32' }
}
