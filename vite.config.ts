// Builds the browser's half into dist/client and tells vitest which tests are which.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: 'client',
  plugins: [react()],
  // Its files are imported with `?url`, which only the build proper understands.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // Every browser with es2022 preloads modules by itself.
    modulePreload: { polyfill: false },
  },
  test: {
    root: '.',
    projects: [
      {
        extends: false,
        test: {
          name: 'unit',
          root: '.',
          include: ['tests/shared/**/*.test.ts', 'tests/client/**/*.test.ts', 'tests/server/**/*.test.ts'],
        },
      },
      {
        extends: false,
        test: {
          name: 'integration',
          root: '.',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: false,
        test: {
          name: 'browser',
          root: '.',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
