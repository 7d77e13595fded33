import type { Section } from '../order-document.ts'

/** What a section can be filtered by; times are ms epoch and inclusive. Undefined filters nothing. */
export interface SectionFilter {
  isDeliveryHold?: string | undefined
  orderSectionStatus?: string | undefined
  deliveryType?: string | undefined
  deliveryPayType?: string | undefined
  startDeliverySendTime?: number | undefined
  endDeliverySendTime?: number | undefined
  startDeliveryCompleteTime?: number | undefined
  endDeliveryCompleteTime?: number | undefined
  startCancelRequestTime?: number | undefined
  endCancelRequestTime?: number | undefined
}

/** What the order list can be filtered by. An order matches a section filter when one of its sections matches it whole. */
export interface OrderFilter extends SectionFilter {
  page: number
  limit: number
  newestFirst: boolean
  unitCode?: string | undefined
  saleChannel?: string | undefined
  isMember?: string | undefined
  memberUid?: string | undefined
  memberCode?: string | undefined
  orderType?: string | undefined
  ordererName?: string | undefined
  ordererCall?: string | undefined
  isFirst?: string | undefined
  isCancelReq?: string | undefined
  isRequestPayment?: string | undefined
  isGift?: string | undefined
  shippingPlaceCode?: string | undefined
  paymentMethod?: string | undefined
  paymentStatus?: string | undefined
  includeOrderPending?: string | undefined
  startWtime?: number | undefined
  endWtime?: number | undefined
}

type Clause = readonly [sql: string, value: string | number | undefined]

const sectionClauses = (filter: SectionFilter): Clause[] => [
  ['s.is_delivery_hold = ?', filter.isDeliveryHold],
  ['s.status = ?', filter.orderSectionStatus],
  ['s.delivery_type = ?', filter.deliveryType],
  ['s.delivery_pay_type = ?', filter.deliveryPayType],
  ['s.send_time >= ?', filter.startDeliverySendTime],
  ['s.send_time <= ?', filter.endDeliverySendTime],
  ['s.complete_time >= ?', filter.startDeliveryCompleteTime],
  ['s.complete_time <= ?', filter.endDeliveryCompleteTime],
  ['s.cancel_request_time >= ?', filter.startCancelRequestTime],
  ['s.cancel_request_time <= ?', filter.endCancelRequestTime],
]

const orderClauses = (filter: OrderFilter): Clause[] => [
  ['o.is_pending <= ?', filter.includeOrderPending === 'Y' ? 1 : 0],
  ['o.unit_code = ?', filter.unitCode],
  ['o.sale_channel = ?', filter.saleChannel],
  ['o.is_member = ?', filter.isMember],
  ['o.member_uid = ?', filter.memberUid],
  ['o.member_code = ?', filter.memberCode],
  ['o.order_type = ?', filter.orderType],
  ['o.orderer_name = ?', filter.ordererName],
  ['o.orderer_call = ?', filter.ordererCall],
  ['o.is_first = ?', filter.isFirst],
  ['o.is_cancel_req = ?', filter.isCancelReq],
  ['o.is_request_payment = ?', filter.isRequestPayment],
  ['o.is_gift = ?', filter.isGift],
  ['o.wtime >= ?', filter.startWtime],
  ['o.wtime <= ?', filter.endWtime],
]

const given = (clauses: readonly Clause[]) =>
  clauses.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]))

/** The WHERE clause of the order list over `orders o`, with its values in order. Unlinked orders are never listed. */
export const orderFilterSql = (filter: OrderFilter): { where: string; values: (string | number)[] } => {
  const own = given(orderClauses(filter))
  const sections = given(sectionClauses(filter))
  const payments = given([
    ['p.method = ?', filter.paymentMethod],
    ['p.status = ?', filter.paymentStatus],
  ])
  const places = given([['l.shipping_place_code = ?', filter.shippingPlaceCode]])
  const exists = (table: string, alias: string, parts: readonly { sql: string }[]): string[] =>
    parts.length === 0
      ? []
      : [
          `o.order_no IN (SELECT ${alias}.order_no FROM ${table} ${alias} WHERE ${parts.map((p) => p.sql).join(' AND ')})`,
        ]
  const where = [
    'o.is_unlinked = 0',
    ...own.map((c) => c.sql),
    ...exists('order_sections', 's', sections),
    ...exists('order_payments', 'p', payments),
    ...exists('order_places', 'l', places),
  ].join(' AND ')
  return { where, values: [...own, ...sections, ...payments, ...places].map((c) => c.value) }
}

const within = (iso: string | undefined, start: number | undefined, end: number | undefined): boolean => {
  if (start === undefined && end === undefined) return true
  if (iso === undefined) return false
  const at = Date.parse(iso)
  return (start === undefined || at >= start) && (end === undefined || at <= end)
}

/** The same section filter on a section at hand. */
export const sectionMatches = (s: Section, f: SectionFilter): boolean =>
  (f.isDeliveryHold === undefined || s.isDeliveryHold === f.isDeliveryHold) &&
  (f.orderSectionStatus === undefined || s.orderSectionStatus === f.orderSectionStatus) &&
  (f.deliveryType === undefined || s.deliveryType === f.deliveryType) &&
  (f.deliveryPayType === undefined || s.deliveryPayType === f.deliveryPayType) &&
  within(s.deliverySendTime, f.startDeliverySendTime, f.endDeliverySendTime) &&
  within(s.deliveryCompleteTime, f.startDeliveryCompleteTime, f.endDeliveryCompleteTime) &&
  within(s.cancelInfo?.cancelRequestTime, f.startCancelRequestTime, f.endCancelRequestTime)
