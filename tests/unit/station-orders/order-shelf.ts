import { openDatabase } from '../../../electron/station/database/open.ts'
import { createOrderTable } from '../../../electron/station/orders/order-table.ts'
import { createQueue } from '../../../electron/station/orders/queue.ts'
import { heard, item, order, section } from '../orders.ts'

const now = Date.UTC(2026, 10, 24, 12)
export const hoursAgo = (hours: number): string => new Date(now - hours * 3_600_000).toISOString()

export const one = (sku: string, qty = 1) => [section('s', [item('-1', qty, sku)])]

type Progress = {
  packed: number
  unsealed: number
  allSealed: boolean
  held: string | null
  handedTo: string | null
}
type Box = { section: string | null; state: string; kind: string; handled: string | null }

/** The orders of a desk, its queue, and what the log and the outbox say of them. */
export function createOrderShelf() {
  const db = openDatabase({ file: ':memory:' })
  const orders = createOrderTable(db)
  const queue = createQueue(db, () => now)
  return {
    db,
    orders,
    queue,
    save: (orderNo: string, ...[sections, changes = {}]: Parameters<typeof order>) =>
      orders.save(heard(order(sections, { orderNo, placedAt: hoursAgo(1), ...changes }))),
    /** How far the desk has got with an order of four units. */
    progress(orderNo: string, changes: Partial<Progress>): void {
      const { packed = 0, unsealed = 0, allSealed = false, held = null, handedTo = null } = changes
      db.prepare('INSERT OR REPLACE INTO packing_progress VALUES (?, 4, ?, ?, ?, ?, ?)').run(
        orderNo,
        packed,
        unsealed,
        allSealed ? 1 : 0,
        held,
        handedTo,
      )
    },
    /** A box that was promised to the store. */
    box(orderNo: string, changes: Partial<Box> = {}): void {
      const { section: of = null, state = 'waiting', kind = 'dispatch', handled = null } = changes
      db.prepare(
        `INSERT INTO intents (order_no, kind, payload, given_at, state, since, next_at, attempts, read_first, section, handled, head)
         VALUES (?, ?, '{}', 0, ?, 0, 0, 0, 0, ?, ?, 1)`,
      ).run(orderNo, kind, state, of, handled)
    },
  }
}

export type OrderShelf = ReturnType<typeof createOrderShelf>
