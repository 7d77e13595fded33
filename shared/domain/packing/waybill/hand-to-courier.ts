import type { PackingEvent } from '../log/events.ts'
import type { Section } from '../../orders/order.ts'
import type { HandoverStop } from '../answer.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import { boxById, type Packing } from '../packing.ts'

/** What the store's word on a box's section says against its leaving; null where nothing does. */
export function handoverStopOf(section: Section | undefined): HandoverStop | null {
  switch (section?.status) {
    case undefined:
      return null
    case 'CANCEL_REQUEST':
      return 'cancelRequested'
    case 'CANCEL_COMPLETE':
      return 'cancelled'
    default:
      return section?.held === true ? 'held' : null
  }
}

/**
 * A sealed box goes into the courier's cage: from now on the store may be told that it is on its way. `label`: the waybill
 * that is on it, which has to be the one it has now. `stop`: what the store says against that, as last heard.
 */
export function giveToCourier(
  packing: Packing,
  label: { number: number; invoiceNo: string },
  stop: HandoverStop | null,
): Decision {
  const box = packing.boxes.find((each) => each.number === label.number)
  const { orderNo } = packing
  if (box?.state !== 'sealed') return refuse({ kind: 'unknownWaybill' })
  const { id: boxId, number, shipped } = box
  if (shipped !== 'atHandover') return refuse({ kind: 'notForHandover', orderNo, box: number, shipped })
  const invoiceNo = box.invoice?.invoiceNo ?? null
  if (invoiceNo !== label.invoiceNo) return refuse({ kind: 'oldWaybill', orderNo, box: number, invoiceNo })
  if (box.withCourier) return refuse({ kind: 'alreadyWithCourier', orderNo, box: number })
  if (stop !== null) return refuse({ kind: 'keepFromCourier', orderNo, box: number, why: stop })
  return accept({ kind: 'boxGivenToCourier', orderNo, box: number }, { type: 'boxGivenToCourier', boxId })
}

/** It is taken out of the cage again. The caller has made sure that the store has not been told. */
export function takeBackFromCourier(packing: Packing, boxId: string): Decision {
  const box = boxById(packing, boxId)
  if (box?.state !== 'sealed' || !box.withCourier) return refuse({ kind: 'nothingToDo' })
  const { orderNo } = packing
  return accept({ kind: 'boxTakenBack', orderNo, box: box.number }, { type: 'boxTakenBack', boxId })
}

/**
 * A box that waits for the courier is unpacked, because the store has cancelled it (`stop`): its goods go back, its waybill
 * is void. The caller has made sure that nothing is still to be told of its seal.
 */
export function unpackBox(
  packing: Packing,
  { boxId, reason }: { boxId: string; reason: string },
  stop: HandoverStop | null,
): Decision {
  const box = boxById(packing, boxId)
  const waits = box?.state === 'sealed' && box.shipped === 'atHandover' && !box.withCourier
  if (!waits || stop !== 'cancelled') return refuse({ kind: 'nothingToDo' })
  return accept({ kind: 'boxVoided', box: box.number }, { type: 'boxVoided', boxId, reason })
}

/** What a person gives up that the store could not be told of. */
export function giveUp(packing: Packing, event: PackingEvent): Decision {
  const { orderNo } = packing
  if (event.type === 'intentGivenUp')
    return accept({ kind: 'intentGivenUp', orderNo, what: event.kind }, event)
  const box = 'boxId' in event ? boxById(packing, event.boxId) : undefined
  if (box?.state !== 'sealed') return refuse({ kind: 'noBox' })
  switch (event.type) {
    case 'boxVoided':
      return accept({ kind: 'boxVoided', box: box.number }, event)
    case 'boxTakenBack':
      return accept({ kind: 'boxTakenBack', orderNo, box: box.number }, event)
    case 'waybillKept': {
      const invoiceNo = event.was?.invoiceNo ?? null
      // Without a waybill it cannot be with the courier.
      const back: PackingEvent[] =
        box.withCourier && invoiceNo === null ? [{ type: 'boxTakenBack', boxId: box.id }] : []
      return accept({ kind: 'waybillKept', box: box.number, invoiceNo }, event, ...back)
    }
    default:
      return refuse({ kind: 'nothingToDo' })
  }
}
