import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheDir } from './paths.ts'

const scratchPrefix = 'unfinished-'
const abandonedMs = 24 * 60 * 60 * 1000

/** A scratch folder in the cache. Those of set-ups that were killed long ago go. */
export async function makeScratch(folder = cacheDir): Promise<string> {
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const isOld = name.startsWith(scratchPrefix) && Date.now() - (await stat(path)).mtimeMs > abandonedMs
    if (isOld) await rm(path, { recursive: true, force: true })
  }
  return mkdtemp(join(folder, scratchPrefix))
}

/**
 * Answers `<cache>/<name>`, filling it first when it is missing. `fill` works in a scratch folder beside it and
 * answers the path to keep; that path gets its final name in one rename, so an interrupted set-up leaves
 * nothing that looks finished. Two set-ups at the same time are fine: the first rename wins.
 */
export async function cached(
  name: string,
  fill: (scratch: string) => Promise<string>,
  folder = cacheDir,
): Promise<string> {
  const target = join(folder, name)
  if (existsSync(target)) return target
  const scratch = await makeScratch(folder)
  try {
    const result = await fill(scratch)
    await rename(result, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error
    })
    return target
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
