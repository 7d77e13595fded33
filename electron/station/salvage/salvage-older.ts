import Sqlite, { type Database } from 'better-sqlite3'
import { migrate } from '../database/migrate.ts'
import { releasedMigrations } from '../database/migrations.ts'
import { formerNames, type KeptTable } from '../database/tables.ts'
import { insertFound } from './salvage-rest.ts'
import { readRow, type Damaged, type FoundRow, type SalvagedTable } from './salvage-table.ts'

const present = releasedMigrations.length

/** Rows brought up to date in one go. */
const slice = 1_000

/**
 * A table as the present version has it, whichever version wrote the file: its rows go through the migrations that came
 * since, a table at a time. Rows that a migration cannot take are among the unreadable ones.
 */
export function readUpToDate(damaged: Damaged, table: KeptTable): SalvagedTable {
  const former = formerNames[table]
  const name = former !== undefined && !damaged.has(table) && damaged.has(former) ? former : table
  const version = newestWith(name, damaged.version)
  if (version === null && !damaged.has(name)) return { rows: [], unreadable: 0 }
  const found = damaged.read(name)
  if (version === null || version === present) return found
  const rows: FoundRow[] = []
  for (let from = 0; from < found.rows.length; from += slice) {
    rows.push(...broughtUp(found.rows.slice(from, from + slice), { name, version }, table))
  }
  const lost = found.rows.length - rows.length
  return { rows, unreadable: found.unreadable === null ? null : found.unreadable + lost }
}

type Origin = { name: string; version: number }

/** Rows that stand in the way are found by halving, and left behind. */
function broughtUp(rows: readonly FoundRow[], from: Origin, table: KeptTable): FoundRow[] {
  const all = throughMigrations(rows, from, table)
  if (all !== null) return all
  if (rows.length === 1) return []
  const middle = Math.floor(rows.length / 2)
  return [...broughtUp(rows.slice(0, middle), from, table), ...broughtUp(rows.slice(middle), from, table)]
}

/** Null where a migration fails at one of them. */
function throughMigrations(
  rows: readonly FoundRow[],
  { name, version }: Origin,
  table: KeptTable,
): FoundRow[] | null {
  const db = emptyAt(version)
  try {
    db.transaction(() => {
      for (const row of rows) insertFound(name, row, db)
    })()
    migrate(db)
    return db
      .prepare<[], unknown>(`SELECT * FROM ${table}`)
      .all()
      .map(readRow)
      .filter((row) => row !== null)
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) return null
    throw error
  } finally {
    db.close()
  }
}

/** The newest version, up to the one the file says, that has a table of that name; null where none has. */
function newestWith(name: string, upTo: number): number | null {
  for (let version = upTo; version > 0; version -= 1) {
    const db = emptyAt(version)
    try {
      if (db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined)
        return version
    } finally {
      db.close()
    }
  }
  return null
}

function emptyAt(version: number): Database {
  const db = new Sqlite(':memory:')
  migrate(db, releasedMigrations.slice(0, version))
  return db
}
