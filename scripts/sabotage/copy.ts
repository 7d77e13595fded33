import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { rootDir } from '../lib/paths.ts'
import type { Sabotage } from './sabotage.ts'

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

/** The one file, of those given with their text, that a bug goes into, and its text with the bug in it. */
export function spoiled(
  files: ReadonlyMap<string, string>,
  { name, within, find, replace }: Sabotage,
): { file: string; text: string } {
  const places = [...files].flatMap(([file, text]) =>
    Array.from({ length: text.split(find).length - 1 }, () => ({ file, text })),
  )
  const [place] = places
  if (place === undefined || places.length > 1) {
    throw new Error(
      `"${name}" no longer fits ${within}: its text is there ${String(places.length)} times instead of once`,
    )
  }
  return { file: place.file, text: place.text.replace(find, () => replace) }
}

/** The sources below a folder of a repository, by their paths from it. */
export async function sourcesIn(root: string, within: string): Promise<Map<string, string>> {
  const entries = await readdir(join(root, within), { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      paths.map(async (path) => [relative(root, path), await readFile(path, 'utf8')] as const),
    ),
  )
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
  const sources = await sourcesIn(folder, bug.within)
  const { file, text } = spoiled(sources, bug)
  await writeFile(join(folder, file), text)
  try {
    return await task()
  } finally {
    await writeFile(join(folder, file), sources.get(file) ?? '')
  }
}
