import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { noteOpened } from './in-place.ts'
import { migrate, requireKnownVersion } from './migrate.ts'
import { releasedMigrations, type Migrations } from './migrations.ts'
import { asStartupError, StartupError } from './startup-error.ts'

export type { Database } from 'better-sqlite3'

export type OpenOptions = {
  /** The database file, or ':memory:' in tests. */
  file: string
  /** Another build of better-sqlite3's addon, where the packaged one does not fit the runtime. */
  nativeBinding?: string
  /** How long another connection's lock is waited for, in milliseconds. */
  busyMs?: number
  /** No more pages (of 4 KiB) than these: what a full disk is to a test. */
  maxPages?: number
  migrations?: Migrations
}

/**
 * Opens the station's database, or says why not as a StartupError: a damaged file is never replaced, and a database
 * that would not keep an acknowledged scan through a power cut (`synchronous` other than FULL) is not used.
 */
export function openDatabase(options: OpenOptions): Database {
  const db = openUnmigrated(options)
  return finish(db, () => {
    migrate(db, options.migrations ?? releasedMigrations)
    proveWritable(db)
  })
}

/** The same without migrating: sound and durable, but of any version up to the present one. */
export function openUnmigrated(options: OpenOptions): Database {
  const db = connect(options)
  return finish(db, () => {
    setPragmas(db, options)
    const health = String(db.pragma('quick_check', { simple: true }))
    if (health !== 'ok') throw new StartupError('databaseDamaged', health)
    requireKnownVersion(db, options.migrations ?? releasedMigrations)
  })
}

/** A database that can be read is not yet one that takes a scan: one real write, synced, tells. */
export function proveWritable(db: Database): void {
  db.transaction(() => {
    const version = Number(db.pragma('user_version', { simple: true }))
    db.pragma(`user_version = ${String(version)}`)
  }).immediate()
}

/** Gives the database back once `work` is done; closes it where that fails. */
function finish(db: Database, work: () => void): Database {
  try {
    work()
    return db
  } catch (error) {
    db.close()
    throw asStartupError(error)
  }
}

function connect({ file, nativeBinding, busyMs = 2_000 }: OpenOptions): Database {
  try {
    if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true })
    const addon = nativeBinding === undefined ? {} : { nativeBinding }
    const db = new Sqlite(file, { timeout: busyMs, ...addon })
    noteOpened(db)
    return db
  } catch (error) {
    throw asStartupError(error)
  }
}

function setPragmas(db: Database, { file, maxPages }: OpenOptions): void {
  const inMemory = file === ':memory:'
  if (maxPages !== undefined) db.pragma(`max_page_count = ${String(maxPages)}`)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  expectPragma(db, 'journal_mode', inMemory ? 'memory' : 'wal')
  expectPragma(db, 'synchronous', '2')
  expectPragma(db, 'foreign_keys', '1')
  expectPragma(db, 'trusted_schema', '0')
}

function expectPragma(db: Database, name: string, wanted: string): void {
  const found = String(db.pragma(name, { simple: true }))
  if (found !== wanted) throw new StartupError('notDurable', `${name} is ${found}, not ${wanted}`)
}
