// Runs before npm start, npm test and npm run dev: brings a checkout from whatever state it is in to ready. Node 20, no packages.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium, installChromium } from './chromium.mjs'
import { buildClientIfStale } from './client-build.mjs'
import { setGitHooks } from './git-hooks.mjs'
import { installIfStale } from './install.mjs'
import { root, say, Unprepared } from './launch.mjs'
import { runtimeNode } from './runtime-node.mjs'

const oldestNode = 20

/** @param {string | undefined} mode */
async function prepare(mode) {
  if (mode !== 'start' && mode !== 'test' && mode !== 'install')
    throw new Unprepared(`prepare.mjs knows start, test and install, not ${JSON.stringify(mode)}.`)
  if (Number.parseInt(process.versions.node, 10) < oldestNode)
    throw new Unprepared(
      `Runde needs Node ${oldestNode} or newer to set itself up, and this is Node ${process.versions.node}; install a current one from https://nodejs.org and try again.`,
    )
  await installIfStale()
  const node = runtimeNode()
  if (!process.env.CI && existsSync(join(root, '.git'))) setGitHooks()
  if (mode === 'install') return
  await buildClientIfStale(node)
  if (mode === 'test' && !findChromium()) await installChromium(node)
}

prepare(process.argv[2]).catch((error) => {
  // A sentence for what the person can mend; the stack for what only we can.
  say(error instanceof Unprepared ? error.message : String(error?.stack ?? error))
  process.exitCode = 1
})
