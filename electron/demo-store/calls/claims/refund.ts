import { z } from 'zod'
import { StoreError, badData } from '../../errors.ts'
import { text } from '../../http/input.ts'
import type { Order, Payment, Section, StoredOrder } from '../../order-document.ts'
import { sectionAmount } from '../../state/settle.ts'

export const refundBody = {
  returnedCoupons: z.array(text).optional(),
  excludeRefundAmount: z.number().optional(),
  excludeRefundPoint: z.number().optional(),
  requestedRefundAmount: z.number().positive().optional(),
}

export interface Refund {
  /** In the order's currency. */
  readonly amount: number
  readonly points: number
}

const sectionPoints = (section: Section): number =>
  section.sectionItems.reduce((sum, it) => sum + it.itemPointAmount, section.deliveryPointAmount)

/**
 * What approving a claim pays back: all of the section, less what is left out, or the amount asked for. 30158 and 30159
 * for negative amounts, 30161 and 30162 for more than there is to leave out, 30163 for more than there is to pay back,
 * 10003 for both ways at once, 30178 for coupons of a shop in the shop.
 */
export const refundOf = (
  stored: StoredOrder,
  section: Section,
  body: z.infer<z.ZodObject<typeof refundBody>>,
): Refund => {
  const { excludeRefundAmount: less, excludeRefundPoint: lessPoints, requestedRefundAmount: asked } = body
  if (asked !== undefined && (less !== undefined || lessPoints !== undefined)) {
    throw badData('requestedRefundAmount', '차감 금액 또는 적립금과 함께 입력할 수 없습니다.')
  }
  if (lessPoints !== undefined && lessPoints < 0) throw new StoreError(30158)
  if (less !== undefined && less < 0) throw new StoreError(30159)
  const available = sectionAmount(section)
  const pointsLeft = stored.order.totalPoint - stored.order.totalRefundedPoint
  if ((lessPoints ?? 0) > pointsLeft) throw new StoreError(30161)
  if ((less ?? 0) > available) throw new StoreError(30162)
  if ((asked ?? 0) > available) throw new StoreError(30163)
  const coupons = body.returnedCoupons ?? []
  if (coupons.length > 0 && stored.hidden.isShopInShop) throw new StoreError(30178)
  if (!coupons.every((code) => stored.hidden.coupons.some((c) => c.couponCode === code))) {
    throw badData('returnedCoupons', '주문에 사용하지 않은 쿠폰입니다.')
  }
  const points = Math.max(0, Math.min(sectionPoints(section), pointsLeft) - (lessPoints ?? 0))
  return { amount: asked ?? available - (less ?? 0), points }
}

/** The order after a refund has been paid out. */
export const withRefund = (order: Order, refund: Refund): Order => {
  const totalRefundedPrice = order.totalRefundedPrice + refund.amount
  const isAll = totalRefundedPrice >= order.totalPaymentPrice
  const paymentStatus: Payment['paymentStatus'] = isAll ? 'REFUND_COMPLETE' : 'PARTIAL_REFUND_COMPLETE'
  return {
    ...order,
    totalRefundedPrice,
    totalRefundedPoint: order.totalRefundedPoint + refund.points,
    payments: order.payments.map((p) => ({ ...p, paymentStatus })),
  }
}
