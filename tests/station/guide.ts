import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import type { SeenCall } from './network.ts'
import type { NewOrder, World } from './world.ts'

/** The guide's order, A ×2 and B ×4, packed as two parcels of [A ×1, B ×2]; and what the store has of it. */
export const guide = '202410104747676'
export const [a, b] = ['A-CITRUS-500', 'B-NURUNGJI-200']
export const next = commandBarcode('nextBox')
export const close = commandBarcode('closeBox')

export const boxOne = [guide, a, b, b, close, '689200000014']
export const boxTwo = [a, b, b, '689200000025']

/** The shipped sections of an order in the store: [goods, waybill], sorted. */
export function shipped(world: World, orderNo = guide) {
  const { order } = world.storeSections(orderNo)
  return order.sections
    .map((section) => ({
      status: section.orderSectionStatus,
      goods: section.sectionItems.map(({ productInfo, qty }) => [
        productInfo.optionSkuNo ?? productInfo.prodSkuNo,
        qty,
      ]),
      invoiceNo: section.invoice?.invoiceNo ?? null,
    }))
    .sort((x, y) => String(x.invoiceNo).localeCompare(String(y.invoiceNo)))
}

/** An order that is ready to ship, with the waybill that the shop has registered for it. */
export const registered = {
  orderNo: 202411010000009,
  sections: [{ status: 'SHIPPING_READY', lines: [[a, 1]], invoice: ['680000000077', 4] }],
} satisfies NewOrder

const half = [
  [a, 1],
  [b, 2],
]
export const twoParcels = [
  { status: 'SHIPPING', goods: half, invoiceNo: '689200000014' },
  { status: 'SHIPPING', goods: half, invoiceNo: '689200000025' },
]

export const isWrite = ({ method }: SeenCall) => method === 'PATCH' || method === 'POST'
export const writesTo = (world: World) =>
  world.calls.filter((call) => isWrite(call) && call.path.startsWith('/orders'))
