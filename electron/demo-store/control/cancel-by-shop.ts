import { canRequestClaim, claimOutcome } from '../../../shared/domain/sections/claims.ts'
import { cancelInfoFor } from '../state/claim-info.ts'
import { withRefund } from '../calls/claims/refund.ts'
import type { StoreContext } from '../context.ts'
import { badData } from '../errors.ts'
import type { Order, Section } from '../order-document.ts'
import { isPaid, sectionAmount } from '../state/settle.ts'

const reason = (isCustomerRequest: boolean) => ({
  reason: isCustomerRequest ? '단순 변심' : '판매자 취소',
  isCustomerRequest,
})

const cancellable = (order: Order, codes: readonly string[] | undefined): readonly Section[] => {
  const meant = order.sections.filter(
    (s) =>
      (codes === undefined || codes.includes(s.orderSectionCode)) &&
      canRequestClaim('cancel', s.orderSectionStatus),
  )
  if (meant.length === 0) throw badData('orderSectionCodeList', '취소할 수 있는 섹션이 없습니다.')
  return meant
}

/** The order after its customer asked to cancel it, or some sections of it. */
export const withCancelRequest = (
  order: Order,
  codes: readonly string[] | undefined,
  context: StoreContext,
): Order => {
  const meant = cancellable(order, codes)
  const to = claimOutcome('cancel', 'request', context.assumptions)
  return {
    ...order,
    sections: order.sections.map((s): Section =>
      meant.includes(s)
        ? { ...s, orderSectionStatus: to, cancelInfo: cancelInfoFor(order, s, reason(true), context.now()) }
        : s,
    ),
  }
}

/** The order after the shop cancelled it, or some sections of it, at once; what was paid for them is paid back. */
export const withCancel = (
  order: Order,
  codes: readonly string[] | undefined,
  context: StoreContext,
): Order => {
  const meant = cancellable(order, codes)
  const wasPaid = isPaid(order)
  const to = claimOutcome('cancel', 'approve', context.assumptions)
  const sections = order.sections.map((s): Section => {
    if (!meant.includes(s)) return s
    const info = cancelInfoFor(order, s, reason(false), context.now())
    const refund = wasPaid ? { isRefund: 'Y' as const, refundAmount: sectionAmount(s) } : {}
    return { ...s, orderSectionStatus: to, cancelInfo: { ...info, ...refund } }
  })
  if (!wasPaid) {
    const payments = order.payments.map((p) => ({ ...p, paymentStatus: 'CANCELLED_BEFORE_DEPOSIT' as const }))
    return { ...order, sections, payments }
  }
  const amount = meant.reduce((sum, s) => sum + sectionAmount(s), 0)
  return withRefund({ ...order, sections }, { amount, points: 0 })
}
