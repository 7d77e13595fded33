import { describe, expect, test } from 'vitest'
import { demo } from './demo-orders.ts'
import { itemNo, itemPath, orderPath, sectionPath } from './paths.ts'
import type { TestStore } from './test-store.ts'
import { at, contentOf, openTestStore } from './test-store.ts'

const one = { invoiceNo: '680000000001', parcelCompanyIdx: 4 }
const all = { allInvoiceNo: one.invoiceNo, allParcelCompanyIdx: one.parcelCompanyIdx }

const invoiceOf = (store: TestStore, method: string, orderNo: number, body?: object, index = 0) =>
  store.send(method, sectionPath(orderNo, store.section(orderNo, index).orderSectionCode, 'invoice'), body)

const rows = (...pairs: [number, number][]) => ({
  orderSectionItemInvoiceDataList: pairs.map(([n, qty]) => ({
    orderSectionItemNo: itemNo(demo.ready, n),
    qty,
    ...one,
  })),
})

describe('an invoice of a section', () => {
  test('is registered, changed and removed in 배송대기, and changed in 배송중', async () => {
    const store = await openTestStore()
    expect((await invoiceOf(store, 'POST', demo.ready, all)).data).toEqual({
      isExternalSaleChannel: 'N',
      isNewSection: 'N',
    })
    expect(store.section(demo.ready).orderSectionStatus).toBe('SHIPPING_READY')
    expect((await invoiceOf(store, 'PATCH', demo.ready, { ...one, parcelCompanyIdx: 5 })).data).toBe(true)
    expect(store.section(demo.ready).invoice?.parcelCompanyIdx).toBe(5)
    expect((await invoiceOf(store, 'DELETE', demo.ready)).data).toBe(true)
    expect(store.section(demo.ready).invoice).toBeUndefined()
    expect((await invoiceOf(store, 'PATCH', demo.onItsWay, one)).data).toBe(true)
    expect(store.section(demo.onItsWay).invoice).toMatchObject({ ...one, deliveryStatus: 'DELIVERING' })
  })

  test.each([
    ['POST', demo.guide, all],
    ['POST', demo.onItsWay, all],
    ['PATCH', demo.guide, one],
    ['PATCH', demo.delivered, one],
    ['DELETE', demo.onItsWay, undefined],
  ] as const)('30066 for %s in a status that does not take it (%i)', async (method, orderNo, body) => {
    const store = await openTestStore()
    expect((await invoiceOf(store, method, orderNo, body)).code).toBe(30066)
  })

  test('30095 for changing or removing one there is not', async () => {
    const store = await openTestStore()
    expect((await invoiceOf(store, 'PATCH', demo.ready, one)).code).toBe(30095)
    expect((await invoiceOf(store, 'DELETE', demo.ready)).code).toBe(30095)
  })

  test('30065 without a number, 30120 for one that cannot be one', async () => {
    const store = await openTestStore()
    expect((await invoiceOf(store, 'POST', demo.ready, {})).code).toBe(30065)
    expect((await invoiceOf(store, 'POST', demo.ready, { allInvoiceNo: one.invoiceNo })).code).toBe(30065)
    expect((await invoiceOf(store, 'POST', demo.ready, { ...all, allInvoiceNo: '!!!!!!!!' })).code).toBe(
      30120,
    )
    await invoiceOf(store, 'POST', demo.ready, all)
    expect((await invoiceOf(store, 'PATCH', demo.ready, { ...one, invoiceNo: '1' })).code).toBe(30120)
  })

  test('30093 for the whole section and its items at once', async () => {
    const store = await openTestStore()
    expect((await invoiceOf(store, 'POST', demo.ready, { ...all, ...rows([1, 1]) })).code).toBe(30093)
  })

  test('splits off the items it names, under their invoice', async () => {
    const store = await openTestStore()
    const answer = await invoiceOf(store, 'POST', demo.ready, rows([1, 1], [2, 2]))
    const code = at(answer.data, 'newSectionData', 'orderSectionCode')
    expect(at(answer.data, 'isNewSection')).toBe('Y')
    const [rest, box] = store.order(demo.ready).sections
    expect(rest && contentOf(rest)).toEqual({ 'O-SESAME-180': 1 })
    expect(rest?.invoice).toBeUndefined()
    expect(box && contentOf(box)).toEqual({ 'O-SESAME-180': 1, 'O-PERILLA-180': 2 })
    expect([box?.orderSectionCode, box?.orderSectionStatus]).toEqual([code, 'SHIPPING_READY'])
    expect(box?.invoice).toMatchObject(one)
  })

  test('30121 for a list that names every unit, or done in place, as assumed', async () => {
    const store = await openTestStore()
    expect((await invoiceOf(store, 'POST', demo.ready, rows([1, 2], [2, 2]))).code).toBe(30121)
    const mild = await openTestStore({ assumptions: { invoiceForAllItems: 'in-place' } })
    const answer = await invoiceOf(mild, 'POST', demo.ready, rows([1, 2], [2, 2]))
    expect(at(answer.data, 'isNewSection')).toBe('N')
  })

  test('30078 for a section that has one, or whose claim is being decided', async () => {
    const store = await openTestStore()
    await invoiceOf(store, 'POST', demo.ready, all)
    expect((await invoiceOf(store, 'POST', demo.ready, all)).code).toBe(30078)
    expect((await invoiceOf(store, 'POST', demo.returnRequested, all)).code).toBe(30078)
  })

  test('30094, 30092 and 30089 for quantities and items there are not', async () => {
    const store = await openTestStore()
    expect((await invoiceOf(store, 'POST', demo.ready, rows([1, 3]))).code).toBe(30094)
    expect((await invoiceOf(store, 'POST', demo.ready, rows([7, 1]))).code).toBe(30092)
    expect((await invoiceOf(store, 'POST', demo.ready, rows())).code).toBe(30089)
  })

  test('10003 for rows under different invoices: the answer can name one new section only', async () => {
    const store = await openTestStore()
    const [a, b] = rows([1, 1], [2, 1]).orderSectionItemInvoiceDataList
    const list = [a, { ...b, invoiceNo: '680000000002' }]
    const answer = await invoiceOf(store, 'POST', demo.ready, { orderSectionItemInvoiceDataList: list })
    expect(answer.code).toBe(10003)
  })

  test('30268 for a section on hold, 30118 for one something else works on', async () => {
    const store = await openTestStore()
    const { shop } = store.store.control
    shop.hold(demo.ready)
    expect((await invoiceOf(store, 'POST', demo.ready, all)).code).toBe(30268)
    expect((await store.send('POST', itemPath(demo.ready, 1, 'invoice'), one)).code).toBe(30268)
    shop.release(demo.ready)
    shop.makeBusy(demo.ready, store.section(demo.ready).orderSectionCode, 1_000)
    expect((await invoiceOf(store, 'POST', demo.ready, all)).code).toBe(30118)
  })

  test('30133 for part of a quantity of an outside channel, 30119 for KAKAO_GIFT', async () => {
    const store = await openTestStore()
    const code = store.section(demo.smartstore).orderSectionCode
    await store.send('PATCH', sectionPath(demo.smartstore, code, 'shipping-operation'), {
      orderSectionStatus: 'SHIPPING_READY',
    })
    const row = { orderSectionItemNo: itemNo(demo.smartstore, 1), qty: 1, ...one }
    const part = await invoiceOf(store, 'POST', demo.smartstore, { orderSectionItemInvoiceDataList: [row] })
    expect(part.code).toBe(30133)
    expect((await invoiceOf(store, 'POST', demo.kakaoGift, all)).code).toBe(30119)
  })

  test('30060 and 30062 for order and section there are not', async () => {
    const store = await openTestStore()
    expect((await store.send('POST', sectionPath(1, 'os1', 'invoice'), all)).code).toBe(30060)
    for (const [method, body] of [
      ['POST', all],
      ['PATCH', one],
      ['DELETE', undefined],
    ] as const) {
      expect((await store.send(method, sectionPath(demo.ready, 'os1', 'invoice'), body)).code).toBe(30062)
    }
  })
})

describe('an invoice of an item', () => {
  test('splits the item off; the last item keeps its section', async () => {
    const store = await openTestStore()
    const first = await store.send('POST', itemPath(demo.ready, 1, 'invoice'), one)
    expect(at(first.data, 'isNewSection')).toBe('Y')
    const last = await store.send('POST', itemPath(demo.ready, 2, 'invoice'), {
      ...one,
      invoiceNo: '680000000002',
    })
    expect(at(last.data, 'isNewSection')).toBe('N')
    expect(store.order(demo.ready).sections.map((s) => s.invoice?.invoiceNo)).toEqual([
      '680000000002',
      '680000000001',
    ])
  })

  test('30068 when it has one, 30066 in another status, 30092 for an item there is not', async () => {
    const store = await openTestStore()
    await store.send('POST', itemPath(demo.ready, 1, 'invoice'), one)
    expect((await store.send('POST', itemPath(demo.ready, 1, 'invoice'), one)).code).toBe(30068)
    expect((await store.send('POST', itemPath(demo.guide, 1, 'invoice'), one)).code).toBe(30066)
    expect((await store.send('POST', itemPath(demo.guide, 9, 'invoice'), one)).code).toBe(30092)
  })
})

describe('invoices of an order', () => {
  const twoReady = 202410104747923
  const openReady = async () => {
    const store = await openTestStore()
    await store.send('PATCH', orderPath(twoReady, 'shipping-operation'), {
      orderSectionStatus: 'SHIPPING_READY',
    })
    return store
  }
  const path = orderPath(twoReady, 'invoice')

  test('one for all sections; then changed and removed', async () => {
    const store = await openReady()
    expect(at((await store.send('POST', path, all)).data, 'successList')).toHaveLength(2)
    expect(
      at((await store.send('PATCH', path, { ...all, allParcelCompanyIdx: 8 })).data, 'successList'),
    ).toHaveLength(2)
    expect(store.section(twoReady).invoice?.parcelCompanyIdx).toBe(8)
    const code = store.section(twoReady).orderSectionCode
    const removed = await store.send('DELETE', path, { orderSectionCodeList: [code] })
    expect(at(removed.data, 'successList')).toEqual([{ orderSectionCode: code }])
    expect(store.order(twoReady).sections.map((s) => s.invoice !== undefined)).toEqual([false, true])
  })

  test('one for each section', async () => {
    const store = await openReady()
    const list = store.order(twoReady).sections.map((s, i) => ({
      orderSectionCode: s.orderSectionCode,
      invoiceNo: `68000000000${i}`,
      parcelCompanyIdx: 4,
    }))
    await store.send('POST', path, { orderSectionInvoiceDataList: list })
    expect(store.order(twoReady).sections.map((s) => s.invoice?.invoiceNo)).toEqual([
      '680000000000',
      '680000000001',
    ])
  })

  test('30088 for all and each at once, as a 429; 30089 for an empty list; 30065 for neither', async () => {
    const store = await openReady()
    const row = { orderSectionCode: store.section(twoReady).orderSectionCode, ...one }
    const both = await store.send('POST', path, { ...all, orderSectionInvoiceDataList: [row] })
    expect([both.status, both.code]).toEqual([429, 30088])
    expect((await store.send('PATCH', path, { ...all, orderSectionInvoiceDataList: [row] })).code).toBe(30088)
    expect((await store.send('POST', path, { orderSectionInvoiceDataList: [] })).code).toBe(30089)
    expect((await store.send('DELETE', path, { orderSectionCodeList: [] })).code).toBe(30089)
    expect((await store.send('POST', path, {})).code).toBe(30065)
  })

  test('30068 where there is one, 30095 where there is none, 30066 in other statuses', async () => {
    const store = await openReady()
    expect((await store.send('PATCH', path, all)).code).toBe(30095)
    expect((await store.send('DELETE', path, {})).code).toBe(30095)
    await store.send('POST', path, all)
    expect((await store.send('POST', path, all)).code).toBe(30068)
    expect((await store.send('POST', orderPath(demo.guide, 'invoice'), all)).code).toBe(30066)
    expect((await store.send('DELETE', orderPath(demo.onItsWay, 'invoice'), {})).code).toBe(30066)
  })

  test('30062 for a section there is not, 30120 for a number that cannot be one, 30060 for an order there is not', async () => {
    const store = await openReady()
    const list = [{ orderSectionCode: 'os1', ...one }]
    expect((await store.send('POST', path, { orderSectionInvoiceDataList: list })).code).toBe(30062)
    expect((await store.send('POST', path, { ...all, allInvoiceNo: '?' })).code).toBe(30120)
    expect((await store.send('POST', orderPath(1, 'invoice'), all)).code).toBe(30060)
  })

  test('a change answers lists or a boolean, as assumed', async () => {
    const store = await openTestStore({ assumptions: { changeOrderInvoiceAnswer: 'boolean' } })
    const answer = await store.send('PATCH', orderPath(demo.onItsWay, 'invoice'), all)
    expect(answer.data).toBe(true)
  })

  test('10001 for removing without a body', async () => {
    const store = await openReady()
    expect((await store.send('DELETE', path)).code).toBe(10001)
  })
})
