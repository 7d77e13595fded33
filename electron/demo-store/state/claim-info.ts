import type { CancelInfo, ExchangeInfo, Order, ReturnInfo, Section } from '../order-document.ts'
import { sectionAmount } from './settle.ts'

const iso = (ms: number): string => new Date(ms).toISOString()

const taxFree = (section: Section): number =>
  section.sectionItems.reduce(
    (sum, it) => sum + (it.productInfo.isTaxFree === 'Y' ? it.productInfo.itemPrice * it.qty : 0),
    0,
  )

const pointsOf = (order: Order): number => order.totalPoint - order.totalRefundedPoint

export interface Reason {
  readonly reason: string
  readonly detail?: string | undefined
  readonly isCustomerRequest: boolean
}

/** `cancelInfo` of a section whose cancel is asked for at `now` (ms epoch). */
export const cancelInfoFor = (order: Order, section: Section, why: Reason, now: number): CancelInfo => ({
  isCustomerRequest: why.isCustomerRequest ? 'Y' : 'N',
  cancelReason: why.reason,
  ...(why.detail === undefined ? {} : { cancelReasonDetail: why.detail }),
  refundPriceType: 'ACTUAL_PAYMENTS_PRICE',
  deliveryExtraPrice: 0,
  etcPrice: 0,
  refundAmount: 0,
  refundTaxFreeAmount: taxFree(section),
  refundPoint: 0,
  isRefund: 'N',
  availableExcludeRefundAmount: sectionAmount(section),
  availableExcludeRefundPoint: pointsOf(order),
  isAlternativeRefund: 'N',
  cancelRequestTime: iso(now),
})

export interface RetrievalPlan {
  readonly retrieveType: 'SENDING_BY_CUSTOMER' | 'ETC' | 'MANUAL_RETRIEVE_REQUEST'
  readonly retrievePayType?: 'PREPAYMENT' | 'CASH_ON_DELIVERY' | undefined
  readonly invoiceNo?: string | undefined
  readonly parcelCompanyIdx?: number | undefined
}

const retrieval = (plan: RetrievalPlan) => ({
  parcelCompanyIdx: plan.parcelCompanyIdx ?? 0,
  retrieveType: plan.retrieveType,
  isRetrieved: 'N' as const,
  ...(plan.retrievePayType === undefined ? {} : { retrievePayType: plan.retrievePayType }),
  ...(plan.invoiceNo === undefined
    ? {}
    : { invoiceNo: plan.invoiceNo, deliveryStatus: 'PLAN_TO_DELIVERY' as const }),
})

/** `returnInfo` of a section whose return is asked for. Without a parcel the courier number is 0. */
export const returnInfoFor = (
  order: Order,
  section: Section,
  why: Reason,
  plan: RetrievalPlan,
  now: number,
): ReturnInfo => ({
  returnReason: why.reason,
  ...(why.detail === undefined ? {} : { returnReasonDetail: why.detail }),
  ...retrieval(plan),
  isExchange: section.exchangeInfo === undefined ? 'N' : 'Y',
  isRefund: 'N',
  availableExcludeRefundAmount: sectionAmount(section),
  availableExcludeRefundPoint: pointsOf(order),
  returnRequestTime: iso(now),
})

/** `exchangeInfo` of a section whose exchange is asked for. */
export const exchangeInfoFor = (why: Reason, plan: RetrievalPlan, now: number): ExchangeInfo => ({
  exchangeReason: why.reason,
  ...(why.detail === undefined ? {} : { exchangeReasonDetail: why.detail }),
  ...retrieval(plan),
  exchangeRequestTime: iso(now),
})
