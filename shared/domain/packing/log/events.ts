import { z } from 'zod'
import { channelSchema, invoiceSchema, receiverSchema } from '../../orders/order.ts'
import { contentSchema } from '../../orders/goods.ts'
import { captureKinds, lineSchema } from '../goods/line.ts'
import { doubtKinds } from './doubt-kind.ts'
import { shippedWhenSchema } from '../shipped-when.ts'

/** A serial number, or a lot, of some units in a box. A serial number is one unit's. */
const identitySchema = z.object({
  itemNo: z.string(),
  kind: z.enum(captureKinds),
  value: z.string(),
  units: z.number().int().positive(),
})

/** How goods came to count as packed: scanned · by hand, without a code · counted · taken along without a look. */
const hows = ['scan', 'hand', 'count', 'exempt', 'rest'] as const

const identities = z.array(identitySchema).default([])
const inBox = {
  boxId: z.string(),
  sectionCode: z.string(),
  itemNo: z.string(),
  units: z.number().int().positive(),
}

/**
 * The packing log's vocabulary. An event states what happened at the desk and is never changed afterwards; undoing is
 * an event of its own. `boxId` is unique for ever: `<orderNo>-B<number>`.
 */
export const packingEventSchema = z.discriminatedUnion('type', [
  /** An order came onto the desk with these lines to pack; units packed for earlier lines no longer count. */
  z.object({
    type: z.literal('orderOpened'),
    channel: channelSchema,
    ordererName: z.string(),
    receiver: receiverSchema.nullable(),
    lines: z.array(lineSchema),
  }),
  /** An order came back onto the desk and goes on where it stood. */
  z.object({ type: z.literal('orderResumed') }),
  z.object({ type: z.literal('orderPutDown') }),
  /** The packer has seen what changed at the store and goes on with that. */
  z.object({
    type: z.literal('orderUpdated'),
    receiver: receiverSchema.nullable(),
    lines: z.array(lineSchema),
  }),
  z.object({ type: z.literal('boxOpened'), boxId: z.string(), number: z.number().int().positive() }),
  /** `code` is '' where there was none to scan. */
  z.object({ type: z.literal('itemScanned'), ...inBox, code: z.string(), how: z.enum(hows).default('scan') }),
  /** A unit was taken out of a box again; `identities`: the numbers that went with it. */
  z.object({ type: z.literal('itemTakenOut'), ...inBox, identities }),
  /** Units went from one box of the order to another. */
  z.object({ type: z.literal('itemMoved'), ...inBox, toBoxId: z.string(), identities }),
  /** Units in a box were told apart by a serial number or a lot. */
  z.object({ type: z.literal('itemIdentified'), ...inBox, kind: z.enum(captureKinds), value: z.string() }),
  /** What kind of box it is, and what it was before. */
  z.object({
    type: z.literal('boxTyped'),
    boxId: z.string(),
    typeCode: z.string(),
    before: z.string().nullable(),
  }),
  z.object({
    type: z.literal('boxWeighed'),
    boxId: z.string(),
    grams: z.number().int().positive(),
    before: z.number().nullable(),
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
    identities,
  }),
  /** The box has its waybill: from here on it is promised to the store. */
  z.object({
    type: z.literal('boxSealed'),
    boxId: z.string(),
    sectionCode: z.string(),
    contents: z.array(contentSchema),
    invoice: invoiceSchema,
    shipped: shippedWhenSchema.default('atSeal'),
  }),
  /** Its waybill was scanned into the courier's cage; and that was taken back before the store was told. */
  z.object({ type: z.literal('boxGivenToCourier'), boxId: z.string() }),
  z.object({ type: z.literal('boxTakenBack'), boxId: z.string() }),
  /** A sealed box gets another waybill, or none (null) until it is given a new one; `was` null: it had none. */
  z.object({
    type: z.literal('waybillCorrected'),
    boxId: z.string(),
    was: invoiceSchema.nullable(),
    invoice: invoiceSchema.nullable(),
    reason: z.string(),
  }),
  /** The store has done it: the number that the box had before may be used again. */
  z.object({ type: z.literal('waybillFreed'), boxId: z.string(), invoice: invoiceSchema }),
  /** The correction was given up: the box has the waybill again that it had before. */
  z.object({
    type: z.literal('waybillKept'),
    boxId: z.string(),
    was: invoiceSchema.nullable(),
    invoice: invoiceSchema.nullable(),
  }),
  /** The store had not been told yet: the box is open again, its waybill free. */
  z.object({ type: z.literal('boxReopened'), boxId: z.string() }),
  /** The box is no more: its goods go back, its waybill is void. */
  z.object({ type: z.literal('boxVoided'), boxId: z.string(), reason: z.string() }),
  /** The order was set aside at this desk; it leaves the desk, and comes back only when someone takes it up again. */
  z.object({ type: z.literal('orderHeld'), reason: z.string() }),
  /** Another desk packs the order. */
  z.object({ type: z.literal('orderHandedOver'), desk: z.string(), note: z.string() }),
  /** An order set aside or handed over was taken up here after all. */
  z.object({ type: z.literal('orderTakenBack') }),
  z.object({ type: z.literal('noteWritten'), text: z.string() }),
  /** A waybill that the shop had registered was scanned first: the box that holds its section gets it. */
  z.object({ type: z.literal('waybillPresented'), sectionCode: z.string(), invoice: invoiceSchema }),
  z.object({ type: z.literal('packerSignedIn'), person: z.number().int(), name: z.string() }),
  z.object({ type: z.literal('packerSignedOut'), why: z.enum(['asked', 'idle', 'removed']) }),
  /** The store is to be told something that was asked for by itself, of a kind of intent; and that was given up. */
  z.object({ type: z.literal('intentGiven'), kind: z.string(), payload: z.unknown() }),
  z.object({
    type: z.literal('intentGivenUp'),
    kind: z.string(),
    payload: z.unknown(),
    reason: z.string(),
  }),
  /**
   * The desk's data was of an earlier time, and a person went on with it: the last event there was then, how many were
   * missing (null: nobody could tell), and the orders with parcels that only the store knows of.
   */
  z.object({
    type: z.literal('earlierDataTaken'),
    kind: z.enum(doubtKinds),
    lastSeq: z.number().int().min(0),
    missing: z.number().int().nullable(),
    onlyAtStore: z.array(z.string()),
  }),
  z.object({ type: z.literal('undone'), seq: z.number().int().positive() }),
  /** A scan the desk turned down: it changes nothing, but who asks later can see it. */
  z.object({ type: z.literal('scanRefused'), code: z.string(), reason: z.string() }),
])

export type Identity = z.infer<typeof identitySchema>
export type PackingEvent = z.infer<typeof packingEventSchema>

/** An event with its place in the desk's log. */
export type LoggedEvent = { seq: number; event: PackingEvent }
