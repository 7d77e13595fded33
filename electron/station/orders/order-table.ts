import { withSections, type HeardOrder, type OrderDocument } from '../../../shared/domain/orders/document.ts'
import { isRecord } from '../../../shared/domain/orders/fields.ts'
import type { Order, Section } from '../../../shared/domain/orders/order.ts'
import { numberOf, readOrder } from '../../../shared/domain/orders/read-order.ts'
import type { Database } from '../database/open.ts'
import { isExtract, readExtract } from './extract.ts'
import { codesOf, oneItemCodes, productCodes, rowOf, type OrderRow } from './order-row.ts'

/** `document`: as the store gave it; null where an earlier version kept an extract only. */
export type KeptOrder = { order: Order; document: OrderDocument | null }

/**
 * The store's orders as last heard: each document whole, with what the queue needs of it and every code that names it.
 */
export function createOrderTable(db: Database) {
  const get = db.prepare<[string], string>('SELECT document FROM orders WHERE order_no = ?').pluck()
  const upsert = db.prepare<[OrderRow]>(
    `INSERT INTO orders (order_no, document, placed_at, standing, channel, orderer_name, receiver_name, first_item,
       lines, units, search, to_ship, courier_idx, single_item, odd_field, odd_value, to_read)
     VALUES (@orderNo, @document, @placedAt, @standing, @channel, @ordererName, @receiverName, @firstItem,
       @lines, @units, @search, @toShip, @courierIdx, @singleItem, @oddField, @oddValue, @toRead)
     ON CONFLICT (order_no) DO UPDATE SET document = excluded.document, placed_at = excluded.placed_at,
       standing = excluded.standing, channel = excluded.channel, orderer_name = excluded.orderer_name,
       receiver_name = excluded.receiver_name, first_item = excluded.first_item, lines = excluded.lines,
       units = excluded.units, search = excluded.search, to_ship = excluded.to_ship,
       courier_idx = excluded.courier_idx, single_item = excluded.single_item, odd_field = excluded.odd_field,
       odd_value = excluded.odd_value, to_read = excluded.to_read`,
  )
  const addCode = db.prepare<[string, string]>(
    'INSERT OR REPLACE INTO order_codes (code, order_no) VALUES (?, ?)',
  )
  const addProduct = db.prepare<[string, string]>(
    'INSERT OR REPLACE INTO product_codes (code, name) VALUES (?, ?)',
  )
  const dropOneItem = db.prepare<[string]>('DELETE FROM one_item_codes WHERE order_no = ?')
  const addOneItem = db.prepare<[string, string, string]>(
    'INSERT OR IGNORE INTO one_item_codes (code, order_no, placed_at) VALUES (?, ?, ?)',
  )
  const byOneItem = db
    .prepare<[string, number], string>(
      `SELECT o.order_no FROM one_item_codes c INDEXED BY one_item_oldest CROSS JOIN orders o ON o.order_no = c.order_no
       LEFT JOIN packing_progress p ON p.order_no = o.order_no
       WHERE c.code = ? AND o.to_ship = 1 AND o.standing = 'ready'
         AND p.held IS NULL AND p.handed_to IS NULL
         AND NOT (coalesce(p.all_sealed, 0) = 1 AND EXISTS (SELECT 1 FROM intents b
           WHERE b.order_no = o.order_no AND b.kind = 'dispatch' AND b.state NOT IN ('reported', 'confirmed', 'handled')))
       ORDER BY c.placed_at, c.order_no LIMIT ?`,
    )
    .pluck()
  const byCode = db.prepare<[string], { order_no: string }>('SELECT order_no FROM order_codes WHERE code = ?')
  const productName = db.prepare<[string], { name: string }>('SELECT name FROM product_codes WHERE code = ?')

  const readAgain = db.prepare<[string]>('UPDATE orders SET to_read = 1 WHERE order_no = ?')
  const placedAt = db.prepare<[string], string>('SELECT placed_at FROM orders WHERE order_no = ?').pluck()
  const placedBetween = db
    .prepare<[string, string, number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM orders WHERE placed_at BETWEEN ? AND ? LIMIT ?)',
    )
    .pluck()

  const boxed = db
    .prepare<[string], string>(
      `SELECT section FROM intents WHERE order_no = ? AND kind = 'dispatch' AND section IS NOT NULL
         AND coalesce(json_extract(handled, '$.how'), '') <> 'discarded'`,
    )
    .pluck()

  /** Sections that are boxes of this desk already are marked as such. */
  function withBoxes(order: Order): Order {
    const own = boxed.all(order.orderNo)
    const sections = order.sections.map((section) => ({ ...section, boxed: own.includes(section.code) }))
    return { ...order, sections }
  }

  function kept(orderNo: string): KeptOrder | null {
    const text = get.get(orderNo)
    if (text === undefined) return null
    const { order, document } = keptIn(orderNo, readJson(text))
    return { order: withBoxes(order), document }
  }

  function put(order: Order, document: object, toRead: boolean): void {
    upsert.run({ ...rowOf(order), document: JSON.stringify(document), toRead: toRead ? 1 : 0 })
    for (const code of codesOf(order)) addCode.run(code, order.orderNo)
    dropOneItem.run(order.orderNo)
    for (const code of oneItemCodes(order)) addOneItem.run(code, order.orderNo, order.placedAt)
    for (const { product } of order.sections.flatMap((section) => section.items)) {
      for (const code of productCodes(product)) addProduct.run(code, product.name)
    }
  }

  /** Keeps an order as it came; the answer is what could be read of it. */
  function save({ orderNo, document }: HeardOrder): Order {
    const order = withBoxes(readOrder(orderNo, document))
    put(order, document, false)
    return order
  }

  return {
    kept,
    get: (orderNo: string): Order | null => kept(orderNo)?.order ?? null,
    save,

    /** Keeps what the store's answer to a step says: `sections` are all of the order's now, after a change of the section `from`. */
    saveSections(orderNo: string, from: string, sections: Section[]): void {
      const known = kept(orderNo)
      if (known === null) return
      const { order, document } = known
      if (document === null) put(withBoxes({ ...order, sections }), { ...order, sections }, true)
      else save({ orderNo, document: withSections(document, from, sections) })
    },

    /** Reads an order's place in the queue anew: more, or less, of it is in boxes that the store knows. */
    refresh(orderNo: string): void {
      const known = kept(orderNo)
      if (known !== null) put(known.order, known.document ?? known.order, known.document === null)
    },

    /** Takes an order over from another database; false where its text is not that order's. */
    adopt(orderNo: string, text: string): boolean {
      const document = readJson(text)
      if (!isRecord(document) || (numberOf(document) ?? orderNo) !== orderNo) return false
      const { order, document: whole } = keptIn(orderNo, document)
      put(order, document, whole === null)
      return true
    },

    /** It is to be read by itself, with the next pull: what a list shows of it cannot be the whole of it. */
    readAgain(orderNo: string): void {
      readAgain.run(orderNo)
    },

    /** When it was placed, UTC ISO 8601, '' where the store gave no time; null for one that is not known. */
    placedAt: (orderNo: string): string | null => placedAt.get(orderNo) ?? null,

    /** How many of the known orders were placed between two times, counted up to `most`. */
    placedBetween: (from: string, to: string, most: number): number =>
      Number(placedBetween.get(from, to, most)),

    /** Ready orders that are one unit of the product with this code and nothing else, the oldest `most` of them. */
    oneItemOrders: (code: string, most = 50): string[] => byOneItem.all(code, most),

    /**
     * The order that a printed number names: order, section or item number, section code, or the number of a waybill
     * that the shop has registered; upper or lower case.
     */
    findByCode(code: string): string | null {
      return byCode.get(code)?.order_no ?? null
    },

    /** The name of a product that carries this code in some order. */
    productWithCode(code: string): string | null {
      return productName.get(code)?.name ?? null
    },
  }
}

export type OrderTable = ReturnType<typeof createOrderTable>

function keptIn(orderNo: string, document: unknown): KeptOrder {
  const extract = isExtract(document) ? readExtract(document) : null
  if (extract !== null) return { order: extract, document: null }
  return { order: readOrder(orderNo, document), document: isRecord(document) ? document : {} }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // From a damaged page: nothing of it can be read, which blocks this order and says so.
    return undefined
  }
}
