import { expect, test } from 'vitest'
import { tallyReport } from '../../scripts/lib/vitest-stage.ts'

const file = (status: string, ...tests: string[]): unknown => ({
  status,
  assertionResults: tests.map((it) => ({ status: it })),
})
const report = (passed: number, failed: number, ...testResults: unknown[]): string =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults })

test('passed and failed tests are counted', () => {
  const text = report(2, 1, file('passed', 'passed'), file('failed', 'passed', 'failed'))
  expect(tallyReport(text, 1)).toEqual({ passed: 2, failed: 1 })
})

test('a file that could not be loaded counts as one failed', () => {
  expect(tallyReport(report(1, 0, file('passed', 'passed'), file('failed')), 1)).toEqual({
    passed: 1,
    failed: 1,
  })
})

test('a run that ended in failure without a failed test counts as one failed', () => {
  expect(tallyReport(report(3, 0, file('passed', 'passed', 'passed', 'passed')), 1)).toEqual({
    passed: 3,
    failed: 1,
  })
})

test('a run that tested nothing counts as one failed', () => {
  expect(tallyReport(report(0, 0), 0)).toEqual({ passed: 0, failed: 1 })
})
