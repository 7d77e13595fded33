import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import { storageFaultOf } from '../database/storage-fault.ts'
import { readEnd } from '../log/log-chain.ts'
import { rescuedName } from './backup-folder.ts'
import { sidecars } from './backup.ts'
import { checkDatabase } from './check.ts'

export type RescueParts = { folder: string; nativeBinding?: string }

/**
 * Copies a database whose file is lost by the connection that still has it open, and answers with the copy's path once it
 * has been read through. It keeps everybody waiting until it is done: nothing is accepted meanwhile in any case, and once
 * the app has ended nobody could do it any more.
 */
export function rescueOpen(db: Database, now: number, { folder, nativeBinding }: RescueParts): string {
  const file = path.join(folder, rescuedName(now))
  const partial = `${file}.partial`
  mkdirSync(folder, { recursive: true })
  removeWithSidecars(partial)
  try {
    const end = readEnd(db)
    db.prepare<[string]>('VACUUM INTO ?').run(partial)
    const found = checkDatabase(partial, nativeBinding)
    if (!found.ok) throw new Error(`the copy is not sound: ${found.why}`)
    if (found.end.hash !== end.hash) throw new Error('the copy does not end where the log does')
    sync(partial)
    renameSync(partial, file)
    leave(db)
    return file
  } finally {
    removeWithSidecars(partial)
  }
}

/**
 * Brings what is in the write-ahead log into the file that is still open, wherever that lies, and empties the log: what
 * stays behind of it would be taken for the log of whatever is put in the file's place. From then on nothing is written.
 * Only of a database that could be read through; where it is not to be done, the copy is there all the same.
 */
function leave(db: Database): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.pragma('query_only = ON')
  } catch (error) {
    if (storageFaultOf(error) === null) throw error
  }
}

function sync(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function removeWithSidecars(file: string): void {
  for (const suffix of sidecars) rmSync(`${file}${suffix}`, { force: true })
}
