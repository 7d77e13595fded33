import type { Order } from '../orders/order.ts'
import { standOf, type Stand } from '../orders/standing.ts'
import type { Refusal } from './answer.ts'
import type { Reported } from './boxes/which-box.ts'
import type { LineMarks } from './goods/line.ts'
import { blockedBy } from './order/blocked-by.ts'
import { driftOf, type Drift } from './order/drift.ts'
import type { BoxOfOrder, Packing } from './packing.ts'
import type { Rules } from './rules.ts'

/** What a desk knows besides the state of the order on it. */
export type Facts = {
  rules: Rules
  marks: LineMarks
  /** The box types of this desk: names by code. */
  boxTypes: ReadonlyMap<string, string>
  deskName: string
  /** The courier of the next waybills. */
  courierIdx: number | null
  /** Whoever packs may pack goods that were not scanned. */
  mayPackUnscanned: boolean
  /** The order as last heard; null where it is not kept any more. */
  order: Order | null
  /** What this opening's boxes have become at the store; null while a person sees to one of them there. */
  ownSections: readonly string[] | null
  reported: (boxId: string) => Reported
  /** The box that a waybill has gone out with. */
  boxWithWaybill: (invoiceNo: string) => BoxOfOrder | null
  /** The order whose unit has this serial number of a product. */
  orderWithSerial: (product: string, value: string) => string | null
}

/** What stands around the order on the desk: everything but its own state that decides what may be done with it. */
export type Around = Facts & {
  /** The store's present word on the order. */
  stand: Stand
  /** What changed at the store since the order was opened; unknown, and so null, while a person sees to it there. */
  drift: Drift | null
}

export function lookAround(packing: Packing, facts: Facts): Around {
  const { order, ownSections } = facts
  return {
    ...facts,
    stand: order === null ? { standing: 'ready' } : standOf(order),
    drift: order === null || ownSections === null ? null : driftOf(packing, order, ownSections),
  }
}

/** What stands against packing on; null where nothing does. */
export function stopOf({ orderNo }: Packing, { order, drift }: Around): Refusal | null {
  const blocked = order === null ? null : blockedBy(order)
  if (blocked !== null) return blocked
  return drift === null ? null : { kind: 'orderChanged', orderNo }
}
