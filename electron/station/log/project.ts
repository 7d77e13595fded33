import type { BoxPromise } from '../../../shared/domain/dispatch/step.ts'
import { goodsOfContents } from '../../../shared/domain/packing/goods/line.ts'
import { serialsIn, type SerialInBox } from '../../../shared/domain/packing/goods/serials.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { evolve } from '../../../shared/domain/packing/log/evolve.ts'
import { boxById, type Packing } from '../../../shared/domain/packing/packing.ts'
import type { TimedEvent } from './log.ts'

/** A sealed box as the store is to hear of it; `at` is when it was sealed. */
export type Promised = { promise: BoxPromise; number: number; at: number }

/** Where a serial number is now, by the box's number; null: in no box of the order any more. */
type SerialMoved = { product: string; value: string; box: number | null }

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
  /** Boxes by id: what was promised; null: taken back before the store was told. */
  promises: ReadonlyMap<string, Promised | null>
}

/** The one place that says what an event means: the desk, a rebuild and a salvage all read it from here. */
export function project(before: Packing, events: readonly TimedEvent[]): Projected {
  const waybills = new Map<string, number | null>()
  const serials = new Map<string, SerialMoved>()
  const promises = new Map<string, Promised | null>()
  let packing = before
  for (const logged of events) {
    const { event, at } = logged
    const next = evolve(packing, logged)
    if (event.type === 'boxSealed') {
      const promised = promisedBy(next, event, at)
      if (promised !== null) {
        waybills.set(event.invoice.invoiceNo, promised.number)
        promises.set(event.boxId, promised)
      }
    }
    if (event.type === 'boxReopened') {
      const box = boxById(packing, event.boxId)
      if (box?.state === 'sealed') {
        waybills.set(box.invoice.invoiceNo, null)
        if (!promises.delete(event.boxId)) promises.set(event.boxId, null)
      }
    }
    if (event.type !== 'orderOpened') {
      for (const moved of serialsMoved(packing, next)) {
        serials.set(JSON.stringify([moved.product, moved.value]), moved)
      }
    }
    packing = next
  }
  return { packing, waybills, serials: [...serials.values()], promises }
}

/** Null where there is no such box: an event that does not fit changes nothing. */
function promisedBy(
  after: Packing,
  { boxId, sectionCode, contents, invoice }: Extract<PackingEvent, { type: 'boxSealed' }>,
  at: number,
): Promised | null {
  const box = boxById(after, boxId)
  if (box === undefined) return null
  const goods = goodsOfContents(after, sectionCode, contents)
  const { orderNo, receiver } = after
  return { promise: { boxId, orderNo, sectionCode, goods, invoice, receiver }, number: box.number, at }
}

/** Of the boxes of one opening: what earlier ones hold stays where it is. */
function serialsMoved(before: Packing, after: Packing): SerialMoved[] {
  const [had, has] = [serialsIn(before), serialsIn(after)]
  const isIn = (serials: readonly SerialInBox[], { product, value, box }: SerialMoved, inSame: boolean) =>
    serials.some((each) => each.product === product && each.value === value && (!inSame || each.box === box))
  const gone = had.filter((each) => !isIn(has, each, false)).map((each) => ({ ...each, box: null }))
  return [...gone, ...has.filter((each) => !isIn(had, each, true))]
}
