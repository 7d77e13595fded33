import { goodsIn, sameGoods } from '../../../shared/domain/orders/goods.ts'
import { sameInvoice, type Order, type Section } from '../../../shared/domain/orders/order.ts'
import type { SectionStatus } from '../../../shared/domain/sections/status.ts'
import { rulesOf } from '../../../shared/domain/intents/registry.ts'
import type { Intent } from '../outbox/intent-table.ts'

/** What a section can be in once its parcel has a waybill, or has left. */
export const awayStatuses = [
  'SHIPPING_READY',
  'SHIPPING',
  'SHIPPING_COMPLETE',
  'PURCHASE_CONFIRMATION',
] as const satisfies SectionStatus[]

const isAway = ({ status, invoice }: Section): boolean =>
  awayStatuses.some((each) => each === status) && (status !== 'SHIPPING_READY' || invoice !== null)

/** Whether a section is what a box has promised: its goods, under its own waybill. */
export function isPromised({ payload, kind }: Intent, section: Section): boolean {
  if (kind !== 'dispatch') return false
  const { invoice, goods } = rulesOf[kind].subject(payload)
  return isAway(section) && sameInvoice(section.invoice, invoice) && sameGoods(goodsIn(section), goods ?? [])
}

/**
 * Sections of an order that have a waybill or have left, that were not so in what the desk kept of the order (`before`), and
 * that no box of this desk is (`intents`: all of the order's).
 */
export function strangeSections(now: Order, before: Order | null, intents: readonly Intent[]): Section[] {
  const wasAway = (before?.sections ?? []).filter(isAway).map(({ code }) => code)
  const own = intents.map(({ section }) => section)
  return now.sections.filter(
    (section) =>
      isAway(section) &&
      !wasAway.includes(section.code) &&
      !own.includes(section.code) &&
      !intents.some((intent) => isPromised(intent, section)),
  )
}
