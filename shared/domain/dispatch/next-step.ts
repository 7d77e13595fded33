import { isOutsideChannel, sameInvoice, type Order, type Receiver, type Section } from '../orders/order.ts'
import { covers, dividesALine, goodsIn, pick, sameGoods } from './goods.ts'
import type { StoreHabits } from './habits.ts'
import type { BoxPromise, ProblemKind, Step } from './step.ts'

export type NextStep =
  | { kind: 'send'; step: Step; boxSection: string | null }
  | { kind: 'done'; sectionCode: string }
  | { kind: 'stuck'; problem: ProblemKind }

/** What is known when a box's next step is asked for. */
export type BoxStanding = {
  order: Order
  /** The section known to be the box's own; null before its goods were split off. */
  boxSection: string | null
  /** Sections that are other boxes' own. */
  taken: readonly string[]
  habits: StoreHabits
  /** A person has seen that the address is another one and wants the box sent all the same. */
  addressAccepted: boolean
}

/**
 * What is left to do for a box. Asking again after every answer, with the order brought up to date, walks a box from
 * sealed to 배송중 by the fewest calls.
 */
export function nextStep(promise: BoxPromise, standing: BoxStanding): NextStep {
  const { order, boxSection } = standing
  const own = order.sections.find((section) => section.code === boxSection)
  if (own !== undefined) return finish(promise, standing, own)
  if (boxSection !== null) return stuck('changedMeanwhile')
  const source = sourceOf(promise, standing)
  if (source === undefined) return stuck(lostSource(promise, order))
  if (source.held) return stuck('sectionHeld')
  if (addressChanged(promise, standing, source)) return stuck('addressChanged')
  const whole = sameGoods(goodsIn(source), promise.goods)
  return source.status === 'PRODUCT_PREPARATION'
    ? prepare(promise, standing, source, whole)
    : takeFromReady(promise, standing, source, whole)
}

const stuck = (problem: ProblemKind): NextStep => ({ kind: 'stuck', problem })
const send = (step: Step, boxSection: string | null): NextStep => ({ kind: 'send', step, boxSection })

function prepare(promise: BoxPromise, { habits }: BoxStanding, source: Section, whole: boolean): NextStep {
  const sectionCode = source.code
  const first = !whole && habits.partNeedsReady && dividesALine(source, promise.goods)
  return send({ kind: 'prepare', sectionCode, contents: first ? null : pick(source, promise.goods) }, null)
}

function takeFromReady(
  promise: BoxPromise,
  standing: BoxStanding,
  source: Section,
  whole: boolean,
): NextStep {
  if (whole) return finish(promise, standing, source)
  if (source.invoice !== null) return stuck('otherInvoice')
  const { goods, invoice } = promise
  return send({ kind: 'register', sectionCode: source.code, contents: pick(source, goods), invoice }, null)
}

/** What is left for a section that is the box's own. */
function finish(promise: BoxPromise, standing: BoxStanding, section: Section): NextStep {
  const { invoice } = promise
  const sectionCode = section.code
  switch (section.status) {
    case 'SHIPPING':
    case 'SHIPPING_COMPLETE':
    case 'PURCHASE_CONFIRMATION':
      return sameInvoice(section.invoice, invoice) ? { kind: 'done', sectionCode } : stuck('otherInvoice')
    case 'SHIPPING_READY': {
      if (!sameGoods(goodsIn(section), promise.goods)) return stuck('changedMeanwhile')
      if (section.held) return stuck('sectionHeld')
      if (addressChanged(promise, standing, section)) return stuck('addressChanged')
      if (section.invoice !== null && !sameInvoice(section.invoice, invoice)) return stuck('otherInvoice')
      const registered = section.invoice !== null
      const step: Step =
        !registered && isOutsideChannel(standing.order.channel)
          ? { kind: 'register', sectionCode, contents: null, invoice }
          : { kind: 'ship', sectionCode, invoice: registered ? null : invoice }
      return send(step, sectionCode)
    }
    case 'CANCEL_REQUEST':
    case 'CANCEL_COMPLETE':
      return stuck('sectionCancelled')
    default:
      return stuck('changedMeanwhile')
  }
}

/** The section the goods are still in: the one they were taken from if it will do, else any other that holds them. */
function sourceOf(promise: BoxPromise, { order, taken }: BoxStanding): Section | undefined {
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

function addressChanged(promise: BoxPromise, { addressAccepted }: BoxStanding, section: Section): boolean {
  return !addressAccepted && !sameReceiver(promise.receiver, section.receiver)
}

/** Whether a parcel for one would reach the other; a missing receiver says nothing. */
export function sameReceiver(a: Receiver | null, b: Receiver | null): boolean {
  if (a === null || b === null) return true
  return a.name === b.name && a.phone === b.phone && a.zipcode === b.zipcode && a.address === b.address
}
