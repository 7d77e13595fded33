import { z } from 'zod'
import type { ShippingTarget } from '../../../shared/domain/sections/steps.ts'
import { shippingStatusFor, shippingTargets } from '../../../shared/domain/sections/steps.ts'
import type { Call, CallAnswer } from '../context.ts'
import { StoreError } from '../errors.ts'
import { bodyOf, itemQuantities, pathText, quantity, text } from '../http/input.ts'
import type { Section, StoredOrder } from '../order-document.ts'
import { isPaid } from '../state/settle.ts'
import type { ChangeResult } from './change.ts'
import { changeOrderSection } from './change.ts'
import { checkChannel, checkChannelLink, tellChannel } from './channel.ts'
import { findOrder, findSection } from './find.ts'
import { apiInvoice, invoiceInput } from './invoice-rules.ts'
import { onItem } from './item-level.ts'
import { forEachSection } from './order-level.ts'
import type { ShippingWish } from './shipping-rules.ts'
import { checkNotBusy, checkPart, checkShippingInvoice, checkStep } from './shipping-rules.ts'

const common = {
  orderSectionStatus: z.enum(shippingTargets),
  invoiceNo: z.string().optional(),
  parcelCompanyIdx: z.number().optional(),
}

const findShippable = (call: Call): StoredOrder => {
  const stored = findOrder(call)
  checkChannel(stored.order)
  if (!isPaid(stored.order)) throw new StoreError(30063)
  return stored
}

/** What becomes of a section that has just been moved on its way. */
const sent =
  (call: Call, target: ShippingTarget, wish: ShippingWish) =>
  (section: Section): Section => {
    const at = new Date(call.context.now()).toISOString()
    const given = wish.invoice === undefined ? section.invoice : apiInvoice(call, wish.invoice)
    if (target === 'SHIPPING_READY') return section
    const deliveryStatus = target === 'SHIPPING' ? 'DELIVERING' : 'DELIVERY_COMPLETED'
    return {
      ...section,
      ...(given === undefined ? {} : { invoice: { ...given, deliveryStatus } }),
      ...(target === 'SHIPPING' ? { deliverySendTime: at } : { deliveryCompleteTime: at }),
    }
  }

const ship = (call: Call, stored: StoredOrder, section: Section, wish: ShippingWish): ChangeResult => {
  const { order } = stored
  checkNotBusy(call, stored, section)
  checkStep(call, section, wish.target)
  checkPart(call, order, section, wish)
  checkShippingInvoice(call, order, section, wish)
  checkChannelLink(call, order, section.sectionItems)
  tellChannel(call, stored)
  const to = shippingStatusFor(section.orderSectionStatus, wish.target)
  const change = { orderSectionCode: section.orderSectionCode, to, part: wish.part }
  return changeOrderSection(call, stored, change, sent(call, wish.target, wish))
}

/** Whole sections of an order: those named, or all of them. */
export const shipOrder = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object({ ...common, orderSectionCodeList: z.array(text).optional() }))
  const stored = findShippable(call)
  const invoice = invoiceInput(call, body.invoiceNo, body.parcelCompanyIdx)
  const wish: ShippingWish = { target: body.orderSectionStatus, part: undefined, invoice }
  return forEachSection(
    call,
    stored,
    body.orderSectionCodeList,
    (now, section) => ship(call, now, section, wish).stored,
  )
}

/** A section, or some items and quantities of it. */
export const shipSection = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object({ ...common, orderSectionItemDataList: itemQuantities.optional() }))
  const stored = findShippable(call)
  const section = findSection(call, stored.order, pathText(call, 'orderSectionCode'))
  const invoice = invoiceInput(call, body.invoiceNo, body.parcelCompanyIdx)
  const wish = { target: body.orderSectionStatus, part: body.orderSectionItemDataList, invoice }
  const result = ship(call, stored, section, wish)
  call.context.orders.save(result.stored)
  return { data: result.answer }
}

/** One item, or some units of it. */
export const shipItem = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object({ ...common, qty: quantity.optional() }))
  const stored = findShippable(call)
  const invoice = invoiceInput(call, body.invoiceNo, body.parcelCompanyIdx)
  return onItem(call, stored, body.qty, (section, part) =>
    ship(call, stored, section, { target: body.orderSectionStatus, part, invoice }),
  )
}
