import type { Order, Product, Section, SectionItem } from '../../shared/domain/orders/order.ts'

/** Builders for orders in tests: the guide's example by default. */

export const product = (sku: string, changes: Partial<Product> = {}): Product => ({
  key: `1:${sku}`,
  name: `Product ${sku}`,
  options: [],
  optionSku: sku,
  productSku: null,
  ownCode: null,
  ...changes,
})

export const item = (
  itemNo: string,
  qty: number,
  sku: string,
  changes: Partial<SectionItem> = {},
): SectionItem => ({
  itemNo,
  orderItemCode: `line-${itemNo}`,
  qty,
  gift: false,
  product: product(sku),
  ...changes,
})

export const section = (code: string, items: SectionItem[], changes: Partial<Section> = {}): Section => ({
  code,
  no: `1-${code}`,
  status: 'PRODUCT_PREPARATION',
  held: false,
  deliveryType: 'PARCEL',
  receiver: {
    name: '김포장',
    phone: '010-0000-0000',
    zipcode: '06236',
    address: '서울',
    memo: '',
    entranceCode: '',
  },
  invoice: null,
  items,
  ...changes,
})

export const order = (sections: Section[], changes: Partial<Order> = {}): Order => ({
  orderNo: '202410104747676',
  channel: 'IMWEB',
  open: true,
  payment: 'paid',
  placedAt: '2026-11-24T00:00:00.000Z',
  ordererName: '이주문',
  sections,
  ...changes,
})

export const guideOrder = (): Order => order([section('os1', [item('-001', 2, 'A'), item('-002', 4, 'B')])])

/** Some of A, one B. */
export const twoLines = (qty = 2): Order =>
  order([section('s', [item('-001', qty, 'A'), item('-002', 1, 'B')])])
