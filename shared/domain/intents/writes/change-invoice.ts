import { z } from 'zod'
import { invoiceSchema, sameInvoice } from '../../orders/order.ts'
import { invoiceFields } from './invoice-fields.ts'
import { bothOf, defineWrite, sectionPath, yesAnswer } from './write.ts'

/** Section `invoice` PATCH: another waybill for a section in 배송대기 or 배송중 that has one. */
export const changeInvoiceStep = z.object({
  kind: z.literal('changeInvoice'),
  sectionCode: z.string(),
  was: invoiceSchema,
  invoice: invoiceSchema,
})

export const changeInvoice = defineWrite({
  schema: changeInvoiceStep,
  call: ({ sectionCode, invoice }) => ({
    method: 'PATCH',
    path: sectionPath(sectionCode, 'invoice'),
    body: invoiceFields(invoice),
  }),
  answer: yesAnswer,
  part: () => null,
  done: ({ invoice }, section) => ({ ...section, invoice }),
  reconcile({ sectionCode, was, invoice }, comparison) {
    const is = bothOf(sectionCode, comparison)?.is
    if (is === undefined) return { kind: 'conflict' }
    if (sameInvoice(is.invoice, invoice)) return { kind: 'applied', sectionCode }
    return sameInvoice(is.invoice, was) ? { kind: 'notApplied' } : { kind: 'conflict' }
  },
})
