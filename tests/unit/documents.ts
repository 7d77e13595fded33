/** The store's documents, as far as a desk reads them: an order of one section with two of one product. */

export const orderNo = '202410104747676'

type Changes = Record<string, unknown>

export const itemDocument = (changes: Changes = {}): Changes => ({
  orderSectionItemNo: `${orderNo}-001`,
  orderItemCode: 'oi1',
  qty: 2,
  isPromotion: 'N',
  productInfo: { prodNo: 1, prodName: '감귤청', optionInfo: { 용량: '500g' }, optionSkuNo: 'A' },
  ...changes,
})

export const sectionDocument = (code: string, changes: Changes = {}): Changes => ({
  orderSectionNo: `${orderNo}-${code}`,
  orderSectionCode: code,
  orderSectionStatus: 'PRODUCT_PREPARATION',
  isDeliveryHold: 'N',
  deliveryType: 'PARCEL',
  delivery: { receiverName: '김서윤', receiverCall: '010', zipcode: '06236', addr1: '서울', addr2: null },
  sectionItems: [itemDocument()],
  ...changes,
})

export const document = (changes: Changes = {}): Changes => ({
  orderNo: Number(orderNo),
  saleChannel: 'IMWEB',
  orderStatus: 'OPEN',
  ordererName: '김서윤',
  wtime: '2026-11-24T00:00:00.000Z',
  sections: [sectionDocument('S1')],
  payments: [{ isCancel: 'N', paymentStatus: 'PAYMENT_COMPLETE' }],
  ...changes,
})
