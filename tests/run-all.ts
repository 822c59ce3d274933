// npm test: format and lint, types, then unit, lengthy and browser tests, integration tests beside them; ends with one line, "N passed, N failed".
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'runde-tests-'))

/** What vitest's JSON reporter writes, as far as it is read here. */
const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) }),
  ),
})
type Command = [program: string, ...args: string[]]
type Outcome = { passed: number; failed: number; troubles: string[] }

const first = quickOnes()
const browser = first.then(() => tests('Browser tests', 'browser'))
// They go one after the other and mostly wait for servers that start and stop, so all others run meanwhile.
const integration = tests('Integration tests', 'integration', browser)
const outcomes = [...(await first), await browser, await integration]
rmSync(reports, { recursive: true, force: true })

const sum = (count: (outcome: Outcome) => number) =>
  outcomes.reduce((total, outcome) => total + count(outcome), 0)
const failed = sum((outcome) => outcome.failed)
for (const trouble of outcomes.flatMap((outcome) => outcome.troubles)) console.log(trouble)
console.log(`${sum((outcome) => outcome.passed)} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

async function quickOnes(): Promise<Outcome[]> {
  return [
    await step('Format and lint', ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
    await step('Types', ['typescript/bin/tsc', '-b']),
    await tests('Unit tests', 'unit'),
    await tests('Lengthy tests', 'lengthy'),
  ]
}

/** A step without tests of its own counts as one failed when it fails, so that the last line never calls a red run green. */
async function step(title: string, command: Command): Promise<Outcome> {
  if (await run(title, command)) return { passed: 0, failed: 0, troubles: [] }
  return { passed: 0, failed: 1, troubles: [`${title}: failed, see above`] }
}

/** With something to come `after`, its output is kept back until then. */
async function tests(
  title: string,
  project: string,
  after: Promise<unknown> | null = null,
): Promise<Outcome> {
  const file = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const command: Command = ['vitest/vitest.mjs', 'run', '--project', project, ...reporters]
  const isGreen = await run(title, command, after)
  const report = read(file)
  if (!report) return { passed: 0, failed: 1, troubles: [`${title}: no report, see above`] }
  const ran = report.testResults.flatMap((file) => file.assertionResults)
  const red = ran.filter(({ status }) => status === 'failed')
  // A test that did not run has shown nothing: skipped, todo or cut off, it counts as failed.
  const silent = ran.filter(({ status }) => status !== 'passed' && status !== 'failed')
  // By name at the very end: of a long run often only that is kept.
  const troubles = [...red, ...silent].map(({ fullName, status }) => `${title}: ${status}: ${fullName}`)
  let failed = report.numFailedTests + silent.length
  if (!isGreen && failed === 0) {
    // A file that did not load, an error outside a test, or no test at all.
    failed = 1
    troubles.push(`${title}: failed outside the tests, see above`)
  }
  return { passed: report.numPassedTests, failed, troubles }
}

function read(file: string) {
  try {
    return Report.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null // vitest ended before it could write: told as a failed step
  }
}

async function run(
  title: string,
  [program, ...args]: Command,
  after: Promise<unknown> | null = null,
): Promise<boolean> {
  const heading = `\n${title}\n${'-'.repeat(title.length)}\n`
  const isAside = after !== null
  if (!isAside) process.stdout.write(heading)
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: isAside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const [code] = await once(child, 'close')
  if (isAside) {
    await after
    process.stdout.write(heading + said)
  }
  return code === 0
}
