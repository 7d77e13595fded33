import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rootDir } from '../../scripts/lib/paths.ts'
import { sabotages } from '../../scripts/sabotage/bugs.ts'
import { sourcesIn, spoiled } from '../../scripts/sabotage/copy.ts'
import { readReport } from '../../scripts/sabotage/run-tests.ts'

describe('sabotage', () => {
  it.each(sabotages.map((bug) => [bug.name, bug] as const))(
    '"%s" still fits the source',
    async (_name, bug) => {
      const sources = await sourcesIn(rootDir, bug.within)
      const { file, text } = spoiled(sources, bug)
      expect(text).not.toBe(sources.get(file))
      expect(text).toContain(bug.replace)
      for (const test of bug.tests) expect(existsSync(join(rootDir, test)), test).toBe(true)
    },
  )

  it.each([
    ['is gone', ['something else', '']],
    ['is there twice', ['x = 1; x = 1;', '']],
    ['is in two files', ['x = 1;', 'x = 1;']],
  ])('says so where the text to replace %s', (_what, [one = '', two = '']) => {
    const bug = { name: 'bug', what: '', within: 'a', find: 'x = 1;', replace: 'x = 2;', tests: [] }
    const sources = new Map([
      ['a/one.ts', one],
      ['a/two.ts', two],
    ])
    expect(() => spoiled(sources, bug)).toThrow('"bug" no longer fits a')
  })

  it('tests that could not be loaded catch nothing', () => {
    const report = {
      numPassedTests: 0,
      testResults: [{ status: 'failed', message: 'no such file', assertionResults: [] }],
    }
    expect(readReport(JSON.stringify(report))).toEqual({ kind: 'unfinished', why: 'no such file' })
  })
})
