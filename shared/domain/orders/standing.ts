import type { Order, Section } from './order.ts'

/** Whether an order may be packed now, and if not, why: the first thing a packer has to know about it. */
export const standings = [
  'ready',
  'unpaid',
  'held',
  'cancelRequested',
  'cancelled',
  'notParcel',
  'done',
] as const

export type Standing = (typeof standings)[number]

/** Sections that still wait for a box: 상품준비 or 배송대기, sent by a courier. */
export function sectionsToPack(order: Order): Section[] {
  return order.sections.filter(
    (section) => isToShip(section) && !section.held && section.deliveryType === 'PARCEL',
  )
}

/** The order's standing; `ready` promises at least one section in `sectionsToPack`. */
export function standingOf(order: Order): Standing {
  const { sections } = order
  if (sections.some((section) => section.status === 'CANCEL_REQUEST')) return 'cancelRequested'
  const toShip = sections.filter(isToShip)
  if (toShip.length === 0) {
    const cancelled = sections.some((section) => section.status === 'CANCEL_COMPLETE')
    return cancelled && sections.every((section) => section.status === 'CANCEL_COMPLETE')
      ? 'cancelled'
      : 'done'
  }
  if (order.payment === 'refunded' || !order.open) return 'cancelled'
  if (order.payment === 'unpaid') return 'unpaid'
  if (sectionsToPack(order).length > 0) return 'ready'
  return toShip.some((section) => section.held) ? 'held' : 'notParcel'
}

function isToShip(section: Section): boolean {
  return section.status === 'PRODUCT_PREPARATION' || section.status === 'SHIPPING_READY'
}
