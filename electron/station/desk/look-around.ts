import { lookAround, type Around, type Facts } from '../../../shared/domain/packing/around.ts'
import type { Reported } from '../../../shared/domain/packing/boxes/which-box.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import type { PackingProjections } from '../log/projections.ts'
import type { OrderTable } from '../orders/order-table.ts'
import { isUntold, type OutboxRow, type OutboxTable } from '../outbox/outbox-table.ts'

export type LookParts = {
  orders: OrderTable
  outbox: OutboxTable
  projections: Pick<PackingProjections, 'boxWithWaybill' | 'orderWithSerial'>
  /** How this desk packs, and who does. */
  ways: () => Pick<Facts, 'rules' | 'marks' | 'boxTypes' | 'deskName' | 'courierIdx' | 'mayPackUnscanned'>
  /** Whether a call about the order is under way, so that the store may be hearing of its boxes. */
  isBeingTold: (orderNo: string) => boolean
}

/** Gathers what stands around an order: read once for each action and each snapshot. */
export function createLookAround({ orders, outbox, projections, ways, isBeingTold }: LookParts) {
  return (packing: Packing): Around => {
    const { orderNo } = packing
    const rows = outbox.ofOrder(orderNo)
    return lookAround(packing, {
      ...ways(),
      order: orders.get(orderNo),
      ownSections: ownSections(packing, rows),
      reported: (boxId) => (isBeingTold(orderNo) ? 'underWay' : reportedOf(rows, boxId)),
      boxWithWaybill: projections.boxWithWaybill,
      orderWithSerial: projections.orderWithSerial,
    })
  }
}

/** What this opening's boxes have become at the store; null while a person sees to one of the order's boxes there. */
function ownSections(packing: Packing, rows: readonly OutboxRow[]): string[] | null {
  if (rows.some((row) => row.handled?.how === 'handedOver')) return null
  const own = packing.boxes.filter((box) => box.run === packing.run).map((box) => box.id)
  return rows.flatMap((row) => (own.includes(row.boxId) && row.boxSection !== null ? [row.boxSection] : []))
}

function reportedOf(rows: readonly OutboxRow[], boxId: string): Reported {
  const row = rows.find((each) => each.boxId === boxId)
  return row !== undefined && isUntold(row) ? 'not' : 'told'
}
