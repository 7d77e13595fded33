import { join } from 'node:path'
import { ESLint } from 'eslint'
import { beforeAll, describe, expect, test } from 'vitest'
import { packdeskConfig } from '../../scripts/lint/config.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
let found: ReadonlyMap<string, readonly string[]>
let lines: (file: string) => ReadonlySet<number>

// The same rules as the project's own, on a small tree of the same shape: one offence per file.
beforeAll(async () => {
  const eslint = new ESLint({
    cwd: fixtures,
    overrideConfigFile: true,
    overrideConfig: packdeskConfig(fixtures),
  })
  const results = await eslint.lintFiles(['.'])
  found = new Map(
    results.map((result) => [
      result.filePath.slice(fixtures.length + 1),
      [...new Set(result.messages.map((message) => message.ruleId ?? message.message))].sort(),
    ]),
  )
  lines = (file) =>
    new Set(results.find((result) => result.filePath.endsWith(file))?.messages.map((message) => message.line))
}, 120_000)

describe('a file that keeps to the house rules passes', () => {
  test.each([
    'shared/domain/good.ts',
    'shared/contract/good.ts',
    'electron/station/desk/good.ts',
    'electron/demo-store/good.ts',
    'electron/demo-store/embedded.ts',
    'electron/main/good.ts',
    'electron/preload/good.ts',
    'renderer/good.tsx',
  ])('%s', (file) => {
    expect(found.get(file)).toEqual([])
  })
})

describe('what the house rules forbid fails', () => {
  test.each([
    ['electron/station/orders/reads-the-clock.ts', ['no-restricted-globals', 'no-restricted-syntax']],
    ['electron/station/outbox/waits-by-the-clock.ts', ['no-restricted-syntax']],
    ['electron/preload/imports-shell.ts', ['@typescript-eslint/no-restricted-imports']],
    ['electron/station/orders/imports-randomness.ts', ['no-restricted-imports']],
    ['renderer/calls-hook-conditionally.tsx', ['react-hooks/rules-of-hooks']],
    ['shared/domain/exports-default.ts', ['no-restricted-syntax']],
    ['shared/domain/forgets-case.ts', ['@typescript-eslint/switch-exhaustiveness-check']],
    ['shared/domain/forgets-promise.ts', ['@typescript-eslint/no-floating-promises']],
    [
      'shared/domain/forces-types.ts',
      [
        '@typescript-eslint/consistent-type-assertions',
        '@typescript-eslint/no-explicit-any',
        '@typescript-eslint/no-non-null-assertion',
      ],
    ],
  ])('%s', (file, rules) => {
    expect(found.get(file)).toEqual(rules)
  })

  test('every way to read the clock, roll dice or wait is seen', () => {
    expect(lines('reads-the-clock.ts')).toEqual(new Set([1, 2, 3, 4, 5, 6]))
  })

  test('every way to wait by the clock is seen, and a time that is only written down is let be', () => {
    expect(lines('waits-by-the-clock.ts')).toEqual(new Set([4, 5, 6, 8]))
  })
})
