import { sameInvoice, type Invoice, type Order, type Section } from '../../orders/order.ts'
import type { Refusal } from '../answer.ts'
import { afterwards } from '../decision.ts'
import type { PackingEvent } from '../log/events.ts'
import { boxById, type Box, type BoxOfOrder, type Packing } from '../packing.ts'

/**
 * The waybill that the shop has registered for a section; null where it has none. What a box of this desk has become has that
 * box's, also where the store has kept the old code for it.
 */
export function registeredFor(order: Order | null, sectionCode: string | null | undefined): Invoice | null {
  const section = order?.sections.find(({ code }) => code === sectionCode)
  return section === undefined || section.boxed ? null : section.invoice
}

/**
 * The box that stands against a waybill's going on another one of this section. A box that was given up does not, where the
 * store still has its waybill for the section: the section goes out with no other number.
 */
export function boxAgainst(
  { orderNo, boxes }: Packing,
  order: Order | null,
  waybill: { sectionCode: string | null | undefined; invoice: Invoice },
  used: BoxOfOrder | null,
): BoxOfOrder | null {
  if (!sameInvoice(registeredFor(order, waybill.sectionCode), waybill.invoice)) return used
  const isVoided =
    used?.orderNo === orderNo && boxes.find(({ number }) => number === used.box)?.state === 'voided'
  return isVoided ? null : used
}

type Finish = Extract<PackingEvent, { type: 'boxClosed' | 'boxSealed' }>

/** Whether an event makes a box what goes out under one waybill. */
export const finishesBox = (event: PackingEvent): event is Finish =>
  event.type === 'boxClosed' || event.type === 'boxSealed'

/**
 * What a waybill registered by the shop says against the events of a decision. The section goes out whole under its number: a box with
 * a part of it, or with another number, is one that the store would not take. Found before the box is closed or sealed,
 * the packer can still mend it.
 */
export function againstRegistered(
  packing: Packing,
  events: readonly PackingEvent[],
  order: Order,
): Refusal | null {
  const after = afterwards(packing, events)
  for (const event of events.filter(finishesBox)) {
    const box = boxById(after, event.boxId)
    const section = order.sections.find(({ code }) => code === box?.sectionCode)
    const registered = registeredFor(order, section?.code)
    if (box === undefined || section === undefined || registered === null) continue
    const { invoiceNo } = registered
    if (!holdsAll(box, section)) return { kind: 'oneWaybill', invoiceNo, box: box.number }
    const sealedWith = event.type === 'boxSealed' ? event.invoice : registered
    if (!sameInvoice(registered, sealedWith)) return { kind: 'otherWaybill', invoiceNo, box: box.number }
  }
  return null
}

const holdsAll = (box: Box, section: Section): boolean =>
  section.items.every(
    (item) => (box.contents.find(({ itemNo }) => itemNo === item.itemNo)?.qty ?? 0) >= item.qty,
  )
