import { sameInvoice, type Section } from '../orders/order.ts'
import { goodsIn, goodsOf, sameGoods, without, type Goods } from './goods.ts'
import type { SplitStep, Step } from './step.ts'

/** What a read-back shows of a write whose answer never came. */
export type Reading =
  /** It was done; `sectionCode` is the section the step worked on or made. */
  | { kind: 'applied'; sectionCode: string }
  | { kind: 'notApplied' }
  /** Someone else changed the same goods: neither done nor simply undone. */
  | { kind: 'conflict' }
  /** More than one story fits what is there. */
  | { kind: 'cannotTell' }

/**
 * Compares an order's sections before a write with what a read-back shows now. `taken` are sections known to belong to
 * other boxes. Contents alone never decide: a section counts as this step's work only if it was not there before, or
 * is the one the step named, and the goods left behind fit as well.
 */
export function reconcile(step: Step, before: Section[], now: Section[], taken: readonly string[]): Reading {
  return step.kind === 'ship' ? readShip(step, before, now) : readSplit(step, before, now, taken)
}

function readShip(step: Extract<Step, { kind: 'ship' }>, before: Section[], now: Section[]): Reading {
  const { sectionCode } = step
  const was = before.find((section) => section.code === sectionCode)
  const is = now.find((section) => section.code === sectionCode)
  if (was === undefined || is === undefined) return { kind: 'conflict' }
  const expected = step.invoice ?? was.invoice
  switch (is.status) {
    case 'SHIPPING':
    case 'SHIPPING_COMPLETE':
    case 'PURCHASE_CONFIRMATION':
      return sameInvoice(is.invoice, expected) ? { kind: 'applied', sectionCode } : { kind: 'conflict' }
    case 'SHIPPING_READY':
      return sameOrNone(is.invoice, was.invoice) ? { kind: 'notApplied' } : { kind: 'conflict' }
    default:
      return { kind: 'conflict' }
  }
}

function readSplit(step: SplitStep, before: Section[], now: Section[], taken: readonly string[]): Reading {
  const was = before.find((section) => section.code === step.sectionCode)
  if (was === undefined) return { kind: 'conflict' }
  const is = now.find((section) => section.code === step.sectionCode)
  const goods = step.contents === null ? goodsIn(was) : goodsOf(step.contents, was)
  const fresh = now.filter((section) => !before.some((old) => old.code === section.code))
  if (is !== undefined && unchanged(was, is)) {
    return fresh.some((section) => isTheWork(step, was, section, goods))
      ? { kind: 'cannotTell' }
      : { kind: 'notApplied' }
  }
  const whole = sameGoods(goodsIn(was), goods)
  const candidates = [...(is === undefined ? [] : [is]), ...fresh].filter(
    (section) => !taken.includes(section.code) && isTheWork(step, was, section, goods),
  )
  const rest = without(goodsIn(was), goods)
  const fitting = candidates.filter(
    (box) => whole || restIsThere(rest, was, box, is === undefined ? fresh : [is, ...fresh]),
  )
  const [first, second] = fitting
  if (first === undefined) return { kind: 'conflict' }
  return second === undefined ? { kind: 'applied', sectionCode: first.code } : { kind: 'cannotTell' }
}

/** A section that looks like the step's result: the right status, goods and waybill. */
function isTheWork(step: SplitStep, was: Section, section: Section, goods: Goods): boolean {
  if (!sameGoods(goods, goodsIn(section))) return false
  if (step.kind === 'register') return sameInvoice(section.invoice, step.invoice) && isUnderway(section)
  return section.status === 'SHIPPING_READY' && sameOrNone(section.invoice, was.invoice)
}

const isUnderway = (section: Section): boolean =>
  section.status === 'SHIPPING_READY' ||
  section.status === 'SHIPPING' ||
  section.status === 'SHIPPING_COMPLETE'

/** What the box left behind is found once: in the old section, or in a new one where the box kept the old code. */
const restIsThere = (rest: Goods, was: Section, box: Section, places: Section[]): boolean =>
  places.some(
    (section) =>
      section.code !== box.code && section.status === was.status && sameGoods(goodsIn(section), rest),
  )

const unchanged = (was: Section, is: Section): boolean =>
  was.status === is.status && sameOrNone(was.invoice, is.invoice) && sameGoods(goodsIn(was), goodsIn(is))

const sameOrNone = (a: Section['invoice'], b: Section['invoice']): boolean =>
  (a === null && b === null) || sameInvoice(a, b)
