import type { Input } from '../../../shared/contract/methods.ts'
import type { Queue, QueueRow } from '../../../shared/contract/snapshot.ts'
import type { Database } from '../database/open.ts'

type Row = Omit<QueueRow, 'packed'> & { packed: number; total: number }

/**
 * An order is in the queue while the store has something to ship for it; not while all of it is in sealed boxes that
 * the store has yet to hear of.
 */
const queueSql = `
  WITH open_boxes AS (SELECT order_no, count(*) AS n FROM outbox WHERE state NOT IN ('confirmed', 'handled') GROUP BY order_no)
  SELECT o.order_no AS orderNo, o.channel, o.orderer_name AS ordererName, o.receiver_name AS receiverName,
    o.placed_at AS placedAt, o.standing, o.lines,
    CASE WHEN p.unsealed > 0 OR b.n > 0 THEN p.needed ELSE o.units END AS units,
    CASE WHEN p.unsealed > 0 OR b.n > 0 THEN p.packed ELSE 0 END AS packed,
    o.first_item AS firstItem, count(*) OVER () AS total
  FROM orders o
  LEFT JOIN packing_progress p ON p.order_no = o.order_no
  LEFT JOIN open_boxes b ON b.order_no = o.order_no
  WHERE NOT (coalesce(p.all_sealed, 0) = 1 AND coalesce(b.n, 0) > 0)
    AND o.standing IN (SELECT value FROM json_each(@standings))
    AND o.search LIKE @search ESCAPE '\\'
  ORDER BY o.placed_at, o.order_no
  LIMIT @limit`

const standingsShown = {
  ready: ['ready'],
  blocked: ['unpaid', 'held', 'cancelRequested', 'notParcel'],
  all: ['ready', 'unpaid', 'held', 'cancelRequested', 'notParcel'],
} as const

/** The orders that wait for a packer, oldest first. `search` matches order number, names, phone, goods and codes. */
export function createQueue(db: Database) {
  const rows = db.prepare<[{ standings: string; search: string; limit: number }], Row>(queueSql)

  const list = ({ search, show, limit }: Input<'queue'>): Queue => {
    const found = rows.all({
      standings: JSON.stringify(standingsShown[show]),
      search: `%${search.trim().toLowerCase().replace(/[\\%_]/g, '\\$&')}%`,
      limit,
    })
    return {
      rows: found.map(({ total: _total, ...row }) => row),
      total: found[0]?.total ?? 0,
    }
  }

  const ready = db.prepare<[], { n: number }>(`
    SELECT count(*) AS n FROM orders o WHERE o.standing = 'ready' AND o.order_no NOT IN (
      SELECT p.order_no FROM packing_progress p
      WHERE p.all_sealed = 1 AND EXISTS (SELECT 1 FROM outbox b WHERE b.order_no = p.order_no AND b.state NOT IN ('confirmed', 'handled')))`)

  return {
    list,
    /** How many orders are ready to be packed. */
    count: (): number => ready.get()?.n ?? 0,
  }
}
