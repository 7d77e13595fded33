import type { Database } from '../database/open.ts'
import { watchRows } from '../database/touched.ts'

const isReadySql = `
  SELECT o.order_no FROM orders o LEFT JOIN packing_progress p ON p.order_no = o.order_no
  WHERE o.to_ship = 1 AND o.standing = 'ready' AND p.held IS NULL AND p.handed_to IS NULL
    AND NOT (coalesce(p.all_sealed, 0) = 1 AND EXISTS (SELECT 1 FROM intents b
      WHERE b.order_no = o.order_no AND b.kind = 'dispatch' AND b.state NOT IN ('reported', 'confirmed', 'handled')))`

/**
 * How many orders wait for a packer: not set aside or handed over here, and not all in sealed boxes that the store has yet
 * to hear of. Counting them takes longer the more there are, and every snapshot asks: so they are counted once, and of
 * what has changed since only the orders that were touched are looked at.
 */
export function createReadyCount(db: Database) {
  const all = db.prepare<[], string>(isReadySql).pluck()
  const isReady = db.prepare<[string], string>(`${isReadySql} AND o.order_no = ?`).pluck()
  const touched = watchRows(db, 'queue', 'order_no', ['orders', 'packing_progress', 'intents'])
  let ready: Set<string> | null = null

  return {
    get(): number {
      const changed = touched.take()
      ready ??= new Set(all.all())
      for (const orderNo of changed) {
        if (isReady.get(orderNo) === undefined) ready.delete(orderNo)
        else ready.add(orderNo)
      }
      return ready.size
    },
    /** Counts anew: one of the tables was put in the place of another. */
    anew(): void {
      touched.again()
      ready = null
    },
  }
}
