import { z } from 'zod'
import { invoiceSchema, isOutsideChannel, sameInvoice, type Order, type Section } from '../orders/order.ts'
import { contentSchema, type Content } from '../packing/events.ts'

/** What a sealed box has promised the store. Frozen at sealing. */
export const promiseSchema = z.object({
  boxId: z.string(),
  orderNo: z.string(),
  /** The section the goods were taken from, as known at sealing. */
  sectionCode: z.string(),
  contents: z.array(contentSchema),
  invoice: invoiceSchema,
})

export type BoxPromise = z.infer<typeof promiseSchema>

/**
 * One write to the store.
 * prepare: section `shipping-operation` SHIPPING_READY with the box's items, which may split off a new section.
 * register: section `invoice` POST; with `contents` it splits a section that is in 배송대기 already, without it gives
 * the whole section its waybill. ship: section `shipping-operation` SHIPPING, with the waybill where it has none yet.
 */
export const stepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prepare'), sectionCode: z.string(), contents: z.array(contentSchema) }),
  z.object({
    kind: z.literal('register'),
    sectionCode: z.string(),
    contents: z.array(contentSchema).nullable(),
    invoice: invoiceSchema,
  }),
  z.object({ kind: z.literal('ship'), sectionCode: z.string(), invoice: invoiceSchema.nullable() }),
])

export type Step = z.infer<typeof stepSchema>

/** Why a box cannot go on without a person. */
export const problemKinds = [
  'goodsGone',
  'sectionHeld',
  'sectionCancelled',
  'otherInvoice',
  'changedMeanwhile',
  'cannotTell',
  'refused',
] as const
export type ProblemKind = (typeof problemKinds)[number]

export type NextStep =
  | { kind: 'send'; step: Step; boxSection: string | null }
  | { kind: 'done'; sectionCode: string }
  | { kind: 'stuck'; problem: ProblemKind }

/**
 * What is left to do for a box, given what is known of its order: `boxSection` is the section known to be the box's
 * own (null before its goods were split off), `taken` the sections that are other boxes' own. Asking again after every
 * answer, with the order brought up to date, walks a box from sealed to 배송중 by the fewest calls.
 */
export function nextStep(promise: BoxPromise, order: Order, boxSection: string | null, taken: string[]): NextStep {
  const own = order.sections.find((section) => section.code === boxSection)
  if (own !== undefined) return finish(promise, order, own)
  if (boxSection !== null) return { kind: 'stuck', problem: 'changedMeanwhile' }
  const source = sourceOf(promise, order, taken)
  if (source === undefined) return { kind: 'stuck', problem: lostSource(promise, order) }
  if (source.held) return { kind: 'stuck', problem: 'sectionHeld' }
  const { contents, invoice } = promise
  if (source.status === 'PRODUCT_PREPARATION') {
    return { kind: 'send', step: { kind: 'prepare', sectionCode: source.code, contents }, boxSection: null }
  }
  if (holdsExactly(source, contents)) return finish(promise, order, source)
  if (source.invoice !== null) return { kind: 'stuck', problem: 'otherInvoice' }
  const step: Step = { kind: 'register', sectionCode: source.code, contents, invoice }
  return { kind: 'send', step, boxSection: null }
}

function finish(promise: BoxPromise, order: Order, section: Section): NextStep {
  const { invoice } = promise
  const sectionCode = section.code
  switch (section.status) {
    case 'SHIPPING':
    case 'SHIPPING_COMPLETE':
    case 'PURCHASE_CONFIRMATION':
      return sameInvoice(section.invoice, invoice)
        ? { kind: 'done', sectionCode }
        : { kind: 'stuck', problem: 'otherInvoice' }
    case 'SHIPPING_READY': {
      if (section.held) return { kind: 'stuck', problem: 'sectionHeld' }
      if (section.invoice !== null && !sameInvoice(section.invoice, invoice)) {
        return { kind: 'stuck', problem: 'otherInvoice' }
      }
      const registered = section.invoice !== null
      const step: Step =
        !registered && isOutsideChannel(order.channel)
          ? { kind: 'register', sectionCode, contents: null, invoice }
          : { kind: 'ship', sectionCode, invoice: registered ? null : invoice }
      return { kind: 'send', step, boxSection: sectionCode }
    }
    case 'CANCEL_REQUEST':
    case 'CANCEL_COMPLETE':
      return { kind: 'stuck', problem: 'sectionCancelled' }
    default:
      return { kind: 'stuck', problem: 'changedMeanwhile' }
  }
}

/** The section the goods are still in: the one they were taken from if it will do, else any other that holds them. */
function sourceOf(promise: BoxPromise, order: Order, taken: string[]): Section | undefined {
  const candidates = order.sections.filter(
    (section) =>
      (section.status === 'PRODUCT_PREPARATION' || section.status === 'SHIPPING_READY') &&
      !taken.includes(section.code) &&
      holds(section, promise.contents),
  )
  return candidates.find((section) => section.code === promise.sectionCode) ?? candidates[0]
}

function lostSource(promise: BoxPromise, order: Order): ProblemKind {
  const section = order.sections.find((candidate) => candidate.code === promise.sectionCode)
  return section?.status === 'CANCEL_REQUEST' || section?.status === 'CANCEL_COMPLETE' ? 'sectionCancelled' : 'goodsGone'
}

const quantity = (section: Section, itemNo: string): number =>
  section.items.filter((item) => item.itemNo === itemNo).reduce((sum, item) => sum + item.qty, 0)

const holds = (section: Section, contents: Content[]): boolean =>
  contents.every((content) => quantity(section, content.itemNo) >= content.qty)

/** Whether a section is these goods and no others. */
export const holdsExactly = (section: Section, contents: Content[]): boolean =>
  holds(section, contents) &&
  section.items.reduce((sum, item) => sum + item.qty, 0) === contents.reduce((sum, content) => sum + content.qty, 0)
