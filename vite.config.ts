// Builds the browser's half into dist/client and tells vitest which tests are which.
import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/**
 * Every zod schema can also write itself as a JSON schema; nothing in the browser asks for one, and no bundler can see
 * that. Left out of the build it makes the join page 5 KB lighter. Called all the same, it would fail loudly.
 */
function withoutJsonSchemas(): Plugin {
  const writers = /[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/
  return {
    name: 'without-json-schemas',
    apply: 'build',
    transform(code, id) {
      if (!writers.test(id)) return null
      const names = [...code.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name)
      const isMaker = (name: string | undefined) => name?.startsWith('create') ?? false
      const missing = "() => { throw new Error('JSON schemas are left out of the browser build.') }"
      // The makers are called for every schema and give a function back; the rest is called by that function only.
      const stubs = names.map(
        (name) => `export const ${name} = ${isMaker(name) ? `() => ${missing}` : missing}`,
      )
      return { code: stubs.join('\n'), map: null }
    },
  }
}

// A busy machine makes tests slow, not wrong: these say when something hangs, and nothing about how fast it should be.
const patience = { testTimeout: 30_000, hookTimeout: 30_000, expect: { poll: { timeout: 30_000 } } }
// By itself vitest leaves one processor to others, which on two is half of them.
const wholeMachine = { maxWorkers: availableParallelism() }

/**
 * A whole server for every test, whole polls of curve arithmetic, a disk's commits one by one, sockets that are waited out,
 * hundreds of random maps, whole reports as decks and PDFs: whole seconds for each file, too long for before every commit.
 */
const lengthy = [
  'tests/client/app/seat.test.ts',
  'tests/client/ballots/{ballot-client,concern-ballot,late-ballot,reload}.test.ts',
  'tests/client/facilitation/connection.test.ts',
  'tests/client/results/files/{slides,told-everywhere}.test.ts',
  'tests/client/results/files/pdf/{long,write-pdf}.test.ts',
  'tests/client/simulated/crowd.test.ts',
  'tests/server/access/{codes,founding,founding-with-board,joining,offers}.test.ts',
  'tests/server/ballots/{arithmetic,cast,cast-form,removed-person,seal,taken-up,token}.test.ts',
  'tests/server/board/order.test.ts',
  'tests/server/cli/copies.test.ts',
  'tests/server/facilitation/gateway*.test.ts',
  'tests/server/facilitation/{rooms,rooms-in-time,thirty-people}.test.ts',
  'tests/server/history/history.test.ts',
  'tests/server/http/{health,workshop-files}.test.ts',
  'tests/server/images/images.test.ts',
  'tests/server/results/{results,results-thread,routes}.test.ts',
  'tests/server/{deletion,demo,retention,workshop-file}/*.test.ts',
  'tests/server/silence/*.test.ts',
  'tests/server/storage/{journaled-boards,sqlite*}.test.ts',
  'tests/server/webhook/routes.test.ts',
  'tests/shared/board/restore.test.ts',
  'tests/shared/board/import/write-table.test.ts',
]

// What every page needs goes out in one piece: a dozen small files compress worse than one, and each costs a request.
const onEveryPage =
  /node_modules[\\/](?:react|react-dom|scheduler|react-router|i18next|zod)[\\/]|[\\/]client[\\/]ui[\\/](?:texts|format|language|api|seat-token|DepartmentShape|department-shapes|browser-storage)\.tsx?$/

export default defineConfig({
  root: 'client',
  plugins: [react(), withoutJsonSchemas()],
  // Its files are imported with `?url`, which only the build proper understands.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // tldraw is one large chunk, loaded with the board only.
    chunkSizeWarningLimit: 2000,
    // Every browser with es2022 preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: onEveryPage }] } } },
  },
  test: {
    root: '.',
    projects: [
      {
        extends: false,
        test: {
          ...patience,
          ...wholeMachine,
          name: 'unit',
          root: '.',
          include: [
            'tests/*.test.ts',
            'tests/bench/*.test.ts',
            'tests/shared/**/*.test.ts',
            'tests/client/**/*.test.ts',
            'tests/server/**/*.test.ts',
          ],
          exclude: lengthy,
        },
      },
      {
        extends: false,
        test: {
          ...patience,
          ...wholeMachine,
          name: 'lengthy',
          root: '.',
          include: lengthy,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: false,
        test: {
          ...patience,
          name: 'integration',
          root: '.',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          fileParallelism: false, // they kill and start whole servers, some on a fixed port
        },
      },
      {
        extends: false,
        test: {
          ...patience,
          name: 'browser',
          root: '.',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // Each file has a server and a browser of its own, and mostly waits for one of them.
          maxWorkers: 2,
        },
      },
    ],
  },
})
