import { z } from 'zod'
import type { ItemQuantity } from '../../../shared/domain/sections/shapes.ts'
import { dividesAnItem, isWholeSection } from '../../../shared/domain/sections/split.ts'
import { shippingStageOf } from '../../../shared/domain/sections/steps.ts'
import type { Call, CallAnswer } from '../context.ts'
import { StoreError, badData } from '../errors.ts'
import { bodyOf, itemQuantities, pathText, text } from '../http/input.ts'
import { firstListed } from '../operations/index.ts'
import type { Section, StoredOrder } from '../order-document.ts'
import type { ChangeResult } from './change.ts'
import { changeOrderSection } from './change.ts'
import { checkChannel, isOutsideChannel } from './channel.ts'
import { findOrder, findSection } from './find.ts'
import type { InvoiceInput } from './invoice-rules.ts'
import { apiInvoice, invoiceInput, withoutInvoice } from './invoice-rules.ts'
import { onItem } from './item-level.ts'
import { checkNotBusy } from './shipping-rules.ts'

/** Registering wants 배송대기 (30066, or 30078 while a claim decides), no hold (30268), nobody else at work (30118). */
const checkRegister = (call: Call, stored: StoredOrder, section: Section): void => {
  checkNotBusy(call, stored, section)
  const stage = shippingStageOf(section.orderSectionStatus)
  if (stage === undefined) throw new StoreError(firstListed(call.operation, [30078, 30066]))
  if (stage !== 'READY') throw new StoreError(30066)
  if (section.isDeliveryHold === 'Y' && call.operation.errors.includes(30268)) throw new StoreError(30268)
}

const register = (
  call: Call,
  stored: StoredOrder,
  section: Section,
  part: readonly ItemQuantity[] | undefined,
  invoice: InvoiceInput,
): ChangeResult => {
  checkRegister(call, stored, section)
  const isWhole = part === undefined || isWholeSection(section, part)
  if (isWhole && section.invoice !== undefined)
    throw new StoreError(firstListed(call.operation, [30068, 30078]))
  const isDivided = part !== undefined && dividesAnItem(section, part)
  if (isDivided && isOutsideChannel(stored.order))
    throw new StoreError(firstListed(call.operation, [30133, 30119]))
  const change = { orderSectionCode: section.orderSectionCode, to: undefined, part }
  return changeOrderSection(call, stored, change, (s) => ({ ...s, invoice: apiInvoice(call, invoice) }))
}

const itemInvoices = itemQuantities.element.extend({ invoiceNo: text, parcelCompanyIdx: z.number() })

const registerBody = z.object({
  allInvoiceNo: z.string().optional(),
  allParcelCompanyIdx: z.number().optional(),
  orderSectionItemInvoiceDataList: z.array(itemInvoices).optional(),
})

/** The one invoice a list of items is given. The answer can name one new section only, so the rows have to agree. */
const commonInvoice = (call: Call, list: readonly z.infer<typeof itemInvoices>[]): InvoiceInput => {
  const [first, ...others] = list
  if (first === undefined) throw new StoreError(30089)
  const isCommon = others.every(
    (row) => row.invoiceNo === first.invoiceNo && row.parcelCompanyIdx === first.parcelCompanyIdx,
  )
  if (!isCommon) throw badData('orderSectionItemInvoiceDataList', '송장번호와 택배사가 모두 같아야 합니다.')
  const invoice = invoiceInput(call, first.invoiceNo, first.parcelCompanyIdx)
  if (invoice === undefined) throw new StoreError(30065)
  return invoice
}

/** Gives the section an invoice, or splits off some items under one. 30093 for both at once, 30121 for all items. */
export const registerSectionInvoice = (call: Call): CallAnswer => {
  const body = bodyOf(call, registerBody)
  const stored = findOrder(call)
  checkChannel(stored.order)
  const section = findSection(call, stored.order, pathText(call, 'orderSectionCode'))
  const list = body.orderSectionItemInvoiceDataList
  const all = invoiceInput(call, body.allInvoiceNo, body.allParcelCompanyIdx)
  if (all !== undefined && list !== undefined) throw new StoreError(30093)
  if (all === undefined && list === undefined) throw new StoreError(30065)
  const invoice = all ?? commonInvoice(call, list ?? [])
  const isRefused = list !== undefined && call.context.assumptions.invoiceForAllItems === 'refuse'
  if (isRefused && isWholeSection(section, list)) {
    checkRegister(call, stored, section)
    throw new StoreError(30121)
  }
  const result = register(call, stored, section, list, invoice)
  call.context.orders.save(result.stored)
  return { data: result.answer }
}

const oneInvoice = z.object({ invoiceNo: text, parcelCompanyIdx: z.number() })

/** One item with all its units; it is split off unless it is all there is in the section. */
export const registerItemInvoice = (call: Call): CallAnswer => {
  const body = bodyOf(call, oneInvoice)
  const stored = findOrder(call)
  checkChannel(stored.order)
  const invoice = invoiceInput(call, body.invoiceNo, body.parcelCompanyIdx)
  if (invoice === undefined) throw new StoreError(10003)
  return onItem(call, stored, undefined, (section, part) => register(call, stored, section, part, invoice))
}

const saveSection = (call: Call, stored: StoredOrder, changed: Section): CallAnswer => {
  const sections = stored.order.sections.map((s) =>
    s.orderSectionCode === changed.orderSectionCode ? changed : s,
  )
  call.context.orders.save({ ...stored, order: { ...stored.order, sections } })
  return { data: true }
}

/** The section with another invoice: in 배송대기 or 배송중 (30066), when it has one (30095). */
export const changedInvoice = (call: Call, section: Section, invoice: InvoiceInput): Section => {
  const stage = shippingStageOf(section.orderSectionStatus)
  if (stage !== 'READY' && stage !== 'SHIPPING') throw new StoreError(30066)
  if (section.invoice === undefined) throw new StoreError(30095)
  return { ...section, invoice: apiInvoice(call, invoice, section.invoice.deliveryStatus) }
}

/** The section without its invoice: in 배송대기 (30066), when it has one (30095). */
export const removedInvoice = (section: Section): Section => {
  if (shippingStageOf(section.orderSectionStatus) !== 'READY') throw new StoreError(30066)
  if (section.invoice === undefined) throw new StoreError(30095)
  return withoutInvoice(section)
}

export const changeSectionInvoice = (call: Call): CallAnswer => {
  const body = bodyOf(call, oneInvoice)
  const stored = findOrder(call)
  checkChannel(stored.order)
  const section = findSection(call, stored.order, pathText(call, 'orderSectionCode'))
  const invoice = invoiceInput(call, body.invoiceNo, body.parcelCompanyIdx)
  if (invoice === undefined) throw new StoreError(30065)
  return saveSection(call, stored, changedInvoice(call, section, invoice))
}

export const removeSectionInvoice = (call: Call): CallAnswer => {
  const stored = findOrder(call)
  checkChannel(stored.order)
  const section = findSection(call, stored.order, pathText(call, 'orderSectionCode'))
  return saveSection(call, stored, removedInvoice(section))
}
