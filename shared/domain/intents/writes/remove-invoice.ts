import { z } from 'zod'
import { invoiceSchema, sameInvoice } from '../../orders/order.ts'
import { bothOf, defineWrite, sectionPath, yesAnswer } from './write.ts'

/** Section `invoice` DELETE: takes the waybill off a section in 배송대기. */
export const removeInvoiceStep = z.object({
  kind: z.literal('removeInvoice'),
  sectionCode: z.string(),
  was: invoiceSchema,
})

export const removeInvoice = defineWrite({
  schema: removeInvoiceStep,
  call: ({ sectionCode }) => ({ method: 'DELETE', path: sectionPath(sectionCode, 'invoice'), body: null }),
  answer: yesAnswer,
  part: () => null,
  done: (_step, section) => ({ ...section, invoice: null }),
  reconcile({ sectionCode, was }, comparison) {
    const is = bothOf(sectionCode, comparison)?.is
    if (is === undefined) return { kind: 'conflict' }
    if (is.invoice === null) return { kind: 'applied', sectionCode }
    return sameInvoice(is.invoice, was) ? { kind: 'notApplied' } : { kind: 'conflict' }
  },
})
