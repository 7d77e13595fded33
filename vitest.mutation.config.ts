import { defineConfig } from 'vitest/config'
import { testsVariable } from './scripts/mutation/rooms.ts'

// Only the tests close to the folder that is mutated (scripts/mutation): what takes them long to notice wants a test nearer.
export default defineConfig({
  test: {
    include: (process.env[testsVariable] ?? '').split('\n').filter((pattern) => pattern !== ''),
    testTimeout: 30_000,
  },
})
