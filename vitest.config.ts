import { defineConfig } from 'vitest/config'

const realApp = ['tests/e2e/**/*.test.ts', 'tests/crash/**/*.test.ts']

export default defineConfig({
  test: {
    // Every processor: vitest would leave one of them idle, which on two is half of the time.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...realApp, '**/fixtures/**'],
          testTimeout: 30_000,
        },
      },
      {
        // Real Electron: one file at a time, on one screen, against one build.
        test: {
          name: 'e2e',
          include: realApp,
          globalSetup: ['scripts/lib/e2e-setup.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
