import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { asStartupError, type StartupError } from '../station/database/startup-error.ts'

/** The folder that the app's own files go to: the data folder, or where that cannot be used one that is as good as none. */
export type UsableFolder = { folder: string; problem: StartupError | null }

/**
 * Tries whether the data folder is one that can be written to. Where it is not, not even the lock that keeps a second desk
 * away could be taken, and the app would be gone without a word: it goes on in a folder of its own, to say so.
 */
export function usableFolder(dataFolder: string): UsableFolder {
  try {
    mkdirSync(dataFolder, { recursive: true })
    const probe = path.join(dataFolder, `writable-${String(process.pid)}`)
    writeFileSync(probe, '')
    rmSync(probe)
    return { folder: dataFolder, problem: null }
  } catch (error) {
    const problem = asStartupError(error, 'databaseUnwritable')
    return { folder: mkdtempSync(path.join(tmpdir(), 'packdesk-')), problem }
  }
}
