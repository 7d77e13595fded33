import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { binPath, outDir, rootDir } from './paths.ts'
import { mustRun, say } from './run.ts'

const sources = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
]
const stampFile = join(outDir, 'build-stamp')

async function filesBelow(path: string): Promise<string[]> {
  const absolute = join(rootDir, path)
  if (!existsSync(absolute)) return []
  if (statSync(absolute).isFile()) return [path]
  const entries = await readdir(absolute, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(rootDir.length + 1))
}

/** One number for everything the build reads. */
async function sourceStamp(): Promise<string> {
  const files = (await Promise.all(sources.map(filesBelow))).flat().sort()
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(rootDir, file)))
      .update('\0')
  return hash.digest('hex')
}

/** Builds the app into out/, unless the last build was made from exactly these sources. */
export async function buildApp(): Promise<void> {
  const stamp = await sourceStamp()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  say('Building the app…')
  await rm(stampFile, { force: true })
  await mustRun(process.execPath, [binPath('electron-vite'), 'build', '--logLevel', 'warn'], { cwd: rootDir })
  await mkdir(outDir, { recursive: true })
  await writeFile(stampFile, stamp)
}
