import { z } from 'zod'
import type { Standing } from '../domain/orders/standing.ts'
import type { Identity, PackingEvent } from '../domain/packing/log/events.ts'
import type { DispatchView } from './snapshot.ts'

export const boardInputs = {
  /** What was done on a day of the desk's own calendar. */
  board: z.strictObject({ day: z.iso.date() }),
  /** Saves that day's board, as the window has put it into words, in the data folder. */
  exportBoard: z.strictObject({ day: z.iso.date(), text: z.string().max(200_000) }),
  /** Everything the packing log holds of an order. */
  history: z.strictObject({ orderNo: z.string().max(32) }),
  /** Orders by any part of their names, numbers and goods, or by any code of theirs; '' for those packed last. */
  findOrders: z.strictObject({ search: z.string().max(200) }),
} as const

/** Work by the clock: `hour` 0 to 23 of the desk's own day. */
export type HourOfWork = { hour: number; boxes: number; units: number }

/** `id`: null for work that nobody was signed in for; `name`: null as well where the person is no longer known. */
export type PackerOfDay = {
  id: number | null
  name: string | null
  orders: number
  boxes: number
  units: number
  /** By hour, only those with work in them. */
  hours: HourOfWork[]
}

/** Boxes count where they were sealed and stayed so; orders where their last box was. */
export type Board = {
  day: string
  orders: number
  boxes: number
  units: number
  /** Every hour from the first with work to the last. */
  hours: HourOfWork[]
  packers: PackerOfDay[]
  /** Scans turned down, most frequent reason first; `reason` is the kind of a Refusal. */
  refused: { reason: string; count: number }[]
  undone: number
}

export type FoundOrder = {
  orderNo: string
  ordererName: string
  receiverName: string
  placedAt: string
  standing: Standing
  /** Boxes of it that were sealed so far. */
  boxes: number
  /** When something last happened to it at this desk; null if nothing has. */
  lastAt: number | null
}

export type HistoryEntry = {
  seq: number
  at: number
  /** Who was signed in. */
  by: string | null
  event: PackingEvent
  /** The event that an `undone` took back. */
  undid: PackingEvent | null
}

/** A box as it stands, with what the store was told of it; `handled` where a person closed it by hand. */
export type HistoryBox = {
  boxId: string
  number: number
  state: 'open' | 'closed' | 'sealed' | 'voided'
  contents: { name: string; options: string; qty: number }[]
  /** Serial numbers and lots of what is in it. */
  identities: { name: string; kind: Identity['kind']; value: string; units: number }[]
  grams: number | null
  invoice: { courierIdx: number; courierName: string; invoiceNo: string } | null
  sealedAt: number | null
  /** `since`: when it came to be in that state; for a confirmed box, when the store had been told. */
  dispatch: DispatchView | null
  handled: { how: 'handedOver' | 'discarded' | 'superseded'; reason: string; at: number } | null
}

export type OrderHistory = {
  orderNo: string
  /** Null where the store's order is no longer kept. */
  order: FoundOrder | null
  entries: HistoryEntry[]
  boxes: HistoryBox[]
  /** The products that the entries name, by item number. */
  items: Record<string, { name: string; options: string }>
}

export type BoardOutputs = {
  board: Board
  exportBoard: { path: string }
  history: OrderHistory
  findOrders: FoundOrder[]
}
