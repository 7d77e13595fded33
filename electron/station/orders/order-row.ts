import { optionText } from '../../../shared/domain/orders/option-text.ts'
import {
  channelWord,
  type Order,
  type Product,
  type SectionItem,
} from '../../../shared/domain/orders/order.ts'
import { sectionsToPack, standingOf, standOf } from '../../../shared/domain/orders/standing.ts'

export type OrderRow = Record<string, string | number | null>

/** What the queue shows of an order, and is searched and sorted by. */
export function rowOf(order: Order): OrderRow {
  const sections = sectionsToPack(order)
  const items = (sections.length > 0 ? sections : order.sections).flatMap((section) => section.items)
  const receiver = order.sections.find((section) => section.receiver !== null)?.receiver ?? null
  const names = items.flatMap(({ product }) => [product.name, ...productCodes(product)])
  const stand = standOf(order)
  const { standing } = stand
  const odd = stand.standing === 'unreadable' ? stand.odd : null
  return {
    orderNo: order.orderNo,
    placedAt: order.placedAt,
    standing,
    oddField: odd?.path ?? null,
    oddValue: odd?.value ?? null,
    channel: channelWord(order.channel),
    ordererName: order.ordererName,
    receiverName: receiver?.name ?? '',
    firstItem: items[0]?.product.name ?? '',
    lines: items.length,
    units: items.reduce((sum, item) => sum + item.qty, 0),
    search: [order.orderNo, order.ordererName, receiver?.name ?? '', receiver?.phone ?? '', ...names]
      .join('\n')
      .toLowerCase(),
    toShip: standing === 'done' || standing === 'cancelled' ? 0 : 1,
    courierIdx: sections.find((section) => section.invoice !== null)?.invoice?.courierIdx ?? null,
    singleItem: singleItemOf(sections.flatMap((section) => section.items)),
  }
}

/** Everything printed that names an order. */
export function codesOf(order: Order): string[] {
  const unread = order.unread.flatMap((section) => section.codes)
  const sections = order.sections.flatMap((section) => [
    section.code,
    section.no,
    ...section.items.map((item) => item.itemNo),
  ])
  const waybills = sectionsToPack(order).flatMap(({ invoice }) =>
    invoice === null ? [] : [invoice.invoiceNo],
  )
  return [order.orderNo, ...sections, ...unread, ...waybills]
}

/** Where there is one line to pack: its product with the options, so that alike orders can be packed together. */
function singleItemOf(items: readonly SectionItem[]): string | null {
  const [item] = items
  if (item === undefined || items.length > 1) return null
  const { product } = item
  return [product.name, optionText(product)].filter((text) => text !== '').join(' / ')
}

/** The codes of the one unit that an order is all about. */
export function oneItemCodes(order: Order): string[] {
  const items = standingOf(order) === 'ready' ? sectionsToPack(order).flatMap((section) => section.items) : []
  const [item] = items
  return item !== undefined && items.length === 1 && item.qty === 1 ? productCodes(item.product) : []
}

export function productCodes(product: Product): string[] {
  return [product.optionSku, product.productSku, product.ownCode].filter((code) => code !== null)
}
