import { describe, expect, it } from 'vitest'
import { orderAnswerSchema } from '../../electron/station/imweb/schemas.ts'
import { toOrder } from '../../electron/station/imweb/to-order.ts'

const answer = (changes: Record<string, unknown> = {}) => ({
  orderNo: 202410104747676,
  saleChannel: 'IMWEB',
  orderStatus: 'OPEN',
  ordererName: '김서윤',
  wtime: '2026-11-24T00:00:00.000Z',
  sections: [
    {
      orderSectionNo: '202410104747676-S1',
      orderSectionCode: 'os1',
      orderSectionStatus: 'PRODUCT_PREPARATION',
      isDeliveryHold: 'N',
      deliveryType: 'PARCEL',
      delivery: { receiverName: '김서윤', receiverCall: '010', zipcode: '1', addr1: '서울', addr2: null },
      invoice: { invoiceNo: '', parcelCompanyIdx: 0 },
      sectionItems: [
        {
          orderSectionItemNo: '202410104747676-001',
          orderItemCode: 'oi1',
          qty: 2,
          isPromotion: 'N',
          productInfo: {
            prodNo: 1,
            prodName: '감귤청',
            optionInfo: { 용량: '500g' },
            optionSkuNo: ' A ',
            prodSkuNo: '',
          },
        },
      ],
    },
  ],
  payments: [{ paymentStatus: 'PAYMENT_COMPLETE' }],
  ...changes,
})

const read = (changes: Record<string, unknown> = {}) => toOrder(orderAnswerSchema.parse(answer(changes)))

describe("imweb's order as the station keeps it", () => {
  it('takes empty codes and an empty waybill for none, and trims what is there', () => {
    const [section] = read().sections
    expect(section?.invoice).toBeNull()
    expect(section?.items[0]?.product).toMatchObject({ optionSku: 'A', productSku: null, ownCode: null })
    expect(section?.items[0]?.product.options).toEqual([{ name: '용량', value: '500g' }])
  })

  it.each([
    ['paid', [{ paymentStatus: 'PAYMENT_COMPLETE' }]],
    ['paid', [{ paymentStatus: 'PARTIAL_REFUND_COMPLETE' }]],
    ['unpaid', [{ paymentStatus: 'PAYMENT_PREPARATION' }]],
    ['unpaid', [{ paymentStatus: 'PAYMENT_COMPLETE' }, { paymentStatus: 'PAYMENT_OVERDUE' }]],
    ['unpaid', []],
    ['refunded', [{ paymentStatus: 'REFUND_COMPLETE' }]],
  ])('is %s with payments %j', (payment, payments) => {
    expect(read({ payments }).payment).toBe(payment)
  })

  it('fields nobody uses may be anything; a field that is used may not', () => {
    expect(orderAnswerSchema.safeParse(answer({ device: 7, brandNew: {} })).success).toBe(true)
    expect(orderAnswerSchema.safeParse(answer({ sections: 'none' })).success).toBe(false)
    expect(orderAnswerSchema.safeParse(answer({ orderNo: 'x' })).success).toBe(false)
  })
})
