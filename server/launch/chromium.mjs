// Finds the Chromium that the browser tests drive, or installs one.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { root, run, say, Unprepared } from './launch.mjs'

// The same engine without windows: takes about a third less time for the same tests (44 against 61 s for four files of them).
const shells = ['/usr/bin/chromium-headless-shell']

const usualPlaces = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((folder) => [
    join(process.env[folder] ?? 'C:\\', 'Google\\Chrome\\Application\\chrome.exe'),
    join(process.env[folder] ?? 'C:\\', 'Chromium\\Application\\chrome.exe'),
    join(process.env[folder] ?? 'C:\\', 'Microsoft\\Edge\\Application\\msedge.exe'),
  ]),
}

/**
 * Path of a Chromium that runs here, or null. `CHROMIUM_PATH` goes before everything else, and a wrong one is an error:
 * the tests are not to run in another browser than the one asked for.
 * @param {{ isWhole?: boolean }} [wanted] `isWhole`: the browser that people have, where its memory or its looks are measured
 * @returns {string | null}
 */
export function findChromium({ isWhole = false } = {}) {
  const asked = process.env.CHROMIUM_PATH
  if (asked) {
    if (runs(asked)) return asked
    throw new Unprepared(
      `CHROMIUM_PATH is ${asked}, and there is no browser that runs; set it to the path of a Chromium or Chrome, or unset it.`,
    )
  }
  const platform = /** @type {keyof typeof usualPlaces} */ (process.platform)
  const whole = [...(usualPlaces[platform] ?? []), ...playwrightsOwn()]
  return (isWhole ? [...whole, ...shells] : [...shells, ...whole]).find(runs) ?? null
}

/** @param {string} node the program that runs Playwright's installer */
export async function installChromium(node) {
  const sudo = withAptGet()
  if (sudo) {
    const [program = 'apt-get', ...before] = [...sudo, 'apt-get']
    await run('Refreshing the list of packages', program, [...before, 'update'])
    // Debian has both, Ubuntu neither as a package proper.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await run('Installing Chromium for the browser tests', program, [
        ...before,
        'install',
        '-y',
        '--no-install-recommends',
        name,
      ]).catch((error) => say(error.message))
      if (findChromium()) return
    }
  }
  const playwright = join(root, 'node_modules/playwright-core/cli.js')
  await run('Fetching a Chromium for the browser tests', node, [playwright, 'install', 'chromium']).catch(
    (error) => say(error.message),
  )
  if (!findChromium())
    throw new Unprepared(
      'The browser tests need a Chromium, and none could be found or installed; install Chromium or Chrome, or set CHROMIUM_PATH to one, and run npm test again.',
    )
}

/** What to put before apt-get; null where there is none or we may not use it. */
function withAptGet() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return null
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null
}

/** Browsers that Playwright downloaded, newest first. */
function playwrightsOwn() {
  const caches = {
    linux: join(homedir(), '.cache/ms-playwright'),
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  }
  const platform = /** @type {keyof typeof caches} */ (process.platform)
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || caches[platform]
  if (!cache || !existsSync(cache)) return []
  const programs = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ]
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => programs.map((program) => join(cache, name, program)))
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  // On Windows `--version` opens a window instead of answering. Elsewhere it unmasks Ubuntu's stub that only names a snap.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}
