import { z } from 'zod'
import { sectionStatuses, type SectionStatus } from '../sections/status.ts'

/** Where an order was placed. Everything but IMWEB is an outside channel with rules of its own. */
export const saleChannels = [
  'IMWEB',
  'NAVERPAY_ORDER',
  'TALKCHECKOUT',
  'SMARTSTORE',
  'KAKAO_GIFT',
  'COUPANG',
] as const

/** A word of the store's that the API's document does not list, as it came. */
const otherWordSchema = z.object({ other: z.string() })

export const channelSchema = z.union([z.enum(saleChannels), otherWordSchema])

export const deliveryTypes = ['NO_DELIVERY', 'PARCEL', 'DOWNLOAD', 'DIRECT', 'QUICK', 'VISIT', 'CVS'] as const

/** The number on a waybill together with the courier it belongs to (`parcelCompanyIdx`). */
export const invoiceSchema = z.object({ courierIdx: z.number().int(), invoiceNo: z.string() })

/** What a scanner can match and a packer can read of a product. A missing code is null, never ''. */
export const productSchema = z.object({
  key: z.string(),
  name: z.string(),
  options: z.array(z.object({ name: z.string(), value: z.string() })),
  optionSku: z.string().nullable(),
  productSku: z.string().nullable(),
  ownCode: z.string().nullable(),
})

const sectionItemSchema = z.object({
  itemNo: z.string(),
  orderItemCode: z.string(),
  qty: z.number().int().positive(),
  gift: z.boolean(),
  product: productSchema,
})

export const receiverSchema = z.object({
  name: z.string(),
  phone: z.string(),
  zipcode: z.string(),
  address: z.string(),
  memo: z.string(),
  entranceCode: z.string(),
})

export const sectionSchema = z.object({
  code: z.string(),
  no: z.string(),
  status: z.enum(sectionStatuses),
  held: z.boolean(),
  deliveryType: z.union([z.enum(deliveryTypes), otherWordSchema]),
  /** It is a box of this desk already: not to be packed again. */
  boxed: z.boolean().default(false),
  receiver: receiverSchema.nullable(),
  invoice: invoiceSchema.nullable(),
  items: z.array(sectionItemSchema),
})

/** A field of the store's document that could not be understood: where it stands, and what it says, cut short. */
export type OddField = { path: string; value: string }

/**
 * A section that could not be understood, by its first odd field. It counts as no section of the order: nothing is packed
 * from it and no box is reported with it.
 */
export type UnreadSection = {
  odd: OddField
  /** Null where that is what could not be understood. */
  status: SectionStatus | null
  /** It is held, or goes another way than by courier, so that it is not to be packed as it stands. */
  aside: boolean
  /** Everything printed that names it. */
  codes: string[]
}

/**
 * imweb's order, as far as packing needs it: read from the document that the station keeps whole.
 * `orderNo` is imweb's number as a string of digits; `placedAt` is UTC ISO 8601, '' where the store gave no time.
 */
export type Order = {
  orderNo: string
  channel: Channel
  open: boolean
  /** An odd field of a payment, where it is not known whether the order is paid. */
  payment: 'paid' | 'unpaid' | 'refunded' | OddField
  placedAt: string
  ordererName: string
  sections: Section[]
  /** What else could not be understood: of the order itself, and of its sections. */
  odd: OddField[]
  unread: UnreadSection[]
}

export type SaleChannel = (typeof saleChannels)[number]
export type Channel = z.infer<typeof channelSchema>
export type Invoice = z.infer<typeof invoiceSchema>
export type Product = z.infer<typeof productSchema>
export type SectionItem = z.infer<typeof sectionItemSchema>
export type Receiver = z.infer<typeof receiverSchema>
export type Section = z.infer<typeof sectionSchema>

/**
 * Orders from outside imweb's own shop: their quantities cannot be divided (30133), their invoice comes first (30136). A
 * channel that the document does not know is taken for one of them: what they may do, any order may.
 */
export const isOutsideChannel = (channel: Channel): boolean => channel !== 'IMWEB'

/** The channel as the store names it. */
export const channelWord = (channel: Channel): string =>
  typeof channel === 'string' ? channel : channel.other

export const sameInvoice = (a: Invoice | null, b: Invoice | null): boolean =>
  a !== null && b !== null && a.courierIdx === b.courierIdx && a.invoiceNo === b.invoiceNo

/** Whether a parcel for one would reach the other; a missing receiver says nothing. */
export function sameReceiver(a: Receiver | null, b: Receiver | null): boolean {
  if (a === null || b === null) return true
  return a.name === b.name && a.phone === b.phone && a.zipcode === b.zipcode && a.address === b.address
}

export const sameOrNoInvoice = (a: Invoice | null, b: Invoice | null): boolean =>
  (a === null && b === null) || sameInvoice(a, b)
