import { z } from 'zod'
import type { Queue, StationSnapshot, UnsentRow } from './snapshot.ts'

const nothing = z.strictObject({})

/**
 * What the window may ask of the station: each method's input, parsed before anything else looks at it. A method's
 * output is its type in `Outputs`; whatever changes the desk answers with the snapshot that shows it.
 */
export const inputs = {
  snapshot: nothing,
  /** A code as scanned or typed: an order, goods, a command, a waybill; the station decides which. */
  scan: z.strictObject({ code: z.string().max(4096) }),
  openOrder: z.strictObject({ orderNo: z.string().max(32) }),
  /** `leaveGoods`: boxes without a waybill stay as they are and wait for the order to come back. */
  putDown: z.strictObject({ leaveGoods: z.boolean() }),
  closeBox: nothing,
  nextBox: nothing,
  selectBox: z.strictObject({ boxId: z.string().max(64) }),
  emptyBox: z.strictObject({ boxId: z.string().max(64) }),
  /** Puts one unit of a line into the current box without a scan. */
  packByHand: z.strictObject({ sectionCode: z.string().max(64), itemNo: z.string().max(64) }),
  undo: nothing,
  chooseCourier: z.strictObject({ courierIdx: z.number().int() }),
  queue: z.strictObject({
    search: z.string().max(200),
    show: z.enum(['ready', 'blocked', 'all']),
    limit: z.number().int().min(1).max(500),
  }),
  /** Every box not yet confirmed, oldest first. */
  unsent: nothing,
  /** Tries a waiting, unknown or stuck box again now: what was unanswered or refused is read back first. */
  retry: z.strictObject({ boxId: z.string().max(64) }),
  /** Asks the store for orders now. */
  pullNow: nothing,
  /** Connects the store again after it has signed the desk out. */
  connect: nothing,
  changeSettings: z.strictObject({
    language: z.enum(['ko', 'en']).optional(),
    volume: z.number().min(0).max(1).optional(),
  }),
} as const

export type Method = keyof typeof inputs
export type Input<M extends Method> = z.infer<(typeof inputs)[M]>

export type Outputs = {
  [M in Method]: M extends 'queue' ? Queue : M extends 'unsent' ? UnsentRow[] : StationSnapshot
}

/** Why a call could not be answered at all; what the packer did wrong is never one of these. */
export type CallError = { code: 'badInput' | 'notReady' | 'internal'; message: string }

export type Reply<T> = { ok: true; data: T } | { ok: false; error: CallError }
