// What a bug that nobody caught does to the process, and how signals end it, shown on small processes of their own.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs a few lines beside the real process.ts and log.ts; `output` grows as it writes. */
function runLines(lines: string): { child: ChildProcessWithoutNullStreams; output: () => string } {
  const code = `
    import { keepGoing, stopOnSignals } from '#server/process.ts'
    import { createLog } from '#server/log.ts'
    const log = createLog('info')
    ${lines}
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { cwd: root })
  let written = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text
    })
  return { child, output: () => written }
}
const codeOf = async (child: ChildProcessWithoutNullStreams) => (await once(child, 'close'))[0]

test('an error and a rejection that nobody caught are reported with an id, and the process goes on', async () => {
  const { child, output } = runLines(`
    keepGoing(log)
    setTimeout(() => { throw new Error('thrown in a timer') })
    Promise.reject(new Error('rejected by nobody'))
    setTimeout(() => { console.log('still here'); process.exit(0) }, 50)
  `)
  expect(await codeOf(child)).toBe(0)
  expect(output()).toContain('still here')
  const facts = output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
  // Which of the two comes first is the process's own affair.
  const errorId = expect.stringMatching(/^[0-9a-f]{8}$/)
  expect(facts.toSorted((one, other) => one.msg.localeCompare(other.msg))).toEqual([
    expect.objectContaining({ msg: 'process.uncaught-exception', errorId }),
    expect.objectContaining({ msg: 'process.unhandled-rejection', errorId }),
  ])
  expect(output()).toContain('thrown in a timer')
})

test('a process that fails again and again ends, so that it can be started afresh', async () => {
  const { child, output } = runLines(`
    keepGoing(log)
    setInterval(() => { throw new Error('again') })
  `)
  expect(await codeOf(child)).toBe(1)
  expect(output().match(/uncaught-exception/g)).toHaveLength(21)
})

const waiting = `
  setInterval(() => {}, 1000)
  console.log('waiting')
`
async function whenWaiting(lines: string) {
  const run = runLines(`${lines}${waiting}`)
  await expect.poll(run.output).toContain('waiting')
  return run
}

test('a signal waits until everything is let go of', async () => {
  const { child, output } = await whenWaiting(`
    const stop = async () => { await new Promise((done) => setTimeout(done, 50)); console.log('stored') }
    stopOnSignals(stop, { isRunByNpm: false, log })
  `)
  child.kill('SIGTERM')
  expect(await codeOf(child)).toBe(0)
  expect(output()).toMatch(/stored.*server\.stopped/s)
})

test('a second signal does not wait', async () => {
  const { child, output } = await whenWaiting(
    `stopOnSignals(() => new Promise(() => {}), { isRunByNpm: false, log })`,
  )
  child.kill('SIGINT')
  await expect.poll(output).toContain('server.stopping')
  child.kill('SIGINT')
  expect(await codeOf(child)).toBe(1)
})

test('a stop that fails is reported and ends with 1', async () => {
  const { child, output } = await whenWaiting(`
    stopOnSignals(() => Promise.reject(new Error('cannot let go')), { isRunByNpm: false, log })
  `)
  child.kill('SIGTERM')
  expect(await codeOf(child)).toBe(1)
  expect(output()).toContain('cannot let go')
})
