import { describe, expect, test } from 'vitest'
import { demo } from './demo-orders.ts'
import { itemNo, itemPath, orderPath, sectionPath } from './paths.ts'
import type { TestStore } from './test-store.ts'
import { at, openTestStore, units } from './test-store.ts'

const invoice = { invoiceNo: '680000000001', parcelCompanyIdx: 4 }
const ready = { orderSectionStatus: 'SHIPPING_READY' }
const shipping = { orderSectionStatus: 'SHIPPING' }
const complete = { orderSectionStatus: 'SHIPPING_COMPLETE' }

const ship = (store: TestStore, orderNo: number, body: object, index = 0) =>
  store.send(
    'PATCH',
    sectionPath(orderNo, store.section(orderNo, index).orderSectionCode, 'shipping-operation'),
    body,
  )

const shipItem = (store: TestStore, orderNo: number, n: number, body: object) =>
  store.send('PATCH', itemPath(orderNo, n, 'shipping-operation'), body)

const shipOrder = (store: TestStore, orderNo: number, body: object) =>
  store.send('PATCH', orderPath(orderNo, 'shipping-operation'), body)

describe('steps', () => {
  test('상품준비, 배송대기, 배송중, 배송완료, with the times told on the way', async () => {
    const store = await openTestStore()
    await ship(store, demo.oneItem, ready)
    store.clock.now += 60_000
    await ship(store, demo.oneItem, { ...shipping, ...invoice })
    const sent = store.section(demo.oneItem)
    expect(sent.invoice).toEqual({
      ...invoice,
      deliveryStatus: 'DELIVERING',
      inputType: 'EXTERNAL_CHANNEL',
      isTracking: 'Y',
      isReturn: 'N',
    })
    expect(sent.deliverySendTime).toBe(new Date(store.clock.now).toISOString())
    store.clock.now += 60_000
    await ship(store, demo.oneItem, complete)
    const arrived = store.section(demo.oneItem)
    expect(arrived.orderSectionStatus).toBe('SHIPPING_COMPLETE')
    expect(arrived.invoice?.deliveryStatus).toBe('DELIVERY_COMPLETED')
    expect(arrived.deliveryCompleteTime).toBe(new Date(store.clock.now).toISOString())
  })

  test.each([
    ['30108 to 배송대기 when there already', demo.ready, ready],
    ['30109 to 배송중 when there already', demo.onItsWay, shipping],
    ['30110 to 배송완료 when there already', demo.delivered, complete],
    ['30077 back to 배송대기', demo.onItsWay, ready],
    ['30077 to 배송대기 for a section whose cancel is asked for', demo.cancelRequested, ready],
    ['30077 to 배송대기 for a section on hold', demo.held, ready],
    ['30084 back to 배송중', demo.delivered, shipping],
    ['30084 to 배송중 for a cancelled section', demo.cancelled, shipping],
    ['30142 to 배송완료 without having been sent', demo.ready, complete],
    ['30142 to 배송완료 for a section being returned', demo.returnRequested, complete],
  ])('%s', async (name, orderNo, body) => {
    const store = await openTestStore()
    const before = store.order(orderNo)
    expect((await ship(store, orderNo, body)).code).toBe(Number(name.slice(0, 5)))
    expect((await shipItem(store, orderNo, 1, body)).code).toBe(Number(name.slice(0, 5)))
    expect(store.order(orderNo)).toEqual(before)
  })

  test('30090 straight from 상품준비 to 배송중, as a 429 that is not the limiter', async () => {
    const store = await openTestStore()
    const answer = await ship(store, demo.guide, { ...shipping, ...invoice })
    expect([answer.status, answer.code]).toEqual([429, 30090])
  })

  test('a held section may be assumed to ship all the same', async () => {
    const store = await openTestStore({ assumptions: { heldSectionShipping: 'allow' } })
    expect((await ship(store, demo.held, ready)).status).toBe(200)
  })
})

describe('what is shipped', () => {
  test('30063 for an order that is not paid, until its deposit is confirmed', async () => {
    const store = await openTestStore()
    expect((await ship(store, demo.unpaid, ready)).code).toBe(30063)
    expect((await store.send('PATCH', `/payments/${demo.unpaid}/bank-transfer/confirm`)).data).toBe(true)
    expect(store.order(demo.unpaid).totalPaymentPrice).toBeGreaterThan(0)
    expect((await ship(store, demo.unpaid, ready)).status).toBe(200)
  })

  test('30061 for confirming a deposit nobody waits for, 30060 for an order there is not', async () => {
    const store = await openTestStore()
    expect((await store.send('PATCH', `/payments/${demo.guide}/bank-transfer/confirm`)).code).toBe(30061)
    expect((await store.send('PATCH', '/payments/1/bank-transfer/confirm')).code).toBe(30060)
  })

  test('30060 for an order, 30062 for a section, 30092 and 30072 for an item there is not', async () => {
    const store = await openTestStore()
    expect((await shipOrder(store, 1, ready)).code).toBe(30060)
    expect(
      (await store.send('PATCH', sectionPath(demo.guide, 'os1', 'shipping-operation'), ready)).code,
    ).toBe(30062)
    expect((await shipItem(store, demo.guide, 9, ready)).code).toBe(30092)
    const unknown = { ...ready, orderSectionItemDataList: units(['nothing', 1]) }
    expect((await ship(store, demo.guide, unknown)).code).toBe(30072)
  })

  test('30094 for more units than there are, also when a list names an item twice', async () => {
    const store = await openTestStore()
    const item = itemNo(demo.guide, 1)
    const part = (...list: [string, number][]) => ({ ...ready, orderSectionItemDataList: units(...list) })
    expect((await ship(store, demo.guide, part([item, 3]))).code).toBe(30094)
    expect((await ship(store, demo.guide, part([item, 1], [item, 2]))).code).toBe(30094)
    expect((await shipItem(store, demo.guide, 1, { ...ready, qty: 3 })).code).toBe(30094)
  })

  test('30089 for an empty list', async () => {
    const store = await openTestStore()
    const answer = await ship(store, demo.guide, { ...ready, orderSectionItemDataList: [] })
    expect([answer.status, answer.code]).toEqual([429, 30089])
    expect((await shipOrder(store, demo.guide, { ...ready, orderSectionCodeList: [] })).code).toBe(30089)
  })

  test.each([
    ['a quantity of 0', { ...ready, orderSectionItemDataList: units(['x', 0]) }],
    ['half a unit', { ...ready, orderSectionItemDataList: units(['x', 0.5]) }],
    [
      'a quantity in words',
      { ...ready, orderSectionItemDataList: [{ orderSectionItemNo: 'x', qty: 'one' }] },
    ],
    ['a status there is not', { orderSectionStatus: 'PACKED' }],
    ['no status', {}],
    ['a list', []],
    ['an invoice number that is a number', { ...shipping, invoiceNo: 1, parcelCompanyIdx: 4 }],
  ])('10001 for %s, with where it stands', async (_name, body) => {
    const store = await openTestStore()
    const answer = await ship(store, demo.guide, body)
    expect(answer.code).toBe(10001)
    expect(at(answer.body, 'error', 'data', 0, 'in')).toBe('body')
  })

  test('10004 for a body that is no JSON', async () => {
    const store = await openTestStore()
    const path = sectionPath(demo.guide, store.section(demo.guide).orderSectionCode, 'shipping-operation')
    expect((await store.send('PATCH', path, '{"orderSectionStatus":')).code).toBe(10004)
  })

  test('an unknown field is ignored', async () => {
    const store = await openTestStore({ isContractChecked: false })
    expect((await ship(store, demo.guide, { ...ready, unitCode: 'u1', note: {} })).status).toBe(200)
  })

  test('30118 while something else works on the section', async () => {
    const store = await openTestStore()
    store.store.control.shop.makeBusy(demo.guide, store.section(demo.guide).orderSectionCode, 5_000)
    expect((await ship(store, demo.guide, ready)).code).toBe(30118)
    expect((await shipItem(store, demo.guide, 1, ready)).code).toBe(30118)
    store.clock.now += 5_000
    expect((await ship(store, demo.guide, ready)).status).toBe(200)
  })
})

describe('part of a section', () => {
  test('30187 for part of a quantity on the way to 배송중', async () => {
    const store = await openTestStore()
    const part = { ...shipping, ...invoice, orderSectionItemDataList: units([itemNo(demo.ready, 1), 1]) }
    expect((await ship(store, demo.ready, part)).code).toBe(30187)
  })

  test('30138 for some of the items on the way to 배송중, at section and item level', async () => {
    const store = await openTestStore()
    const part = { ...shipping, ...invoice, orderSectionItemDataList: units([itemNo(demo.ready, 1), 2]) }
    expect((await ship(store, demo.ready, part)).code).toBe(30138)
    expect((await shipItem(store, demo.ready, 1, { ...shipping, ...invoice })).code).toBe(30138)
    expect((await shipItem(store, demo.ready, 1, { ...shipping, ...invoice, qty: 1 })).code).toBe(30138)
  })

  test('a list that names everything is the whole section', async () => {
    const store = await openTestStore()
    const all = units([itemNo(demo.ready, 1), 2], [itemNo(demo.ready, 2), 2])
    const answer = await ship(store, demo.ready, { ...shipping, ...invoice, orderSectionItemDataList: all })
    expect(at(answer.data, 'isNewSection')).toBe('N')
  })

  test('30087 for 배송완료 by items', async () => {
    const store = await openTestStore()
    const part = { ...complete, orderSectionItemDataList: units([itemNo(demo.onItsWay, 1), 1]) }
    const answer = await ship(store, demo.onItsWay, part)
    expect([answer.status, answer.code]).toEqual([429, 30087])
    expect((await shipItem(store, demo.onItsWay, 1, complete)).code).toBe(30087)
  })
})

describe('the invoice of a shipping call', () => {
  test('30095 for a parcel without one; other deliveries need none', async () => {
    const store = await openTestStore()
    expect((await ship(store, demo.ready, shipping)).code).toBe(30095)
    await ship(store, demo.visit, ready)
    expect((await ship(store, demo.visit, shipping)).status).toBe(200)
  })

  test('30065 for a number without a courier, or a courier without a number', async () => {
    const store = await openTestStore()
    expect((await ship(store, demo.ready, { ...shipping, invoiceNo: '680000000001' })).code).toBe(30065)
    expect((await ship(store, demo.ready, { ...shipping, parcelCompanyIdx: 4 })).code).toBe(30065)
  })

  test('30085 with any other status', async () => {
    const store = await openTestStore()
    expect((await ship(store, demo.guide, { ...ready, ...invoice })).code).toBe(30085)
    expect((await ship(store, demo.onItsWay, { ...complete, ...invoice })).code).toBe(30085)
  })

  test('30120 for a number that cannot be one', async () => {
    const store = await openTestStore()
    expect((await ship(store, demo.ready, { ...shipping, ...invoice, invoiceNo: '12 34' })).code).toBe(30120)
    const digits = await openTestStore({ assumptions: { invoiceNumbers: 'digits' } })
    expect(
      (await ship(digits, demo.ready, { ...shipping, ...invoice, invoiceNo: 'EE123456789KR' })).code,
    ).toBe(30120)
    const any = await openTestStore({ assumptions: { invoiceNumbers: 'anything' } })
    expect((await ship(any, demo.ready, { ...shipping, ...invoice, invoiceNo: '?' })).status).toBe(200)
  })

  test('10003 for a courier there is not', async () => {
    const store = await openTestStore()
    expect((await ship(store, demo.ready, { ...shipping, ...invoice, parcelCompanyIdx: 4711 })).code).toBe(
      10003,
    )
  })

  test('30068 when the section has one already', async () => {
    const store = await openTestStore()
    const path = sectionPath(demo.ready, store.section(demo.ready).orderSectionCode, 'invoice')
    await store.send('POST', path, { allInvoiceNo: '680000000009', allParcelCompanyIdx: 4 })
    expect((await ship(store, demo.ready, { ...shipping, ...invoice })).code).toBe(30068)
    expect((await ship(store, demo.ready, shipping)).status).toBe(200)
  })
})
