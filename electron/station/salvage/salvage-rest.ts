import type { Database } from 'better-sqlite3'
import { createOrderTable } from '../orders/order-table.ts'
import type { FoundRow, SalvagedTable } from './salvage-table.ts'

/** Rows written into the new database, and rows that were there but are not; null where nobody can tell how many. */
export type Counted = { saved: number; lost: number | null }

export const counted = (saved: number, rejected: number, { unreadable }: SalvagedTable): Counted => ({
  saved,
  lost: unreadable === null ? null : rejected + unreadable,
})

/**
 * Orders as last heard, with the round they were seen in; what is derived from them is derived anew. The store still has
 * those that are lost.
 */
export function salvageOrders(found: SalvagedTable, target: Database): Counted {
  const orders = createOrderTable(target)
  const drop = target.prepare<[string]>('DELETE FROM orders WHERE order_no = ?')
  let saved = 0
  target.transaction(() => {
    for (const row of found.rows) {
      const { order_no: orderNo, document } = row
      if (typeof orderNo !== 'string' || typeof document !== 'string') continue
      if (!insertFound('orders', row, target)) continue
      if (orders.adopt(orderNo, document)) saved += 1
      else drop.run(orderNo)
    }
  })()
  return counted(saved, found.rows.length - saved, found)
}

/** Copies a table's rows as they are, as far as the new table takes them. */
export function salvagePlain(table: string, found: SalvagedTable, target: Database): Counted {
  let saved = 0
  target.transaction(() => {
    for (const row of found.rows) saved += insertFound(table, row, target) ? 1 : 0
  })()
  return counted(saved, found.rows.length - saved, found)
}

/** Whether the row went in; columns that the table does not have are left out. */
export function insertFound(table: string, row: FoundRow, target: Database): boolean {
  const columns = target.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
  const known = columns.filter((column) => column in row)
  const insert = target.prepare<[FoundRow]>(
    `INSERT INTO ${table} (${known.join(', ')}) VALUES (${known.map((column) => `@${column}`).join(', ')})`,
  )
  try {
    return insert.run(row).changes === 1
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^SQLITE_(CONSTRAINT|MISMATCH)/.test(String(error.code)))
      return false
    throw error
  }
}
