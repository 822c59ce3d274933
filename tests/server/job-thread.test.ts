// A thread that fails in the middle of a job takes no other job with it.
import { afterEach, expect, test } from 'vitest'
import { JobThread } from '#server/job-thread.ts'

const code = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', ({ id, job }) => {
    if (job === 'fail') throw new Error('out of memory, say')
    parentPort.postMessage({ id, ok: true, result: job })
  })`
const thread = new JobThread<string, string>(new URL(`data:text/javascript,${encodeURIComponent(code)}`))
afterEach(() => thread.close())

test('jobs are answered with what they came to', async () => {
  expect(await Promise.all([thread.run('one'), thread.run('two')])).toEqual(['one', 'two'])
})

test('whoever comes right after a failure is served by the next thread, however late the first one ends', async () => {
  await expect(thread.run('fail')).rejects.toThrow('out of memory, say')
  expect(await thread.run('after')).toBe('after')
})
