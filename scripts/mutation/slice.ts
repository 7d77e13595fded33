import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
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
  process.env[testsVariable] = tests.join('\n')
  // The rest of it stands in stryker.config.json.
  const stryker = new Stryker({ mutate: [file], incremental: true, incrementalFile: reportOf(file) })
  await stryker.runMutationTest()
  await writeFile(stampFile, stamp)
  return 'ran'
}
