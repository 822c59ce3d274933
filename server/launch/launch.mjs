// What every step of the launch needs: where the project is, how to speak, how to run a program and wait for it.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Ends the launch with its message; the message says what to do. */
export class Unprepared extends Error {}

/** @param {string} line */
export function say(line) {
  console.log(`runde: ${line}`)
}

/**
 * Runs a program in the project's folder with its output on ours. Where no terminal draws a spinner, a line every ten
 * seconds says that it is still going.
 * @param {string} title what is being done, as a person would say it
 * @param {string} program
 * @param {string[]} args
 * @param {{ shell?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<void>} rejects with `Unprepared` when the program cannot be run or ends with another code than 0
 */
export function run(title, program, args, { shell = false, env = process.env } = {}) {
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  say(`${title} …`)
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', shell, env })
    const sign = process.stdout.isTTY
      ? undefined
      : setInterval(() => say(`${title}: ${seconds()} s so far`), 10_000)
    child.on('error', (error) => {
      clearInterval(sign)
      reject(new Unprepared(`${title}: ${program} could not be started (${error.message}).`))
    })
    child.on('close', (code, signal) => {
      clearInterval(sign)
      if (code === 0) {
        say(`${title}: done in ${seconds()} s`)
        resolve()
      } else
        reject(new Unprepared(`${title}: failed (${signal ?? `code ${code}`}); the reason stands above.`))
    })
  })
}
