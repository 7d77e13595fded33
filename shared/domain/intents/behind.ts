import { goodsIn } from '../orders/goods.ts'
import { sameInvoice, type Order, type Section } from '../orders/order.ts'
import type { SectionStatus } from '../sections/status.ts'

/** How far a parcel is on its way to the customer; what is past that, or goes another way, is not compared. */
const way: readonly SectionStatus[] = [
  'PRODUCT_PREPARATION',
  'SHIPPING_READY',
  'SHIPPING',
  'SHIPPING_COMPLETE',
  'PURCHASE_CONFIRMATION',
]

/**
 * Whether a reading does not show yet what is known of the desk's own sections (`own`, by code): one is missing, less far than
 * it was, or without the waybill it was given. A store may answer from a copy that lags behind its own writes.
 */
export function isBehind(known: Order, heard: Order, own: readonly string[]): boolean {
  const unread = heard.unread.flatMap(({ codes }) => codes)
  return known.sections
    .filter(({ code }) => own.includes(code) && !unread.includes(code))
    .some((section) => {
      const now = heard.sections.find(({ code }) => code === section.code)
      return now === undefined || isLess(now, section)
    })
}

function isLess(now: Section, known: Section): boolean {
  const [at, was] = [way.indexOf(now.status), way.indexOf(known.status)]
  if (at < 0 || was < 0 || at > was) return false
  return at < was || (known.invoice !== null && !sameInvoice(now.invoice, known.invoice))
}

/** Whether some line of the order has more units than it is known to have: joined from two times, goods count twice. */
export function countsTwice(known: Order, joined: Order): boolean {
  const units = ({ sections }: Order, line: string): number =>
    sections.flatMap(goodsIn).reduce((sum, each) => sum + (each.line === line ? each.qty : 0), 0)
  return known.sections.flatMap(goodsIn).some(({ line }) => units(joined, line) > units(known, line))
}
