import { z } from 'zod'
import Sqlite, { type Database } from 'better-sqlite3'
import { releasedMigrations } from '../database/migrations.ts'
import { storageFaultOf } from '../database/storage-fault.ts'

const foundRowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

export type FoundRow = z.infer<typeof foundRowSchema>

/** A row as SQLite gave it; null for one with something in it that no table of the app has. */
export function readRow(row: unknown): FoundRow | null {
  const found = foundRowSchema.safeParse(row)
  return found.success ? found.data : null
}

/** What could be read of a table; `unreadable` rows were there and could not be, null where nobody can tell how many. */
export type SalvagedTable = { rows: FoundRow[]; unreadable: number | null }

/**
 * A damaged database, opened as far as it can be: which of the released versions wrote it (the present one where that
 * cannot be told), what tables it has, and what can be read of them. `why` says why it could not be opened at all.
 */
export type Damaged = {
  version: number
  has: (table: string) => boolean
  read: (table: string) => SalvagedTable
  why: string | null
  close: () => void
}

const nothing: SalvagedTable = { rows: [], unreadable: null }

/** After so many single failures the rest of a table is given up. */
const mostFailures = 1_000_000

/** Opens a copy that SQLite may write to: a write-ahead log beside it is brought in. */
export function openDamaged(copy: string): Damaged {
  const db = new Sqlite(copy)
  try {
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    db.pragma('writable_schema = ON')
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (error) {
    db.close()
    if (storageFaultOf(error) !== 'databaseDamaged') throw error
    return {
      version: releasedMigrations.length,
      has: () => false,
      read: () => nothing,
      why: error instanceof Error ? error.message : String(error),
      close: () => undefined,
    }
  }
  const named = db.prepare<[string]>("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")
  return {
    version: versionOf(db),
    has: (table) => named.get(table) !== undefined,
    read: (table) => salvageTable(db, table),
    why: null,
    close: () => db.close(),
  }
}

function versionOf(db: Database): number {
  const said = Number(db.pragma('user_version', { simple: true }))
  return said > 0 && said < releasedMigrations.length ? said : releasedMigrations.length
}

/** Reads a table around the places that cannot be read: a range that fails is halved until single rows fail. */
function salvageTable(db: Database, table: string): SalvagedTable {
  let select
  try {
    select = db.prepare<[number, number], unknown>(
      `SELECT * FROM ${table} NOT INDEXED WHERE rowid >= ? AND rowid < ? ORDER BY rowid`,
    )
  } catch (error) {
    // Its entry in the list of tables is what was damaged.
    if (error instanceof Sqlite.SqliteError) return nothing
    throw error
  }
  const range = select
  const rows: FoundRow[] = []
  let failures = 0

  function readRange(from: number, to: number): void {
    if (from >= to || failures >= mostFailures) return
    try {
      for (const row of range.all(from, to)) {
        const found = readRow(row)
        if (found === null) failures += 1
        else rows.push(found)
      }
      return
    } catch (error) {
      if (storageFaultOf(error) === null) throw error
    }
    if (to - from === 1) {
      failures += 1
      return
    }
    const middle = Math.floor((from + to) / 2)
    readRange(from, middle)
    readRange(middle, to)
  }

  const highest = highestRow(db, table)
  readRange(0, (highest ?? furthest(db)) + 1)
  return { rows, unreadable: highest === null || failures >= mostFailures ? null : failures }
}

/** The last row's number; null where that end is the damaged one. */
function highestRow(db: Database, table: string): number | null {
  try {
    return db.prepare<[], number>(`SELECT max(rowid) FROM ${table}`).pluck().get() ?? 0
  } catch (error) {
    if (storageFaultOf(error) !== 'databaseDamaged') throw error
    return null
  }
}

/** A row takes ten bytes at the very least. */
const furthest = (db: Database): number =>
  Math.min(mostFailures, Number(db.pragma('page_count', { simple: true })) * 400)
