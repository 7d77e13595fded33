import { z } from 'zod'
import { contentSchema } from '../../orders/goods.ts'
import { invoiceSchema, sameInvoice, sameOrNoInvoice } from '../../orders/order.ts'
import { invoiceFields } from './invoice-fields.ts'
import { itemList, splitAnswer } from './split.ts'
import { bothOf, defineWrite, sectionPath } from './write.ts'

/**
 * Section `shipping-operation` SHIPPING, with the waybill where the section has none yet. `contents` is all that the section
 * is thought to hold: a store that finds other goods there refuses (30138), so that nothing else ships under the box's
 * waybill. Null where this store takes no list.
 */
export const shipStep = z.object({
  kind: z.literal('ship'),
  sectionCode: z.string(),
  invoice: invoiceSchema.nullable(),
  contents: z.array(contentSchema).nullable().default(null),
})

export const ship = defineWrite({
  schema: shipStep,
  call: ({ sectionCode, invoice, contents }) => ({
    method: 'PATCH',
    path: sectionPath(sectionCode, 'shipping-operation'),
    body: {
      orderSectionStatus: 'SHIPPING',
      ...(contents === null ? {} : { orderSectionItemDataList: itemList(contents) }),
      ...(invoice === null ? {} : invoiceFields(invoice)),
    },
  }),
  answer: splitAnswer,
  part: () => null,
  done: ({ invoice }, section) => ({ ...section, status: 'SHIPPING', invoice: invoice ?? section.invoice }),
  reconcile({ sectionCode, invoice }, comparison) {
    const both = bothOf(sectionCode, comparison)
    if (both === null) return { kind: 'conflict' }
    const { was, is } = both
    const meant = invoice ?? was.invoice
    switch (is.status) {
      case 'SHIPPING':
      case 'SHIPPING_COMPLETE':
      case 'PURCHASE_CONFIRMATION':
        return sameInvoice(is.invoice, meant) ? { kind: 'applied', sectionCode } : { kind: 'conflict' }
      case 'SHIPPING_READY':
        return sameOrNoInvoice(is.invoice, was.invoice) ? { kind: 'notApplied' } : { kind: 'conflict' }
      default:
        return { kind: 'conflict' }
    }
  },
})
