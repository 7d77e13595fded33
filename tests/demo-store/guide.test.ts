import { describe, expect, test } from 'vitest'
import { demo } from './demo-orders.ts'
import { itemNo, itemPath, orderPath, sectionPath } from './paths.ts'
import { at, contentOf, openTestStore, units } from './test-store.ts'

const a = itemNo(demo.guide, 1)
const b = itemNo(demo.guide, 2)
const half = units([a, 1], [b, 2])
const parcel = { 'A-CITRUS-500': 1, 'B-NURUNGJI-200': 2 }
const courier = { parcelCompanyIdx: 4 }

describe("the guide's example: A ×2 and B ×4", () => {
  test('two parcels of [A ×1 + B ×2], each with its own invoice', async () => {
    const store = await openTestStore()
    const old = store.section(demo.guide).orderSectionCode
    const ready = await store.send('PATCH', sectionPath(demo.guide, old, 'shipping-operation'), {
      orderSectionStatus: 'SHIPPING_READY',
      orderSectionItemDataList: half,
    })
    expect(at(ready.data, 'isNewSection')).toBe('Y')
    const box = String(at(ready.data, 'newSectionData', 'orderSectionCode'))
    expect(box).not.toBe(old)
    expect(contentOf(store.section(demo.guide, 0))).toEqual(parcel)
    expect(contentOf(store.section(demo.guide, 1))).toEqual(parcel)
    expect(store.section(demo.guide, 0).orderSectionStatus).toBe('PRODUCT_PREPARATION')

    const sent = await store.send('PATCH', sectionPath(demo.guide, box, 'shipping-operation'), {
      orderSectionStatus: 'SHIPPING',
      invoiceNo: '680000000001',
      ...courier,
    })
    expect(sent.data).toEqual({ isExternalSaleChannel: 'N', isNewSection: 'N' })

    const last = sectionPath(demo.guide, old, 'shipping-operation')
    const rest = store
      .section(demo.guide)
      .sectionItems.map(({ orderSectionItemNo, qty }) => ({ orderSectionItemNo, qty }))
    const wholeRest = await store.send('PATCH', last, {
      orderSectionStatus: 'SHIPPING_READY',
      orderSectionItemDataList: rest,
    })
    expect(at(wholeRest.data, 'isNewSection')).toBe('N')
    await store.send('PATCH', last, { orderSectionStatus: 'SHIPPING', invoiceNo: '680000000002', ...courier })

    const { sections } = store.order(demo.guide)
    expect(sections.map((s) => [s.orderSectionNo, s.orderSectionStatus, s.invoice?.invoiceNo])).toEqual([
      [`${demo.guide}-S1`, 'SHIPPING', '680000000002'],
      [`${demo.guide}-S2`, 'SHIPPING', '680000000001'],
    ])
    expect(sections.map(contentOf)).toEqual([parcel, parcel])
    expect(sections.map((s) => s.orderSectionCode)).toEqual([old, box])
  })

  test('the same by the other road: all ready first, then split by the invoice call', async () => {
    const store = await openTestStore({ assumptions: { partQuantityNeedsReady: 'had' } })
    const old = store.section(demo.guide).orderSectionCode
    const shipping = sectionPath(demo.guide, old, 'shipping-operation')
    const refused = await store.send('PATCH', shipping, {
      orderSectionStatus: 'SHIPPING_READY',
      orderSectionItemDataList: half,
    })
    expect(refused.code).toBe(30187)
    await store.send('PATCH', shipping, { orderSectionStatus: 'SHIPPING_READY' })
    const rows = half.map((row) => ({ ...row, invoiceNo: '680000000001', ...courier }))
    const split = await store.send('POST', sectionPath(demo.guide, old, 'invoice'), {
      orderSectionItemInvoiceDataList: rows,
    })
    const box = String(at(split.data, 'newSectionData', 'orderSectionCode'))
    expect(store.order(demo.guide).sections.map(contentOf)).toEqual([parcel, parcel])
    for (const [code, invoice] of [
      [box, {}],
      [old, { invoiceNo: '680000000002', ...courier }],
    ] as const) {
      const path = sectionPath(demo.guide, code, 'shipping-operation')
      const sent = await store.send('PATCH', path, { orderSectionStatus: 'SHIPPING', ...invoice })
      expect(sent.status).toBe(200)
    }
    expect(store.order(demo.guide).sections.map((s) => s.invoice?.invoiceNo)).toEqual([
      '680000000002',
      '680000000001',
    ])
  })

  test('an item-level shipping call makes a new section that holds what was asked for', async () => {
    const store = await openTestStore()
    const answer = await store.send('PATCH', itemPath(demo.guide, 1, 'shipping-operation'), {
      orderSectionStatus: 'SHIPPING_READY',
      qty: 1,
    })
    expect(at(answer.data, 'newSectionData', 'orderSectionItemDataList', 0, 'qty')).toBe(1)
    expect(store.order(demo.guide).sections.map(contentOf)).toEqual([
      { 'A-CITRUS-500': 1, 'B-NURUNGJI-200': 4 },
      { 'A-CITRUS-500': 1 },
    ])
  })

  test('return 1 of 2 A: a new section is returned, the rest stays delivered', async () => {
    const store = await openTestStore()
    const code = store.section(demo.delivered).orderSectionCode
    const answer = await store.send('PATCH', sectionPath(demo.delivered, code, 'return-request'), {
      retrieveType: 'ETC',
      returnReason: '맛이 맞지 않아요',
      orderSectionItemDataList: units([itemNo(demo.delivered, 1), 1]),
    })
    expect(at(answer.data, 'isNewSection')).toBe('Y')
    const { sections } = store.order(demo.delivered)
    expect(sections.map((s) => [s.orderSectionStatus, contentOf(s)])).toEqual([
      ['SHIPPING_COMPLETE', { 'A-CITRUS-500': 1, 'G-LAVER-10': 1 }],
      ['RETURN_REQUEST', { 'A-CITRUS-500': 1 }],
    ])
    expect(sections[1]?.returnInfo?.returnReason).toBe('맛이 맞지 않아요')
  })

  test('a partial cancel makes a new section', async () => {
    const store = await openTestStore()
    const code = store.section(demo.guide).orderSectionCode
    const answer = await store.send('PATCH', sectionPath(demo.guide, code, 'cancel-request'), {
      cancelReason: '수량 변경',
      orderSectionItemDataList: units([b, 1]),
    })
    expect(at(answer.data, 'isNewSection')).toBe('Y')
    expect(store.order(demo.guide).sections.map((s) => s.orderSectionStatus)).toEqual([
      'PRODUCT_PREPARATION',
      'CANCEL_REQUEST',
    ])
  })

  test('a whole cancel changes the section there is', async () => {
    const store = await openTestStore()
    const code = store.section(demo.guide).orderSectionCode
    const answer = await store.send('PATCH', orderPath(demo.guide, 'cancel-request'), {
      cancelReason: '단순 변심',
    })
    expect(answer.data).toEqual({ successList: [{ orderSectionCode: code }], failureList: [] })
    expect(store.order(demo.guide).sections.map((s) => s.orderSectionStatus)).toEqual(['CANCEL_REQUEST'])
  })
})
