import { formatSectionNo } from '../../../shared/domain/sections/numbering.ts'
import type { SectionStatus } from '../../../shared/domain/sections/status.ts'
import type { Delivery, Invoice, Section, SectionItem } from '../order-document.ts'
import { hex } from '../state/codes.ts'
import type { OrderPlan } from './catalogue.ts'

const iso = (ms: number): string => new Date(ms).toISOString()

/** Where an order goes; downloads and the like have no delivery. */
const composeDelivery = (plan: OrderPlan): Delivery => ({
  receiverName: plan.receiver ?? plan.orderer,
  receiverCall: plan.receiverCall ?? plan.call,
  zipcode: plan.zipcode,
  addr1: plan.addr1,
  addr2: plan.addr2,
  country: 'KR',
  countryName: '대한민국',
  ...(plan.memo === undefined ? {} : { memo: plan.memo }),
  commonEntrancePassword: plan.entrance ?? null,
})

const sentStatuses: readonly SectionStatus[] = ['SHIPPING', 'SHIPPING_COMPLETE', 'PURCHASE_CONFIRMATION']

const composeInvoice = (
  [invoiceNo, parcelCompanyIdx]: readonly [string, number],
  status: SectionStatus,
): Invoice => ({
  invoiceNo,
  parcelCompanyIdx,
  deliveryStatus:
    status === 'SHIPPING_READY'
      ? 'PLAN_TO_DELIVERY'
      : status === 'SHIPPING'
        ? 'DELIVERING'
        : 'DELIVERY_COMPLETED',
  inputType: 'DIRECT',
  isTracking: 'Y',
  isReturn: 'N',
})

export interface SectionDraft {
  readonly n: number
  readonly status: SectionStatus
  readonly items: readonly SectionItem[]
  readonly deliveryPrice: number
  readonly invoice?: readonly [string, number] | undefined
}

/** The nth section of an order made at `at` (ms epoch). */
export const composeSection = (
  draft: SectionDraft,
  plan: OrderPlan,
  at: number,
  random: () => number,
): Section => {
  const deliveryType = plan.deliveryType ?? 'PARCEL'
  const isSent = sentStatuses.includes(draft.status)
  const isDelivered = isSent && draft.status !== 'SHIPPING'
  const hasAddress = deliveryType === 'PARCEL' || deliveryType === 'QUICK' || deliveryType === 'DIRECT'
  return {
    orderSectionNo: formatSectionNo(plan.orderNo, draft.n),
    orderSectionCode: `os${String(plan.orderNo).slice(0, 8)}${hex(random, 12)}`,
    orderSectionStatus: draft.status,
    isDeliveryHold: plan.hold === true ? 'Y' : 'N',
    deliveryPrice: draft.deliveryPrice,
    deliveryIslandPrice: 0,
    deliveryExtraPrice: 0,
    deliveryCouponDiscount: 0,
    deliveryPointAmount: 0,
    deliveryType,
    deliveryPayType:
      plan.payPlace === 'after' ? 'DELIVERY_PRICE_AFTER' : draft.deliveryPrice > 0 ? 'PRICE' : 'NO_PRICE',
    ...(isSent ? { deliverySendTime: iso(at + 7_200_000) } : {}),
    ...(isDelivered ? { deliveryCompleteTime: iso(at + 97_200_000) } : {}),
    sectionItems: draft.items,
    ...(deliveryType === 'VISIT' ? { pickupMemo: plan.memo ?? '오후에 찾으러 갈게요' } : {}),
    ...(hasAddress
      ? { orderDeliveryCode: `od${String(plan.orderNo)}`, delivery: composeDelivery(plan) }
      : {}),
    ...(draft.invoice === undefined ? {} : { invoice: composeInvoice(draft.invoice, draft.status) }),
  }
}
