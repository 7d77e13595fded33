import { isToShip, type SectionStatus } from '../sections/status.ts'
import type { OddField, Order, Section } from './order.ts'

/** Whether an order may be packed now, and if not, why: the first thing a packer has to know about it. */
export const standings = [
  'ready',
  'unpaid',
  'held',
  'cancelRequested',
  'cancelled',
  'notParcel',
  /** The desk does not understand something it would have to decide on: see `standOf`. */
  'unreadable',
  /** All that is left to ship is in boxes of this desk, which wait for the courier. */
  'packed',
  'done',
] as const

export type Standing = (typeof standings)[number]

/** Sections that still wait for a box: 상품준비 or 배송대기, sent by a courier. */
export function sectionsToPack(order: Order): Section[] {
  return order.sections.filter(
    (section) => mayWait(section) && !section.held && section.deliveryType === 'PARCEL',
  )
}

/** How an order stands and, where that could not be understood, the field that it fails on. */
export type Stand = { standing: Exclude<Standing, 'unreadable'> } | { standing: 'unreadable'; odd: OddField }

/** `ready` promises at least one section in `sectionsToPack`. */
export const standingOf = (order: Order): Standing => standOf(order).standing

/**
 * What is understood and speaks against packing comes first. Then all that may have to be packed must be understood: the
 * order's own fields, and each section that might wait for a box. A section that does not, by a field that is understood
 * (past shipping, held, not by courier), stops no other, whatever else of it is odd.
 */
export function standOf(order: Order): Stand {
  const { sections, unread } = order
  const all = [...sections, ...unread]
  if (all.some((section) => section.status === 'CANCEL_REQUEST')) return { standing: 'cancelRequested' }
  if (all.length === 0) return unreadable(order.odd[0] ?? { path: 'sections', value: '[]' })
  if (!all.some(mayWait)) {
    if (all.some(isBoxed)) return { standing: 'packed' }
    const cancelled = all.every((section) => section.status === 'CANCEL_COMPLETE')
    return { standing: cancelled ? 'cancelled' : 'done' }
  }
  if (order.payment === 'refunded' || !order.open) return { standing: 'cancelled' }
  if (order.payment === 'unpaid') return { standing: 'unpaid' }
  if (order.payment !== 'paid') return unreadable(order.payment)
  const waiting = unread.filter(mayWait)
  const odd = order.odd[0] ?? waiting.find(({ aside }) => !aside)?.odd
  if (odd !== undefined) return unreadable(odd)
  if (sectionsToPack(order).length > 0) return { standing: 'ready' }
  if (sections.some((section) => mayWait(section) && section.held)) return { standing: 'held' }
  const [left] = waiting
  return left === undefined ? { standing: 'notParcel' } : unreadable(left.odd)
}

const unreadable = (odd: OddField): Stand => ({ standing: 'unreadable', odd })

type Waiting = { status: SectionStatus | null; boxed?: boolean }

/** It may have to be packed yet; a section that is a box of this desk has not. */
const mayWait = ({ status, boxed }: Waiting): boolean =>
  boxed !== true && (status === null || isToShip(status))

/** It is a box of this desk that has not left. */
const isBoxed = ({ status, boxed }: Waiting): boolean => boxed === true && status !== null && isToShip(status)
