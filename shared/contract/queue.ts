import { z } from 'zod'
import { saleChannels, type Order } from '../domain/orders/order.ts'
import { standings, type Standing } from '../domain/orders/standing.ts'

/** ready: may be packed now · blocked: not now, by the store's word or set aside here · handedOver: at another desk. */
export const queueViews = ['ready', 'blocked', 'handedOver', 'all'] as const
export type QueueView = (typeof queueViews)[number]

/** Each narrows the queue down; null does not. */
const queueFiltersSchema = z.strictObject({
  /** Orders whose waybill the shop has registered with this courier. */
  courierIdx: z.number().int().nullable(),
  channel: z.enum(saleChannels).nullable(),
  standing: z.enum(standings).nullable(),
  /** Placed so many hours ago or earlier. */
  olderThanHours: z
    .number()
    .int()
    .min(1)
    .max(24 * 365)
    .nullable(),
  /** Orders of this product alone, as `ItemBatch` names it. */
  item: z.string().max(1000).nullable(),
})

export type QueueFilters = z.infer<typeof queueFiltersSchema>

export const noFilters: QueueFilters = {
  courierIdx: null,
  channel: null,
  standing: null,
  olderThanHours: null,
  item: null,
}

export const queueInputs = {
  /** `search`: any part of names, numbers, phone, goods; or any code printed for the order, whole. */
  queue: z.strictObject({
    search: z.string().max(200),
    show: z.enum(queueViews),
    limit: z.number().int().min(1).max(500),
    filters: queueFiltersSchema.optional(),
  }),
  /** Products that several ready orders consist of, most orders first. */
  itemBatches: z.strictObject({}),
} as const

export type QueueRow = {
  orderNo: string
  /** In the store's word, also where that is one the desk does not know. */
  channel: string
  ordererName: string
  receiverName: string
  placedAt: Order['placedAt']
  standing: Standing
  /** What makes it unreadable: the field, and what it says. */
  oddField: string | null
  oddValue: string | null
  lines: number
  units: number
  /** Units in boxes so far. */
  packed: number
  /** First product's name. */
  firstItem: string
  /** Why the order was set aside at this desk; null where it was not. */
  deskHold: string | null
  /** The desk it was handed to. */
  handedTo: string | null
}

/** `total`: how many orders the view asked for holds; `counts`: each view, with the same search and filters. */
export type Queue = { rows: QueueRow[]; total: number; counts: Record<QueueView, number> }

/** Ready orders of one product alone: its name with its options, their number, and their units together. */
export type ItemBatch = { item: string; orders: number; units: number }
