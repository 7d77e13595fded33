import type { Order } from '../../orders/order.ts'
import type { Around } from '../around.ts'
import { accept, found, refuse, type Decision, type Found } from '../decision.ts'
import { blockedBy } from './blocked-by.ts'
import { linesAfterDrift, receiverNow } from './drift.ts'
import type { PackingEvent } from '../log/events.ts'
import { linesOf, type LineMarks } from '../goods/line.ts'
import { allSealed, unitsLeft, unsealedBoxes, type Packing } from '../packing.ts'

/** How an order is to be opened. */
export type Opening = {
  /** All its boxes are known to the store: what is left is what the store says. */
  settled: boolean
  /** Taken up although it was set aside here or handed to another desk. */
  takeBack: boolean
  marks: LineMarks
}

/**
 * Puts an order on the desk. Where goods of an earlier opening still wait (for a waybill, or for the store to be
 * told) it goes on there; otherwise it starts anew from what the store says is left.
 */
export function openOrder(packing: Packing, order: Order, { settled, takeBack, marks }: Opening): Decision {
  const { orderNo } = order
  const inProgress = packing.run > 0 && (unsealedBoxes(packing).length > 0 || !settled)
  if (inProgress && allSealed(packing)) return refuse({ kind: 'allInBoxes', orderNo })
  const blocked = blockedBy(order)
  if (blocked !== null) return refuse(blocked)
  const { held, handedTo } = packing
  if (!takeBack && handedTo !== null) return refuse({ kind: 'atOtherDesk', orderNo, desk: handedTo })
  if (!takeBack && held !== null) return refuse({ kind: 'setAside', orderNo, reason: held })
  const back: PackingEvent[] = held === null && handedTo === null ? [] : [{ type: 'orderTakenBack' }]
  if (inProgress) {
    const units = packing.lines.reduce((sum, line) => sum + line.qty, 0)
    return accept({ kind: 'orderResumed', orderNo, units }, ...back, { type: 'orderResumed' })
  }
  const lines = linesOf(order, marks)
  const { channel, ordererName } = order
  const receiver = order.sections.find((section) => section.code === lines[0]?.sectionCode)?.receiver ?? null
  return accept(
    { kind: 'orderOpened', orderNo, units: lines.reduce((sum, line) => sum + line.qty, 0) },
    ...back,
    { type: 'orderOpened', channel, ordererName, receiver, lines },
  )
}

/** Takes the order off the desk. Goods in boxes without a waybill must be dealt with first, unless `leaveGoods`. */
export function putDown(packing: Packing, leaveGoods: boolean): Decision {
  const waiting = unsealedBoxes(packing)
  if (waiting.length > 0 && !leaveGoods) {
    return refuse({ kind: 'unsealedGoods', boxes: waiting.map((box) => box.number) })
  }
  const left = packing.lines.reduce((sum, line) => sum + Math.max(0, unitsLeft(packing, line)), 0)
  return accept({ kind: 'orderPutDown', orderNo: packing.orderNo, left }, { type: 'orderPutDown' })
}

/** Sets the order aside with a reason; goods in its boxes stay where they are and wait with it. */
export const holdOrder = (packing: Packing, reason: string): Decision =>
  accept({ kind: 'orderHeld', orderNo: packing.orderNo, reason }, { type: 'orderHeld', reason })

/** What is in a box here without a waybill would be packed twice: that comes before another desk packs the order. */
export function readyToHandOver(packing: Packing): Found<Packing> {
  const waiting = unsealedBoxes(packing)
  if (waiting.length === 0) return found(packing)
  return refuse({ kind: 'goodsStayHere', boxes: waiting.map((box) => box.number) })
}

/** Leaves the order to another desk than this one. */
export function handOver(
  packing: Packing,
  { desk, note }: { desk: string; note: string },
  ownDesk: string,
): Decision {
  const ready = readyToHandOver(packing)
  if (!ready.ok) return ready
  if (desk === ownDesk) return refuse({ kind: 'ownDesk', desk })
  return accept(
    { kind: 'orderHandedOver', orderNo: packing.orderNo, desk },
    { type: 'orderHandedOver', desk, note },
  )
}

export const writeNote = (text: string): Decision =>
  accept({ kind: 'noteWritten' }, { type: 'noteWritten', text })

/** Goes on with the order as the store has it now. One that may not be packed at all stays as it is until it may. */
export function takeOverChanges(packing: Packing, around: Around): Decision {
  const { order, ownSections, drift, marks } = around
  const { orderNo } = packing
  const blocked = order === null ? null : blockedBy(order)
  if (blocked !== null) return refuse(blocked)
  if (drift === null || order === null || ownSections === null) return refuse({ kind: 'nothingToDo' })
  const lines = linesAfterDrift(packing, order, ownSections, marks)
  return accept(
    { kind: 'orderUpdated', orderNo },
    { type: 'orderUpdated', receiver: receiverNow(packing, order), lines },
  )
}
