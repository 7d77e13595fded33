/** Names, to vitest.mutation.config.ts, the tests of the folder under test, one a line. */
export const testsVariable = 'PACKDESK_MUTATION_TESTS'

/** A folder whose lines are mutated, with the tests that are close to it: only these are to notice. */
export interface MutatedRoom {
  /** From the repository's folder; its own subfolders included. */
  readonly folder: string
  /** Test files, as vitest's `include` takes them. Properties that take seconds are left out: each mutant would wait for them. */
  readonly tests: readonly string[]
}

export const mutatedRooms: readonly MutatedRoom[] = [
  { folder: 'shared/domain/codes', tests: ['tests/unit/codes/**/!(*.property).test.ts'] },
  { folder: 'shared/domain/sections', tests: ['tests/unit/sections/**/*.test.ts'] },
  {
    folder: 'shared/domain/orders',
    tests: ['tests/unit/orders/**/!(*.property).test.ts'],
  },
  { folder: 'shared/domain/packing', tests: ['tests/unit/packing/**/!(*.property).test.ts'] },
  {
    folder: 'shared/domain/intents',
    tests: ['tests/unit/intents/**/*.test.ts'],
  },
  { folder: 'electron/station/settings', tests: ['tests/unit/settings/**/*.test.ts'] },
  {
    folder: 'electron/station/imweb',
    tests: ['tests/unit/imweb/**/*.test.ts', 'tests/unit/rate-budget.test.ts'],
  },
  { folder: 'electron/station/feed', tests: ['tests/unit/feed/**/*.test.ts'] },
  {
    folder: 'electron/station/orders',
    tests: ['tests/unit/station-orders/**/*.test.ts', 'tests/station/queue.test.ts'],
  },
  { folder: 'electron/station/log', tests: ['tests/unit/log/**/*.test.ts'] },
  {
    folder: 'electron/station/outbox',
    tests: ['tests/unit/outbox/**/*.test.ts'],
  },
]
