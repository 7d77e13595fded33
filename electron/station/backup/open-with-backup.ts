import { existsSync, statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { beforeMigrationName, listBackups, pruneBackups } from './backup-folder.ts'
import { BackupError, takeBackup, type BackupParts } from './backup.ts'
import { migrate, pendingMigration } from '../database/migrate.ts'
import { releasedMigrations } from '../database/migrations.ts'
import { openUnmigrated, proveWritable, type OpenOptions } from '../database/open.ts'
import { asStartupError, StartupError } from '../database/startup-error.ts'

/**
 * Opens the station's database as `openDatabase` does, but a database with data is backed up and the backup verified
 * before a migration touches it, and where there are backups a lost or emptied database is not silently begun anew.
 */
export async function openWithBackup(
  options: OpenOptions,
  backups: BackupParts,
  now: number,
): Promise<Database> {
  await requireNotLost(options.file, backups.folder)
  const db = openUnmigrated(options)
  const migrations = options.migrations ?? releasedMigrations
  try {
    const pending = pendingMigration(db, migrations)
    if (pending !== null) await backUpBefore(db, pending.to, backups, now)
    migrate(db, migrations)
    proveWritable(db)
    return db
  } catch (error) {
    db.close()
    throw asStartupError(error)
  }
}

async function backUpBefore(db: Database, version: number, backups: BackupParts, now: number): Promise<void> {
  try {
    await takeBackup(db, beforeMigrationName(now, version), backups)
    await pruneBackups(backups.folder, now)
  } catch (error) {
    if (error instanceof BackupError) throw new StartupError(error.kind, error.message, { cause: error })
    throw asStartupError(error, 'backupFailed')
  }
}

async function requireNotLost(file: string, folder: string): Promise<void> {
  if (existsSync(file) && statSync(file).size > 0) return
  const { dailies, beforeMigration, rescued } = await listBackups(folder).catch((error: unknown) => {
    throw asStartupError(error)
  })
  const latest = rescued.at(-1) ?? dailies.at(-1) ?? beforeMigration.at(-1)
  if (latest !== undefined)
    throw new StartupError('databaseMissing', `${file} is gone or empty; last backup: ${latest}`)
}
