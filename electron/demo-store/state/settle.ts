import { canRequestClaim, possibleClaimType } from '../../../shared/domain/sections/claims.ts'
import { hasEnded } from '../../../shared/domain/sections/steps.ts'
import type { Order, Section, SectionItem, StoredOrder } from '../order-document.ts'

const paidStatuses: readonly string[] = ['PAYMENT_COMPLETE', 'PARTIAL_REFUND_COMPLETE', 'REFUND_COMPLETE']

/** Whether the money has arrived. A refund does not make an order unpaid. */
export const isPaid = (order: Order): boolean =>
  order.payments.length > 0 && order.payments.every((p) => paidStatuses.includes(p.paymentStatus))

/** What a section's units cost the customer, in the order's currency: goods less discounts, and its delivery. */
export const sectionAmount = (section: Section): number =>
  section.sectionItems.reduce(
    (sum, it) =>
      sum +
      it.productInfo.itemPrice * it.qty -
      it.gradeDiscount -
      it.itemCouponDiscount -
      it.itemPointAmount -
      it.itemPromotionDiscount,
    section.deliveryPrice + section.deliveryIslandPrice + section.deliveryExtraPrice,
  ) -
  section.deliveryCouponDiscount -
  section.deliveryPointAmount

const withClaimType = (item: SectionItem, claim: 'cancel' | 'return' | undefined): SectionItem => {
  const { possibleClaimType: _before, ...rest } = item
  return claim === undefined ? rest : { ...rest, possibleClaimType: claim }
}

/** Brings the fields of an order that follow from others up to date. Called before every save. */
export const settle = (stored: StoredOrder): StoredOrder => {
  const { order } = stored
  const sections = order.sections.map((section): Section => {
    const claim = possibleClaimType(section.orderSectionStatus)
    return { ...section, sectionItems: section.sectionItems.map((it) => withClaimType(it, claim)) }
  })
  const mayCancel = sections.some((s) => canRequestClaim('cancel', s.orderSectionStatus))
  return {
    ...stored,
    order: {
      ...order,
      sections,
      isCancelReq: mayCancel ? 'Y' : 'N',
      orderStatus: sections.every((s) => hasEnded(s.orderSectionStatus)) ? 'CLOSED' : 'OPEN',
    },
  }
}
