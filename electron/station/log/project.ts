import type { Invoice } from '../../../shared/domain/orders/order.ts'
import { serialsIn, type SerialInBox } from '../../../shared/domain/packing/goods/serials.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { evolve } from '../../../shared/domain/packing/log/evolve.ts'
import { boxById, type Packing } from '../../../shared/domain/packing/packing.ts'
import type { TimedEvent } from './log.ts'

/** Something that the store may have to hear of, with the order as it was after it. */
export type Happened = { event: PackingEvent; after: Packing; at: number }

/** A box that becomes 배송중 when the courier takes it. */
export type Handover = { number: number; invoice: Invoice | null; sealedAt: number; givenAt: number | null }

/** Where a serial number is now, by the box's number; null: in no box of the order any more. */
type SerialMoved = { product: string; value: string; box: number | null }

type HandoverMoved = [boxId: string, change: Partial<Handover> | null]

/**
 * What some events of one order mean for everything that is read from the log. The last word on each number or box is
 * the one that counts, so that a whole log can be taken at once as well as event by event.
 */
export type Projected = {
  /** The order as it stands after them. */
  packing: Packing
  /** Waybills by number: the box that has it; null: free again. */
  waybills: ReadonlyMap<string, number | null>
  serials: readonly SerialMoved[]
  /** Changes of boxes for the courier by box id, in their order; null: it is none any more. */
  handovers: readonly HandoverMoved[]
  /** What the store may have to hear of, in its order. */
  toReport: readonly Happened[]
}

/** The one place that says what an event means: the desk, a rebuild and a salvage all read it from here. */
export function project(before: Packing, events: readonly TimedEvent[]): Projected {
  const waybills = new Map<string, number | null>()
  const serials = new Map<string, SerialMoved>()
  const handovers: HandoverMoved[] = []
  const toReport: Happened[] = []
  let packing = before
  for (const logged of events) {
    const { event, at } = logged
    const next = evolve(packing, logged)
    for (const [invoiceNo, box] of waybillsMoved(packing, next, event)) waybills.set(invoiceNo, box)
    handovers.push(...handoverMoved(next, event, at))
    if (reported.includes(event.type)) toReport.push({ event, after: next, at })
    if (event.type !== 'orderOpened') {
      for (const moved of serialsMoved(packing, next)) {
        serials.set(JSON.stringify([moved.product, moved.value]), moved)
      }
    }
    packing = next
  }
  return { packing, waybills, serials: [...serials.values()], handovers, toReport }
}

/** What the store may have to hear of. */
const reported: readonly PackingEvent['type'][] = [
  'boxSealed',
  'boxReopened',
  'boxVoided',
  'boxGivenToCourier',
  'boxTakenBack',
  'waybillCorrected',
  'waybillKept',
  'waybillFreed',
  'intentGiven',
  'intentGivenUp',
]

type WaybillMoved = [invoiceNo: string, box: number | null]

/** Which numbers a box was given, and which are free again. An event that does not fit changes nothing. */
function waybillsMoved(before: Packing, after: Packing, event: PackingEvent): WaybillMoved[] {
  switch (event.type) {
    case 'boxSealed': {
      const box = boxById(after, event.boxId)
      return box === undefined ? [] : [[event.invoice.invoiceNo, box.number]]
    }
    case 'boxReopened': {
      const box = boxById(before, event.boxId)
      return box?.state === 'sealed' && box.invoice !== null ? [[box.invoice.invoiceNo, null]] : []
    }
    case 'waybillCorrected': {
      const { was, invoice } = event
      const box = boxById(after, event.boxId)
      if (box?.state !== 'sealed' || invoice === null || invoice.invoiceNo === was?.invoiceNo) return []
      return [[invoice.invoiceNo, box.number]]
    }
    case 'waybillKept':
      return event.invoice === null ? [] : freed(after, event.invoice)
    case 'waybillFreed':
      return freed(after, event.invoice)
    default:
      return []
  }
}

/** A number is free unless a box of the order has it now: its own, where only the courier was another, or the next one. */
function freed({ boxes }: Packing, { invoiceNo }: Invoice): WaybillMoved[] {
  const isKept = boxes.some((box) => box.state === 'sealed' && box.invoice?.invoiceNo === invoiceNo)
  return isKept ? [] : [[invoiceNo, null]]
}

function handoverMoved(after: Packing, event: PackingEvent, at: number): HandoverMoved[] {
  switch (event.type) {
    case 'boxSealed': {
      const box = boxById(after, event.boxId)
      if (box === undefined || event.shipped !== 'atHandover') return []
      return [[box.id, { number: box.number, invoice: event.invoice, sealedAt: at, givenAt: null }]]
    }
    case 'boxReopened':
    case 'boxVoided':
      return [[event.boxId, null]]
    case 'boxGivenToCourier':
      return [[event.boxId, { givenAt: at }]]
    case 'boxTakenBack':
      return [[event.boxId, { givenAt: null }]]
    case 'waybillCorrected':
      return [[event.boxId, { invoice: event.invoice }]]
    case 'waybillKept':
      return [[event.boxId, { invoice: event.was }]]
    default:
      return []
  }
}

/** Of the boxes of one opening: what earlier ones hold stays where it is. */
function serialsMoved(before: Packing, after: Packing): SerialMoved[] {
  const [had, has] = [serialsIn(before), serialsIn(after)]
  const isIn = (serials: readonly SerialInBox[], { product, value, box }: SerialMoved, inSame: boolean) =>
    serials.some((each) => each.product === product && each.value === value && (!inSame || each.box === box))
  const gone = had.filter((each) => !isIn(has, each, false)).map((each) => ({ ...each, box: null }))
  return [...gone, ...has.filter((each) => !isIn(had, each, true))]
}
