import type { Call } from '../context.ts'
import { StoreError } from '../errors.ts'
import { orderNoOf } from '../http/input.ts'
import { firstListed } from '../operations/index.ts'
import type { Order, Section, StoredOrder } from '../order-document.ts'

/** The order in the path. Throws 30096 or 30060, whichever the document lists for the call. */
export const findOrder = (call: Call): StoredOrder => {
  const stored = call.context.orders.read(orderNoOf(call))
  if (stored === undefined) throw new StoreError(firstListed(call.operation, [30096, 30060]))
  if (stored.hidden.hasUnlinkedProduct && call.operation.errors.includes(30273)) throw new StoreError(30273)
  return stored
}

export const missingSection = (call: Call): StoreError =>
  new StoreError(firstListed(call.operation, [30062, 30097, 30089, 30060]))

export const missingItem = (call: Call): StoreError =>
  new StoreError(firstListed(call.operation, [30092, 30072, 30062, 30089, 30060]))

/** The section under a code. Throws what the document lists for the call. */
export const findSection = (call: Call, order: Order, orderSectionCode: string): Section => {
  const section = order.sections.find((s) => s.orderSectionCode === orderSectionCode)
  if (section === undefined) throw missingSection(call)
  return section
}

/** All sections that hold an item; more than one only where a split leaves item numbers as they are. */
export const sectionsHolding = (order: Order, orderSectionItemNo: string): Section[] =>
  order.sections.filter((s) => s.sectionItems.some((it) => it.orderSectionItemNo === orderSectionItemNo))
