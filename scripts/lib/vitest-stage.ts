import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { binPath, outDir, rootDir } from './paths.ts'
import { runHere } from './run.ts'

/** How many tests passed and failed. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})

/**
 * Counts a vitest JSON report. A file that failed without a failed test of its own (it could not be loaded, or a
 * hook broke) counts as one, and so does a run that ended in failure, or tested nothing, with no other trace.
 */
export function tallyReport(text: string, exitCode: number): Tally {
  const report = reportSchema.parse(JSON.parse(text))
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  const nothingShown = failed === 0 && (exitCode !== 0 || report.numPassedTests === 0)
  return { passed: report.numPassedTests, failed: nothingShown ? 1 : failed }
}

/** Runs one project of vitest.config.ts on this terminal and counts its tests. */
export async function runVitestProject(project: string, moreArgs: readonly string[] = []): Promise<Tally> {
  const report = join(outDir, `vitest-${project}.json`)
  await rm(report, { force: true })
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const args = [binPath('vitest'), 'run', '--project', project, ...reporters, ...moreArgs]
  const code = await runHere(process.execPath, args, { cwd: rootDir })
  return existsSync(report) ? tallyReport(readFileSync(report, 'utf8'), code) : { passed: 0, failed: 1 }
}
