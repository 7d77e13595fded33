import type { Database } from '../database/open.ts'

/** An empty table of the same shape as a live one, to be filled at leisure and put in its place in one go. */
export type Shadow = {
  /** Belongs into a transaction; what the live table held is gone afterwards. */
  takeOver: () => void
  drop: () => void
}

export const shadowOf = (table: string): string => `rebuilt_${table}`

/** Makes a table's shadow; what a rebuild that was broken off has left of it is thrown away. */
export function createShadow(db: Database, table: string): Shadow {
  const name = shadowOf(table)
  const created = db
    .prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?")
    .pluck()
    .get(table)
  const beginning = new RegExp(`^CREATE TABLE "?${table}"?`)
  if (created === undefined || !beginning.test(created)) throw new Error(`no table ${table} to rebuild`)
  const drop = (): void => {
    db.exec(`DROP TABLE IF EXISTS ${name}`)
  }
  drop()
  db.exec(created.replace(beginning, `CREATE TABLE ${name}`))

  return {
    drop,
    // Renaming costs the same however long the tables are; copying rows would hold up scans.
    takeOver(): void {
      const indexes = db
        .prepare<[string], string>(
          "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
        )
        .pluck()
        .all(table)
      db.exec(`DROP TABLE ${table}; ALTER TABLE ${name} RENAME TO ${table}`)
      for (const index of indexes) db.exec(index)
    },
  }
}
