import { copyFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { releasedMigrations } from '../../electron/station/database/migrations.ts'
import { openDatabase } from '../../electron/station/database/open.ts'
import { formerNames, tables } from '../../electron/station/database/tables.ts'
import { salvageDatabase } from '../../electron/station/salvage/salvage.ts'
import { leftAtVersion, rowsIn } from './carried-over.ts'
import { inDatabase } from './damage.ts'
import { tablesIn } from './full-desk.ts'

const versions = Array.from({ length: releasedMigrations.length }, (_, index) => index + 1)
const beforeIntents = versions.filter((version) => version < 5)

const now = Date.UTC(2026, 10, 25)

async function salvage(file: string) {
  const to = file.replace('.db', '-salvaged.db')
  return { to, found: await salvageDatabase(file, to, now, () => Promise.resolve()) }
}

/** The same file, brought up to date by opening it. */
function upToDate(file: string): string {
  const copy = file.replace('.db', '-opened.db')
  copyFileSync(file, copy)
  openDatabase({ file: copy }).close()
  return copy
}

const kept = [...tables.truth, ...tables.copied]

/** What a row has to keep; an order's other columns are read from its document anew. */
const columnsOf = (table: string) => (table === 'orders' ? 'order_no, document, seen_round, to_read' : '*')

const isOpen = ({ state }: Record<string, unknown>) => state !== 'confirmed' && state !== 'handled'

/** The promises of a file that was brought up to date, as a salvage is to have them: those still open are read first. */
const promisesIn = (file: string) =>
  rowsIn(file, 'SELECT * FROM intents ORDER BY seq').map((row) =>
    isOpen(row) ? { ...row, read_first: 1 } : row,
  )

describe.each(versions)('a file that version %i of the database has written', (version) => {
  it('is salvaged as it would have been brought up to date', async () => {
    const file = leftAtVersion(version)
    inDatabase(file, (db) => db.exec("INSERT INTO barcode_book VALUES ('8801234567893', 'A', 12, '감귤')"))
    const { to, found } = await salvage(file)
    const opened = upToDate(file)
    expect(found.outbox).toEqual({ saved: 10, lost: 0, remade: 0, toLookAt: 0 })
    for (const [table, { lost }] of Object.entries(found.tables)) expect(lost, table).toBe(0)
    expect(rowsIn(to, 'SELECT * FROM intents ORDER BY seq')).toEqual(promisesIn(opened))
    for (const table of kept.filter((name) => name !== 'intents')) {
      const all = `SELECT ${columnsOf(table)} FROM ${table} ORDER BY 1`
      expect(rowsIn(to, all), table).toEqual(rowsIn(opened, all))
    }
  })
})

describe.each(beforeIntents)('a damaged file of version %i', (version) => {
  it('gives up what a migration cannot read, and nothing beside it', async () => {
    const file = leftAtVersion(version)
    inDatabase(file, (db) => {
      db.exec("UPDATE orders SET document = '{' WHERE order_no = '202411010000105'")
      db.exec("UPDATE outbox SET promise = '{' WHERE seq = 2")
    })
    const { to, found } = await salvage(file)
    expect(found.tables['orders']).toEqual({ saved: 8, lost: 1 })
    expect(found.outbox).toEqual({ saved: 9, lost: 1, remade: 1, toLookAt: 1 })
    expect(rowsIn(to, 'SELECT seq FROM intents')).toHaveLength(10)
  })

  it('that no longer says which version it is, is known by its tables', async () => {
    const file = leftAtVersion(version)
    inDatabase(file, (db) => db.pragma('user_version = 77'))
    const { to, found } = await salvage(file)
    expect(found.outbox).toMatchObject({ saved: 10, lost: 0, remade: 0 })
    expect(rowsIn(to, 'SELECT count(*) AS boxes FROM intents')).toEqual([{ boxes: 10 }])
  })
})

it('a table that was given up for another is named as its former name', () => {
  const former = Object.values(formerNames)
  const ever = versions.flatMap((version) => {
    const db = new Sqlite(':memory:')
    for (const sql of releasedMigrations.slice(0, version)) db.exec(sql)
    return tablesIn(db)
  })
  const named: string[] = [...kept, ...Object.values(tables.derived).flat(), ...former]
  expect(new Set(ever)).toEqual(new Set(named))
})
