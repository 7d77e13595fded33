import type { Order } from '../../orders/order.ts'
import { standOf } from '../../orders/standing.ts'
import type { Refusal } from '../answer.ts'

/** Why an order may not be packed as the store has it now; null where it may. */
export function blockedBy(order: Order): Refusal | null {
  const { orderNo } = order
  const stand = standOf(order)
  if (stand.standing === 'unreadable')
    return { kind: 'unreadable', orderNo, field: stand.odd.path, value: stand.odd.value }
  return stand.standing === 'ready' ? null : { kind: 'standing', orderNo, standing: stand.standing }
}
