import { nextItemNo } from '../../../shared/domain/sections/numbering.ts'
import { badData } from '../errors.ts'
import { composeItem } from '../seed/compose-items.ts'
import type { Good } from '../seed/good.ts'
import type { Order, Section } from '../order-document.ts'

/** Brings an order's sums into line with its items; the customer is taken to have paid, or got back, the difference. */
const withSums = (order: Order): Order => {
  const itemPrice = order.sections
    .flatMap((s) => s.sectionItems)
    .reduce((sum, it) => sum + it.productInfo.itemPrice * it.qty, 0)
  const difference = itemPrice - order.itemPrice
  const isPaid = order.totalPaymentPrice > 0
  return {
    ...order,
    itemPrice,
    baseItemPrice: itemPrice,
    totalPrice: order.totalPrice + difference,
    totalPaymentPrice: isPaid ? order.totalPaymentPrice + difference : 0,
    payments: order.payments.map((p) => (isPaid ? { ...p, paidPrice: p.paidPrice + difference } : p)),
  }
}

/** The order with another quantity of an item; 0 takes the item out. A section does not go empty. */
export const withItemQuantity = (order: Order, orderSectionItemNo: string, qty: number): Order => {
  const holder = order.sections.find((s) =>
    s.sectionItems.some((it) => it.orderSectionItemNo === orderSectionItemNo),
  )
  if (holder === undefined) throw badData('orderSectionItemNo', '존재하지 않는 섹션아이템입니다.')
  const sectionItems = holder.sectionItems.flatMap((it) => {
    if (it.orderSectionItemNo !== orderSectionItemNo) return [it]
    return qty === 0 ? [] : [{ ...it, qty }]
  })
  if (sectionItems.length === 0) throw badData('qty', '섹션의 마지막 품목은 뺄 수 없습니다.')
  const changed: Section = { ...holder, sectionItems }
  return withSums({ ...order, sections: order.sections.map((s) => (s === holder ? changed : s)) })
}

/** The order with one more item in a section. */
export const withNewItem = (
  order: Order,
  orderSectionCode: string,
  good: Good,
  qty: number,
  random: () => number,
): Order => {
  const used = order.sections.flatMap((s) => s.sectionItems.map((it) => it.orderSectionItemNo))
  const sections = order.sections.map((s): Section => {
    if (s.orderSectionCode !== orderSectionCode) return s
    const shippingPlaceCode = s.sectionItems[0]?.productInfo.shippingPlaceCode ?? ''
    const item = composeItem({ good, qty, isGift: false, shippingPlaceCode }, order.orderNo, 1, random)
    const orderSectionItemNo = nextItemNo(order.orderNo, used)
    return { ...s, sectionItems: [...s.sectionItems, { ...item, orderSectionItemNo }] }
  })
  return withSums({ ...order, sections })
}
