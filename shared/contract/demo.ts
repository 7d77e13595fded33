import { z } from 'zod'
import type { SectionStatus } from '../domain/sections/status.ts'

/** Which of the desk's calls a fault hits: all; the writes that tell of a box; reads of orders; those for tokens. */
export const demoCalls = ['any', 'boxes', 'orders', 'signIn'] as const

/** Faults that need nothing but the calls they hit. */
export const plainFaults = [
  'noAnswer',
  'lostAnswer',
  'deliveredTwice',
  'answeredTwice',
  'serverError',
  'rateLimited',
  'truncatedBody',
  'notJson',
  'slowTrickle',
] as const

const orderNo = z.string().regex(/^\d{1,20}$/)
const code = z.string().min(1).max(64)
const hit = {
  calls: z.enum(demoCalls),
  /** How many calls it hits; 0 hits every one until the faults are cleared. */
  times: z.number().int().min(0).max(1000),
}
/** A dotted path into the answer's envelope. */
const field = z
  .string()
  .regex(/^\w+(\.\w+)*$/)
  .max(120)

const misbehaviour = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(plainFaults), ...hit }),
  z.strictObject({ kind: z.literal('latency'), seconds: z.number().min(0).max(600), ...hit }),
  z.strictObject({ kind: z.enum(['missingField', 'wrongType']), field, ...hit }),
  /** The store takes no connections at all for so long. */
  z.strictObject({ kind: z.literal('refuse'), seconds: z.number().min(1).max(3600) }),
  /** The store's clock jumps, for good. */
  z.strictObject({ kind: z.literal('clockJump'), minutes: z.number().min(-525_600).max(525_600) }),
  z.strictObject({ kind: z.literal('expireTokens'), token: z.enum(['access', 'refresh']) }),
])

const shopDeed = z.discriminatedUnion('act', [
  /** `look` changes nothing. Holding, cancelling and the like mean the whole order. */
  z.strictObject({ act: z.enum(['look', 'pay', 'requestCancel', 'cancel', 'hold', 'release']), orderNo }),
  z.strictObject({ act: z.literal('changeAddress'), orderNo, address: z.string().trim().min(1).max(200) }),
  /** Quantity 0 takes the item out. */
  z.strictObject({
    act: z.literal('changeItem'),
    orderNo,
    itemNo: code,
    qty: z.number().int().min(0).max(999),
  }),
  /** The shop ships a section from elsewhere, with a waybill number made up for it. */
  z.strictObject({
    act: z.literal('shipElsewhere'),
    orderNo,
    sectionCode: code,
    courierIdx: z.number().int(),
  }),
  z.strictObject({ act: z.literal('addOrder'), paid: z.boolean() }),
])

/** What a person showing the app may have a demo store and its shop do. Answered by the app, not by the station. */
export const demoInputs = {
  /** The faults still armed. */
  demoFaults: z.strictObject({}),
  demoMisbehave: misbehaviour,
  demoClearFaults: z.strictObject({}),
  demoShop: shopDeed,
} as const

export type DemoMisbehaviour = z.infer<typeof misbehaviour>
export type DemoFaultKind = Exclude<DemoMisbehaviour['kind'], 'refuse' | 'clockJump' | 'expireTokens'>
export type DemoShopDeed = z.infer<typeof shopDeed>
export type DemoCalls = (typeof demoCalls)[number]

export type ArmedFault = {
  kind: DemoFaultKind
  /** `other`: armed from elsewhere, for calls that the desk has no word for. */
  calls: DemoCalls | 'other'
  /** How many calls it was armed for; 0 until the faults are cleared. */
  times: number
}

export type DemoOrder = {
  orderNo: string
  sections: {
    code: string
    no: string
    status: SectionStatus
    held: boolean
    items: { itemNo: string; name: string; qty: number }[]
  }[]
}

/** Why nothing was done: the app does not hold the store's secret, no answer came, or the store said no (in `words`). */
export type DemoRefusal = { ok: false; why: 'noControl' | 'unreachable' | 'refused'; words: string | null }

export type DemoOutputs = {
  demoFaults: { ok: true; faults: ArmedFault[] } | DemoRefusal
  demoMisbehave: { ok: true } | DemoRefusal
  demoClearFaults: { ok: true } | DemoRefusal
  /** The order as the store keeps it afterwards. */
  demoShop: { ok: true; order: DemoOrder } | DemoRefusal
}
