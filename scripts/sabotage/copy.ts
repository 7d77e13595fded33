import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootDir } from '../lib/paths.ts'
import type { Sabotage } from './bugs.ts'

/** What the station's tests stand on; the installed dependencies are linked, not copied. */
const sources = ['shared', 'electron', 'resources', 'tests', 'package.json', 'tsconfig.json']

/** The copy keeps vitest's cache to itself, so that nothing is written through the link to the dependencies. */
const vitestConfig = `export default { cacheDir: './cache', test: { testTimeout: 30_000 } }\n`

/** Puts a copy of the sources into a temporary folder, and answers with the folder. */
async function copySources(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'packdesk-sabotage-'))
  for (const name of sources) await cp(join(rootDir, name), join(folder, name), { recursive: true })
  await symlink(join(rootDir, 'node_modules'), join(folder, 'node_modules'), 'dir')
  await writeFile(join(folder, 'vitest.config.js'), vitestConfig)
  return folder
}

/** The text with the bug in it. Throws where the text to replace is not there exactly once. */
export function spoiled(text: string, { name, file, find, replace }: Sabotage): string {
  const matches = text.split(find).length - 1
  if (matches !== 1) {
    throw new Error(
      `"${name}" no longer fits ${file}: its text is there ${String(matches)} times instead of once`,
    )
  }
  return text.replace(find, () => replace)
}

/** Runs a task on a copy of the repository, as it is at this moment; the copy is removed afterwards. */
export async function onCopy<T>(task: (folder: string) => Promise<T>): Promise<T> {
  const folder = await copySources()
  try {
    return await task(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs a task while a bug, if one is given, is in a copy; the copy is as it was afterwards. */
export async function withBug<T>(folder: string, bug: Sabotage | null, task: () => Promise<T>): Promise<T> {
  if (bug === null) return task()
  const file = join(folder, bug.file)
  const sound = await readFile(file, 'utf8')
  await writeFile(file, spoiled(sound, bug))
  try {
    return await task()
  } finally {
    await writeFile(file, sound)
  }
}
