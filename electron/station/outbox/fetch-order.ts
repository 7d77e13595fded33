import type { Order } from '../../../shared/domain/orders/order.ts'
import type { OrderService } from '../imweb/order-service.ts'
import type { Readings } from '../orders/readings.ts'
import type { Pace } from '../ports.ts'
import type { Intent } from './intent-table.ts'
import type { Marks } from './marks.ts'
import type { TakeIn, TakenIn } from './take-in.ts'

export type FetchOrderParts = {
  takeIn: TakeIn
  readings: Pick<Readings, 'moment'>
  service: Pick<OrderService, 'order'>
  marks: Marks
  pace: Pace
  settleMs: number
}

/**
 * The order as the store has it now, saved; null where the intent waits: there was no answer, or one that does not show yet
 * what the desk has done before; or where something promised before it comes first again.
 */
export function createFetchOrder({ takeIn, readings, service, marks, pace, settleMs }: FetchOrderParts) {
  const { set, later, shown, notShown } = marks
  function orderIn(intent: Intent, { kind, order, contradicted }: TakenIn): Order | null {
    if (kind === 'kept') return contradicted ? null : order
    later(intent, {})
    return null
  }

  return async (intent: Intent): Promise<Order | null> => {
    const asked = readings.moment()
    const answer = await service.order(intent.orderNo, 'read')
    switch (answer.kind) {
      case 'ok':
        shown(intent)
        return orderIn(intent, takeIn(answer.data, asked, 'alone'))
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
