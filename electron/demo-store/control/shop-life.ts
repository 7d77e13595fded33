import { z } from 'zod'
import { canBecome, shippingStageOf } from '../../../shared/domain/sections/steps.ts'
import { withDeposit } from '../calls/payments.ts'
import { shipSection } from '../calls/shipping.ts'
import type { Call, StoreContext } from '../context.ts'
import { StoreError, badData } from '../errors.ts'
import { itemQuantities } from '../http/input.ts'
import { operations } from '../operations/index.ts'
import type { Delivery, HiddenSection, Order, Section, StoredOrder } from '../order-document.ts'
import { goodOf, orderPlanSchema } from '../seed/catalogue.ts'
import { composeOrder } from '../seed/compose-order.ts'
import { newOrderNo, unusedCode } from '../state/codes.ts'
import { withCancel, withCancelRequest } from './cancel-by-shop.ts'
import { withItemQuantity, withNewItem } from './change-items.ts'

export const newOrderSchema = orderPlanSchema.partial()

export const addressSchema = z.object({
  receiverName: z.string().optional(),
  receiverCall: z.string().optional(),
  zipcode: z.string().optional(),
  addr1: z.string().optional(),
  addr2: z.string().optional(),
  memo: z.string().optional(),
})

export const shippedElsewhereSchema = z.object({
  orderSectionCode: z.string(),
  orderSectionItemDataList: itemQuantities.optional(),
  invoiceNo: z.string(),
  parcelCompanyIdx: z.number(),
})

type Change = (stored: StoredOrder) => StoredOrder

const changeOrder =
  (change: (order: Order) => Order): Change =>
  (stored) => ({ ...stored, order: change(stored.order) })

const changeSections = (code: string | undefined, change: (section: Section) => Section): Change =>
  changeOrder((order) => {
    if (code !== undefined && !order.sections.some((s) => s.orderSectionCode === code))
      throw new StoreError(30062)
    return {
      ...order,
      sections: order.sections.map((s) =>
        code === undefined || s.orderSectionCode === code ? change(s) : s,
      ),
    }
  })

const changeHidden =
  (code: string, change: HiddenSection): Change =>
  (stored) => ({
    ...stored,
    hidden: {
      ...stored.hidden,
      sections: { ...stored.hidden.sections, [code]: { ...stored.hidden.sections[code], ...change } },
    },
  })

const paid = (stored: StoredOrder, now: number): StoredOrder => {
  if (!stored.hidden.isPending) return { ...stored, order: withDeposit(stored.order, now) }
  const at = new Date(now).toISOString()
  const due = stored.order.totalPrice - stored.order.totalDiscountPrice - stored.order.totalPoint
  const payments = stored.order.payments.map((p) => ({
    ...p,
    paymentStatus: 'PAYMENT_COMPLETE' as const,
    paidPrice: due,
    paymentCompleteTime: at,
  }))
  return {
    order: { ...stored.order, payments, totalPaymentPrice: due },
    hidden: { ...stored.hidden, isPending: false },
  }
}

/** What happens to a shop's orders from outside the desk. Every method answers the order afterwards; all are one transaction. */
export const createShopLife = (
  context: StoreContext,
  inTransaction: <Result>(work: () => Result) => Result,
) => {
  const onOrder = (orderNo: number, change: Change): Order =>
    inTransaction(() => {
      const stored = context.orders.read(orderNo)
      if (stored === undefined) throw new StoreError(30060)
      context.orders.save(change(stored))
      return context.orders.read(orderNo)?.order ?? stored.order
    })

  /** One of the order system's own calls, made from elsewhere. */
  const callShipSection = (orderNo: number, orderSectionCode: string, body: object): unknown => {
    const operation = operations.find((o) => o.id === 'shipSection')
    if (operation === undefined) throw new Error('the store has no call shipSection')
    const params = { orderNo: String(orderNo), orderSectionCode }
    const call: Call = {
      operation,
      context,
      params,
      query: {},
      body,
      contentType: 'application/json',
      origin: '',
    }
    return shipSection(call)
  }

  return {
    /** A new order; whatever is not given is made up. */
    addOrder: (given: z.input<typeof newOrderSchema> = {}): Order =>
      inTransaction(() => {
        const plan = {
          orderNo: Number(
            unusedCode(
              () => String(newOrderNo(context.now(), context.random)),
              (made) => context.orders.read(Number(made)) !== undefined,
            ),
          ),
          minutesAgo: 0,
          orderer: '새봄',
          call: '010-0000-9001',
          zipcode: '04072',
          addr1: '서울특별시 마포구 새싹로 99',
          addr2: '1호',
          ...(given.sections === undefined ? { lines: [['A-CITRUS-500', 1]] } : {}),
          ...given,
        }
        const stored = composeOrder(
          orderPlanSchema.parse(plan),
          context.catalogue,
          context.now(),
          context.random,
        )
        context.orders.save(stored)
        return stored.order
      }),
    pay: (orderNo: number): Order => onOrder(orderNo, (stored) => paid(stored, context.now())),
    requestCancel: (orderNo: number, codes?: readonly string[]): Order =>
      onOrder(
        orderNo,
        changeOrder((order) => withCancelRequest(order, codes, context)),
      ),
    cancel: (orderNo: number, codes?: readonly string[]): Order =>
      onOrder(
        orderNo,
        changeOrder((order) => withCancel(order, codes, context)),
      ),
    hold: (orderNo: number, code?: string): Order =>
      onOrder(
        orderNo,
        changeSections(code, (s) => ({ ...s, isDeliveryHold: 'Y' })),
      ),
    release: (orderNo: number, code?: string): Order =>
      onOrder(
        orderNo,
        changeSections(code, (s) => ({ ...s, isDeliveryHold: 'N' })),
      ),
    changeAddress: (orderNo: number, address: z.infer<typeof addressSchema>, code?: string): Order => {
      const given = Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined))
      return onOrder(
        orderNo,
        changeSections(code, (s) => {
          if (s.delivery === undefined) return s
          const delivery: Delivery = { ...s.delivery, ...given }
          return { ...s, delivery }
        }),
      )
    },
    changeItem: (orderNo: number, orderSectionItemNo: string, qty: number): Order =>
      onOrder(
        orderNo,
        changeOrder((order) => withItemQuantity(order, orderSectionItemNo, qty)),
      ),
    addItem: (orderNo: number, orderSectionCode: string, key: string, qty: number): Order =>
      onOrder(
        orderNo,
        changeOrder((order) => {
          if (!context.catalogue.goods.some((g) => g.key === key))
            throw badData('key', '존재하지 않는 상품입니다.')
          return withNewItem(order, orderSectionCode, goodOf(context.catalogue, key), qty, context.random)
        }),
      ),
    /** Another desk, or the shop's own screen, sends a section or a part of it. */
    shipElsewhere: (orderNo: number, sent: z.infer<typeof shippedElsewhereSchema>): Order =>
      inTransaction(() => {
        const before = context.orders.read(orderNo)
        const codes = before?.order.sections.map((s) => s.orderSectionCode) ?? []
        const { orderSectionCode, orderSectionItemDataList, invoiceNo, parcelCompanyIdx } = sent
        const section = before?.order.sections.find((s) => s.orderSectionCode === orderSectionCode)
        if (section === undefined) throw new StoreError(30062)
        let code = orderSectionCode
        if (shippingStageOf(section.orderSectionStatus) === 'PREPARATION') {
          const part = orderSectionItemDataList === undefined ? {} : { orderSectionItemDataList }
          callShipSection(orderNo, code, { orderSectionStatus: 'SHIPPING_READY', ...part })
          const ready = context.orders
            .read(orderNo)
            ?.order.sections.filter((s) => s.orderSectionStatus.endsWith('READY'))
          code = ready?.find((s) => !codes.includes(s.orderSectionCode))?.orderSectionCode ?? code
        }
        callShipSection(orderNo, code, { orderSectionStatus: 'SHIPPING', invoiceNo, parcelCompanyIdx })
        const after = context.orders.read(orderNo)
        if (after === undefined) throw new StoreError(30060)
        return after.order
      }),
    /** The customer confirms what has been delivered. */
    confirmPurchase: (orderNo: number): Order =>
      onOrder(
        orderNo,
        changeSections(undefined, (s) =>
          canBecome(s.orderSectionStatus, 'PURCHASE_CONFIRMATION')
            ? { ...s, orderSectionStatus: 'PURCHASE_CONFIRMATION' }
            : s,
        ),
      ),
    /** Something else works on a section for so long (ms): 30118 until then. */
    makeBusy: (orderNo: number, code: string, ms: number): Order =>
      onOrder(orderNo, changeHidden(code, { busyUntil: context.now() + ms })),
    holdReturn: (orderNo: number, code: string, isReturnHeld: boolean): Order =>
      onOrder(orderNo, changeHidden(code, { isReturnHeld })),
    /** Whether the outside channel fails when it is told of a change (30137). */
    failChannel: (orderNo: number, channelFails: boolean): Order =>
      onOrder(orderNo, (stored) => ({ ...stored, hidden: { ...stored.hidden, channelFails } })),
  }
}

export type ShopLife = ReturnType<typeof createShopLife>
