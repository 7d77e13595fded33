import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rootDir } from '../../scripts/lib/paths.ts'
import { sabotages } from '../../scripts/sabotage/bugs.ts'
import { spoiled } from '../../scripts/sabotage/copy.ts'
import { readReport } from '../../scripts/sabotage/run-tests.ts'

describe('sabotage', () => {
  it.each(sabotages.map((bug) => [bug.name, bug] as const))('"%s" still fits the source', (_name, bug) => {
    const text = readFileSync(join(rootDir, bug.file), 'utf8')
    const bad = spoiled(text, bug)
    expect(bad).not.toBe(text)
    expect(bad).toContain(bug.replace)
    for (const test of bug.tests) expect(existsSync(join(rootDir, test)), test).toBe(true)
  })

  it.each([
    ['is gone', 'something else'],
    ['is there twice', 'x = 1; x = 1;'],
  ])('says so where the text to replace %s', (_what, text) => {
    const bug = { name: 'bug', what: '', file: 'a.ts', find: 'x = 1;', replace: 'x = 2;', tests: [] }
    expect(() => spoiled(text, bug)).toThrow('"bug" no longer fits a.ts')
  })

  it('tests that could not be loaded catch nothing', () => {
    const report = {
      numPassedTests: 0,
      testResults: [{ status: 'failed', message: 'no such file', assertionResults: [] }],
    }
    expect(readReport(JSON.stringify(report))).toEqual({ kind: 'unfinished', why: 'no such file' })
  })
})
