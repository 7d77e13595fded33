import { z } from 'zod'
import { sectionStatuses } from '../sections/status.ts'

/** Where an order was placed. Everything but IMWEB is an outside channel with rules of its own. */
export const saleChannels = [
  'IMWEB',
  'NAVERPAY_ORDER',
  'TALKCHECKOUT',
  'SMARTSTORE',
  'KAKAO_GIFT',
  'COUPANG',
] as const

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

export const sectionItemSchema = z.object({
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
  deliveryType: z.enum(deliveryTypes),
  receiver: receiverSchema.nullable(),
  invoice: invoiceSchema.nullable(),
  items: z.array(sectionItemSchema),
})

/**
 * An order as the station keeps it: imweb's order, reduced to what packing needs.
 * `orderNo` is imweb's number as a string of digits; `placedAt` is UTC ISO 8601.
 */
export const orderSchema = z.object({
  orderNo: z.string(),
  channel: z.enum(saleChannels),
  open: z.boolean(),
  payment: z.enum(['paid', 'unpaid', 'refunded']),
  placedAt: z.string(),
  ordererName: z.string(),
  sections: z.array(sectionSchema),
})

export type SaleChannel = (typeof saleChannels)[number]
export type DeliveryType = (typeof deliveryTypes)[number]
export type Invoice = z.infer<typeof invoiceSchema>
export type Product = z.infer<typeof productSchema>
export type SectionItem = z.infer<typeof sectionItemSchema>
export type Receiver = z.infer<typeof receiverSchema>
export type Section = z.infer<typeof sectionSchema>
export type Order = z.infer<typeof orderSchema>

/** Orders from outside imweb's own shop: their quantities cannot be divided (30133), their invoice comes first (30136). */
export const isOutsideChannel = (channel: SaleChannel): boolean => channel !== 'IMWEB'

export const sameInvoice = (a: Invoice | null, b: Invoice | null): boolean =>
  a !== null && b !== null && a.courierIdx === b.courierIdx && a.invoiceNo === b.invoiceNo
