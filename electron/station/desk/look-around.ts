import { lookAround, type Around, type Facts } from '../../../shared/domain/packing/around.ts'
import type { Reported } from '../../../shared/domain/packing/boxes/which-box.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import type { PackingProjections } from '../log/projections.ts'
import type { OrderTable } from '../orders/order-table.ts'
import { isEnded, isUnreported, type Intent, type IntentTable } from '../outbox/intent-table.ts'

export type LookParts = {
  orders: OrderTable
  outbox: IntentTable
  projections: Pick<PackingProjections, 'boxWithWaybill' | 'orderWithSerial'>
  /** How this desk packs, and who does. */
  ways: () => Pick<Facts, 'rules' | 'marks' | 'boxTypes' | 'deskName' | 'courierIdx' | 'mayPackUnscanned'>
  /** Whether a call about the order is under way, so that the store may be hearing of its boxes. */
  isBeingReported: (orderNo: string) => boolean
}

/** Gathers what stands around an order: read once for each action and each snapshot. */
export function createLookAround({ orders, outbox, projections, ways, isBeingReported }: LookParts) {
  return (packing: Packing): Around => {
    const { orderNo } = packing
    const rows = outbox.ofOrder(orderNo)
    return lookAround(packing, {
      ...ways(),
      order: orders.get(orderNo),
      ownSections: ownSections(packing, rows),
      reported: (boxId) => (isBeingReported(orderNo) ? 'underWay' : reportedOf(rows, boxId)),
      boxWithWaybill: projections.boxWithWaybill,
      orderWithSerial: projections.orderWithSerial,
    })
  }
}

/** What this opening's boxes have become at the store; null while a person sees to one of the order's boxes there. */
function ownSections(packing: Packing, rows: readonly Intent[]): string[] | null {
  if (rows.some(({ kind, handled }) => kind === 'dispatch' && handled?.how === 'handedOver')) return null
  // What became of a box that was given up is the desk's no more: its goods are as the store has them.
  const own = packing.boxes
    .filter((box) => box.run === packing.run && box.state !== 'voided')
    .map((box) => box.id)
  return rows.flatMap(({ kind, boxId, section }) =>
    kind === 'dispatch' && boxId !== null && own.includes(boxId) && section !== null ? [section] : [],
  )
}

function reportedOf(rows: readonly Intent[], boxId: string): Reported {
  const own = rows.filter((row) => row.boxId === boxId)
  const dispatch = own.findLast(({ kind }) => kind === 'dispatch')
  if (dispatch === undefined || !isUnreported(dispatch)) return 'reported'
  // The waybill it went out with is being corrected: that goes its own way first.
  return own.some((row) => row.kind === 'correctWaybill' && !isEnded(row)) ? 'underWay' : 'not'
}
