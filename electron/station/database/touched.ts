import type { Database } from './open.ts'

/**
 * Which rows of some tables have been written since it was last asked, by a column that names them. The database itself
 * says so, by triggers of this connection alone, so that no writer can forget to. A row that a rollback has put back is
 * among them as well. `name` tells the watches of one connection apart.
 */
export function watchRows(db: Database, name: string, column: string, tables: readonly string[]) {
  const touched = new Set<string>()
  db.function(`${name}_touched`, (key: unknown) => {
    if (typeof key === 'string' || typeof key === 'number') touched.add(String(key))
    return null
  })

  function watch(): void {
    for (const table of tables) {
      for (const [event, row] of [
        ['INSERT', 'NEW'],
        ['UPDATE', 'NEW'],
        ['DELETE', 'OLD'],
      ] as const) {
        db.exec(`CREATE TEMP TRIGGER IF NOT EXISTS ${name}_${table}_${event}
          AFTER ${event} ON main.${table} BEGIN SELECT ${name}_touched(${row}.${column}); END`)
      }
    }
  }

  watch()

  return {
    /** Gives what was touched since the last time. */
    take(): string[] {
      const keys = [...touched]
      touched.clear()
      return keys
    },
    /** Takes up the watch again where a table was put in the place of another: its triggers went with it. */
    again: watch,
  }
}
