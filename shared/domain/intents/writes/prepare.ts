import { z } from 'zod'
import { contentSchema } from '../../orders/goods.ts'
import { sameOrNoInvoice } from '../../orders/order.ts'
import { itemList, readSplit, splitAnswer } from './split.ts'
import { defineWrite, sectionPath } from './write.ts'

/** Section `shipping-operation` SHIPPING_READY with some items, which may split off a new section; null: all of them. */
export const prepareStep = z.object({
  kind: z.literal('prepare'),
  sectionCode: z.string(),
  contents: z.array(contentSchema).nullable(),
})

export const prepare = defineWrite({
  schema: prepareStep,
  call: ({ sectionCode, contents }) => ({
    method: 'PATCH',
    path: sectionPath(sectionCode, 'shipping-operation'),
    body: {
      orderSectionStatus: 'SHIPPING_READY',
      ...(contents === null ? {} : { orderSectionItemDataList: itemList(contents) }),
    },
  }),
  answer: splitAnswer,
  part: ({ contents }) => contents,
  done: (_step, section) => ({ ...section, status: 'SHIPPING_READY' }),
  reconcile: ({ sectionCode, contents }, comparison) =>
    readSplit(
      {
        sectionCode,
        contents,
        isTheWork: (section, was) =>
          section.status === 'SHIPPING_READY' && sameOrNoInvoice(section.invoice, was.invoice),
      },
      comparison,
    ),
})
