import { z } from 'zod'
import { paymentStatuses } from '../../../shared/domain/orders/payment-status.ts'
import { sectionStatuses } from '../../../shared/domain/sections/status.ts'
import type { Call, CallAnswer } from '../context.ts'
import { StoreError } from '../errors.ts'
import { moment, pathText, queryOf, text, wholeNumber, yesNo } from '../http/input.ts'
import { sectionMatches } from '../state/order-filter.ts'
import { answeredItem, answeredOrder, answeredSection } from './answered.ts'
import { findOrder, findSection, missingItem } from './find.ts'
import { paymentMethods } from './payment-methods.ts'

const sectionFilter = {
  isDeliveryHold: yesNo.optional(),
  orderSectionStatus: z.enum(sectionStatuses).optional(),
  deliveryType: z.enum(['NO_DELIVERY', 'PARCEL', 'DOWNLOAD', 'DIRECT', 'QUICK', 'VISIT', 'CVS']).optional(),
  deliveryPayType: z.enum(['NO_PRICE', 'PRICE', 'DELIVERY_PRICE_AFTER']).optional(),
  startDeliverySendTime: moment.optional(),
  endDeliverySendTime: moment.optional(),
  startDeliveryCompleteTime: moment.optional(),
  endDeliveryCompleteTime: moment.optional(),
  startCancelRequestTime: moment.optional(),
  endCancelRequestTime: moment.optional(),
}

const orderListQuery = z.object({
  ...sectionFilter,
  page: wholeNumber(1, 1_000_000_000),
  limit: wholeNumber(1, 100),
  unitCode: text.optional(),
  saleChannel: z.enum(['IMWEB', 'NAVERPAY_ORDER', 'TALKCHECKOUT', 'SMARTSTORE']).optional(),
  isMember: yesNo.optional(),
  memberUid: text.optional(),
  memberCode: text.optional(),
  orderType: text.optional(),
  ordererName: text.optional(),
  ordererCall: text.optional(),
  isFirst: yesNo.optional(),
  isCancelReq: yesNo.optional(),
  isRequestPayment: yesNo.optional(),
  startWtime: moment.optional(),
  endWtime: moment.optional(),
  isGift: yesNo.optional(),
  shippingPlaceCode: text.optional(),
  paymentMethod: z.enum(paymentMethods).optional(),
  paymentStatus: z.enum(paymentStatuses).optional(),
  includeOrderPending: yesNo.optional(),
})

const requireUnit = (call: Call, unitCode: string): void => {
  if (!call.context.catalogue.site.units.some((u) => u.unitCode === unitCode)) throw new StoreError(30104)
}

export const listOrders = (call: Call): CallAnswer => {
  const query = queryOf(call, orderListQuery)
  const { assumptions, orders } = call.context
  if (query.unitCode !== undefined) requireUnit(call, query.unitCode)
  else if (assumptions.listUnitCode === 'required') throw new StoreError(30104)
  const { total, orders: found } = orders.list({
    ...query,
    newestFirst: assumptions.listOrder === 'newest-first',
  })
  const isTrimmed = assumptions.listedSections === 'matching'
  const list = found.map(({ order }) => {
    const sections = isTrimmed ? order.sections.filter((s) => sectionMatches(s, query)) : order.sections
    return answeredOrder({ ...order, sections }, assumptions)
  })
  return {
    data: {
      totalCount: total,
      totalPage: Math.ceil(total / query.limit),
      currentPage: query.page,
      pageSize: query.limit,
      list,
    },
  }
}

export const readOrder = (call: Call): CallAnswer => ({
  data: answeredOrder(findOrder(call).order, call.context.assumptions),
})

export const listSections = (call: Call): CallAnswer => {
  const filter = queryOf(call, z.object(sectionFilter))
  const { order } = findOrder(call)
  const sections = order.sections.filter((s) => sectionMatches(s, filter))
  return { data: sections.map((s) => answeredSection(s, call.context.assumptions)) }
}

export const readSection = (call: Call): CallAnswer => {
  const section = findSection(call, findOrder(call).order, pathText(call, 'orderSectionCode'))
  return { data: answeredSection(section, call.context.assumptions) }
}

export const listSectionItems = (call: Call): CallAnswer => {
  const section = findSection(call, findOrder(call).order, pathText(call, 'orderSectionCode'))
  return { data: section.sectionItems.map((it) => answeredItem(it, call.context.assumptions)) }
}

export const readSectionItem = (call: Call): CallAnswer => {
  const { order } = findOrder(call)
  const code = pathText(call, 'orderSectionCode')
  const itemNo = pathText(call, 'orderSectionItemNo')
  const section = order.sections.find((s) => s.orderSectionCode === code)
  const item = section?.sectionItems.find((it) => it.orderSectionItemNo === itemNo)
  if (item === undefined) throw missingItem(call)
  return { data: answeredItem(item, call.context.assumptions) }
}

export const listOrderCoupons = (call: Call): CallAnswer => ({ data: findOrder(call).hidden.coupons })

export const listParcelCompanies = (call: Call): CallAnswer => ({
  data: call.context.catalogue.parcelCompanies,
})

export const listShippingPlaces = (call: Call): CallAnswer => {
  const query = queryOf(
    call,
    z.object({ unitCode: text, shippingPlaceCode: text.optional(), shippingPlaceName: text.optional() }),
  )
  requireUnit(call, query.unitCode)
  const places = call.context.catalogue.shippingPlaces
  return {
    data: places.filter(
      (p) =>
        (query.shippingPlaceCode === undefined || p.shippingPlaceCode === query.shippingPlaceCode) &&
        (query.shippingPlaceName === undefined || p.shippingPlaceName === query.shippingPlaceName),
    ),
  }
}
