import type { Order, Product, Receiver, Section } from '../../../shared/domain/orders/order.ts'
import type { OrderAnswer } from './schemas.ts'

type SectionAnswer = OrderAnswer['sections'][number]
type ProductAnswer = NonNullable<SectionAnswer['sectionItems'][number]['productInfo']>

/** imweb's order as the station keeps it. */
export function toOrder(answer: OrderAnswer): Order {
  return {
    orderNo: String(answer.orderNo),
    channel: answer.saleChannel ?? 'IMWEB',
    open: answer.orderStatus !== 'CLOSED',
    payment: paymentOf(answer.payments),
    placedAt: answer.wtime,
    ordererName: answer.ordererName ?? '',
    sections: answer.sections.map(toSection),
  }
}

/**
 * Paid when a payment has come in and none is still awaited: a section reads 상품준비 before the money arrives, so the
 * payments alone decide. A partly refunded order still ships what is left.
 */
function paymentOf(payments: OrderAnswer['payments']): Order['payment'] {
  const states = payments
    .filter((payment) => payment.isCancel !== 'Y')
    .map((payment) => payment.paymentStatus)
  const paid = states.some((state) => state === 'PAYMENT_COMPLETE' || state === 'PARTIAL_REFUND_COMPLETE')
  const awaited = states.some((state) => state === 'PAYMENT_PREPARATION' || state === 'PAYMENT_OVERDUE')
  if (paid && !awaited) return 'paid'
  const refunded = payments.some(
    ({ paymentStatus }) => paymentStatus === 'REFUND_COMPLETE' || paymentStatus === 'REFUND_PROCESSING',
  )
  return refunded && !awaited ? 'refunded' : 'unpaid'
}

function toSection(section: SectionAnswer): Section {
  const { invoice } = section
  return {
    code: section.orderSectionCode,
    no: section.orderSectionNo,
    status: section.orderSectionStatus,
    held: section.isDeliveryHold === 'Y',
    deliveryType: section.deliveryType,
    receiver: section.delivery ? toReceiver(section.delivery) : null,
    invoice: invoice?.invoiceNo
      ? { courierIdx: invoice.parcelCompanyIdx, invoiceNo: invoice.invoiceNo }
      : null,
    items: section.sectionItems.map((item) => ({
      itemNo: item.orderSectionItemNo,
      orderItemCode: item.orderItemCode,
      qty: item.qty,
      gift: item.isPromotion === 'Y',
      product: toProduct(item.productInfo ?? null, item.orderItemCode),
    })),
  }
}

function toProduct(info: ProductAnswer | null, orderItemCode: string): Product {
  if (info === null) {
    return {
      key: orderItemCode,
      name: orderItemCode,
      options: [],
      optionSku: null,
      productSku: null,
      ownCode: null,
    }
  }
  const options = Object.entries(info.optionInfo ?? {}).map(([name, value]) => ({
    name,
    value: String(value),
  }))
  const variant = text(info.optionDetailCode) ?? options.map(({ value }) => value).join('/')
  return {
    key: `${String(info.prodNo)}:${variant}`,
    name: info.prodName,
    options,
    optionSku: text(info.optionSkuNo),
    productSku: text(info.prodSkuNo),
    ownCode: text(info.customProdCode),
  }
}

function toReceiver(delivery: NonNullable<SectionAnswer['delivery']>): Receiver {
  const { addr1, addr2, street, building, city, state } = delivery
  const local = [addr1, addr2]
  const abroad = [street, building, city, state]
  return {
    name: delivery.receiverName,
    phone: delivery.receiverCall,
    zipcode: delivery.zipcode,
    address: (text(addr1) === null ? abroad : local).filter((part) => text(part) !== null).join(' '),
    memo: delivery.memo ?? '',
    entranceCode: delivery.commonEntrancePassword ?? '',
  }
}

const text = (value: string | null | undefined): string | null => (value?.trim() ? value.trim() : null)
