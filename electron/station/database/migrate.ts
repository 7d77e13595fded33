import type { Database } from 'better-sqlite3'
import { releasedMigrations, type Migrations } from './migrations.ts'
import { StartupError } from './startup-error.ts'

const versionOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }))

/** Throws where a newer app has written the database, or where its version does not go with what it holds. */
export function requireKnownVersion(db: Database, migrations: Migrations): void {
  const version = versionOf(db)
  if (version > migrations.length) {
    const known = String(migrations.length)
    throw new StartupError('databaseNewer', `database version ${String(version)}, app knows ${known}`)
  }
  const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get() ?? 0
  if (version < 0 || (version === 0) !== (tables === 0)) {
    const found = `version ${String(version)} with ${String(tables)} tables and indexes`
    throw new StartupError('databaseDamaged', `not a database of this app: ${found}`)
  }
}

/** The version a database with data is to be brought from and to; null for a new one, or one that is up to date. */
export function pendingMigration(db: Database, migrations: Migrations): { from: number; to: number } | null {
  const from = versionOf(db)
  return from === 0 || from >= migrations.length ? null : { from, to: migrations.length }
}

/**
 * Brings a database up to date, one transaction a version: whatever interrupts it leaves a whole old version or a
 * whole new one. A database from a newer version is refused, untouched.
 */
export function migrate(db: Database, migrations: Migrations = releasedMigrations): void {
  requireKnownVersion(db, migrations)
  const version = versionOf(db)
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`user_version = ${String(index + 1)}`)
    }).immediate()
  }
}
