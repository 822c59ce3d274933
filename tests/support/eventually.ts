// Waiting for a state on a machine that may be busy with other tests: patient, and over as soon as the state is there.
import { expect, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** `expect.poll` that gives a slow machine 20 s. */
export const eventually: typeof expect.poll = (look, options) =>
  expect.poll(look, { timeout: 20_000, interval: 10, ...options })
