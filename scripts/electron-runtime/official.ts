import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setInterval } from 'node:timers/promises'
import { makeScratch } from '../lib/cache.ts'
import { cacheDir, rootDir } from '../lib/paths.ts'
import { say } from '../lib/run.ts'

const packageDir = join(rootDir, 'node_modules', 'electron')
const stallMs = 15_000
const forgetFailureMs = 6 * 60 * 60 * 1000

function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

/** The version of the `electron` package, which is the one the app is made for. */
export function officialVersion(): string {
  const text = readText(join(packageDir, 'package.json')) ?? ''
  const version = /"version": "([^"]+)"/.exec(text)?.[1]
  if (version === undefined) throw new Error('The electron package is not installed.')
  return version
}

/** The official binary's path when the `electron` package has it unpacked in the right version. */
export function findOfficial(): string | undefined {
  const dist = join(packageDir, 'dist')
  const name = readText(join(packageDir, 'path.txt'))
  if (name === undefined || readText(join(dist, 'version'))?.replace(/^v/, '') !== officialVersion())
    return undefined
  const executable = join(dist, name)
  return existsSync(executable) ? executable : undefined
}

const failureNote = (): string => join(cacheDir, `electron-${officialVersion()}-not-reachable`)

/** Whether a download failed within the last hours, so that the next start need not wait for it again. */
export function failedRecently(): boolean {
  const note = failureNote()
  return existsSync(note) && Date.now() - statSync(note).mtimeMs < forgetFailureMs
}

/** Bytes that have arrived: the download in its own temporary folder, then the unpacked files. */
async function arrivedBytes(folders: readonly string[]): Promise<number> {
  let bytes = 0
  for (const folder of folders) {
    if (!existsSync(folder)) continue
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      bytes += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0
    }
  }
  return bytes
}

/**
 * Runs the `electron` package's own download (which knows mirrors, its cache and the checksums) and gives up
 * when nothing arrives for a while. Answers the binary's path, or undefined after a failure.
 */
export async function downloadOfficial(): Promise<string | undefined> {
  say(`Fetching Electron ${officialVersion()}…`)
  const scratch = await makeScratch()
  const watcher = new AbortController()
  try {
    const child = spawn(process.execPath, [join(packageDir, 'install.js')], {
      env: { ...process.env, TMPDIR: scratch, ELECTRON_GET_NO_PROGRESS: '1' },
      stdio: 'ignore',
    })
    const finished = new Promise<void>((resolve, reject) => {
      child.on('error', reject).on('exit', () => {
        resolve()
      })
    }).finally(() => {
      watcher.abort()
    })
    let before = 0
    try {
      for await (const _ of setInterval(stallMs, undefined, { signal: watcher.signal })) {
        const now = await arrivedBytes([scratch, join(packageDir, 'dist')])
        if (now === before) child.kill()
        before = now
      }
    } catch (error) {
      if (!watcher.signal.aborted) throw error
    }
    await finished
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  const executable = findOfficial()
  if (executable === undefined)
    await writeFile(failureNote(), 'Electron could not be downloaded at this time.\n')
  return executable
}
