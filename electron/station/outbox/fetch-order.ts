import type { Order } from '../../../shared/domain/orders/order.ts'
import type { OrderService } from '../imweb/order-service.ts'
import type { OrderTable } from '../orders/order-table.ts'
import type { Readings } from '../orders/readings.ts'
import type { Pace } from '../ports.ts'
import type { Intent } from './intent-table.ts'
import type { Marks } from './marks.ts'

export type FetchOrderParts = {
  orders: Pick<OrderTable, 'save'>
  readings: Pick<Readings, 'moment' | 'touch' | 'wasRead'>
  service: Pick<OrderService, 'order'>
  marks: Marks
  pace: Pace
  settleMs: number
}

/** The order as the store has it now, saved; null where there was no answer and the intent waits. */
export function createFetchOrder({ orders, readings, service, marks, pace, settleMs }: FetchOrderParts) {
  const { set, later, shown, notShown } = marks
  return async (intent: Intent): Promise<Order | null> => {
    const asked = readings.moment()
    const answer = await service.order(intent.orderNo, 'read')
    switch (answer.kind) {
      case 'ok':
        shown(intent)
        readings.touch(intent.orderNo)
        readings.wasRead(intent.orderNo, asked)
        return orders.save(answer.data)
      case 'refused':
        notShown(intent, { kind: 'refused', errorCode: answer.errorCode, words: answer.words })
        return null
      case 'limited':
        later(intent, {}, answer.retryAfterMs)
        return null
      case 'signedOut':
        set(intent, { nextAt: pace() + settleMs })
        return null
      case 'undelivered':
      case 'unanswered':
        later(intent, {})
        return null
    }
  }
}
