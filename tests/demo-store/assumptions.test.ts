import { describe, expect, test } from 'vitest'
import type { Assumptions } from '../../electron/demo-store/assumptions.ts'
import { demo } from './demo-orders.ts'
import { itemNo, itemPath, orderPath, sectionPath } from './paths.ts'
import { at, contentOf, openTestStore, units } from './test-store.ts'

const half = units([itemNo(demo.guide, 1), 1], [itemNo(demo.guide, 2), 4])

const splitGuide = async (assumptions: Partial<Assumptions>) => {
  const store = await openTestStore({ assumptions })
  const old = store.section(demo.guide).orderSectionCode
  const answer = await store.send('PATCH', sectionPath(demo.guide, old, 'shipping-operation'), {
    orderSectionStatus: 'SHIPPING_READY',
    orderSectionItemDataList: half,
  })
  return { ...store, old, answer, sections: store.order(demo.guide).sections }
}

const numbersOf = (sections: readonly { sectionItems: readonly { orderSectionItemNo: string }[] }[]) =>
  sections.map((s) => s.sectionItems.map((it) => Number(it.orderSectionItemNo.split('-')[1])))

describe('which side of a split keeps the old code', () => {
  test('what is left (default): the new section is what was asked for', async () => {
    const { old, answer, sections } = await splitGuide({ codeStaysWith: 'rest' })
    expect(sections.map((s) => [s.orderSectionCode === old, s.orderSectionStatus])).toEqual([
      [true, 'PRODUCT_PREPARATION'],
      [false, 'SHIPPING_READY'],
    ])
    expect(at(answer.data, 'newSectionData', 'orderSectionItemDataList')).toHaveLength(2)
  })

  test('the part: the new section, and the answer, is what was left', async () => {
    const { old, answer, sections } = await splitGuide({ codeStaysWith: 'part' })
    expect(sections.map((s) => [s.orderSectionCode === old, s.orderSectionStatus])).toEqual([
      [true, 'SHIPPING_READY'],
      [false, 'PRODUCT_PREPARATION'],
    ])
    expect(sections.map(contentOf)).toEqual([
      { 'A-CITRUS-500': 1, 'B-NURUNGJI-200': 4 },
      { 'A-CITRUS-500': 1 },
    ])
    expect(at(answer.data, 'newSectionData', 'orderSectionItemDataList')).toHaveLength(1)
  })
})

describe('item numbers of a part that was split off', () => {
  test.each([
    ['next-when-divided', [[1], [3, 2]]],
    ['next-always', [[1], [3, 4]]],
    ['same', [[1], [1, 2]]],
  ] as const)('%s', async (splitItemNumbers, expected) => {
    const { sections } = await splitGuide({ splitItemNumbers })
    expect(numbersOf(sections)).toEqual(expected)
  })

  test('a number in two sections means the first one that allows the call', async () => {
    const { send, order } = await splitGuide({ splitItemNumbers: 'same' })
    const ready = { orderSectionStatus: 'SHIPPING_READY' }
    expect((await send('PATCH', itemPath(demo.guide, 1, 'shipping-operation'), ready)).status).toBe(200)
    expect((await send('PATCH', itemPath(demo.guide, 1, 'shipping-operation'), ready)).code).toBe(30108)
    expect(order(demo.guide).sections.map((s) => s.orderSectionStatus)).toEqual([
      'SHIPPING_READY',
      'SHIPPING_READY',
    ])
  })
})

describe('what a new section carries', () => {
  test('no delivery fees, or a copy of them', async () => {
    expect((await splitGuide({})).sections.map((s) => s.deliveryPrice)).toEqual([3_000, 0])
    expect((await splitGuide({ splitDeliveryFees: 'copy' })).sections.map((s) => s.deliveryPrice)).toEqual([
      3_000, 3_000,
    ])
  })

  test.each([
    ['copy', true],
    ['none', false],
  ] as const)('an invoice: %s', async (splitInvoice, isThere) => {
    const store = await openTestStore({ assumptions: { splitInvoice } })
    const body = { retrieveType: 'ETC', returnReason: '변심', qty: 1 }
    await store.send('PATCH', itemPath(demo.delivered, 1, 'return-request'), body)
    expect(store.section(demo.delivered, 1).invoice !== undefined).toBe(isThere)
    expect(store.section(demo.delivered).invoice).toBeDefined()
  })

  test('its share of the discounts, so that the order costs what it did', async () => {
    const store = await openTestStore()
    const before = store.section(demo.discounts).sectionItems[0]
    await store.send('PATCH', itemPath(demo.discounts, 1, 'cancel-request'), { cancelReason: 'x', qty: 1 })
    const items = store.order(demo.discounts).sections.flatMap((s) => s.sectionItems)
    const a = items.filter((it) => it.productInfo.prodSkuNo === 'A-CITRUS-500')
    for (const field of ['gradeDiscount', 'itemCouponDiscount', 'itemPointAmount'] as const) {
      expect(a.map((it) => it[field]).reduce((x, y) => x + y, 0)).toBe(before?.[field])
    }
  })
})

describe('the order list', () => {
  const two = `/orders?page=1&limit=100&orderSectionStatus=SHIPPING&startWtime=2020-01-01T00:00:00Z`

  test.each([
    ['all', 2],
    ['matching', 1],
  ] as const)('a section filter answers %s sections', async (listedSections, count) => {
    const { send } = await openTestStore({ assumptions: { listedSections } })
    const { data } = await send('GET', two)
    const list = at(data, 'list')
    const orders: unknown[] = Array.isArray(list) ? list : []
    const found = orders.find((o) => at(o, 'orderNo') === demo.twoSections)
    expect(at(found, 'sections')).toHaveLength(count)
  })

  test('comes oldest first, or insists on a unit (30104), if assumed', async () => {
    const { send } = await openTestStore({ assumptions: { listOrder: 'oldest-first' } })
    expect(at((await send('GET', '/orders?page=1&limit=1')).data, 'list', 0, 'orderNo')).toBe(demo.confirmed)
    const strict = await openTestStore({ assumptions: { listUnitCode: 'required' } })
    expect((await strict.send('GET', '/orders?page=1&limit=1')).code).toBe(30104)
    const withUnit = '/orders?page=1&limit=1&unitCode=u20240912aa6f0be8ce0de'
    expect((await strict.send('GET', withUnit)).status).toBe(200)
  })
})

describe('how answers are written', () => {
  test('error codes as numbers or as text', async () => {
    const { send } = await openTestStore({ assumptions: { errorCodeType: 'string' } })
    expect(at((await send('GET', orderPath(1))).body, 'error', 'errorCode')).toBe('30096')
  })

  test('fields without a value are left out, or null', async () => {
    const missing = await openTestStore()
    const order = (await missing.send('GET', orderPath(demo.guide))).data
    expect(at(order, 'sections', 0)).not.toHaveProperty('invoice')
    const nulls = await openTestStore({ assumptions: { emptyFields: 'null' }, isContractChecked: false })
    const other = (await nulls.send('GET', orderPath(demo.guide))).data
    expect(at(other, 'sections', 0, 'invoice')).toBeNull()
    expect(at(other, 'sections', 0, 'sectionItems', 0, 'productInfo', 'customProdCode')).toBeNull()
    const code = nulls.section(demo.guide).orderSectionCode
    expect(at((await nulls.send('GET', sectionPath(demo.guide, code))).data, 'pickupMemo')).toBeNull()
  })

  test('an invoice that came through the API says so, or says it was typed', async () => {
    const { send, section } = await openTestStore({ assumptions: { apiInvoiceInputType: 'DIRECT' } })
    const path = sectionPath(demo.ready, section(demo.ready).orderSectionCode, 'invoice')
    await send('POST', path, { allInvoiceNo: '680000000001', allParcelCompanyIdx: 4 })
    expect(section(demo.ready).invoice?.inputType).toBe('DIRECT')
  })
})
