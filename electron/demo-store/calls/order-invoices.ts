import { z } from 'zod'
import { shippingStageOf } from '../../../shared/domain/sections/steps.ts'
import type { Call, CallAnswer } from '../context.ts'
import { StoreError } from '../errors.ts'
import { bodyOf, text } from '../http/input.ts'
import type { Section, StoredOrder } from '../order-document.ts'
import { checkChannel } from './channel.ts'
import { findOrder } from './find.ts'
import type { InvoiceInput } from './invoice-rules.ts'
import { apiInvoice, invoiceInput } from './invoice-rules.ts'
import { forEachSection } from './order-level.ts'
import { changedInvoice, removedInvoice } from './section-invoices.ts'

const invoicesBody = z.object({
  allInvoiceNo: z.string().optional(),
  allParcelCompanyIdx: z.number().optional(),
  orderSectionInvoiceDataList: z
    .array(z.object({ orderSectionCode: text, invoiceNo: text, parcelCompanyIdx: z.number() }))
    .optional(),
})

interface InvoicePlan {
  readonly codes: readonly string[] | undefined
  readonly invoiceFor: (orderSectionCode: string) => InvoiceInput
}

/** One invoice for all sections, or one for each of those listed: not both (30088), not neither (30065). */
const readPlan = (call: Call): InvoicePlan => {
  const body = bodyOf(call, invoicesBody)
  const list = body.orderSectionInvoiceDataList
  const all = invoiceInput(call, body.allInvoiceNo, body.allParcelCompanyIdx)
  if (all !== undefined && list !== undefined) throw new StoreError(30088)
  if (all !== undefined) return { codes: undefined, invoiceFor: () => all }
  if (list === undefined) throw new StoreError(30065)
  return {
    codes: list.map((row) => row.orderSectionCode),
    invoiceFor: (code) => {
      const row = list.find((r) => r.orderSectionCode === code)
      const invoice = invoiceInput(call, row?.invoiceNo, row?.parcelCompanyIdx)
      if (invoice === undefined) throw new StoreError(30065)
      return invoice
    },
  }
}

const replaced = (stored: StoredOrder, changed: Section): StoredOrder => ({
  ...stored,
  order: {
    ...stored.order,
    sections: stored.order.sections.map((s) =>
      s.orderSectionCode === changed.orderSectionCode ? changed : s,
    ),
  },
})

const findWritable = (call: Call): StoredOrder => {
  const stored = findOrder(call)
  checkChannel(stored.order)
  return stored
}

/** In 배송대기 only (30066), where there is none yet (30068). */
export const registerOrderInvoice = (call: Call): CallAnswer => {
  const plan = readPlan(call)
  return forEachSection(call, findWritable(call), plan.codes, (stored, section) => {
    const invoice = plan.invoiceFor(section.orderSectionCode)
    if (shippingStageOf(section.orderSectionStatus) !== 'READY') throw new StoreError(30066)
    if (section.invoice !== undefined) throw new StoreError(30068)
    return replaced(stored, { ...section, invoice: apiInvoice(call, invoice) })
  })
}

/** In 배송대기 or 배송중 (30066), where there is one (30095). */
export const changeOrderInvoice = (call: Call): CallAnswer => {
  const plan = readPlan(call)
  const answer = forEachSection(call, findWritable(call), plan.codes, (stored, section) =>
    replaced(stored, changedInvoice(call, section, plan.invoiceFor(section.orderSectionCode))),
  )
  return call.context.assumptions.changeOrderInvoiceAnswer === 'boolean' ? { data: true } : answer
}

/** In 배송대기 only (30066), where there is one (30095). */
export const removeOrderInvoice = (call: Call): CallAnswer => {
  const body = bodyOf(call, z.object({ orderSectionCodeList: z.array(text).optional() }))
  return forEachSection(call, findWritable(call), body.orderSectionCodeList, (stored, section) =>
    replaced(stored, removedInvoice(section)),
  )
}
