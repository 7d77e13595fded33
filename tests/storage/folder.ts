import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach } from 'vitest'
import { copyAndCheck, type CopyDatabase } from '../../electron/station/backup/backup.ts'
import { StartupError } from '../../electron/station/database/startup-error.ts'

const made: string[] = []

/** A folder of the test's own, gone when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'packdesk-storage-'))
  made.push(folder)
  return folder
}

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** The kind of problem the desk would show instead of starting. */
export async function problemOf(open: () => unknown): Promise<string> {
  try {
    await open()
  } catch (error) {
    if (error instanceof StartupError) return error.kind
    throw error
  }
  return 'none'
}

/** In this thread: nobody is kept waiting but the test. */
export const copyHere: CopyDatabase = (from, to) => copyAndCheck(from, to)
