import { z } from 'zod'
import { contentSchema } from '../../orders/goods.ts'
import { invoiceSchema, sameInvoice } from '../../orders/order.ts'
import { invoiceFields } from './invoice-fields.ts'
import { itemList, readSplit, splitAnswer } from './split.ts'
import { defineWrite, sectionPath } from './write.ts'

/**
 * Section `invoice` POST. With `contents` it splits a section that is in 배송대기 already; without them the whole section
 * gets the waybill.
 */
export const registerStep = z.object({
  kind: z.literal('register'),
  sectionCode: z.string(),
  contents: z.array(contentSchema).nullable(),
  invoice: invoiceSchema,
})

const underway = ['SHIPPING_READY', 'SHIPPING', 'SHIPPING_COMPLETE']

export const register = defineWrite({
  schema: registerStep,
  call: ({ sectionCode, contents, invoice }) => ({
    method: 'POST',
    path: sectionPath(sectionCode, 'invoice'),
    body:
      contents === null
        ? { allInvoiceNo: invoice.invoiceNo, allParcelCompanyIdx: invoice.courierIdx }
        : {
            orderSectionItemInvoiceDataList: itemList(contents).map((item) => ({
              ...item,
              ...invoiceFields(invoice),
            })),
          },
  }),
  answer: splitAnswer,
  part: ({ contents }) => contents,
  done: ({ invoice }, section) => ({ ...section, invoice }),
  reconcile: ({ sectionCode, contents, invoice }, comparison) =>
    readSplit(
      {
        sectionCode,
        contents,
        isTheWork: (section) => sameInvoice(section.invoice, invoice) && underway.includes(section.status),
      },
      comparison,
    ),
})
