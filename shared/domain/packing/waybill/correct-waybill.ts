import { sameOrNoInvoice, type Invoice } from '../../orders/order.ts'
import type { SectionStatus } from '../../sections/status.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import { boxById, type Packing } from '../packing.ts'

/** What is known of a sealed box when its waybill is to be corrected. */
export type BoxAtStore = {
  /** The store cannot have heard of the box: it could be opened again. */
  boxUnreported: boolean
  /** The store has not been given its waybill, and nothing that gives it is under way. */
  waybillUnreported: boolean
  /** A person sees to it in the shop's own pages. */
  byHand: boolean
  /** Its section's status, as last heard; null before it has one. */
  status: SectionStatus | null
  /** A correction the store has not confirmed; `unreported`: nor heard of. */
  pending: { was: Invoice | null; unreported: boolean } | null
}

const changeable: readonly (SectionStatus | null)[] = [
  null,
  'PRODUCT_PREPARATION',
  'SHIPPING_READY',
  'SHIPPING',
]

/**
 * Gives a sealed box another waybill, or takes it off (`invoice` null) until it gets a new one. The caller has made sure
 * that no other box has the number. Where the store does not know the old one, its number is free at once.
 */
export function correctWaybill(
  packing: Packing,
  { boxId, invoice, reason }: { boxId: string; invoice: Invoice | null; reason: string },
  { boxUnreported, waybillUnreported, byHand, status, pending }: BoxAtStore,
): Decision {
  const box = boxById(packing, boxId)
  if (box?.state !== 'sealed') return refuse({ kind: 'noBox' })
  const { number, invoice: now } = box
  if (byHand) return refuse({ kind: 'seenToByHand', box: number })
  if (sameOrNoInvoice(now, invoice)) return refuse({ kind: 'sameWaybill', box: number })
  if (!changeable.includes(status)) return refuse({ kind: 'waybillFixed', box: number })
  if (invoice === null) {
    if (waybillUnreported) return refuse({ kind: 'reopenInstead', box: number, canReopen: boxUnreported })
    const leaves = box.withCourier || status === 'SHIPPING' || (status === null && box.shipped === 'atSeal')
    if (leaves) return refuse({ kind: 'onItsWay', box: number })
  }
  if (pending !== null && !pending.unreported) return refuse({ kind: 'correctionPending', box: number })
  const kept =
    pending === null ? [] : [{ type: 'waybillKept', boxId, was: pending.was, invoice: now } as const]
  const was = pending === null ? now : pending.was
  if (pending !== null && sameOrNoInvoice(was, invoice)) {
    return accept({ kind: 'waybillKept', box: number, invoiceNo: was?.invoiceNo ?? null }, ...kept)
  }
  const freed =
    waybillUnreported && was !== null ? [{ type: 'waybillFreed', boxId, invoice: was } as const] : []
  return accept(
    { kind: 'waybillCorrected', box: number, invoiceNo: invoice?.invoiceNo ?? null },
    ...kept,
    { type: 'waybillCorrected', boxId, was, invoice, reason },
    ...freed,
  )
}
