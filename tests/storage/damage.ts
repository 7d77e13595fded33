import { closeSync, openSync, writeSync } from 'node:fs'
import Sqlite, { type Database } from 'better-sqlite3'

export const pageSize = 4096

/** Bytes that are neither a page of SQLite's nor all the same. */
export const garbage = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, index) => (index * 73 + 41) % 251))

export function overwrite(file: string, at: number, bytes: Buffer): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, bytes, 0, bytes.length, at)
  closeSync(descriptor)
}

/** Overwrites whole pages, counted from 1. */
export function overwritePages(file: string, pages: readonly number[]): void {
  for (const page of pages) overwrite(file, (page - 1) * pageSize, garbage(pageSize))
}

/** Which pages a table or an index lies on, in the order of its rows. */
export const pagesOf = (
  file: string,
  name: string,
  kind: 'leaf' | 'internal' | 'overflow' = 'leaf',
): number[] =>
  inDatabase(file, (db) =>
    db
      .prepare<[string, string], number>(
        'SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY path',
      )
      .pluck()
      .all(name, kind),
  )

export function inDatabase<T>(file: string, read: (db: Database) => T): T {
  const db = new Sqlite(file)
  try {
    return read(db)
  } finally {
    db.close()
  }
}

/** Every event of a log, as stored. */
export const eventsIn = (file: string) =>
  inDatabase(file, (db) =>
    db
      .prepare<[], { seq: number; hash: string }>(
        'SELECT seq, order_no, at, type, event, prev_hash, hash FROM packing_log NOT INDEXED ORDER BY seq',
      )
      .all(),
  )
