import type { Database } from '../../electron/station/database/open.ts'

/** How much lies on a desk's disk beside the order that is being packed. */
export type Grown = { orders: number; unsent: number; events: number }

/** `n` from 1 to `last`, as a table expression. */
const numbers = (last: number): string =>
  `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${String(last)})`

const columnsOf = (db: Database, table: string, but: string): string[] =>
  db
    .prepare<[string, string], string>('SELECT name FROM pragma_table_info(?) WHERE name <> ?')
    .pluck()
    .all(table, but)

/**
 * Multiplies what a desk has: orders, sealed boxes that wait, and the log of those long shipped, in bulk. The copies carry
 * no good hashes and no goods of their own: they are there to be many.
 */
export function grow(db: Database, { orders, unsent, events }: Grown): void {
  const [order, box] = [columnsOf(db, 'orders', 'order_no').join(), columnsOf(db, 'intents', 'box_id').join()]
  const ofBox = columnsOf(db, 'intents', 'box_id')
    .map((name) => (name === 'seq' ? 'NULL' : name === 'order_no' ? "'9' || n" : name))
    .join()
  db.transaction(() => {
    db.exec(`${numbers(orders)} INSERT INTO orders (order_no, ${order})
      SELECT '7' || n, ${order} FROM numbers, (SELECT * FROM orders WHERE to_ship = 1 AND standing = 'ready' LIMIT 1)`)
    if (unsent > 0)
      db.exec(`${numbers(unsent)} INSERT INTO intents (box_id, ${box})
        SELECT '9' || n || '-B1', ${ofBox} FROM numbers, (SELECT * FROM intents LIMIT 1)`)
    if (events === 0) return
    db.exec(`${numbers(Math.round(events / 5))} INSERT INTO packing_progress (order_no, needed, packed, unsealed, all_sealed)
      SELECT '9' || n, 1, 1, 0, 1 FROM numbers`)
    const [end] = db.prepare<[], number>('SELECT max(seq) FROM packing_log').pluck().all()
    db.exec(`${numbers(events)} INSERT INTO packing_log (seq, order_no, at, type, event, prev_hash, hash)
      SELECT ${String(end)} + n, '9' || (n / 5), at, 'scanRefused', '{"type":"scanRefused","code":"","reason":"x"}', hash, hash
      FROM numbers, (SELECT at, hash FROM packing_log ORDER BY seq DESC LIMIT 1)`)
  })()
}
