import { z } from 'zod'
import type { DemoOrder, DemoShopDeed } from '../../shared/contract/demo.ts'
import { sectionStatuses } from '../../shared/domain/sections/status.ts'
import type { ControlCall } from './demo-faults.ts'

/** The guide's own example, A ×2 and B ×4, so that a new order can be sent as two parcels. */
const newOrderLines = [
  ['A-CITRUS-500', 2],
  ['B-NURUNGJI-200', 4],
]

/** The request by which the shop's side of life is moved; each is answered with the order afterwards. */
export function shopCall(deed: DemoShopDeed, newInvoiceNo: () => string): ControlCall {
  if (deed.act === 'addOrder') {
    const payment = deed.paid ? 'card' : 'bank-unpaid'
    return { method: 'POST', path: '/orders', body: { lines: newOrderLines, payment } }
  }
  const post = (act: string, body: Record<string, unknown> = {}): ControlCall => ({
    method: 'POST',
    path: `/orders/${deed.orderNo}/${act}`,
    body,
  })
  switch (deed.act) {
    case 'look':
      // The control API has no way to read an order; an address changed in nothing is answered with it as it is.
      return post('address')
    case 'requestCancel':
      return post('request-cancel')
    case 'pay':
    case 'cancel':
    case 'hold':
    case 'release':
      return post(deed.act)
    case 'changeAddress':
      return post('address', { addr1: deed.address, addr2: '' })
    case 'changeItem':
      return post('item', { orderSectionItemNo: deed.itemNo, qty: deed.qty })
    case 'shipElsewhere':
      return post('ship-elsewhere', {
        orderSectionCode: deed.sectionCode,
        invoiceNo: newInvoiceNo(),
        parcelCompanyIdx: deed.courierIdx,
      })
  }
}

/** What is read of the store's order. */
export const orderSchema = z.object({
  orderNo: z.number(),
  sections: z.array(
    z.object({
      orderSectionCode: z.string(),
      orderSectionNo: z.string(),
      orderSectionStatus: z.enum(sectionStatuses),
      isDeliveryHold: z.enum(['Y', 'N']),
      sectionItems: z.array(
        z.object({
          orderSectionItemNo: z.string(),
          qty: z.number(),
          productInfo: z.object({ prodName: z.string() }),
        }),
      ),
    }),
  ),
})

export const demoOrder = (order: z.infer<typeof orderSchema>): DemoOrder => ({
  orderNo: String(order.orderNo),
  sections: order.sections.map((section) => ({
    code: section.orderSectionCode,
    no: section.orderSectionNo,
    status: section.orderSectionStatus,
    held: section.isDeliveryHold === 'Y',
    items: section.sectionItems.map((item) => ({
      itemNo: item.orderSectionItemNo,
      name: item.productInfo.prodName,
      qty: item.qty,
    })),
  })),
})
