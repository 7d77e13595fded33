import type { Order } from '../../../shared/domain/orders/order.ts'
import type { HandoverStop } from '../../../shared/domain/packing/answer.ts'
import { handoverStopOf } from '../../../shared/domain/packing/waybill/hand-to-courier.ts'
import { isEnded, isUnreported, type Intent, type IntentTable } from '../outbox/intent-table.ts'

/** What the store says against a box's leaving, by the section that the box has become. */
export const stopOfBox = ({ section }: Intent, order: Order | null): HandoverStop | null =>
  handoverStopOf(order?.sections.find(({ code }) => code === section))

/** Whether something of a box is still to be reported, or is being. */
export const isStillReported = ({ orderNo, boxId }: Intent, outbox: Pick<IntentTable, 'ofOrder'>): boolean =>
  outbox.ofOrder(orderNo).some((intent) => intent.boxId === boxId && !isEnded(intent))

/**
 * Whether the store has not been told that a box in the cage has left, nor is being told. Of one that a person sees to in
 * the shop's own pages it is told nothing.
 */
export function isHandoverUnreported(
  boxId: string,
  outbox: Pick<IntentTable, 'ofBox'>,
  isBeingReported: (orderNo: string) => boolean,
): boolean {
  const handOver = outbox.ofBox(boxId, 'handOver')
  if (handOver === null) return true
  if (handOver.handled !== null) return handOver.handled.how === 'superseded' && handOver.sentAt === null
  return isUnreported(handOver) && !isBeingReported(handOver.orderNo)
}
