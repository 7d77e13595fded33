import { describe, expect, test } from 'vitest'
import { demo } from './demo-orders.ts'
import { itemPath, orderPath, sectionPath } from './paths.ts'
import type { TestStore } from './test-store.ts'
import { openTestStore, units } from './test-store.ts'

// The rules that hold at several levels, at those levels where no other test meets them.

const ready = { orderSectionStatus: 'SHIPPING_READY' }
const shipping = { orderSectionStatus: 'SHIPPING' }
const complete = { orderSectionStatus: 'SHIPPING_COMPLETE' }
const one = { invoiceNo: '680000000001', parcelCompanyIdx: 4 }
const all = { allInvoiceNo: one.invoiceNo, allParcelCompanyIdx: 4 }
const cancel = { cancelReason: '변심' }
const back = { retrieveType: 'ETC', returnReason: 'BROKEN' }
const fetched = { retrieveType: 'MANUAL_RETRIEVE_REQUEST', returnReason: 'BROKEN' }
const swap = { retrieveType: 'ETC', exchangeReason: '색상' }
const white = 'od2024060111aa22bb33ce1'
const largeCup = 'od2024060111aa22bb33cf2'

type Prepare = (store: TestStore) => Promise<unknown>

/** Code, method, path without its order and section, body, and the order; what has to happen before comes last. */
type Case = readonly [
  code: number,
  method: string,
  tail: string,
  body: object,
  orderNo: number,
  prepare?: Prepare,
]

const readyFirst =
  (orderNo: number): Prepare =>
  (store) =>
    store.send('PATCH', orderPath(orderNo, 'shipping-operation'), ready)

const withInvoice =
  (orderNo: number): Prepare =>
  (store) =>
    store.send('POST', orderPath(orderNo, 'invoice'), all)

const channelFails =
  (orderNo: number): Prepare =>
  async (store) => {
    await readyFirst(orderNo)(store)
    await withInvoice(orderNo)(store)
    store.store.control.shop.failChannel(orderNo, true)
  }

const unlinkedLine =
  (orderNo: number): Prepare =>
  (store) => {
    store.store.control.shop.addItem(orderNo, store.section(orderNo).orderSectionCode, 'G-LAVER-10', 1)
    return Promise.resolve()
  }

const cancelOf =
  (orderNo: number): Prepare =>
  (store) =>
    store.send('PATCH', orderPath(orderNo, 'cancel-request'), cancel)

const returnOf =
  (orderNo: number): Prepare =>
  async (store) => {
    await readyFirst(orderNo)(store)
    await store.send('PATCH', orderPath(orderNo, 'shipping-operation'), { ...shipping, ...one })
    await store.send('PATCH', orderPath(orderNo, 'return-request'), back)
  }

const holdReturn: Prepare = (store) => {
  const code = store.section(demo.returnRequested).orderSectionCode
  store.store.control.shop.holdReturn(demo.returnRequested, code, true)
  return Promise.resolve()
}

const named = (cases: readonly Case[]) => cases.map((c) => [c[0], c[1], c[2], c] as const)

const run = async (
  [code, method, tail, body, orderNo, prepare]: Case,
  level: 'order' | 'section' | 'item',
) => {
  const store = await openTestStore()
  await prepare?.(store)
  const section = orderNo === 1 ? 'os1' : store.section(orderNo).orderSectionCode
  const path = {
    order: orderPath(orderNo, tail),
    section: sectionPath(orderNo, section, tail),
    item: itemPath(orderNo, 1, tail),
  }[level]
  expect((await store.send(method, path, body)).code).toBe(code)
}

const options = (store: TestStore, code: string, orderNo: number) => ({
  ...swap,
  exchangeOptionData: [
    {
      orderSectionCode: store.section(orderNo).orderSectionCode,
      orderSectionItems: [{ orderSectionItemNo: `${orderNo}-001`, optionDetailCodes: [code] }],
    },
  ],
})

describe('at order level', () => {
  const cases: Case[] = [
    [30065, 'PATCH', 'shipping-operation', { ...shipping, invoiceNo: '680000000001' }, demo.ready],
    [30068, 'PATCH', 'shipping-operation', { ...shipping, ...one }, demo.ready, withInvoice(demo.ready)],
    [30085, 'PATCH', 'shipping-operation', { ...ready, ...one }, demo.guide],
    [30095, 'PATCH', 'shipping-operation', shipping, demo.ready],
    [30109, 'PATCH', 'shipping-operation', shipping, demo.onItsWay],
    [30110, 'PATCH', 'shipping-operation', complete, demo.delivered],
    [30120, 'PATCH', 'shipping-operation', { ...shipping, ...one, invoiceNo: '?' }, demo.ready],
    [30136, 'PATCH', 'shipping-operation', { ...shipping, ...one }, demo.coupang, readyFirst(demo.coupang)],
    [30137, 'PATCH', 'shipping-operation', shipping, demo.coupang, channelFails(demo.coupang)],
    [30139, 'PATCH', 'shipping-operation', ready, demo.naverpay, unlinkedLine(demo.naverpay)],
    [30119, 'POST', 'invoice', all, demo.kakaoGift],
    [30119, 'PATCH', 'invoice', all, demo.kakaoGift],
    [30060, 'PATCH', 'invoice', all, 1],
    [
      30062,
      'PATCH',
      'invoice',
      { orderSectionInvoiceDataList: [{ orderSectionCode: 'os1', ...one }] },
      demo.ready,
    ],
    [30066, 'PATCH', 'invoice', all, demo.guide],
    [30089, 'PATCH', 'invoice', { orderSectionInvoiceDataList: [] }, demo.ready],
    [30120, 'PATCH', 'invoice', { ...all, allInvoiceNo: '?' }, demo.ready],
    [30062, 'PATCH', 'return-request', { ...back, orderSectionCodeList: ['os1'] }, demo.delivered],
    [30089, 'PATCH', 'return-request', { ...back, orderSectionCodeList: [] }, demo.delivered],
    [30164, 'PATCH', 'return-request', fetched, demo.delivered],
    [30189, 'PATCH', 'return-request', back, demo.naverpay],
    [30062, 'PATCH', 'return-reject', { orderSectionCodeList: ['os1'] }, demo.returnRequested],
    [30089, 'PATCH', 'return-reject', { orderSectionCodeList: [] }, demo.returnRequested],
    [30062, 'PATCH', 'exchange-request', { ...swap, orderSectionCodeList: ['os1'] }, demo.delivered],
    [30089, 'PATCH', 'exchange-request', { ...swap, orderSectionCodeList: [] }, demo.delivered],
    [30111, 'PATCH', 'exchange-request', swap, demo.guide],
    [30113, 'PATCH', 'exchange-request', swap, demo.unpaid],
    [30119, 'PATCH', 'exchange-request', swap, demo.naverpay],
    [30062, 'PATCH', 'exchange-reject', { orderSectionCodeList: ['os1'] }, demo.exchangeRequested],
  ]
  test.each(named(cases))('%i for %s %s', async (_code, _method, _tail, given) => {
    await run(given, 'order')
  })

  test('30198 for an exchange option of another product, 30200 for an item without options', async () => {
    const store = await openTestStore()
    const cups = options(store, largeCup, demo.onItsWay)
    expect((await store.send('PATCH', orderPath(demo.onItsWay, 'exchange-request'), cups)).code).toBe(30198)
    const candle = store.store.control.shop.addOrder({
      sections: [{ status: 'SHIPPING', lines: [['CANDLE-PINE', 1]] }],
    })
    const none = options(store, white, candle.orderNo)
    expect((await store.send('PATCH', orderPath(candle.orderNo, 'exchange-request'), none)).code).toBe(30200)
  })

  test('30197 for an exchange option short of stock, 30199 for one named twice', async () => {
    const store = await openTestStore()
    await store.send('PATCH', orderPath(demo.returnRequested, 'return-reject'), {})
    const cups = options(store, largeCup, demo.returnRequested)
    expect((await store.send('PATCH', orderPath(demo.returnRequested, 'exchange-request'), cups)).code).toBe(
      30197,
    )
    const towels = options(store, white, demo.onItsWay)
    const twice = {
      ...towels,
      exchangeOptionData: [...towels.exchangeOptionData, ...towels.exchangeOptionData],
    }
    expect((await store.send('PATCH', orderPath(demo.onItsWay, 'exchange-request'), twice)).code).toBe(30199)
  })
})

describe('at section level', () => {
  const many = (orderNo: number) => ({ orderSectionItemDataList: units([`${orderNo}-001`, 9]) })
  const none = { orderSectionItemDataList: [] }
  const cases: Case[] = [
    [30060, 'PATCH', 'shipping-operation', ready, 1],
    [30060, 'PATCH', 'invoice', one, 1],
    [30119, 'PATCH', 'invoice', one, demo.kakaoGift],
    [30060, 'PATCH', 'return-request', back, 1],
    [30089, 'PATCH', 'return-request', { ...back, ...none }, demo.delivered],
    [30094, 'PATCH', 'return-request', { ...back, ...many(demo.delivered) }, demo.delivered],
    [30089, 'PATCH', 'return-reject', none, demo.returnRequested],
    [30060, 'PATCH', 'exchange-request', swap, 1],
    [30089, 'PATCH', 'exchange-request', { ...swap, ...none }, demo.delivered],
    [30094, 'PATCH', 'exchange-request', { ...swap, ...many(demo.delivered) }, demo.delivered],
    [30089, 'PATCH', 'exchange-reject', none, demo.exchangeRequested],
    [30158, 'PATCH', 'return-approve', { excludeRefundPoint: -1 }, demo.returnRequested],
    [30159, 'PATCH', 'return-approve', { excludeRefundAmount: -1 }, demo.returnRequested],
    [30161, 'PATCH', 'return-approve', { excludeRefundPoint: 1 }, demo.returnRequested],
    [30162, 'PATCH', 'return-approve', { excludeRefundAmount: 1e6 }, demo.returnRequested],
    [30163, 'PATCH', 'return-approve', { requestedRefundAmount: 1e6 }, demo.returnRequested],
    [
      30178,
      'PATCH',
      'return-approve',
      { returnedCoupons: ['cp'] },
      demo.shopInShop,
      returnOf(demo.shopInShop),
    ],
  ]
  test.each(named(cases))('%i for %s %s', async (_code, _method, _tail, given) => {
    await run(given, 'section')
  })

  test('30197 and 30200 for exchange options', async () => {
    const store = await openTestStore()
    await store.send('PATCH', orderPath(demo.returnRequested, 'return-reject'), {})
    const path = (orderNo: number) =>
      sectionPath(orderNo, store.section(orderNo).orderSectionCode, 'exchange-request')
    const row = (orderNo: number, n: number, code: string) => ({
      ...swap,
      orderSectionItemDataList: [
        { orderSectionItemNo: `${orderNo}-00${n}`, qty: 1, optionDetailCodes: [code] },
      ],
    })
    const cups = row(demo.returnRequested, 1, largeCup)
    expect((await store.send('PATCH', path(demo.returnRequested), cups)).code).toBe(30197)
    const laver = row(demo.delivered, 2, white)
    expect((await store.send('PATCH', path(demo.delivered), laver)).code).toBe(30200)
  })
})

describe('at item level', () => {
  const option = { ...swap, optionDetailCodes: [white] }
  const cases: Case[] = [
    [30060, 'PATCH', 'shipping-operation', ready, 1],
    [30085, 'PATCH', 'shipping-operation', { ...ready, ...one }, demo.guide],
    [30090, 'PATCH', 'shipping-operation', shipping, demo.guide],
    [30095, 'PATCH', 'shipping-operation', shipping, demo.oneItem, readyFirst(demo.oneItem)],
    [30119, 'PATCH', 'shipping-operation', ready, demo.kakaoGift],
    [30120, 'PATCH', 'shipping-operation', { ...shipping, ...one, invoiceNo: '?' }, demo.oneItem],
    [30136, 'PATCH', 'shipping-operation', { ...shipping, ...one }, demo.coupang, readyFirst(demo.coupang)],
    [30137, 'PATCH', 'shipping-operation', shipping, demo.coupang, channelFails(demo.coupang)],
    [30139, 'PATCH', 'shipping-operation', ready, demo.naverpay, unlinkedLine(demo.naverpay)],
    [30060, 'POST', 'invoice', one, 1],
    [30078, 'POST', 'invoice', one, demo.returnRequested],
    [30119, 'POST', 'invoice', one, demo.kakaoGift],
    [30060, 'PATCH', 'cancel-request', cancel, 1],
    [30164, 'PATCH', 'return-request', fetched, demo.delivered],
    [30189, 'PATCH', 'return-request', back, demo.naverpay],
    [30071, 'PATCH', 'exchange-request', swap, demo.confirmed],
    [30075, 'PATCH', 'exchange-request', swap, demo.returnRequested],
    [30060, 'PATCH', 'exchange-request', swap, 1],
    [30113, 'PATCH', 'exchange-request', swap, demo.unpaid],
    [30119, 'PATCH', 'exchange-request', swap, demo.naverpay],
    [30198, 'PATCH', 'exchange-request', { ...swap, optionDetailCodes: [largeCup] }, demo.onItsWay],
    [30158, 'PATCH', 'cancel-approve', { excludeRefundPoint: -1 }, demo.oneItem, cancelOf(demo.oneItem)],
    [30159, 'PATCH', 'cancel-approve', { excludeRefundAmount: -1 }, demo.oneItem, cancelOf(demo.oneItem)],
    [30161, 'PATCH', 'cancel-approve', { excludeRefundPoint: 1 }, demo.oneItem, cancelOf(demo.oneItem)],
    [30162, 'PATCH', 'cancel-approve', { excludeRefundAmount: 1e6 }, demo.oneItem, cancelOf(demo.oneItem)],
    [30163, 'PATCH', 'cancel-approve', { requestedRefundAmount: 1e6 }, demo.oneItem, cancelOf(demo.oneItem)],
    [30158, 'PATCH', 'return-approve', { excludeRefundPoint: -1 }, demo.returnRequested],
    [30159, 'PATCH', 'return-approve', { excludeRefundAmount: -1 }, demo.returnRequested],
    [30161, 'PATCH', 'return-approve', { excludeRefundPoint: 1 }, demo.returnRequested],
    [30162, 'PATCH', 'return-approve', { excludeRefundAmount: 1e6 }, demo.returnRequested],
    [30163, 'PATCH', 'return-approve', { requestedRefundAmount: 1e6 }, demo.returnRequested],
    [30190, 'PATCH', 'return-approve', {}, demo.returnRequested, holdReturn],
    [30159, 'PATCH', 'exchange-approve', { excludeDeliveryAmount: -1 }, demo.exchangeRequested],
    [30163, 'PATCH', 'exchange-approve', { excludeDeliveryAmount: 1e6 }, demo.exchangeRequested],
  ]
  test.each(named(cases))('%i for %s %s', async (_code, _method, _tail, given) => {
    await run(given, 'item')
  })

  test('30068 for an item whose section has an invoice, in the shipping call too', async () => {
    const store = await openTestStore()
    await readyFirst(demo.oneItem)(store)
    await store.send('POST', itemPath(demo.oneItem, 1, 'invoice'), one)
    const answer = await store.send('PATCH', itemPath(demo.oneItem, 1, 'shipping-operation'), {
      ...shipping,
      ...one,
    })
    expect(answer.code).toBe(30068)
  })

  test('30199 for an option asked for already', async () => {
    const store = await openTestStore()
    await store.send('PATCH', itemPath(demo.onItsWay, 1, 'exchange-request'), { ...option, qty: 1 })
    const again = await store.send('PATCH', itemPath(demo.onItsWay, 1, 'exchange-request'), {
      ...option,
      qty: 1,
    })
    expect(again.code).toBe(30199)
  })

  test('30178 for a coupon of a shop in the shop', async () => {
    const store = await openTestStore()
    const order = store.store.control.shop.addOrder({ shopInShop: true, coupon: 500 })
    await cancelOf(order.orderNo)(store)
    const path = itemPath(order.orderNo, 1, 'cancel-approve')
    expect((await store.send('PATCH', path, { returnedCoupons: ['cp'] })).code).toBe(30178)
    const other = store.store.control.shop.addOrder({ shopInShop: true, coupon: 500 })
    await returnOf(other.orderNo)(store)
    const approve = itemPath(other.orderNo, 1, 'return-approve')
    expect((await store.send('PATCH', approve, { returnedCoupons: ['cp'] })).code).toBe(30178)
  })
})
