import { isOutsideChannel, type Invoice, type Order } from '../orders/order.ts'
import { standingOf } from '../orders/standing.ts'
import type { Acceptance, Refusal } from './answer.ts'
import { driftOf, linesAfterDrift, receiverNow } from './drift.ts'
import type { PackingEvent } from './events.ts'
import { linesOf } from './line.ts'
import {
  allBoxed,
  allSealed,
  boxById,
  currentBox,
  unitsIn,
  unitsLeft,
  unsealedBoxes,
  type Box,
  type Packing,
} from './packing.ts'

/** What is to be written to the log and said to the packer, or why not. Events are in the order they happened. */
export type Decision = { ok: true; events: PackingEvent[]; said: Acceptance } | { ok: false; said: Refusal }

/** A decision that goes ahead. */
export const accept = (said: Acceptance, ...events: PackingEvent[]): Decision => ({ ok: true, events, said })
export const refuse = (said: Refusal): Decision => ({ ok: false, said })

export const newBoxEvent = (packing: Packing): Extract<PackingEvent, { type: 'boxOpened' }> => {
  const number = packing.boxes.reduce((highest, box) => Math.max(highest, box.number), 0) + 1
  return { type: 'boxOpened', boxId: `${packing.orderNo}-B${String(number)}`, number }
}

/**
 * Puts an order on the desk. Where goods of an earlier opening still wait (for a waybill, or for the store to be
 * told: `settled` false) it goes on there; otherwise it starts anew from what the store says is left.
 */
export function openOrder(packing: Packing, order: Order, settled: boolean): Decision {
  const standing = standingOf(order)
  const { orderNo } = order
  const inProgress = packing.run > 0 && (unsealedBoxes(packing).length > 0 || !settled)
  if (inProgress && allSealed(packing)) return refuse({ kind: 'allInBoxes', orderNo })
  if (standing !== 'ready') return refuse({ kind: 'standing', orderNo, standing })
  if (inProgress) {
    const units = packing.lines.reduce((sum, line) => sum + line.qty, 0)
    return accept({ kind: 'orderResumed', orderNo, units }, { type: 'orderResumed' })
  }
  const lines = linesOf(order)
  const { channel, ordererName } = order
  const receiver = order.sections.find((section) => section.code === lines[0]?.sectionCode)?.receiver ?? null
  return accept(
    { kind: 'orderOpened', orderNo, units: lines.reduce((sum, line) => sum + line.qty, 0) },
    { type: 'orderOpened', channel, ordererName, receiver, lines },
  )
}

/** Takes the order off the desk. Goods in boxes without a waybill must be dealt with first, unless `leaveGoods`. */
export function putDown(packing: Packing, leaveGoods: boolean): Decision {
  const waiting = unsealedBoxes(packing)
  if (waiting.length > 0 && !leaveGoods) {
    return refuse({ kind: 'unsealedGoods', boxes: waiting.map((box) => box.number) })
  }
  return accept({ kind: 'orderPutDown', orderNo: packing.orderNo }, { type: 'orderPutDown' })
}

export function closeBox(packing: Packing): Decision {
  const box = currentBox(packing)
  if (box === undefined) return refuse({ kind: 'noBox' })
  if (box.state === 'closed') return refuse({ kind: 'waybillFirst', box: box.number })
  if (unitsIn(box) === 0) return refuse({ kind: 'emptyBox', box: box.number })
  return accept({ kind: 'boxClosed', box: box.number }, { type: 'boxClosed', boxId: box.id })
}

/** Moves on to a new box; the one before is closed and keeps waiting for its waybill. An empty box is used first. */
export function nextBox(packing: Packing): Decision {
  const box = currentBox(packing)
  if (box !== undefined && box.state === 'open' && unitsIn(box) === 0) {
    return refuse({ kind: 'emptyBox', box: box.number })
  }
  const opened = newBoxEvent(packing)
  const said: Acceptance = { kind: 'boxOpened', box: opened.number }
  if (box === undefined || box.state !== 'open') return accept(said, opened)
  return accept(said, { type: 'boxClosed', boxId: box.id }, opened)
}

export function selectBox(packing: Packing, boxId: string): Decision {
  const box = boxById(packing, boxId)
  if (box === undefined || box.run !== packing.run) return refuse({ kind: 'noBox' })
  if (isSealed(box)) return refuse({ kind: 'alreadySealed', box: box.number })
  return accept({ kind: 'boxSelected', box: box.number }, { type: 'boxSelected', boxId })
}

/** Takes everything out of a box; it stays, open and empty. */
export function emptyBox(packing: Packing, boxId: string): Decision {
  const box = boxById(packing, boxId)
  if (box === undefined) return refuse({ kind: 'noBox' })
  if (isSealed(box)) return refuse({ kind: 'alreadySealed', box: box.number })
  if (box.sectionCode === null) return refuse({ kind: 'emptyBox', box: box.number })
  const { sectionCode, contents, number } = box
  return accept(
    { kind: 'boxEmptied', box: number },
    { type: 'boxEmptied', boxId, sectionCode, contents, closed: box.state === 'closed' },
  )
}

export function undo(packing: Packing): Decision {
  const entry = packing.undo.at(-1)
  if (entry === undefined) return refuse({ kind: 'nothingToUndo' })
  return accept({ kind: 'undone', what: entry.event.type }, { type: 'undone', seq: entry.seq })
}

/**
 * Gives the current box its waybill. The caller has made sure that the number is used nowhere else.
 * A box still open is closed by it.
 */
export function seal(packing: Packing, invoice: Invoice): Decision {
  const box = currentBox(packing)
  if (box === undefined) return refuse({ kind: 'noBox' })
  if (isSealed(box)) return refuse({ kind: 'alreadySealed', box: box.number })
  const { sectionCode, contents } = box
  if (sectionCode === null) return refuse({ kind: 'emptyBox', box: box.number })
  const obstacle = surplusIn(packing, box) ?? dividedLine(packing, box)
  if (obstacle !== null) return refuse(obstacle)
  const last = allBoxed(packing) && unsealedBoxes(packing).every((other) => other.id === box.id)
  return accept(
    { kind: 'boxSealed', box: box.number, invoiceNo: invoice.invoiceNo, last },
    { type: 'boxSealed', boxId: box.id, sectionCode, contents, invoice },
  )
}

/** Goods in the box that the store no longer wants. */
function surplusIn(packing: Packing, box: Box): Refusal | null {
  for (const line of packing.lines) {
    const left = unitsLeft(packing, line)
    const holds = box.sectionCode === line.sectionCode && box.contents.some(({ itemNo }) => itemNo === line.itemNo)
    if (left < 0 && holds) return { kind: 'takeOut', name: line.product.name, units: -left, box: box.number }
  }
  return null
}

/** Takes one unit of a line out of a box. */
export function takeOut(packing: Packing, boxId: string, itemNo: string): Decision {
  const box = boxById(packing, boxId)
  if (box === undefined) return refuse({ kind: 'noBox' })
  if (isSealed(box)) return refuse({ kind: 'alreadySealed', box: box.number })
  const { sectionCode } = box
  if (sectionCode === null || !box.contents.some((content) => content.itemNo === itemNo)) {
    return refuse({ kind: 'nothingToDo' })
  }
  const line = packing.lines.find((candidate) => candidate.sectionCode === sectionCode && candidate.itemNo === itemNo)
  const name = line?.product.name ?? itemNo
  return accept(
    { kind: 'itemTakenOut', name, box: box.number },
    { type: 'itemTakenOut', boxId, sectionCode, itemNo, units: 1 },
  )
}

/** Goes on with the order as the store has it now. */
export function takeOverChanges(packing: Packing, order: Order, ownSections: readonly string[]): Decision {
  if (driftOf(packing, order, ownSections) === null) return refuse({ kind: 'nothingToDo' })
  const lines = linesAfterDrift(packing, order, ownSections)
  return accept(
    { kind: 'orderUpdated', orderNo: packing.orderNo },
    { type: 'orderUpdated', receiver: receiverNow(packing, order), lines },
  )
}

/** Gives up a sealed box that the store was never told of: its goods count as unpacked again. */
export function voidBox(packing: Packing, boxId: string, reason: string): Decision {
  const box = boxById(packing, boxId)
  if (box?.state !== 'sealed') return refuse({ kind: 'noBox' })
  return accept({ kind: 'boxVoided', box: box.number }, { type: 'boxVoided', boxId, reason })
}

const isSealed = (box: Box): boolean => box.state === 'sealed' || box.state === 'voided'

/** A line of an outside channel's order whose quantity this box would divide, which such a channel refuses (30133). */
function dividedLine(packing: Packing, box: Box): Refusal | null {
  if (!isOutsideChannel(packing.channel)) return null
  for (const { itemNo, qty } of box.contents) {
    const line = packing.lines.find(
      (candidate) => candidate.sectionCode === box.sectionCode && candidate.itemNo === itemNo,
    )
    if (line !== undefined && line.qty !== qty) {
      return { kind: 'undividable', name: line.product.name, inBox: qty, ordered: line.qty }
    }
  }
  return null
}
