import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { binPath } from '../lib/paths.ts'

/** What came of the tests; `failed` holds full names. unfinished: over time, or ended without a report. */
export type Outcome =
  | { readonly kind: 'finished'; readonly passed: number; readonly failed: readonly string[] }
  | { readonly kind: 'unfinished'; readonly why: string }

const reportSchema = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({ status: z.string(), title: z.string(), ancestorTitles: z.array(z.string()) }),
      ),
    }),
  ),
})

/** Runs test files in a folder with a repository in it; stops them after `limitMs`. */
export async function runTests(folder: string, files: readonly string[], limitMs: number): Promise<Outcome> {
  const report = join(folder, 'report.json')
  await rm(report, { force: true })
  const reporters = ['--reporter=json', `--outputFile=${report}`]
  const args = [binPath('vitest'), 'run', '--root', folder, '--pool=threads', ...reporters, ...files]
  const ended = await runFor(limitMs, args, folder)
  if (ended.late) return { kind: 'unfinished', why: `not done after ${String(Math.round(limitMs / 1000))} s` }
  const text = await readFile(report, 'utf8').catch(() => null)
  if (text === null) return { kind: 'unfinished', why: ended.output.trim().split('\n').slice(-15).join('\n') }
  return readReport(text)
}

/** A file that could not even be loaded proves nothing about the bug: it counts as unfinished. */
export function readReport(text: string): Outcome {
  const { numPassedTests, testResults } = reportSchema.parse(JSON.parse(text))
  const broken = testResults.find(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  if (broken !== undefined)
    return { kind: 'unfinished', why: broken.message ?? 'a test file could not be loaded' }
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ status, title, ancestorTitles }) =>
      status === 'failed' ? [[...ancestorTitles, title].join(' › ')] : [],
    ),
  )
  return { kind: 'finished', passed: numPassedTests, failed }
}

function runFor(
  limitMs: number,
  args: readonly string[],
  cwd: string,
): Promise<{ late: boolean; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let late = false
    const collect = (chunk: string): void => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', collect)
    child.stderr.setEncoding('utf8').on('data', collect)
    const limit = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, limitMs)
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(limit)
      resolve({ late, output })
    })
  })
}
