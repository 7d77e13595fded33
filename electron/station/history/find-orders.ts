import type { FoundOrder } from '../../../shared/contract/board.ts'
import type { Database } from '../database/open.ts'

const columns = `o.order_no AS orderNo, o.orderer_name AS ordererName, o.receiver_name AS receiverName,
  o.placed_at AS placedAt, o.standing,
  (SELECT count(*) FROM intents b WHERE b.order_no = o.order_no AND b.kind = 'dispatch') AS boxes,
  (SELECT max(at) FROM packing_log l WHERE l.order_no = o.order_no) AS lastAt`

const most = 50

/** Looks through every order the desk knows, packed or not. */
export function createFindOrders(db: Database) {
  const byNo = db.prepare<[string], FoundOrder>(`SELECT ${columns} FROM orders o WHERE o.order_no = ?`)
  // The newest of the log, not all of it: whoever looks further back searches.
  const lastPacked = db.prepare<[number], FoundOrder>(
    `SELECT ${columns} FROM (SELECT order_no, max(seq) AS seq
       FROM (SELECT seq, order_no FROM packing_log WHERE order_no IS NOT NULL ORDER BY seq DESC LIMIT 5000)
       GROUP BY order_no) last JOIN orders o ON o.order_no = last.order_no ORDER BY last.seq DESC LIMIT ?`,
  )
  const byCode = db.prepare<[{ code: string; most: number }], FoundOrder>(
    `SELECT ${columns} FROM orders o WHERE o.order_no IN (
       SELECT order_no FROM order_codes WHERE code = @code
       UNION SELECT order_no FROM waybills WHERE invoice_no = @code
       UNION SELECT order_no FROM serials WHERE serial = @code) ORDER BY o.placed_at DESC LIMIT @most`,
  )
  const byText = db.prepare<[{ pattern: string; most: number }], FoundOrder>(
    `SELECT ${columns} FROM orders o WHERE o.search GLOB @pattern ORDER BY o.placed_at DESC, o.order_no LIMIT @most`,
  )

  return {
    one: (orderNo: string): FoundOrder | null => byNo.get(orderNo) ?? null,

    /** A code that names an order finds that one alone; any other text finds the newest orders it stands in. */
    find(search: string): FoundOrder[] {
      const text = search.trim()
      if (text === '') return lastPacked.all(most)
      const named = byCode.all({ code: text, most })
      if (named.length > 0) return named
      return byText.all({ pattern: `*${text.toLowerCase().replace(/[[*?]/g, '[$&]')}*`, most })
    },
  }
}

export type FindOrders = ReturnType<typeof createFindOrders>
