import type { HeardOrder } from '../../shared/domain/orders/document.ts'
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
  boxed: false,
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
  odd: [],
  unread: [],
  ...changes,
})

const paymentStatus = {
  paid: 'PAYMENT_COMPLETE',
  unpaid: 'PAYMENT_PREPARATION',
  refunded: 'REFUND_COMPLETE',
} as const

const word = (of: Order['channel'] | Section['deliveryType']): string =>
  typeof of === 'string' ? of : of.other

/** The order as the store's document says it. */
export const heard = ({ orderNo, sections, ...rest }: Order): HeardOrder => ({
  orderNo,
  document: {
    orderNo: Number(orderNo),
    saleChannel: word(rest.channel),
    orderStatus: rest.open ? 'OPEN' : 'CLOSED',
    ordererName: rest.ordererName,
    wtime: rest.placedAt,
    payments: [
      {
        isCancel: 'N',
        paymentStatus: typeof rest.payment === 'string' ? paymentStatus[rest.payment] : rest.payment.value,
      },
    ],
    sections: sections.map(({ code, no, status, held, deliveryType, receiver, invoice, items }) => ({
      orderSectionCode: code,
      orderSectionNo: no,
      orderSectionStatus: status,
      isDeliveryHold: held ? 'Y' : 'N',
      deliveryType: word(deliveryType),
      delivery:
        receiver === null
          ? null
          : {
              receiverName: receiver.name,
              receiverCall: receiver.phone,
              zipcode: receiver.zipcode,
              addr1: receiver.address,
              memo: receiver.memo,
              commonEntrancePassword: receiver.entranceCode,
            },
      invoice:
        invoice === null ? null : { invoiceNo: invoice.invoiceNo, parcelCompanyIdx: invoice.courierIdx },
      sectionItems: items.map(({ itemNo, orderItemCode, qty, gift, product: { key, ...goods } }) => ({
        orderSectionItemNo: itemNo,
        orderItemCode,
        qty,
        isPromotion: gift ? 'Y' : 'N',
        productInfo: {
          prodNo: key.split(':')[0],
          optionDetailCode: key.split(':')[1],
          prodName: goods.name,
          optionInfo: Object.fromEntries(goods.options.map(({ name, value }) => [name, value])),
          optionSkuNo: goods.optionSku,
          prodSkuNo: goods.productSku,
          customProdCode: goods.ownCode,
        },
      })),
    })),
  },
})

export const guideOrder = (): Order => order([section('os1', [item('-001', 2, 'A'), item('-002', 4, 'B')])])

/** Some of A, one B. */
export const twoLines = (qty = 2): Order =>
  order([section('s', [item('-001', qty, 'A'), item('-002', 1, 'B')])])
