import type { Section } from '../../../shared/domain/orders/order.ts'
import { item, section } from '../orders.ts'

export const invoice = { courierIdx: 4, invoiceNo: '689223456782' }
export const otherInvoice = { courierIdx: 4, invoiceNo: '999900001111' }
export const half = [
  { itemNo: '-001', qty: 1 },
  { itemNo: '-002', qty: 2 },
]
export const whole = [
  { itemNo: '-001', qty: 2 },
  { itemNo: '-002', qty: 4 },
]

/** The guide's A ×2, B ×4, or some of it. */
const goods = (a: number, b: number) => [
  ...(a > 0 ? [item('-001', a, 'A')] : []),
  ...(b > 0 ? [item('-002', b, 'B')] : []),
]
export const at = (
  status: Section['status'],
  code: string,
  a: number,
  b: number,
  changes: Partial<Section> = {},
) => section(code, goods(a, b), { status, ...changes })
export const preparing = (code: string, a: number, b: number) => at('PRODUCT_PREPARATION', code, a, b)
export const ready = (code: string, a: number, b: number, changes: Partial<Section> = {}) =>
  at('SHIPPING_READY', code, a, b, changes)
export const shipping = (code: string, a: number, b: number, with_ = invoice) =>
  at('SHIPPING', code, a, b, { invoice: with_ })
