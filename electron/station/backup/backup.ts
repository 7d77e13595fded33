import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { beginning, readEnd } from '../log/log-chain.ts'
import { checkDatabase, type DatabaseCheck } from './check.ts'
import { storageFaultOf } from '../database/storage-fault.ts'

/** Copies a database file that is in use and reads the copy through, somewhere where it keeps nobody waiting. */
export type CopyDatabase = (from: string, to: string) => Promise<DatabaseCheck>

export type BackupParts = { folder: string; copy: CopyDatabase }

/** No backup was made; what there was before is as it was. */
export class BackupError extends Error {
  readonly kind: 'backupFailed' | 'diskFull'

  constructor(kind: BackupError['kind'], message: string) {
    super(message)
    this.name = 'BackupError'
    this.kind = kind
  }
}

/** What the rest of a database beside its file may be called. */
export const sidecars = ['', '-wal', '-shm', '-journal'] as const

/**
 * Copies the database into the folder while it is in use, and answers with the copy's path once the copy has been
 * read through and found to hold every event there was. Nothing unproven ever has the final name.
 */
export async function takeBackup(db: Database, name: string, { folder, copy }: BackupParts): Promise<string> {
  const [file, partial] = [path.join(folder, name), path.join(folder, `${name}.partial`)]
  await mkdir(folder, { recursive: true })
  await removeWithSidecars(partial)
  try {
    const atLeast = readEnd(db).seq
    const found = await copy(db.name, partial)
    if (!found.ok) {
      const kind = found.fault === 'diskFull' ? 'diskFull' : 'backupFailed'
      throw new BackupError(kind, `the backup is not sound: ${found.why}`)
    }
    const { end } = found
    if (end.seq < atLeast || hashOf(db, end.seq) !== end.hash) {
      throw new BackupError(
        'backupFailed',
        `the backup ends with event ${String(end.seq)}, not ${String(atLeast)}`,
      )
    }
    await rename(partial, file)
    return file
  } finally {
    await removeWithSidecars(partial)
  }
}

/**
 * Copies all pages in one step, as of one moment, while others go on reading and writing; then reads the copy through.
 * It takes as long as the disk takes: the app does it in a thread of its own.
 */
export async function copyAndCheck(from: string, to: string, nativeBinding?: string): Promise<DatabaseCheck> {
  const addon = nativeBinding === undefined ? {} : { nativeBinding }
  try {
    const source = new Sqlite(from, { readonly: true, fileMustExist: true, ...addon })
    try {
      await source.backup(to, { progress: ({ remainingPages }) => remainingPages })
    } finally {
      source.close()
    }
    makeSelfContained(to, nativeBinding)
    return checkDatabase(to, nativeBinding)
  } catch (error) {
    return {
      ok: false,
      why: error instanceof Error ? error.message : String(error),
      fault: storageFaultOf(error),
    }
  }
}

/** One file without a write-ahead log beside it, which could be left behind when it is copied. */
export function makeSelfContained(file: string, nativeBinding?: string): void {
  const copy = new Sqlite(file, nativeBinding === undefined ? {} : { nativeBinding })
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/** For a log that is still empty, what its first event will follow. */
const hashOf = (db: Database, seq: number): string | undefined =>
  seq === 0
    ? beginning
    : db.prepare<[number], string>('SELECT hash FROM packing_log WHERE seq = ?').pluck().get(seq)

async function removeWithSidecars(file: string): Promise<void> {
  for (const suffix of sidecars) await rm(`${file}${suffix}`, { force: true })
}
