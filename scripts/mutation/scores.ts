import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { reportOf } from './slice.ts'

const reportSchema = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
})

/** Mutants by what became of them. `alive`: no test noticed, or none even came by. */
export interface Score {
  readonly killed: number
  readonly alive: number
}

const noticed = new Set(['Killed', 'Timeout'])
const unnoticed = new Set(['Survived', 'NoCoverage'])

/** The score in one of Stryker's reports. Mutants that cannot be run at all, or are ruled out in the source, do not count. */
function readScore(text: string): Score {
  const { files } = reportSchema.parse(JSON.parse(text))
  const states = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status))
  return {
    killed: states.filter((status) => noticed.has(status)).length,
    alive: states.filter((status) => unnoticed.has(status)).length,
  }
}

/** The score of files together, as far as they have been gone through. */
export function scoreOf(files: readonly string[]): Score & { readonly missing: number } {
  const done = files.map(reportOf).filter((report) => existsSync(report))
  const scores = done.map((report) => readScore(readFileSync(report, 'utf8')))
  return {
    killed: scores.reduce((sum, { killed }) => sum + killed, 0),
    alive: scores.reduce((sum, { alive }) => sum + alive, 0),
    missing: files.length - done.length,
  }
}

/** Per cent killed; a folder without mutants has nothing against it. */
export const percent = ({ killed, alive }: Score): number =>
  killed + alive === 0 ? 100 : (100 * killed) / (killed + alive)
