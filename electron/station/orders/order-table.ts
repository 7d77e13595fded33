import { optionText } from '../../../shared/domain/orders/option-text.ts'
import {
  orderSchema,
  type Order,
  type Product,
  type SectionItem,
} from '../../../shared/domain/orders/order.ts'
import { sectionsToPack, standingOf } from '../../../shared/domain/orders/standing.ts'
import type { Database } from '../database/open.ts'

/**
 * The store's orders as last heard, with every code that names one. A write in flight marks its order as touched, so
 * that a list asked for earlier cannot put older sections back.
 */
export function createOrderTable(db: Database) {
  const get = db.prepare<[string], { document: string }>('SELECT document FROM orders WHERE order_no = ?')
  const upsert = db.prepare<[OrderRow]>(
    `INSERT INTO orders (order_no, document, placed_at, standing, channel, orderer_name, receiver_name, first_item,
       lines, units, search, to_ship, courier_idx, single_item)
     VALUES (@orderNo, @document, @placedAt, @standing, @channel, @ordererName, @receiverName, @firstItem,
       @lines, @units, @search, @toShip, @courierIdx, @singleItem)
     ON CONFLICT (order_no) DO UPDATE SET document = excluded.document, placed_at = excluded.placed_at,
       standing = excluded.standing, channel = excluded.channel, orderer_name = excluded.orderer_name,
       receiver_name = excluded.receiver_name, first_item = excluded.first_item, lines = excluded.lines,
       units = excluded.units, search = excluded.search, to_ship = excluded.to_ship,
       courier_idx = excluded.courier_idx, single_item = excluded.single_item`,
  )
  const addCode = db.prepare<[string, string]>(
    'INSERT OR REPLACE INTO order_codes (code, order_no) VALUES (?, ?)',
  )
  const addProduct = db.prepare<[string, string]>(
    'INSERT OR REPLACE INTO product_codes (code, name) VALUES (?, ?)',
  )
  const dropOneItem = db.prepare<[string]>('DELETE FROM one_item_codes WHERE order_no = ?')
  const addOneItem = db.prepare<[string, string]>(
    'INSERT OR IGNORE INTO one_item_codes (code, order_no) VALUES (?, ?)',
  )
  const byOneItem = db
    .prepare<[string, number], string>(
      `SELECT o.order_no FROM orders o INDEXED BY orders_find LEFT JOIN packing_progress p ON p.order_no = o.order_no
       WHERE o.to_ship = 1 AND o.standing = 'ready'
         AND o.order_no IN (SELECT c.order_no FROM one_item_codes c WHERE c.code = ?)
         AND p.held IS NULL AND p.handed_to IS NULL
         AND NOT (coalesce(p.all_sealed, 0) = 1 AND EXISTS (SELECT 1 FROM outbox b
           WHERE b.order_no = o.order_no AND b.state NOT IN ('confirmed', 'handled')))
       ORDER BY o.placed_at, o.order_no LIMIT ?`,
    )
    .pluck()
  const byCode = db.prepare<[string], { order_no: string }>('SELECT order_no FROM order_codes WHERE code = ?')
  const productName = db.prepare<[string], { name: string }>('SELECT name FROM product_codes WHERE code = ?')

  const touches = new Map<string, number>()
  let now = 0

  return {
    get(orderNo: string): Order | null {
      const row = get.get(orderNo)
      return row === undefined ? null : orderSchema.parse(JSON.parse(row.document))
    },

    save(order: Order): void {
      upsert.run(rowOf(order))
      for (const code of codesOf(order)) addCode.run(code, order.orderNo)
      dropOneItem.run(order.orderNo)
      for (const code of oneItemCodes(order)) addOneItem.run(code, order.orderNo)
      for (const { product } of order.sections.flatMap((section) => section.items)) {
        for (const code of productCodes(product)) addProduct.run(code, product.name)
      }
    },

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

    /** A moment to compare with `touchedSince`. */
    moment: (): number => now,
    touch(orderNo: string): void {
      now += 1
      touches.set(orderNo, now)
    },
    touchedSince: (orderNo: string, moment: number): boolean => (touches.get(orderNo) ?? 0) > moment,
  }
}

export type OrderTable = ReturnType<typeof createOrderTable>

type OrderRow = Record<string, string | number | null>

function rowOf(order: Order): OrderRow {
  const sections = sectionsToPack(order)
  const items = (sections.length > 0 ? sections : order.sections).flatMap((section) => section.items)
  const receiver = order.sections.find((section) => section.receiver !== null)?.receiver ?? null
  const names = items.flatMap(({ product }) => [product.name, ...productCodes(product)])
  const standing = standingOf(order)
  return {
    orderNo: order.orderNo,
    document: JSON.stringify(order),
    placedAt: order.placedAt,
    standing,
    channel: order.channel,
    ordererName: order.ordererName,
    receiverName: receiver?.name ?? '',
    firstItem: items[0]?.product.name ?? '',
    lines: items.length,
    units: items.reduce((sum, item) => sum + item.qty, 0),
    search: [order.orderNo, order.ordererName, receiver?.name ?? '', receiver?.phone ?? '', ...names]
      .join('\n')
      .toLowerCase(),
    toShip: standing === 'done' || standing === 'cancelled' ? 0 : 1,
    courierIdx: sections.find((section) => section.invoice !== null)?.invoice?.courierIdx ?? null,
    singleItem: singleItemOf(sections.flatMap((section) => section.items)),
  }
}

function codesOf(order: Order): string[] {
  const sections = order.sections.flatMap((section) => [
    section.code,
    section.no,
    ...section.items.map((item) => item.itemNo),
  ])
  const waybills = sectionsToPack(order).flatMap(({ invoice }) =>
    invoice === null ? [] : [invoice.invoiceNo],
  )
  return [order.orderNo, ...sections, ...waybills]
}

/** Where there is one line to pack: its product with the options, so that alike orders can be packed together. */
function singleItemOf(items: readonly SectionItem[]): string | null {
  const [item] = items
  if (item === undefined || items.length > 1) return null
  const { product } = item
  return [product.name, optionText(product)].filter((text) => text !== '').join(' / ')
}

function oneItemCodes(order: Order): string[] {
  const items = standingOf(order) === 'ready' ? sectionsToPack(order).flatMap((section) => section.items) : []
  const [item] = items
  return item !== undefined && items.length === 1 && item.qty === 1 ? productCodes(item.product) : []
}

function productCodes(product: Product): string[] {
  return [product.optionSku, product.productSku, product.ownCode].filter((code) => code !== null)
}
