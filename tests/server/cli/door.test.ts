// The operator's door into the running server: what is told to whom when something cannot be done, or goes wrong.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Doing, Refused } from '#server/cli/asks.ts'
import { askServer, openDoor } from '#server/cli/door.ts'
import { silentLog } from '#server/log.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'runde-door-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

/** What the operator is told, and what the log says of it. */
async function ask(doing: Doing) {
  const logged: string[] = []
  const log = {
    ...silentLog,
    warn: (fact: string) => void logged.push(fact),
    bug: (fact: string, error: unknown) => {
      logged.push(`${fact}: ${error instanceof Error ? error.message : error}`)
      return 'id'
    },
  }
  const door = await openDoor(dataDir, { doing, log })
  const answer = await askServer(dataDir, { kind: 'list' })
  await door.close()
  return { answer, logged }
}

test('what cannot be done is said to who asked, and the log names no file and no person', async () => {
  const message = 'copies/workshop.json exists already.'
  expect(await ask(() => Promise.reject(new Refused(message)))).toEqual({
    answer: { ok: false, message },
    logged: ['operator.refused'],
  })
})

test('a folder that must not be written is the operator’s to mend', async () => {
  const error = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', syscall: 'mkdir' })
  expect((await ask(() => Promise.reject(error))).logged).toEqual(['operator.refused'])
})

test('a bug of ours is in the log as one', async () => {
  expect(await ask(() => Promise.reject(new TypeError('x is undefined')))).toEqual({
    answer: { ok: false, message: 'x is undefined' },
    logged: ['operator.failed: x is undefined'],
  })
})
