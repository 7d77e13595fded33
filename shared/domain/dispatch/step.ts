import { z } from 'zod'
import { invoiceSchema, receiverSchema } from '../orders/order.ts'
import { contentSchema } from '../packing/goods/content.ts'
import { goodsSchema } from './goods.ts'

/** What a sealed box has promised the store. Frozen at sealing. */
export const promiseSchema = z.object({
  boxId: z.string(),
  orderNo: z.string(),
  /** The section the goods were taken from, as known at sealing. */
  sectionCode: z.string(),
  goods: goodsSchema,
  invoice: invoiceSchema,
  /** Whom the waybill was made out for. */
  receiver: receiverSchema.nullable(),
})

export type BoxPromise = z.infer<typeof promiseSchema>

/**
 * One write to the store.
 * prepare: section `shipping-operation` SHIPPING_READY with the box's items, which may split off a new section; without
 * `contents` the whole section. register: section `invoice` POST; with `contents` it splits a section that is in 배송대기
 * already, without them it gives the whole section its waybill. ship: section `shipping-operation` SHIPPING, with the
 * waybill where it has none yet.
 */
export const stepSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('prepare'),
    sectionCode: z.string(),
    contents: z.array(contentSchema).nullable(),
  }),
  z.object({
    kind: z.literal('register'),
    sectionCode: z.string(),
    contents: z.array(contentSchema).nullable(),
    invoice: invoiceSchema,
  }),
  z.object({ kind: z.literal('ship'), sectionCode: z.string(), invoice: invoiceSchema.nullable() }),
])

export type Step = z.infer<typeof stepSchema>
export type SplitStep = Extract<Step, { kind: 'prepare' | 'register' }>

/** Why a box cannot go on without a person. */
export const problemKinds = [
  /** The goods are in no section that could be shipped. */
  'goodsGone',
  'sectionHeld',
  'sectionCancelled',
  /** The section has another waybill than the box. */
  'otherInvoice',
  /** The receiver or address is another than the waybill was made out for. */
  'addressChanged',
  'changedMeanwhile',
  'cannotTell',
  /** What the store says of the order could not be read where the box should be: the field and its value are the words. */
  'unreadable',
  /** A rule of the store stands against it; its code and words say which. */
  'refused',
] as const
export type ProblemKind = (typeof problemKinds)[number]
