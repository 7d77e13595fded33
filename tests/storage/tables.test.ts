import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/station/database/open.ts'
import { tables } from '../../electron/station/database/tables.ts'
import { rebuildProjections } from '../../electron/station/log/rebuild.ts'
import { fullFile, tablesIn } from './full-desk.ts'

const rowsOf = (db: ReturnType<typeof openDatabase>, table: string): string[] =>
  db
    .prepare<[], object>(`SELECT * FROM ${table}`)
    .all()
    .map((row) => JSON.stringify(row))
    .sort()

describe('the register of tables', () => {
  it('names every table of the database once', () => {
    const db = openDatabase({ file: ':memory:' })
    const named = [...tables.truth, ...Object.values(tables.derived).flat(), ...tables.copied]
    expect([...named].sort()).toEqual(tablesIn(db))
    db.close()
  })

  it.each(tables.derived.log)('%s, emptied, is read from the log again as it was', async (table) => {
    const db = openDatabase({ file: await fullFile() })
    const before = rowsOf(db, table)
    expect(before).not.toEqual([])
    db.exec(`DELETE FROM ${table}`)
    await rebuildProjections(db, { pause: () => Promise.resolve() })
    expect(rowsOf(db, table)).toEqual(before)
    db.close()
  })
})
