// A program of ours in a process of its own, with its output on ours, that ends when we say so and when we are gone.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Started = {
  /** The first group of `pattern` in what it writes (all of it without one). Never settles when it ends before. */
  line(pattern: RegExp): Promise<string>
  /** Resolves when it has ended. */
  end(): Promise<void>
}

type Options = {
  args?: string[]
  env?: Record<string, string | undefined>
  /** It has ended and nobody told it to. */
  onLost: (reason: Error) => void
}

/** `module`: a path in the project. Its channel to us closes with us, which it may take for a signal. */
export function startProcess(module: string, { args = [], env, onLost }: Options): Started {
  const child = fork(join(root, module), args, {
    cwd: root,
    silent: true,
    // Ctrl+C in a terminal goes to the whole group, and what we have started is ended by us, in order.
    detached: process.platform !== 'win32',
    ...(env && { env }),
  })
  let written = ''
  let isEnding = false
  const listeners = new Set<() => void>()
  child.stderr?.pipe(process.stderr)
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    written += text
    process.stdout.write(text)
    for (const listener of listeners) listener()
  })
  const ended = once(child, 'exit')
  ended.then(
    () => isEnding || onLost(new Error(`${module} has ended; the reason stands above.`)),
    (error: Error) => onLost(error),
  )

  return {
    line(pattern) {
      const { promise, resolve } = Promise.withResolvers<string>()
      const look = () => {
        const found = pattern.exec(written)
        if (found) resolve(found[1] ?? found[0])
      }
      listeners.add(look)
      look()
      return promise.finally(() => listeners.delete(look))
    },
    async end() {
      isEnding = true
      child.kill('SIGTERM') // says no when it has ended already
      await ended.catch(() => {}) // it could not be started: told by then
    },
  }
}
