// Which browser the tests take: the one that was asked for, or none.
import { expect, test, vi } from 'vitest'
import { findChromium } from '#server/launch/chromium.mjs'

test('a browser that was asked for and does not run is an error, not another browser', () => {
  for (const path of ['/nowhere/chromium', import.meta.filename, '/bin/false']) {
    vi.stubEnv('CHROMIUM_PATH', path)
    expect(() => findChromium()).toThrow(/^CHROMIUM_PATH is .* set it to the path of a Chromium/)
  }
  vi.unstubAllEnvs()
})
