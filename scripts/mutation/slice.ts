import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { z } from 'zod'
import { outDir } from '../lib/paths.ts'
import { testsVariable } from './rooms.ts'

const folder = join(outDir, 'mutation')

/** Where what came of a file's mutants is kept, in Stryker's own format; the next run takes over what still holds. */
export const reportOf = (file: string): string => join(folder, `${file.replaceAll('/', '-')}.json`)

export interface Slice {
  /** The file to mutate, from the repository's folder. */
  readonly file: string
  readonly tests: readonly string[]
  /** What tells these sources and tests from any others. */
  readonly stamp: string
}

/**
 * Mutates one file, and has its tests notice. A slice gone through before with the same sources and tests is left alone,
 * so that a long run can be stopped and taken up again.
 */
export async function runSlice({ file, tests, stamp }: Slice): Promise<'ran' | 'as before'> {
  const stampFile = `${reportOf(file)}.stamp`
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) return 'as before'
  await mkdir(folder, { recursive: true })
  await rm(stampFile, { force: true })
  await forgetUntriedSurvivors(reportOf(file))
  process.env[testsVariable] = tests.join('\n')
  // The rest of it stands in stryker.config.json.
  const stryker = new Stryker({ mutate: [file], incremental: true, incrementalFile: reportOf(file) })
  await stryker.runMutationTest()
  await writeFile(stampFile, stamp)
  return 'ran'
}

const reportSchema = z.looseObject({
  files: z.record(
    z.string(),
    z.looseObject({
      mutants: z.array(
        z.looseObject({
          status: z.string(),
          static: z.boolean().optional(),
          coveredBy: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
})

/**
 * Stryker takes over survivors that no test ran, or that are run only once, as a module is loaded, although tests were
 * added since: it is made to try them again.
 */
async function forgetUntriedSurvivors(report: string): Promise<void> {
  if (!existsSync(report)) return
  const kept = reportSchema.parse(JSON.parse(await readFile(report, 'utf8')))
  for (const file of Object.values(kept.files))
    file.mutants = file.mutants.filter(
      ({ status, static: once, coveredBy }) => status === 'Killed' || (once !== true && coveredBy.length > 0),
    )
  await writeFile(report, JSON.stringify(kept))
}
