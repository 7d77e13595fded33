import { z } from 'zod'
import { covers, dividesALine, goodsIn, goodsSchema, pick, sameGoods } from '../../orders/goods.ts'
import { invoiceSchema, receiverSchema, sameInvoice, type Order, type Section } from '../../orders/order.ts'
import type { SectionStatus } from '../../sections/status.ts'
import type { ProblemKind } from '../problem.ts'
import { shippedWhenSchema } from '../../packing/shipped-when.ts'
import type { Step } from '../step.ts'
import { defineKind, stuck, type IntentStanding, type NextStep } from './kind.ts'
import { addressChanged, sendOff } from './send-off.ts'

/** What a sealed box has promised the store. */
export const boxPromiseSchema = z.object({
  boxId: z.string(),
  orderNo: z.string(),
  /** The section the goods were taken from, as known at sealing. */
  sectionCode: z.string(),
  goods: goodsSchema,
  invoice: invoiceSchema,
  /** Whom the waybill was made out for. */
  receiver: receiverSchema.nullable(),
  /** Boxes sealed before there was a choice were 배송중 at once. */
  shipped: shippedWhenSchema.default('atSeal'),
})

export type BoxPromise = z.infer<typeof boxPromiseSchema>

/** A sealed box becomes a section of its own, with its waybill, in 배송중 or, where it ships later, in 배송대기. */
export const dispatch = defineKind({
  payload: boxPromiseSchema,
  subject: ({ invoice, goods }) => ({ invoice, goods }),
  acceptable: ['addressChanged'],
  givenUp: ({ boxId }, reason) => ({ type: 'boxVoided', boxId, reason }),
  nextStep: dispatchStep,
})

function dispatchStep(promise: BoxPromise, standing: IntentStanding): NextStep {
  const { order, section: ownCode } = standing
  // Back in 상품준비 it is like any other that holds the goods.
  const own =
    order.sections.find(({ code, status }) => code === ownCode && status !== 'PRODUCT_PREPARATION') ??
    underItsWaybill(promise, standing)
  if (own !== undefined) {
    return isElsewhere(promise, standing, own) ? stuck('waybillTwice') : finish(promise, standing, own)
  }
  // Not understood, its own section may be anything: nothing is taken from another.
  if (ownCode !== null && order.unread.some(({ codes }) => codes.includes(ownCode)))
    return stuck('changedMeanwhile')
  const source = sourceOf(promise, standing)
  if (source === undefined) return stuck(lostSource(promise, order))
  if (source.held) return stuck('sectionHeld')
  if (isElsewhere(promise, standing, source)) return stuck('waybillTwice')
  if (addressChanged(promise.receiver, standing, source)) return stuck('addressChanged')
  const whole = sameGoods(goodsIn(source), promise.goods)
  return source.status === 'PRODUCT_PREPARATION'
    ? prepare(promise, standing, source, whole)
    : takeFromReady(promise, standing, source, whole)
}

/** A section that has the box's goods under its waybill already, whatever came between: none other is to get it. */
const underItsWaybill = (
  { goods, invoice }: BoxPromise,
  { order, taken }: IntentStanding,
): Section | undefined =>
  order.sections.find(
    (section) =>
      section.status !== 'PRODUCT_PREPARATION' &&
      !taken.includes(section.code) &&
      sameInvoice(section.invoice, invoice) &&
      sameGoods(goodsIn(section), goods),
  )

/** Whether the box's waybill is on another section too that waits for the courier or has left. */
const isElsewhere = ({ invoice }: BoxPromise, { order }: IntentStanding, own: Section): boolean =>
  order.sections.some(
    (section) =>
      section.code !== own.code && labelled.includes(section.status) && sameInvoice(section.invoice, invoice),
  )

const labelled: readonly SectionStatus[] = [
  'SHIPPING_READY',
  'SHIPPING',
  'SHIPPING_COMPLETE',
  'PURCHASE_CONFIRMATION',
]

const send = (step: Step): NextStep => ({ kind: 'send', step, section: null })

function prepare(promise: BoxPromise, { habits }: IntentStanding, source: Section, whole: boolean): NextStep {
  const sectionCode = source.code
  const first = !whole && habits.partNeedsReady && dividesALine(source, promise.goods)
  return send({ kind: 'prepare', sectionCode, contents: first ? null : pick(source, promise.goods) })
}

function takeFromReady(
  promise: BoxPromise,
  standing: IntentStanding,
  source: Section,
  whole: boolean,
): NextStep {
  if (whole) return finish(promise, standing, source)
  if (source.invoice !== null) return stuck('otherInvoice')
  const { goods, invoice } = promise
  return send({ kind: 'register', sectionCode: source.code, contents: pick(source, goods), invoice })
}

const finish = ({ shipped, ...promise }: BoxPromise, standing: IntentStanding, section: Section): NextStep =>
  sendOff({ ...promise, upTo: shipped === 'atSeal' ? 'shipping' : 'ready' }, standing, section)

/** The section the goods are still in: the one they were taken from if it will do, else any other that holds them. */
function sourceOf(promise: BoxPromise, { order, taken }: IntentStanding): Section | undefined {
  const candidates = order.sections.filter(
    (section) =>
      (section.status === 'PRODUCT_PREPARATION' || section.status === 'SHIPPING_READY') &&
      !taken.includes(section.code) &&
      covers(goodsIn(section), promise.goods),
  )
  return candidates.find((section) => section.code === promise.sectionCode) ?? candidates[0]
}

function lostSource(promise: BoxPromise, order: Order): ProblemKind {
  const lines = promise.goods.map(({ line }) => line)
  const cancelled = order.sections.some(
    (section) =>
      (section.status === 'CANCEL_REQUEST' || section.status === 'CANCEL_COMPLETE') &&
      section.items.some((item) => lines.includes(item.orderItemCode)),
  )
  return cancelled ? 'sectionCancelled' : 'goodsGone'
}
