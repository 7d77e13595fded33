import type { Order, Section, SectionItem, StoredOrder } from '../order-document.ts'
import { cancelInfoFor, exchangeInfoFor, returnInfoFor } from '../state/claim-info.ts'
import { hex } from '../state/codes.ts'
import { sectionAmount, settle } from '../state/settle.ts'
import type { Catalogue, OrderPlan } from './catalogue.ts'
import { defaultUnitCode, goodOf } from './catalogue.ts'
import { composeItem } from './compose-items.ts'
import { composePayment } from './compose-payment.ts'
import { composeSection } from './compose-section.ts'

/** Goods worth this much go without a delivery fee, as shops do; won. */
const freeDeliveryFrom = 50_000
const deliveryFee = 3_000

const draftSections = (
  plan: OrderPlan,
  catalogue: Catalogue,
  at: number,
  random: () => number,
): Section[] => {
  const place = catalogue.shippingPlaces[0]?.shippingPlaceCode ?? ''
  const drafts = plan.sections ?? [{ status: 'PRODUCT_PREPARATION' as const, lines: plan.lines ?? [] }]
  let n = 0
  const itemsOf = (
    lines: readonly (readonly [string, number])[],
    isGift: boolean,
    from: string,
  ): SectionItem[] =>
    lines.map(([key, qty]) => {
      n += 1
      const channel =
        plan.channel === undefined
          ? {}
          : { channelOrderItemNo: `${plan.channel.slice(0, 2)}${plan.orderNo}${n}` }
      return composeItem(
        { good: goodOf(catalogue, key), qty, isGift, shippingPlaceCode: from, ...channel },
        plan.orderNo,
        n,
        random,
      )
    })
  return drafts.map((draft, index) => {
    const from = ('place' in draft ? draft.place : undefined) ?? place
    const items = itemsOf(draft.lines, false, from)
    const gifts = index === 0 ? itemsOf(plan.gifts ?? [], true, from) : []
    const goods = items.reduce((sum, it) => sum + it.productInfo.itemPrice * it.qty, 0)
    const isFree =
      plan.payPlace === 'after' || (plan.deliveryType ?? 'PARCEL') !== 'PARCEL' || goods >= freeDeliveryFrom
    const invoice = 'invoice' in draft ? draft.invoice : undefined
    const deliveryPrice = isFree || index > 0 ? 0 : deliveryFee
    return composeSection(
      { n: index + 1, status: draft.status, items: [...items, ...gifts], deliveryPrice, invoice },
      plan,
      at,
      random,
    )
  })
}

/** Puts an order's discounts on its first item, which is where the shop's single discounts land. */
const withDiscounts = (sections: readonly Section[], plan: OrderPlan): Section[] =>
  sections.map((section, s) => ({
    ...section,
    sectionItems: section.sectionItems.map((item, i) =>
      s > 0 || i > 0
        ? item
        : {
            ...item,
            itemCouponDiscount: plan.coupon ?? 0,
            itemPointAmount: plan.points ?? 0,
            gradeDiscount: plan.grade ?? 0,
          },
    ),
  }))

const withClaim = (order: Order, plan: OrderPlan, at: number): Order => {
  const claim = plan.claim
  if (claim === undefined) return order
  const when = at + 1_200_000
  const why = { isCustomerRequest: true }
  const retrieval = { retrieveType: 'SENDING_BY_CUSTOMER', retrievePayType: 'PREPAYMENT' } as const
  const parcel = { ...retrieval, invoiceNo: '680099900011', parcelCompanyIdx: 4 }
  const sections = order.sections.map((section): Section => {
    if (claim === 'cancel-request' || claim === 'cancel-complete') {
      const info = cancelInfoFor(order, section, { ...why, reason: '단순 변심' }, when)
      if (claim === 'cancel-request')
        return { ...section, orderSectionStatus: 'CANCEL_REQUEST', cancelInfo: info }
      const cancelInfo = { ...info, isRefund: 'Y' as const, refundAmount: sectionAmount(section) }
      return { ...section, orderSectionStatus: 'CANCEL_COMPLETE', cancelInfo }
    }
    if (claim === 'return-request') {
      const returnInfo = returnInfoFor(order, section, { ...why, reason: '상품 불만족' }, parcel, when)
      return { ...section, orderSectionStatus: 'RETURN_REQUEST', returnInfo }
    }
    const exchangeInfo = exchangeInfoFor({ ...why, reason: '다른 향으로 교환' }, parcel, when)
    return { ...section, orderSectionStatus: 'EXCHANGE_REQUEST', exchangeInfo }
  })
  if (claim !== 'cancel-complete') return { ...order, sections }
  const refunded = order.totalPaymentPrice
  const payments = order.payments.map((p) => ({ ...p, paymentStatus: 'REFUND_COMPLETE' as const }))
  return { ...order, sections, payments, totalRefundedPrice: refunded }
}

/** The whole document of an order told in a few words. `seededAt` is in ms epoch; `random` only makes codes. */
export const composeOrder = (
  plan: OrderPlan,
  catalogue: Catalogue,
  seededAt: number,
  random: () => number,
): StoredOrder => {
  const at = seededAt - plan.minutesAgo * 60_000
  const sections = withDiscounts(draftSections(plan, catalogue, at, random), plan)
  const items = sections.flatMap((s) => s.sectionItems)
  const sum = (amount: (item: SectionItem) => number): number =>
    items.reduce((total, it) => total + amount(it), 0)
  const itemPrice = sum((it) => it.productInfo.itemPrice * it.qty)
  const deliveryPrice = sections.reduce((total, s) => total + s.deliveryPrice, 0)
  const discount = (plan.coupon ?? 0) + (plan.grade ?? 0)
  const amount = itemPrice + deliveryPrice - discount - (plan.points ?? 0)
  const taxFree = sum((it) => (it.productInfo.isTaxFree === 'Y' ? it.productInfo.itemPrice * it.qty : 0))
  const payment = composePayment(plan, amount, taxFree, at)
  const isMember = plan.orderNo % 3 !== 0 && plan.channel === undefined
  const order: Order = {
    orderNo: plan.orderNo,
    saleChannel: plan.channel ?? 'IMWEB',
    ...(plan.channel === undefined ? {} : { channelOrderNo: `${plan.channel.slice(0, 2)}-${plan.orderNo}` }),
    isMember: isMember ? 'Y' : 'N',
    isSubscription: 'N',
    isGift: plan.gift === true ? 'Y' : 'N',
    ...(isMember
      ? { memberCode: `m${plan.orderNo}`, memberUid: `member${String(plan.orderNo).slice(-4)}@example.com` }
      : {}),
    orderType: plan.deliveryType === 'DOWNLOAD' ? 'DIGITAL' : 'SHOPPING',
    orderStatus: 'OPEN',
    currency: 'KRW',
    ...{
      baseItemPrice: itemPrice,
      itemPrice,
      gradeDiscount: plan.grade ?? 0,
      itemCouponDiscount: plan.coupon ?? 0,
    },
    ...{ itemPointAmount: plan.points ?? 0, deliveryPrice, deliveryIslandPrice: 0, deliveryExtraPrice: 0 },
    ...{ deliveryCouponDiscount: 0, deliveryPointAmount: 0, totalPrice: itemPrice + deliveryPrice },
    totalPaymentPrice: payment.paidPrice,
    totalDeliveryPrice: deliveryPrice,
    totalDiscountPrice: discount,
    totalPoint: plan.points ?? 0,
    ...{
      totalRefundedPrice: 0,
      totalRefundPendingPrice: 0,
      totalRefundedPoint: 0,
      totalRefundPendingPoint: 0,
    },
    ordererName: plan.orderer,
    ordererEmail: `orderer${String(plan.orderNo).slice(-4)}@example.com`,
    ordererCall: plan.call,
    isFirst: plan.orderNo % 4 === 0 ? 'Y' : 'N',
    isCancelReq: 'Y',
    isRequestPayment: 'N',
    device: plan.orderNo % 2 === 0 ? 'MOBILE' : 'PC',
    country: 'KR',
    wtime: new Date(at).toISOString(),
    adminUrl: `https://gamgyul.example.com/admin/shopping/order?no=${plan.orderNo}`,
    sections,
    payments: [payment],
    formData: [],
  }
  const coupons =
    plan.coupon === undefined
      ? []
      : [{ couponCode: `cp${hex(random, 12)}`, couponName: '가을맞이 할인 쿠폰' }]
  return settle({
    order: withClaim(order, plan, at),
    hidden: {
      unitCode: defaultUnitCode(catalogue),
      isPending: plan.payment === 'card-pending',
      hasUnlinkedProduct: plan.unlinked === true,
      isShopInShop: plan.shopInShop === true,
      channelFails: false,
      coupons,
      sections: {},
    },
  })
}
