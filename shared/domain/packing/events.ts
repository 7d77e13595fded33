import { z } from 'zod'
import { invoiceSchema, receiverSchema, saleChannels } from '../orders/order.ts'
import { lineSchema } from './line.ts'

/** Some units of one section item. */
export const contentSchema = z.object({ itemNo: z.string(), qty: z.number().int().positive() })

/**
 * The packing log's vocabulary. An event states what happened at the desk and is never changed afterwards; undoing is
 * an event of its own. `boxId` is unique for ever: `<orderNo>-B<number>`.
 */
export const packingEventSchema = z.discriminatedUnion('type', [
  /** An order came onto the desk with these lines to pack; units packed for earlier lines no longer count. */
  z.object({
    type: z.literal('orderOpened'),
    channel: z.enum(saleChannels),
    ordererName: z.string(),
    receiver: receiverSchema.nullable(),
    lines: z.array(lineSchema),
  }),
  /** An order came back onto the desk and goes on where it stood. */
  z.object({ type: z.literal('orderResumed') }),
  z.object({ type: z.literal('orderPutDown') }),
  /** The packer has seen what changed at the store and goes on with that. */
  z.object({ type: z.literal('orderUpdated'), receiver: receiverSchema.nullable(), lines: z.array(lineSchema) }),
  z.object({ type: z.literal('boxOpened'), boxId: z.string(), number: z.number().int().positive() }),
  /** `code` is '' where the packer took the goods by hand, without a scan. */
  z.object({
    type: z.literal('itemScanned'),
    boxId: z.string(),
    sectionCode: z.string(),
    itemNo: z.string(),
    units: z.number().int().positive(),
    code: z.string(),
  }),
  /** A unit was taken out of a box again. */
  z.object({
    type: z.literal('itemTakenOut'),
    boxId: z.string(),
    sectionCode: z.string(),
    itemNo: z.string(),
    units: z.number().int().positive(),
  }),
  /** The box is full; its waybill comes next. */
  z.object({ type: z.literal('boxClosed'), boxId: z.string() }),
  z.object({ type: z.literal('boxSelected'), boxId: z.string() }),
  /** Everything was taken out again: what it held, and whether it had been closed. */
  z.object({
    type: z.literal('boxEmptied'),
    boxId: z.string(),
    sectionCode: z.string(),
    contents: z.array(contentSchema),
    closed: z.boolean(),
  }),
  /** The box has its waybill: from here on it is promised to the store. */
  z.object({
    type: z.literal('boxSealed'),
    boxId: z.string(),
    sectionCode: z.string(),
    contents: z.array(contentSchema),
    invoice: invoiceSchema,
  }),
  /** The box is no more: its goods go back, its waybill is void. */
  z.object({ type: z.literal('boxVoided'), boxId: z.string(), reason: z.string() }),
  z.object({ type: z.literal('undone'), seq: z.number().int().positive() }),
  /** A scan the desk turned down: it changes nothing, but who asks later can see it. */
  z.object({ type: z.literal('scanRefused'), code: z.string(), reason: z.string() }),
])

export type Content = z.infer<typeof contentSchema>
export type PackingEvent = z.infer<typeof packingEventSchema>

/** An event with its place in the desk's log. */
export type LoggedEvent = { seq: number; event: PackingEvent }
