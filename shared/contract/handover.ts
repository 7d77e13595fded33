import { z } from 'zod'
import { invoiceSchema } from '../domain/orders/order.ts'
import type { HandoverStop } from '../domain/packing/answer.ts'
import type { DispatchView } from './snapshot.ts'

const boxId = z.string().max(64)

/** The courier's handover, and what can still be done with a sealed box's waybill. */
export const handoverInputs = {
  /** What is sealed and not in a courier's cage yet, and what was handed over today; `courierIdx` null: every courier's. */
  handover: z.strictObject({
    courierIdx: z.number().int().nullable(),
    /** Part of a waybill's or order's number, or of the receiver's name; '' for all. */
    search: z.string().max(64),
    limit: z.number().int().min(1).max(500),
  }),
  /** A waybill as it goes into the cage, or a command barcode. */
  scanHandover: z.strictObject({ code: z.string().max(4096) }),
  /** Takes a box out of the cage again, as long as the store has not been told. */
  takeBackHandover: z.strictObject({ boxId }),
  /** Unpacks a box that waits for the courier and that the store has cancelled. */
  unpackBox: z.strictObject({ boxId, reason: z.string().trim().min(1).max(200) }),
  /** Gives a sealed box another waybill; null takes it off until it gets a new one. */
  correctWaybill: z.strictObject({
    boxId,
    invoice: invoiceSchema.extend({ invoiceNo: z.string().trim().min(1).max(64) }).nullable(),
    reason: z.string().trim().min(1).max(200),
  }),
} as const

/** One sealed box that becomes 배송중 when the courier takes it. */
export type HandoverRow = {
  boxId: string
  orderNo: string
  box: number
  /** Null while its waybill is taken off. */
  invoiceNo: string | null
  courierIdx: number | null
  courierName: string
  receiverName: string
  sealedAt: number
  givenAt: number | null
  /** How far the store has been told that it left; null before it was scanned. */
  dispatch: DispatchView | null
  /** It may still be taken out of the cage. */
  canTakeBack: boolean
  /** What the store says against its leaving; null where nothing does, or where it has gone. */
  stop: HandoverStop | null
  /** It may be unpacked: the store has cancelled it. */
  canUnpack: boolean
}

export type HandoverList = {
  /** Every courier with something missing, or handed over today. */
  couriers: { idx: number | null; name: string; missing: number; given: number }[]
  /** The oldest first, and how many there are in all. */
  missing: HandoverRow[]
  missingTotal: number
  /** Handed over today, the newest first, and how many there are in all. */
  given: HandoverRow[]
  givenTotal: number
}
