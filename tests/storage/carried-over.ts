import { copyFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { migrate } from '../../electron/station/database/migrate.ts'
import { releasedMigrations } from '../../electron/station/database/migrations.ts'
import { openDatabase, type Database } from '../../electron/station/database/open.ts'
import { a } from '../station/guide.ts'
import { createWorld, type NewOrder, type World } from '../station/world.ts'
import { newFolder } from './folder.ts'

const fixture = path.join(import.meta.dirname, 'fixtures', 'released-3.sqlite')

/** The section that the store made of half of 108, by the name it had when the file was written. */
const madeThen = 'os202611242e888726d580'

/** Orders of the shop that the file was written beside, by the last digit of their numbers. */
export const orderNoOf = (digit: number): string => `20241101000010${String(digit)}`

const tablesOf = (db: Database): string[] =>
  db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()

const columnsOf = (db: Database, table: string): string[] =>
  db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)

/**
 * What a desk left behind at a version of the database: the file that the release with version 3 wrote, brought up to a
 * later version, or its rows put into an earlier one as far as that had a place for them.
 */
export function leftAtVersion(version: number): string {
  const file = path.join(newFolder(), 'packdesk.db')
  if (version >= 3) copyFileSync(fixture, file)
  const db = new Sqlite(file)
  migrate(db, releasedMigrations.slice(0, version))
  if (version < 3) {
    db.prepare('ATTACH ? AS written').run(fixture)
    for (const table of tablesOf(db)) {
      const written = db
        .prepare<[string], string>("SELECT name FROM pragma_table_info(?, 'written')")
        .pluck()
        .all(table)
      const common = columnsOf(db, table).filter((column) => written.includes(column))
      if (common.length > 0)
        db.exec(`INSERT INTO main.${table} (${common.join()}) SELECT ${common.join()} FROM written.${table}`)
    }
  }
  db.close()
  return file
}

/** Rows of a table in a file that is not brought up to date for it. */
export function rowsIn(file: string, sql: string): Record<string, unknown>[] {
  const db = new Sqlite(file, { readonly: true })
  const rows = db.prepare<[], Record<string, unknown>>(sql).all()
  db.close()
  return rows
}

/**
 * The desk comes back with a file, to a shop that stands where it stood when the file was written: with 103 and, where
 * `landed`, the first box of 109 the write was done and its answer lost.
 */
export async function packOnWith(file: string, { landed }: { landed: boolean }): Promise<World> {
  const orders = Array.from({ length: 9 }, (_, index): NewOrder => {
    return { orderNo: Number(orderNoOf(index + 1)), lines: [[a, 2]] }
  })
  openDatabase({ file }).close()
  let isStanding = false
  const world = await createWorld({
    ...{ file, orders, start: false },
    network: ({ path: at }) => (isStanding || !at.startsWith('/orders') ? 'none' : 'refuseConnection'),
  })
  world.sleep(200_000)
  await world.restart()
  await world.advance(1_000)
  const onSection = (digit: number, body: Record<string, unknown>) => {
    const orderNo = orderNoOf(digit)
    const code = world.storeSections(orderNo).order.sections[0]?.orderSectionCode ?? ''
    return world.ownerCall('PATCH', `/orders/${orderNo}/order-section/${code}/shipping-operation`, body)
  }
  const prepare = (digit: number, qty: number) =>
    onSection(digit, {
      orderSectionStatus: 'SHIPPING_READY',
      orderSectionItemDataList: [{ orderSectionItemNo: `${orderNoOf(digit)}-001`, qty }],
    })
  await prepare(4, 2)
  await onSection(4, { orderSectionStatus: 'SHIPPING', invoiceNo: '689200001005', parcelCompanyIdx: 4 })
  await prepare(3, 2)
  await prepare(8, 1)
  if (landed) await prepare(9, 1)
  const { sections } = world.storeSections(orderNoOf(5)).order
  world.shop.requestCancel(
    Number(orderNoOf(5)),
    sections.map(({ orderSectionCode }) => orderSectionCode),
  )
  const made = world.storeSections(orderNoOf(8)).order.sections[1]?.orderSectionCode ?? ''
  world.db.exec(`
    UPDATE intents SET section = replace(section, '${madeThen}', '${made}'),
      step = replace(step, '${madeThen}', '${made}'), before = replace(before, '${madeThen}', '${made}');
    UPDATE orders SET document = replace(document, '${madeThen}', '${made}')`)
  isStanding = true
  world.calls.length = 0
  await world.restart()
  await world.advance(180_000)
  return world
}
