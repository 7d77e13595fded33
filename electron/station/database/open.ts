import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { migrate } from './migrations.ts'
import { StartupError } from './startup-error.ts'

export type { Database } from 'better-sqlite3'

export type OpenOptions = {
  /** The database file, or ':memory:' in tests. */
  file: string
  /** Another build of better-sqlite3's addon, where the packaged one does not fit the runtime. */
  nativeBinding?: string
}

/**
 * Opens the station's database, or says why not as a StartupError: a damaged file is never replaced, and a database
 * that would not keep an acknowledged scan through a power cut (`synchronous` other than FULL) is not used.
 */
export function openDatabase({ file, nativeBinding }: OpenOptions): Database {
  const db = connect(file, nativeBinding)
  try {
    setPragmas(db, file)
    const health = String(db.pragma('quick_check', { simple: true }))
    if (health !== 'ok') throw new StartupError('databaseDamaged', health)
    migrate(db)
    return db
  } catch (error) {
    db.close()
    throw asStartupError(error)
  }
}

function connect(file: string, nativeBinding: string | undefined): Database {
  try {
    if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true })
    return new Sqlite(file, nativeBinding === undefined ? {} : { nativeBinding })
  } catch (error) {
    throw asStartupError(error)
  }
}

function setPragmas(db: Database, file: string): void {
  const inMemory = file === ':memory:'
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('busy_timeout = 2000')
  expectPragma(db, 'journal_mode', inMemory ? 'memory' : 'wal')
  expectPragma(db, 'synchronous', '2')
  expectPragma(db, 'foreign_keys', '1')
}

function expectPragma(db: Database, name: string, wanted: string): void {
  const found = String(db.pragma(name, { simple: true }))
  if (found !== wanted) throw new StartupError('notDurable', `${name} is ${found}, not ${wanted}`)
}

function asStartupError(error: unknown): StartupError {
  if (error instanceof StartupError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const detail = error instanceof Error ? error.message : String(error)
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return new StartupError('databaseDamaged', detail, { cause: error })
  if (/^(SQLITE_(READONLY|CANTOPEN|FULL|IOERR|BUSY|PERM)|EACCES|EROFS|ENOSPC|EPERM|ENOTDIR|EEXIST)/.test(code)) {
    return new StartupError('databaseUnwritable', detail, { cause: error })
  }
  return new StartupError('unexpected', detail, { cause: error })
}
