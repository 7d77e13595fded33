import { describe, expect, test } from 'vitest'
import { demo } from './demo-orders.ts'
import { itemNo, itemPath, orderPath, sectionPath } from './paths.ts'
import type { TestStore } from './test-store.ts'
import { at, openTestStore, units } from './test-store.ts'

const invoice = { invoiceNo: '680000000001', parcelCompanyIdx: 4 }
const ready = { orderSectionStatus: 'SHIPPING_READY' }
const shipping = { orderSectionStatus: 'SHIPPING' }

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

describe('orders of outside channels', () => {
  const readyInvoice = async (store: TestStore, orderNo: number) => {
    await ship(store, orderNo, ready)
    const path = sectionPath(orderNo, store.section(orderNo).orderSectionCode, 'invoice')
    return store.send('POST', path, { allInvoiceNo: '680000000009', allParcelCompanyIdx: 4 })
  }

  test.each([demo.smartstore, demo.naverpay, demo.talkcheckout, demo.coupang])(
    '30136 for 배송중 of %i without an invoice registered before',
    async (orderNo) => {
      const store = await openTestStore()
      await ship(store, orderNo, ready)
      expect((await ship(store, orderNo, { ...shipping, ...invoice })).code).toBe(30136)
      const path = sectionPath(orderNo, store.section(orderNo).orderSectionCode, 'invoice')
      const registered = await store.send('POST', path, {
        allInvoiceNo: '680000000009',
        allParcelCompanyIdx: 4,
      })
      expect(at(registered.data, 'isExternalSaleChannel')).toBe('Y')
      expect((await ship(store, orderNo, shipping)).status).toBe(200)
    },
  )

  test('an invoice in the shipping call may be assumed to be good enough', async () => {
    const store = await openTestStore({ assumptions: { channelInvoiceInShippingCall: 'accept' } })
    await ship(store, demo.smartstore, ready)
    expect((await ship(store, demo.smartstore, { ...shipping, ...invoice })).status).toBe(200)
  })

  test('30133 for part of a quantity of an item, 30119 in a section list; whole items may go', async () => {
    const store = await openTestStore()
    expect((await shipItem(store, demo.smartstore, 1, { ...ready, qty: 2 })).code).toBe(30133)
    const part = (n: number, qty: number) => ({
      ...ready,
      orderSectionItemDataList: units([itemNo(demo.smartstore, n), qty]),
    })
    expect((await ship(store, demo.smartstore, part(1, 2))).code).toBe(30119)
    expect((await ship(store, demo.smartstore, part(2, 1))).status).toBe(200)
  })

  test('30119 for anything written to KAKAO_GIFT', async () => {
    const store = await openTestStore()
    expect((await ship(store, demo.kakaoGift, ready)).code).toBe(30119)
    expect((await shipOrder(store, demo.kakaoGift, ready)).code).toBe(30119)
  })

  test('30137 when the channel fails', async () => {
    const store = await openTestStore()
    await readyInvoice(store, demo.coupang)
    store.store.control.shop.failChannel(demo.coupang, true)
    expect((await ship(store, demo.coupang, shipping)).code).toBe(30137)
    store.store.control.shop.failChannel(demo.coupang, false)
    expect((await ship(store, demo.coupang, shipping)).status).toBe(200)
  })

  test("30139 for a line without the channel's number", async () => {
    const store = await openTestStore()
    const code = store.section(demo.naverpay).orderSectionCode
    store.store.control.shop.addItem(demo.naverpay, code, 'G-LAVER-10', 1)
    expect((await ship(store, demo.naverpay, ready)).code).toBe(30139)
  })
})

describe('an order-level call', () => {
  test('does what it can and says what it could not, with a 200', async () => {
    const store = await openTestStore()
    const [sent, toPack] = store.order(demo.twoSections).sections.map((s) => s.orderSectionCode)
    const answer = await shipOrder(store, demo.twoSections, ready)
    expect(answer.status).toBe(200)
    expect(at(answer.data, 'successList')).toEqual([{ orderSectionCode: toPack }])
    expect(at(answer.data, 'failureList')).toMatchObject([{ orderSectionCode: sent, reason: '30077' }])
  })

  test('takes only the sections it names, and names those there are not', async () => {
    const store = await openTestStore()
    const code = store.section(demo.twoSections, 1).orderSectionCode
    const answer = await shipOrder(store, demo.twoSections, {
      ...ready,
      orderSectionCodeList: [code, code, 'os1'],
    })
    expect(at(answer.data, 'successList')).toEqual([{ orderSectionCode: code }])
    expect(at(answer.data, 'failureList')).toMatchObject([{ orderSectionCode: 'os1' }])
  })

  test('gives one invoice to all its sections', async () => {
    const store = await openTestStore()
    await shipOrder(store, 202410104747923, ready)
    await shipOrder(store, 202410104747923, { ...shipping, ...invoice })
    const numbers = store.order(202410104747923).sections.map((s) => s.invoice?.invoiceNo)
    expect(numbers).toEqual([invoice.invoiceNo, invoice.invoiceNo])
  })

  test('30063 for an order that is not paid', async () => {
    const store = await openTestStore()
    expect((await shipOrder(store, demo.unpaid, ready)).code).toBe(30063)
  })

  test('a call that fails for every section alike is an error, or only lists, as assumed', async () => {
    const strict = await openTestStore()
    expect((await shipOrder(strict, demo.ready, ready)).code).toBe(30108)
    const lists = await openTestStore({ assumptions: { orderCallWithoutSuccess: 'lists' } })
    const answer = await shipOrder(lists, demo.ready, ready)
    expect(answer.status).toBe(200)
    expect(at(answer.data, 'failureList', 0, 'reason')).toBe('30108')
  })
})
