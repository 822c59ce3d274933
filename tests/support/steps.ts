// A story in steps: once one has failed, the following ones say so at once, and what everybody sees is photographed.
import { afterEach, beforeEach } from 'vitest'
import { type Person, photograph } from '#tests/support/browser.ts'

/** `people` by the names of their pictures. */
export function inSteps(people: () => Record<string, Person>): void {
  let broken = ''
  beforeEach(() => {
    if (broken) throw new Error(`The story broke off at: ${broken}`)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || broken) return
    broken = task.name
    await photograph(people())
  })
}
