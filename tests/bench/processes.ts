// Child processes of the benchmark: kept to one processor where the system allows it, and how much of it they use.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

/** Server on one processor, load on another, so that they do not take each other's time. */
export const processors = availableParallelism() > 1 ? { server: 0, load: 1 } : null

/** Does nothing where there is no `taskset`. */
export function keepTo(processor: number | undefined, pid: number | undefined): void {
  if (processor !== undefined && pid !== undefined) {
    spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', `${processor}`, `${pid}`])
  }
}

/** Milliseconds of processor time of all threads of a process so far; NaN where the system does not tell (not Linux). */
export function processorMs(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`)
    return threads.reduce((sum, thread) => sum + threadMs(pid, thread), 0)
  } catch {
    return Number.NaN
  }
}

const threadMs = (pid: number, thread: string): number =>
  Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ')[0]) / 1e6

export type Child = { pid: number; firstLine: string; end(): Promise<void> }

/** Starts a module of this folder and waits for its first line. */
export async function startModule(name: string, ...args: string[]): Promise<Child> {
  const child = spawn(process.execPath, [pathOf(name), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
  keepTo(processors?.server, child.pid)
  return {
    pid: child.pid ?? 0,
    firstLine: String(line).trim(),
    end: async () => {
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    },
  }
}

/** Runs a workload in a process of its own; resolves with what it says last, as JSON. */
export const runLoad = (job: object): Promise<unknown> =>
  runModule('load.ts', { processor: processors?.load, args: [JSON.stringify(job)] })

/** Runs a module of this folder; resolves with all that it says, as JSON. */
export async function runModule(
  name: string,
  { processor, args }: { processor: number | undefined; args: string[] },
): Promise<unknown> {
  const child = spawn(process.execPath, ['--expose-gc', pathOf(name), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  keepTo(processor, child.pid)
  let written = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${name} ended with ${code}`)
  return JSON.parse(written)
}

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))
