import { describe, expect, test } from 'vitest'
import { demo } from './demo-orders.ts'
import { itemNo, itemPath, orderPath, sectionPath } from './paths.ts'
import type { TestStore } from './test-store.ts'
import { at, openTestStore, units } from './test-store.ts'

const why = { cancelReason: '단순 변심', cancelReasonDetail: '다른 곳에서 샀어요' }

const onSection = (store: TestStore, orderNo: number, action: string, body: object = {}, index = 0) =>
  store.send('PATCH', sectionPath(orderNo, store.section(orderNo, index).orderSectionCode, action), body)

describe('asking for a cancel', () => {
  test('keeps the reason and the time, and what could be left out of the refund', async () => {
    const store = await openTestStore()
    await onSection(store, demo.oneItem, 'cancel-request', why)
    expect(store.section(demo.oneItem).cancelInfo).toMatchObject({
      ...why,
      isRefund: 'N',
      availableExcludeRefundAmount: store.order(demo.oneItem).totalPaymentPrice,
      cancelRequestTime: new Date(store.clock.now).toISOString(),
    })
  })

  test('some units of an item go to a section of their own; 배송대기 can be cancelled too', async () => {
    const store = await openTestStore()
    const answer = await store.send('PATCH', itemPath(demo.ready, 1, 'cancel-request'), { ...why, qty: 1 })
    expect(at(answer.data, 'newSectionData', 'orderSectionItemDataList', 0, 'qty')).toBe(1)
    expect(store.order(demo.ready).sections.map((s) => s.orderSectionStatus)).toEqual([
      'SHIPPING_READY',
      'CANCEL_REQUEST',
    ])
  })

  test.each([
    ['30069 when it has been sent', demo.onItsWay],
    ['30069 when it has arrived', demo.delivered],
    ['30112 when a cancel is asked for already', demo.cancelRequested],
    ['30112 when a return is asked for', demo.returnRequested],
  ])('%s', async (name, orderNo) => {
    const store = await openTestStore()
    expect((await onSection(store, orderNo, 'cancel-request', why)).code).toBe(Number(name.slice(0, 5)))
    expect((await store.send('PATCH', itemPath(orderNo, 1, 'cancel-request'), why)).code).toBe(
      Number(name.slice(0, 5)),
    )
    expect((await store.send('PATCH', orderPath(orderNo, 'cancel-request'), why)).code).toBe(30112)
  })

  test('30113 for an order that is not paid, 30060 for one there is not', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.unpaid, 'cancel-request', why)).code).toBe(30113)
    expect((await store.send('PATCH', orderPath(demo.unpaid, 'cancel-request'), why)).code).toBe(30113)
    expect((await store.send('PATCH', orderPath(1, 'cancel-request'), why)).code).toBe(30060)
  })

  test('30094 for more than there is, 30089 for a section or items that are not named right, 10001 without a reason', async () => {
    const store = await openTestStore()
    const part = (qty: number) => ({ ...why, orderSectionItemDataList: units([itemNo(demo.guide, 1), qty]) })
    expect((await onSection(store, demo.guide, 'cancel-request', part(3))).code).toBe(30094)
    expect(
      (await onSection(store, demo.guide, 'cancel-request', { ...why, orderSectionItemDataList: [] })).code,
    ).toBe(30089)
    expect((await store.send('PATCH', sectionPath(demo.guide, 'os1', 'cancel-request'), why)).code).toBe(
      30089,
    )
    expect(
      (await store.send('PATCH', itemPath(demo.guide, 1, 'cancel-request'), { ...why, qty: 3 })).code,
    ).toBe(30094)
    expect((await onSection(store, demo.guide, 'cancel-request')).code).toBe(10001)
  })

  test('30191 for SMARTSTORE and COUPANG, 30119 for KAKAO_GIFT; NAVERPAY_ORDER takes it', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.smartstore, 'cancel-request', why)).code).toBe(30191)
    expect((await store.send('PATCH', orderPath(demo.coupang, 'cancel-request'), why)).code).toBe(30191)
    expect((await store.send('PATCH', itemPath(demo.kakaoGift, 1, 'cancel-request'), why)).code).toBe(30119)
    expect((await onSection(store, demo.naverpay, 'cancel-request', why)).status).toBe(200)
  })

  test('30133 for part of a quantity of an outside channel', async () => {
    const store = await openTestStore()
    expect(
      (await store.send('PATCH', itemPath(demo.talkcheckout, 1, 'cancel-request'), { ...why, qty: 1 })).code,
    ).toBe(30133)
  })
})

describe('refusing a cancel', () => {
  test('puts the section back to 상품준비, at every level', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.cancelRequested, 'cancel-reject')).status).toBe(200)
    const section = store.section(demo.cancelRequested)
    expect([section.orderSectionStatus, section.cancelInfo]).toEqual(['PRODUCT_PREPARATION', undefined])
    await onSection(store, demo.cancelRequested, 'cancel-request', why)
    const all = await store.send('PATCH', orderPath(demo.cancelRequested, 'cancel-reject'), {})
    expect(at(all.data, 'successList')).toHaveLength(1)
    await onSection(store, demo.cancelRequested, 'cancel-request', why)
    const item = await store.send('PATCH', itemPath(demo.cancelRequested, 1, 'cancel-reject'), {})
    expect(at(item.data, 'isNewSection')).toBe('Y')
    expect(store.order(demo.cancelRequested).sections.map((s) => s.orderSectionStatus)).toEqual([
      'CANCEL_REQUEST',
      'PRODUCT_PREPARATION',
    ])
  })

  test('a part may be refused while the rest waits on', async () => {
    const store = await openTestStore()
    const part = { orderSectionItemDataList: units([itemNo(demo.cancelRequested, 2), 1]) }
    const answer = await onSection(store, demo.cancelRequested, 'cancel-reject', part)
    expect(at(answer.data, 'isNewSection')).toBe('Y')
  })

  test('30131 when no cancel is asked for', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.guide, 'cancel-reject')).code).toBe(30131)
    expect((await onSection(store, demo.cancelled, 'cancel-reject')).code).toBe(30131)
    expect((await store.send('PATCH', orderPath(demo.guide, 'cancel-reject'), {})).code).toBe(30131)
    expect((await store.send('PATCH', itemPath(demo.guide, 1, 'cancel-reject'), {})).code).toBe(30131)
  })

  test('30182 without an invoice for an outside channel, which ships at once', async () => {
    const store = await openTestStore()
    await onSection(store, demo.naverpay, 'cancel-request', why)
    expect((await onSection(store, demo.naverpay, 'cancel-reject')).code).toBe(30182)
    const invoice = { invoiceNo: '680000000001', parcelCompanyIdx: 4 }
    expect((await onSection(store, demo.naverpay, 'cancel-reject', invoice)).status).toBe(200)
    expect(store.section(demo.naverpay)).toMatchObject({ orderSectionStatus: 'SHIPPING', invoice })
  })

  test("10003 for an invoice with an order of the shop's own", async () => {
    const store = await openTestStore()
    const invoice = { invoiceNo: '680000000001', parcelCompanyIdx: 4 }
    expect((await onSection(store, demo.cancelRequested, 'cancel-reject', invoice)).code).toBe(10003)
  })
})

describe('approving a cancel', () => {
  test('ends the section and pays back; an order whose sections have all ended is closed', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.cancelRequested, 'cancel-approve')).data).toBe(true)
    const order = store.order(demo.cancelRequested)
    expect(order.sections[0]).toMatchObject({
      orderSectionStatus: 'CANCEL_COMPLETE',
      cancelInfo: { isRefund: 'Y', refundAmount: order.totalPaymentPrice },
    })
    expect([order.orderStatus, order.totalRefundedPrice, order.payments[0]?.paymentStatus]).toEqual([
      'CLOSED',
      order.totalPaymentPrice,
      'REFUND_COMPLETE',
    ])
  })

  test('a refund of a part leaves the payment partly refunded', async () => {
    const store = await openTestStore()
    await store.send('PATCH', itemPath(demo.guide, 1, 'cancel-request'), { ...why, qty: 1 })
    await onSection(store, demo.guide, 'cancel-approve', {}, 1)
    const order = store.order(demo.guide)
    expect([order.orderStatus, order.totalRefundedPrice, order.payments[0]?.paymentStatus]).toEqual([
      'OPEN',
      12_900,
      'PARTIAL_REFUND_COMPLETE',
    ])
    expect(
      (await onSection(store, demo.guide, 'shipping-operation', { orderSectionStatus: 'SHIPPING_READY' }))
        .status,
    ).toBe(200)
  })

  test('30188 when no cancel is asked for', async () => {
    const store = await openTestStore()
    expect((await onSection(store, demo.guide, 'cancel-approve')).code).toBe(30188)
    expect((await store.send('PATCH', itemPath(demo.guide, 1, 'cancel-approve'), {})).code).toBe(30188)
  })

  test('30184 for an item that is not the whole section', async () => {
    const store = await openTestStore()
    expect((await store.send('PATCH', itemPath(demo.cancelRequested, 1, 'cancel-approve'), {})).code).toBe(
      30184,
    )
    await store.send('PATCH', itemPath(demo.oneItem, 1, 'cancel-request'), why)
    expect((await store.send('PATCH', itemPath(demo.oneItem, 1, 'cancel-approve'), {})).data).toBe(true)
  })

  test('30129 without the channel’s own reason, 10001 for one that is none of its words', async () => {
    const store = await openTestStore()
    await onSection(store, demo.naverpay, 'cancel-request', why)
    expect((await onSection(store, demo.naverpay, 'cancel-approve')).code).toBe(30129)
    expect(
      (await onSection(store, demo.naverpay, 'cancel-approve', { externalCancelReason: 'BORED' })).code,
    ).toBe(10001)
    expect(
      (await onSection(store, demo.naverpay, 'cancel-approve', { externalCancelReason: 'SOLD_OUT' })).data,
    ).toBe(true)
  })

  test.each([
    ['30158 for points below 0', { excludeRefundPoint: -1 }],
    ['30159 for an amount below 0', { excludeRefundAmount: -1 }],
    ['30161 for more points than were used', { excludeRefundPoint: 1501 }],
    ['30162 for more than the section cost', { excludeRefundAmount: 1_000_000 }],
    ['30163 for paying back more than the section cost', { requestedRefundAmount: 1_000_000 }],
    ['10003 for both ways at once', { requestedRefundAmount: 1, excludeRefundAmount: 1 }],
    ['10001 for paying back 0', { requestedRefundAmount: 0 }],
    ['10003 for a coupon the order did not use', { returnedCoupons: ['cp1'] }],
  ])('%s', async (name, body) => {
    const store = await openTestStore()
    await onSection(store, demo.discounts, 'cancel-request', why)
    expect((await onSection(store, demo.discounts, 'cancel-approve', body)).code).toBe(
      Number(name.slice(0, 5)),
    )
  })

  test('30178 for a coupon of a shop in the shop', async () => {
    const store = await openTestStore()
    const coupons = await store.send('GET', orderPath(demo.shopInShop, 'coupons'))
    const body = { returnedCoupons: [String(at(coupons.data, 0, 'couponCode'))] }
    await onSection(store, demo.shopInShop, 'cancel-request', why)
    expect((await onSection(store, demo.shopInShop, 'cancel-approve', body)).code).toBe(30178)
  })

  test('pays back what is asked for, and points with it', async () => {
    const store = await openTestStore()
    await onSection(store, demo.discounts, 'cancel-request', why)
    await onSection(store, demo.discounts, 'cancel-approve', {
      excludeRefundAmount: 1_000,
      excludeRefundPoint: 500,
    })
    const order = store.order(demo.discounts)
    expect([order.totalRefundedPrice, order.totalRefundedPoint]).toEqual([
      order.totalPaymentPrice - 1_000,
      1_000,
    ])
  })

  test('30062 for a section, 30072 for an item there is not', async () => {
    const store = await openTestStore()
    expect((await store.send('PATCH', sectionPath(demo.guide, 'os1', 'cancel-approve'), {})).code).toBe(30062)
    expect((await store.send('PATCH', itemPath(demo.guide, 9, 'cancel-approve'), {})).code).toBe(30072)
  })
})
