import { describe, expect, it } from 'vitest'
import { numberOf } from '../../../shared/domain/orders/read-order.ts'
import { sectionsToPack, standingOf } from '../../../shared/domain/orders/standing.ts'
import { linesOf, noMarks } from '../../../shared/domain/packing/goods/line.ts'
import { blockedBy } from '../../../shared/domain/packing/order/blocked-by.ts'
import { document, itemDocument, orderNo, sectionDocument } from '../documents.ts'
import { read, withSection, withItem, blocked } from './reading.ts'

describe("imweb's order as packing needs it", () => {
  it('takes empty codes and an empty waybill for none, and trims what is there', () => {
    const [section] = withItem({
      productInfo: {
        prodNo: 1,
        prodName: '감귤청',
        optionInfo: { 용량: '500g' },
        optionSkuNo: ' A ',
        prodSkuNo: '',
      },
    }).sections
    expect(section?.invoice).toBeNull()
    expect(section?.items[0]?.product).toEqual({
      key: '1:500g',
      name: '감귤청',
      options: [{ name: '용량', value: '500g' }],
      optionSku: 'A',
      productSku: null,
      ownCode: null,
    })
  })

  it.each([
    ['paid', [{ isCancel: 'N', paymentStatus: 'PAYMENT_COMPLETE' }]],
    ['paid', [{ isCancel: 'N', paymentStatus: 'PARTIAL_REFUND_COMPLETE' }]],
    ['unpaid', [{ isCancel: 'N', paymentStatus: 'PAYMENT_PREPARATION' }]],
    [
      'unpaid',
      [
        { isCancel: 'N', paymentStatus: 'PAYMENT_COMPLETE' },
        { isCancel: 'N', paymentStatus: 'PAYMENT_OVERDUE' },
      ],
    ],
    ['unpaid', []],
    ['unpaid', [{ isCancel: 'Y', paymentStatus: 'PAYMENT_COMPLETE' }]],
    ['refunded', [{ isCancel: 'N', paymentStatus: 'REFUND_COMPLETE' }]],
    ['refunded', [{ isCancel: 'Y', paymentStatus: 'REFUND_PROCESSING' }]],
    ['paid', [{ isCancel: false, paymentStatus: 'PAYMENT_COMPLETE' }, { isCancel: 'Y' }]],
  ])('is %s with payments %j', (payment, payments) => {
    expect(read({ payments }).payment).toBe(payment)
  })

  it('a number as text, a flag as truth value, a list of nothing for an object: the same facts', () => {
    const order = read({
      orderNo,
      sections: [
        sectionDocument('os1', {
          isDeliveryHold: false,
          invoice: [],
          sectionItems: [
            itemDocument({ qty: '2', isPromotion: true, productInfo: { prodNo: '77', optionInfo: [] } }),
          ],
        }),
      ],
    })
    expect(blocked(order)).toBe('ready')
    expect(order.sections[0]?.items[0]).toMatchObject({
      qty: 2,
      gift: true,
      product: { key: '77:', options: [] },
    })
    expect(linesOf(order, noMarks)).toHaveLength(1)
  })

  it.each([
    ['2026-11-24T00:00:00.000Z', '2026-11-24T00:00:00.000Z'],
    ['2026-11-24T09:00:00+09:00', '2026-11-24T00:00:00.000Z'],
    ['2026-11-24 00:00:00', '2026-11-24T00:00:00.000Z'],
    [1_795_478_400, '2026-11-24T00:00:00.000Z'],
    [1_795_478_400_000, '2026-11-24T00:00:00.000Z'],
    ['yesterday', ''],
    ['2026-13-45T99:00:00Z', ''],
    [null, ''],
    [1e300, ''],
    [{}, ''],
  ])('placed at %j: %j', (wtime, placedAt) => {
    const order = read({ wtime })
    expect(order.placedAt).toBe(placedAt)
    expect(blocked(order)).toBe('ready')
  })
})

describe('what is only shown may be anything', () => {
  it.each<[string, Record<string, unknown>]>([
    ['an orderer', { ordererName: { first: '서윤' } }],
    ['prices, forms and fields of a later version', { totalPrice: 'free', formData: 7, brandNew: [{}] }],
    ['a channel nobody has heard of', { saleChannel: 'TOSS_SHOPPING' }],
    ['a channel that is no word', { saleChannel: 7 }],
  ])('%s', (_what, changes) => {
    expect(blocked(read(changes))).toBe('ready')
  })

  it.each<[string, Record<string, unknown>]>([
    [
      'a receiver without a phone',
      { delivery: { receiverName: '김서윤', receiverCall: null, zipcode: 6236 } },
    ],
    ['a receiver that is none', { delivery: 'door 3' }],
    ['a label', { orderSectionNo: null }],
    ['a waybill of nothing', { invoice: { invoiceNo: null, parcelCompanyIdx: null } }],
  ])('%s', (_what, changes) => {
    expect(blocked(withSection(changes))).toBe('ready')
  })

  it.each<[string, unknown]>([
    ['options as a list', { prodNo: 1, prodName: 'x', optionInfo: [{ a: 1 }] }],
    ['a name that is none', { prodNo: 1, prodName: 3.5 }],
    ['no product', null],
    ['no product, as PHP says it', []],
  ])('%s', (_what, productInfo) => {
    expect(blocked(withItem({ productInfo }))).toBe('ready')
  })

  it('a channel nobody has heard of is kept by its word, and taken for one from outside', () => {
    expect(read({ saleChannel: 'TOSS_SHOPPING' }).channel).toEqual({ other: 'TOSS_SHOPPING' })
    expect(read({ saleChannel: null }).channel).toBe('IMWEB')
  })

  it('a name of two million letters is cut, never in the middle of one', () => {
    const [item] = withItem({
      productInfo: { prodNo: 1, prodName: `${'x'.repeat(499)}${'🎁'.repeat(999)}` },
    }).sections.flatMap(({ items }) => items)
    expect(item?.product.name).toBe('x'.repeat(499))
  })
})

describe('what the desk decides on must be understood', () => {
  it.each<[string, Record<string, unknown>]>([
    ['orderNo = undefined', { orderNo: undefined }],
    ['orderNo = "2024-x"', { orderNo: '2024-x' }],
    ['orderNo = 7', { orderNo: 7 }],
    ['orderStatus = "PAUSED"', { orderStatus: 'PAUSED' }],
    ['payments = undefined', { payments: undefined }],
    ['payments = {…}', { payments: { isCancel: 'N' } }],
    ['payments[0].isCancel = undefined', { payments: ['paid'] }],
    ['payments[0].paymentStatus = "PARTLY"', { payments: [{ isCancel: 'N', paymentStatus: 'PARTLY' }] }],
    ['payments[0].isCancel = 2', { payments: [{ isCancel: 2, paymentStatus: 'PAYMENT_COMPLETE' }] }],
    ['sections = null', { sections: null }],
    ['sections = []', { sections: [] }],
    ['sections[0].orderSectionStatus = undefined', { sections: ['os1'] }],
  ])('%s', (field, changes) => {
    expect(blocked(read(changes))).toBe(field)
  })

  it.each<[string, Record<string, unknown>]>([
    ['orderSectionStatus = "LOST"', { orderSectionStatus: 'LOST' }],
    ['orderSectionCode = ""', { orderSectionCode: '' }],
    ['isDeliveryHold = undefined', { isDeliveryHold: undefined }],
    ['isDeliveryHold = "maybe"', { isDeliveryHold: 'maybe' }],
    ['deliveryType = "DRONE"', { deliveryType: 'DRONE' }],
    ['sectionItems = {…}', { sectionItems: {} }],
    ['sectionItems = []', { sectionItems: [] }],
    ['invoice.parcelCompanyIdx = "CJ"', { invoice: { invoiceNo: '68', parcelCompanyIdx: 'CJ' } }],
    ['invoice.invoiceNo = […]', { invoice: { invoiceNo: [68], parcelCompanyIdx: 4 } }],
  ])('sections[0].%s', (field, changes) => {
    expect(blocked(withSection(changes))).toBe(`sections[0].${field}`)
  })

  it.each<[string, Record<string, unknown>]>([
    ['orderSectionItemNo = null', { orderSectionItemNo: null }],
    ['orderItemCode = {…}', { orderItemCode: {} }],
    ['qty = 0', { qty: 0 }],
    ['qty = -1', { qty: -1 }],
    ['qty = 1.5', { qty: 1.5 }],
    ['qty = "1.5"', { qty: '1.5' }],
    ['qty = "two"', { qty: 'two' }],
    ['qty = 1e+300', { qty: 1e300 }],
    ['qty = true', { qty: true }],
    ['productInfo = "mug"', { productInfo: 'mug' }],
    ['productInfo.prodNo = undefined', { productInfo: { prodName: 'mug' } }],
    ['productInfo.optionSkuNo = {…}', { productInfo: { prodNo: 1, optionSkuNo: { a: 1 } } }],
  ])('sections[0].sectionItems[0].%s', (field, changes) => {
    expect(blocked(withItem(changes))).toBe(`sections[0].sectionItems[0].${field}`)
  })

  it('two items of one number, and two sections of one code, are told by neither', () => {
    const sectionItems = [itemDocument({}), itemDocument({ qty: 3 })]
    expect(blocked(withSection({ sectionItems }))).toBe(
      `sections[0].sectionItems[1].orderSectionItemNo = "${orderNo}-001"`,
    )
    expect(blocked(withSection({}, sectionDocument('os1')))).toBe('sections[1].orderSectionCode = "os1"')
  })

  it('a code longer than any is none: cut it would be another', () => {
    expect(withItem({ orderItemCode: 'x'.repeat(101) }).unread).toHaveLength(1)
  })

  it('the refusal names the order, the field and what it says', () => {
    expect(blockedBy(withSection({ deliveryType: 'DRONE' }))).toEqual({
      kind: 'unreadable',
      orderNo,
      field: 'sections[0].deliveryType',
      value: '"DRONE"',
    })
    expect(blockedBy(read())).toBeNull()
  })

  it('a section that could not be read can still be told by all that is printed of it', () => {
    expect(withSection({ deliveryType: 'DRONE' }).unread[0]?.codes).toEqual([
      'os1',
      `${orderNo}-os1`,
      `${orderNo}-001`,
    ])
  })
})

describe('a section that is not to be packed stops no other', () => {
  const beside = (changes: Record<string, unknown>) => withSection({}, sectionDocument('os2', changes))

  it.each<[string, Record<string, unknown>]>([
    ['shipped, going nobody knows how', { orderSectionStatus: 'SHIPPING', deliveryType: 'DRONE' }],
    [
      'shipped, with odd goods',
      { orderSectionStatus: 'SHIPPING', sectionItems: [itemDocument({ qty: 'two' })] },
    ],
    ['shipped, with an odd waybill', { orderSectionStatus: 'SHIPPING', invoice: 'CJ 68' }],
    ['cancelled, without its number', { orderSectionStatus: 'CANCEL_COMPLETE', orderSectionCode: null }],
    ['held, going nobody knows how', { isDeliveryHold: 'Y', deliveryType: 'DRONE' }],
    [
      'fetched by the customer, in a status of its own',
      { orderSectionStatus: 'PICKED', deliveryType: 'VISIT' },
    ],
    ['held, in a status of its own', { orderSectionStatus: 'PAUSED', isDeliveryHold: 'Y' }],
  ])('%s', (_what, changes) => {
    const order = beside(changes)
    expect(blocked(order)).toBe('ready')
    expect(sectionsToPack(order).map((section) => section.code)).toEqual(['os1'])
  })

  it.each<[string, Record<string, unknown>]>([
    ['sections[1].orderSectionStatus = "PICKED"', { orderSectionStatus: 'PICKED' }],
    ['sections[1].deliveryType = "DRONE"', { deliveryType: 'DRONE' }],
    ['sections[1].isDeliveryHold = null', { isDeliveryHold: null }],
  ])('but one that perhaps is to be packed does: %s', (field, changes) => {
    expect(blocked(beside(changes))).toBe(field)
  })

  it('what speaks against packing and is understood is said first', () => {
    const odd = { deliveryType: 'DRONE' }
    expect(standingOf(beside({ orderSectionStatus: 'CANCEL_REQUEST', sectionItems: 7 }))).toBe(
      'cancelRequested',
    )
    const unpaid = [{ isCancel: 'N', paymentStatus: 'PAYMENT_PREPARATION' }]
    expect(standingOf(read({ payments: unpaid, sections: [sectionDocument('os1', odd)] }))).toBe('unpaid')
    expect(standingOf(read({ orderStatus: 'CLOSED', sections: [sectionDocument('os1', odd)] }))).toBe(
      'cancelled',
    )
  })

  it('alone, such a section hides its order only when it is past packing', () => {
    expect(standingOf(withSection({ orderSectionStatus: 'SHIPPING', deliveryType: 'DRONE' }))).toBe('done')
    expect(standingOf(withSection({ isDeliveryHold: 'Y', deliveryType: 'DRONE' }))).toBe('held')
    expect(standingOf(withSection({ orderSectionStatus: 'PICKED', deliveryType: 'VISIT' }))).toBe(
      'unreadable',
    )
  })
})

describe('the number of the order that a document is of', () => {
  it.each<[unknown, string | null]>([
    [document({}), orderNo],
    [document({ orderNo }), orderNo],
    [document({ orderNo: null }), orderNo],
    [{ orderNo: 77, sections: [] }, '77'],
    [{ orderNo: 77, sections: [sectionDocument('S1')] }, '77'],
    [{ orderNo: 1.5, sections: [] }, null],
    [{ orderNo: Number.MAX_SAFE_INTEGER + 2 }, null],
    ['<html></html>', null],
    [[], null],
    [null, null],
  ])('of %j', (found, number) => {
    expect(numberOf(found)).toBe(number)
  })
})
