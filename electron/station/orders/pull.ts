import type { Order } from '../../../shared/domain/orders/order.ts'
import type { SectionStatus } from '../../../shared/domain/sections/status.ts'
import type { Database } from '../database/open.ts'
import type { Answer } from '../imweb/call.ts'
import type { OrderService } from '../imweb/order-service.ts'
import type { Report } from '../ports.ts'
import type { OrderTable } from './order-table.ts'

const statusesToPull: readonly SectionStatus[] = ['PRODUCT_PREPARATION', 'SHIPPING_READY']

/** Orders missing from the lists are asked for one by one, this many a pull; the rest follow with the next. */
const lookUpsPerPull = 10

export type PullResult = { kind: 'done' } | { kind: 'failed'; answer: Exclude<Answer<unknown>, { kind: 'ok' }> }

/**
 * Brings in the store's orders that have something to ship. What the desk has packed is not touched: it is not kept
 * here. An order that a box was told for while the list was on its way keeps what that told.
 */
export function createPull(
  db: Database,
  orders: OrderTable,
  service: Pick<OrderService, 'ordersWith' | 'order'>,
  report: Report,
) {
  async function pull(unitCode: string): Promise<PullResult> {
    const moment = orders.moment()
    const seen = new Map<string, Order>()
    for (const status of statusesToPull) {
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const answer = await service.ordersWith(status, unitCode, page)
        if (answer.kind !== 'ok') return { kind: 'failed', answer }
        pages = answer.data.pages
        if (answer.data.unreadable > 0) report('pull', new Error(`${String(answer.data.unreadable)} unreadable orders`))
        for (const order of answer.data.orders) seen.set(order.orderNo, merge(seen.get(order.orderNo) ?? null, order))
      }
    }
    saveAll([...seen.values()], moment)
    return lookUpMissing(seen)
  }

  function saveAll(pulled: Order[], moment: number): void {
    db.transaction(() => {
      for (const order of pulled) {
        if (!orders.touchedSince(order.orderNo, moment)) orders.save(merge(orders.get(order.orderNo), order))
      }
    }).immediate()
  }

  /** An order that no longer comes has moved on, or was cancelled: it is asked for before it is believed. */
  async function lookUpMissing(seen: Map<string, Order>): Promise<PullResult> {
    const missing = orders.waitingOrders().filter((orderNo) => {
      const pulled = seen.get(orderNo)
      return pulled === undefined || hasUnseenWork(orders.get(orderNo), pulled)
    })
    for (const orderNo of missing.slice(0, lookUpsPerPull)) {
      const moment = orders.moment()
      const answer = await service.order(orderNo, 'poll')
      if (answer.kind === 'refused') report('pull', new Error(`order look-up refused: ${answer.errorCode}`))
      else if (answer.kind !== 'ok') return { kind: 'failed', answer }
      else if (!orders.touchedSince(orderNo, moment)) orders.save(answer.data)
    }
    return { kind: 'done' }
  }

  return pull
}

/** Whether a status filter trims an order's other sections is not documented: sections it leaves out are kept. */
function merge(known: Order | null, pulled: Order): Order {
  if (known === null) return pulled
  const left = known.sections.filter((old) => !pulled.sections.some((section) => section.code === old.code))
  return { ...pulled, sections: [...pulled.sections, ...left] }
}

function hasUnseenWork(known: Order | null, pulled: Order): boolean {
  return (known?.sections ?? []).some(
    (section) =>
      statusesToPull.includes(section.status) && !pulled.sections.some((other) => other.code === section.code),
  )
}
