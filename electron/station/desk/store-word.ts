import { blockedBy } from '../../../shared/domain/packing/order/blocked-by.ts'
import { refuse, type Decision } from '../../../shared/domain/packing/decision.ts'
import { driftOf, type Drift } from '../../../shared/domain/packing/order/drift.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import { againstRegistered, finishesBox } from '../../../shared/domain/packing/waybill/registered-waybill.ts'
import type { OrderTable } from '../orders/order-table.ts'
import type { IntentTable } from '../outbox/intent-table.ts'

/** What the store's present word on an order means for packing it. */
export function createStoreWord(orders: OrderTable, outbox: IntentTable) {
  /** What this opening's boxes have become at the store. */
  function ownSections(current: Packing): string[] {
    const own = current.boxes.filter((box) => box.run === current.run).map((box) => box.id)
    return outbox
      .ofOrder(current.orderNo)
      .flatMap(({ kind, boxId, section }) =>
        kind === 'dispatch' && boxId !== null && own.includes(boxId) && section !== null ? [section] : [],
      )
  }

  /** What changed at the store; nothing can be said while a person sees to one of the order's boxes there. */
  function drift(current: Packing): Drift | null {
    const order = orders.get(current.orderNo)
    const byHand = outbox.ofOrder(current.orderNo).some(({ handled }) => handled?.how === 'handedOver')
    return order === null || byHand ? null : driftOf(current, order, ownSections(current))
  }

  /** What stands against packing on; null where nothing does. */
  function stopped(current: Packing): Decision | null {
    const { orderNo } = current
    const order = orders.get(orderNo)
    if (order === null) return null
    const blocked = blockedBy(order)
    if (blocked !== null) return refuse(blocked)
    return drift(current) === null ? null : refuse({ kind: 'orderChanged', orderNo })
  }

  /** A decision, unless a waybill that the shop has registered speaks against it. */
  function withRegistered(current: Packing, decision: Decision): Decision {
    if (!decision.ok || !decision.events.some(finishesBox)) return decision
    const order = orders.get(current.orderNo)
    const against = order === null ? null : againstRegistered(current, decision.events, order)
    return against === null ? decision : refuse(against)
  }

  return { ownSections, drift, stopped, withRegistered }
}
