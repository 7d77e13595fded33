import { z } from 'zod'
import Sqlite, { type Database } from 'better-sqlite3'
import { storageFaultOf } from '../database/storage-fault.ts'

const foundRowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

export type FoundRow = z.infer<typeof foundRowSchema>

/** What could be read of a table; `unreadable` rows were there and could not be, null where nobody can tell how many. */
export type SalvagedTable = { rows: FoundRow[]; unreadable: number | null }

/** A damaged database, opened as far as it can be. `why` says why it could not be opened at all. */
export type Damaged = { read: (table: string) => SalvagedTable; why: string | null; close: () => void }

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
      read: () => nothing,
      why: error instanceof Error ? error.message : String(error),
      close: () => undefined,
    }
  }
  return { read: (table) => salvageTable(db, table), why: null, close: () => db.close() }
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
        const found = foundRowSchema.safeParse(row)
        if (found.success) rows.push(found.data)
        else failures += 1
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
