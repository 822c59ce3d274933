// The audit as every browser makes it, in a real Chromium: the client's own code, over a bundle as the server published it.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { median } from '#tests/bench/statistics.ts'
import { openBrowser } from '#tests/support/browser.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const tries = 5

/** Milliseconds from the bytes to the verdict, without breaks for painting. */
export async function auditInBrowser(origin: string, poll: SecretPoll): Promise<number> {
  const script = await bundled()
  const browser = await openBrowser({ isWhole: true })
  try {
    const page = await browser.newPage({ bypassCSP: true })
    await page.goto(`${origin}/api/config`)
    await page.addScriptTag({ content: script })
    const times = await page.evaluate(measure, { poll, tries })
    return median(times)
  } finally {
    await browser.close()
  }
}

/** Runs in the page. */
async function measure({ poll, tries }: { poll: SecretPoll; tries: number }): Promise<number[]> {
  const bytes = new Uint8Array(await (await fetch(`/b/${poll.pollId}`)).arrayBuffer())
  const { auditPoll } = (
    window as unknown as { audit: typeof import('#client/facilitation/ballots/own-audit.ts') }
  ).audit
  const me = { personId: 'nobody' as never, role: 'facilitator' as const }
  const times: number[] = []
  for (let attempt = 0; attempt < tries; attempt++) {
    const startedAt = performance.now()
    const { audit } = await auditPoll({ bytes, poll, me, row: null, breathe: async () => {} })
    times.push(performance.now() - startedAt)
    if (!audit.ok) throw new Error(`the audit failed: ${audit.failedCheck}`)
  }
  return times
}

async function bundled(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'runde-audit-'))
  const entry = join(root, 'client/facilitation/ballots/own-audit.ts')
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      build: {
        outDir,
        target: 'es2022',
        lib: { entry, name: 'audit', formats: ['iife'], fileName: () => 'audit.js' },
      },
    })
    return await readFile(join(outDir, 'audit.js'), 'utf8')
  } finally {
    await rm(outDir, { recursive: true, force: true })
  }
}
