import { z } from 'zod'
import type { StoredOrder } from '../order-document.ts'
import type { StoreDatabase } from './database.ts'
import type { OrderFilter } from './order-filter.ts'
import { orderFilterSql } from './order-filter.ts'

const storedOrder = z.custom<StoredOrder>((value) => typeof value === 'object' && value !== null)

const toStored = (row: { document: string }): StoredOrder => storedOrder.parse(JSON.parse(row.document))

const time = (iso: string | undefined): number | null => (iso === undefined ? null : Date.parse(iso))

export interface OrderShelf {
  read(orderNo: number): StoredOrder | undefined
  save(stored: StoredOrder): void
  list(filter: OrderFilter): { total: number; orders: StoredOrder[] }
  /** Whether some order has a section under this code. */
  hasSection(orderSectionCode: string): boolean
}

/** Orders in the database: one document each, and a slim row beside it with what can be filtered by. */
export const createOrderShelf = (database: StoreDatabase): OrderShelf => {
  const one = database.prepare<[number], { document: string }>(
    'SELECT document FROM documents WHERE order_no = ?',
  )
  const upsert =
    database.prepare(`INSERT INTO orders VALUES (@orderNo, @wtime, @unitCode, @isPending, @isUnlinked,
    @saleChannel, @orderType, @isMember, @memberUid, @memberCode, @ordererName, @ordererCall, @isFirst, @isCancelReq,
    @isRequestPayment, @isGift)
    ON CONFLICT (order_no) DO UPDATE SET wtime = excluded.wtime, is_pending = excluded.is_pending,
    is_unlinked = excluded.is_unlinked, orderer_name = excluded.orderer_name, orderer_call = excluded.orderer_call,
    is_cancel_req = excluded.is_cancel_req, is_request_payment = excluded.is_request_payment`)
  const write = database.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?)')
  const dropSections = database.prepare('DELETE FROM order_sections WHERE order_no = ?')
  const addSection = database.prepare('INSERT INTO order_sections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const dropPayments = database.prepare('DELETE FROM order_payments WHERE order_no = ?')
  const addPayment = database.prepare('INSERT INTO order_payments VALUES (?, ?, ?)')
  const dropPlaces = database.prepare('DELETE FROM order_places WHERE order_no = ?')
  const addPlace = database.prepare('INSERT OR IGNORE INTO order_places VALUES (?, ?)')
  const bySection = database.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM order_sections WHERE order_section_code = ?',
  )

  return {
    read: (orderNo) => {
      const row = one.get(orderNo)
      return row === undefined ? undefined : toStored(row)
    },
    save: (stored) => {
      const { order, hidden } = stored
      upsert.run({
        ...{ orderNo: order.orderNo, wtime: Date.parse(order.wtime), unitCode: hidden.unitCode },
        ...{ isPending: Number(hidden.isPending), isUnlinked: Number(hidden.hasUnlinkedProduct) },
        ...{ saleChannel: order.saleChannel, orderType: order.orderType, isMember: order.isMember },
        ...{ memberUid: order.memberUid ?? null, memberCode: order.memberCode ?? null },
        ...{ ordererName: order.ordererName, ordererCall: order.ordererCall ?? null },
        ...{ isFirst: order.isFirst, isCancelReq: order.isCancelReq },
        ...{ isRequestPayment: order.isRequestPayment, isGift: order.isGift },
      })
      write.run(order.orderNo, JSON.stringify(stored))
      dropSections.run(order.orderNo)
      dropPayments.run(order.orderNo)
      dropPlaces.run(order.orderNo)
      for (const s of order.sections) {
        const row = [
          s.orderSectionCode,
          order.orderNo,
          s.orderSectionStatus,
          s.isDeliveryHold,
          s.deliveryType,
        ]
        const times = [
          time(s.deliverySendTime),
          time(s.deliveryCompleteTime),
          time(s.cancelInfo?.cancelRequestTime),
        ]
        addSection.run(...row, s.deliveryPayType, ...times)
        for (const item of s.sectionItems) {
          const place = item.productInfo.shippingPlaceCode
          if (place !== undefined) addPlace.run(order.orderNo, place)
        }
      }
      for (const p of order.payments) addPayment.run(order.orderNo, p.method, p.paymentStatus)
    },
    list: (filter) => {
      const { where, values } = orderFilterSql(filter)
      const counted = database
        .prepare<unknown[], { n: number }>(`SELECT count(*) AS n FROM orders o WHERE ${where}`)
        .get(...values)
      const way = filter.newestFirst ? 'DESC' : 'ASC'
      const rows = database
        .prepare<unknown[], { document: string }>(
          `SELECT d.document FROM (
             SELECT o.order_no, o.wtime FROM orders o WHERE ${where}
             ORDER BY o.wtime ${way}, o.order_no ${way} LIMIT ? OFFSET ?
           ) page JOIN documents d USING (order_no) ORDER BY page.wtime ${way}, page.order_no ${way}`,
        )
        .all(...values, filter.limit, (filter.page - 1) * filter.limit)
      return { total: counted?.n ?? 0, orders: rows.map(toStored) }
    },
    hasSection: (orderSectionCode) => (bySection.get(orderSectionCode)?.n ?? 0) > 0,
  }
}
