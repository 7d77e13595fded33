import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootDir } from '../lib/paths.ts'

/** The files below a folder of the repository whose names end so, in order. */
export function filesIn(folder: string, ending = '.ts'): string[] {
  return readdirSync(join(rootDir, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name).slice(rootDir.length + 1))
    .sort()
}

/** One hash over all that mutants and the tests near them may depend on. */
export function stampOfSources(): string {
  const hash = createHash('sha256')
  for (const file of ['shared', 'electron/station', 'electron/demo-store', 'tests'].flatMap((folder) =>
    filesIn(folder, ''),
  ))
    hash.update(file).update(readFileSync(join(rootDir, file)))
  return hash.digest('hex')
}
