import { sameInvoice, type Section } from '../orders/order.ts'
import type { Content } from '../packing/events.ts'
import { holdsExactly, type Step } from './step.ts'

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
export function reconcile(step: Step, before: Section[], now: Section[], taken: string[]): Reading {
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

type SplitStep = Extract<Step, { kind: 'prepare' | 'register' }>

function readSplit(step: SplitStep, before: Section[], now: Section[], taken: string[]): Reading {
  const was = before.find((section) => section.code === step.sectionCode)
  if (was === undefined) return { kind: 'conflict' }
  const is = now.find((section) => section.code === step.sectionCode)
  if (is !== undefined && unchanged(was, is)) {
    return newSections(before, now).some((section) => isTheWork(step, was, section, wanted(step, was)))
      ? { kind: 'cannotTell' }
      : { kind: 'notApplied' }
  }
  const contents = wanted(step, was)
  const whole = holdsExactly(was, contents)
  const candidates = [...(is === undefined ? [] : [is]), ...newSections(before, now)].filter(
    (section) => !taken.includes(section.code) && isTheWork(step, was, section, contents),
  )
  const fitting = candidates.filter((section) => whole || restFits(was, contents, now, before, section.code))
  const [first, second] = fitting
  if (first === undefined) return { kind: 'conflict' }
  return second === undefined ? { kind: 'applied', sectionCode: first.code } : { kind: 'cannotTell' }
}

const wanted = (step: SplitStep, was: Section): Content[] =>
  step.contents ?? was.items.map(({ itemNo, qty }) => ({ itemNo, qty }))

const newSections = (before: Section[], now: Section[]): Section[] =>
  now.filter((section) => !before.some((old) => old.code === section.code))

/** A section that looks like the step's result: the right status, goods and waybill. */
function isTheWork(step: SplitStep, was: Section, section: Section, contents: Content[]): boolean {
  if (!sameGoods(goodsOfContents(contents, was), goodsOf(section))) return false
  if (step.kind === 'register') return sameInvoice(section.invoice, step.invoice) && isUnderway(section)
  return section.status === 'SHIPPING_READY' && sameOrNone(section.invoice, was.invoice)
}

const isUnderway = (section: Section): boolean =>
  section.status === 'SHIPPING_READY' || section.status === 'SHIPPING' || section.status === 'SHIPPING_COMPLETE'

/** What the box left behind is found once: in the old section, or in a new one where the box kept the old code. */
function restFits(was: Section, contents: Content[], now: Section[], before: Section[], boxCode: string): boolean {
  const rest = subtract(goodsOf(was), goodsOfContents(contents, was))
  const places = now.filter(
    (section) =>
      section.code !== boxCode &&
      (section.code === was.code || !before.some((old) => old.code === section.code)) &&
      section.status === was.status,
  )
  return places.some((section) => sameGoods(goodsOf(section), rest))
}

function unchanged(was: Section, is: Section): boolean {
  return was.status === is.status && sameOrNone(was.invoice, is.invoice) && sameGoods(goodsOf(was), goodsOf(is))
}

const sameOrNone = (a: Section['invoice'], b: Section['invoice']): boolean =>
  (a === null && b === null) || sameInvoice(a, b)

/** Goods by order line: that code stays when a section is split, while item numbers may be given anew. */
type Goods = Map<string, number>

function goodsOf(section: Section): Goods {
  const goods: Goods = new Map()
  for (const item of section.items) goods.set(item.orderItemCode, (goods.get(item.orderItemCode) ?? 0) + item.qty)
  return goods
}

function goodsOfContents(contents: Content[], section: Section): Goods {
  const goods: Goods = new Map()
  for (const { itemNo, qty } of contents) {
    const line = section.items.find((item) => item.itemNo === itemNo)?.orderItemCode ?? itemNo
    goods.set(line, (goods.get(line) ?? 0) + qty)
  }
  return goods
}

function subtract(all: Goods, some: Goods): Goods {
  const rest = [...all].map(([line, qty]): [string, number] => [line, qty - (some.get(line) ?? 0)])
  return new Map(rest.filter(([, qty]) => qty > 0))
}

const sameGoods = (a: Goods, b: Goods): boolean =>
  a.size === b.size && [...a].every(([line, qty]) => b.get(line) === qty)
