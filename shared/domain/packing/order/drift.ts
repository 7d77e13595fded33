import { sameReceiver, type Order, type Receiver } from '../../orders/order.ts'
import type { Line } from '../goods/line.ts'
import { linesOf, noMarks, type LineMarks } from '../goods/line.ts'
import type { Packing } from '../packing.ts'

/** How an order has moved on at the store since the packer opened it. */
export type Drift = {
  /** Lines that now have other quantities, by name; a line that is new was 0, one that is gone is 0 now. */
  lines: { name: string; was: number; now: number }[]
  /** The new receiver, where a parcel for the old one would no longer arrive. */
  receiver: Receiver | null
}

/**
 * Compares the lines on the desk with the order as the store has it now; null where nothing moved. What this opening's
 * own boxes have become at the store (`ownSections`) still counts as the desk's.
 */
export function driftOf(packing: Packing, order: Order, ownSections: readonly string[]): Drift | null {
  const now = unitsByLine(unitsNow(order, ownSections))
  const was = unitsByLine(packing.lines.map((line) => ({ ...line, units: line.qty })))
  const names = new Map([
    ...order.sections.flatMap((section) =>
      section.items.map((item) => [item.orderItemCode, item.product.name] as const),
    ),
    ...packing.lines.map((line) => [line.orderItemCode, line.product.name] as const),
  ])
  const lines = [...new Set([...was.keys(), ...now.keys()])]
    .map((line) => ({ name: names.get(line) ?? line, was: was.get(line) ?? 0, now: now.get(line) ?? 0 }))
    .filter((change) => change.was !== change.now)
  const receiver = receiverNow(packing, order)
  const moved = !sameReceiver(packing.receiver, receiver)
  return lines.length === 0 && !moved ? null : { lines, receiver: moved ? receiver : null }
}

/**
 * The lines after the packer has taken the store's word: each keeps its place on the desk with the units there are now;
 * lines that are gone stay, with none, while boxes still hold some of them.
 */
export function linesAfterDrift(
  packing: Packing,
  order: Order,
  ownSections: readonly string[],
  marks: LineMarks,
): Line[] {
  const now = unitsNow(order, ownSections)
  const known = new Set(packing.lines.map((line) => line.orderItemCode))
  const units = new Map(
    [...known].flatMap((code) => {
      const ofItem = ({ orderItemCode }: { orderItemCode: string }) => orderItemCode === code
      return sharedOut(packing, packing.lines.filter(ofItem), now.filter(ofItem), ownSections)
    }),
  )
  const changed = packing.lines.map((line) => ({ ...line, qty: units.get(line) ?? 0 }))
  const added = linesOf(order, marks).filter((line) => !known.has(line.orderItemCode))
  return [...changed.filter((line) => line.qty > 0 || isInABox(packing, line)), ...added]
}

/**
 * How many of an item's units each of its lines has, one in each of some sections: those in its own section, and of what the
 * desk's boxes became elsewhere (`told`) as many as its boxes hold. What is left, in sections without a line, fills the lines
 * up to what they had; what is left then is the last one's.
 */
function sharedOut(packing: Packing, lines: readonly Line[], now: readonly Units[], own: readonly string[]) {
  const isOfLine = (line: Line) => (each: Units) =>
    each.sectionCode === line.sectionCode && each.itemNo === line.itemNo
  const others = now.filter((each) => !lines.some((line) => isOfLine(line)(each)))
  let told = total(others.filter(({ sectionCode }) => own.includes(sectionCode)))
  let rest = total(others) - told
  const first = lines.map((line): [Line, number] => {
    const here = total(now.filter(isOfLine(line)))
    const boxed = Math.min(told, unitsSealed(packing, line), Math.max(0, line.qty - here))
    told -= boxed
    return [line, here + boxed]
  })
  rest += told
  return first.map(([line, units], index): [Line, number] => {
    const isLast = index === first.length - 1
    const more = isLast ? rest : Math.min(rest, Math.max(0, line.qty - units))
    rest -= more
    return [line, units + more]
  })
}

const total = (entries: readonly Units[]): number => entries.reduce((sum, { units }) => sum + units, 0)

/** Units of a line in sealed boxes of this opening. */
const unitsSealed = (packing: Packing, { sectionCode, itemNo }: Line): number =>
  packing.boxes
    .filter((box) => box.run === packing.run && box.state === 'sealed' && box.sectionCode === sectionCode)
    .flatMap(({ contents }) => contents)
    .filter((content) => content.itemNo === itemNo)
    .reduce((sum, { qty }) => sum + qty, 0)

/** Whom the order on the desk goes to by the store's present word. */
export function receiverNow(packing: Packing, order: Order): Receiver | null {
  const codes = packing.lines.map((line) => line.sectionCode)
  const own = order.sections.find((section) => codes.includes(section.code)) ?? order.sections[0]
  return own?.receiver ?? null
}

type Units = { sectionCode: string; itemNo: string; orderItemCode: string; units: number }

/** What waits at the store, and what the desk's own boxes have become there. */
function unitsNow(order: Order, ownSections: readonly string[]): Units[] {
  const waiting = linesOf(order, noMarks)
  const told = order.sections
    .filter(({ code }) => ownSections.includes(code) && !waiting.some((line) => line.sectionCode === code))
    .flatMap(({ code: sectionCode, items }) => items.map((item) => ({ ...item, sectionCode })))
  return [...waiting, ...told].map(({ sectionCode, itemNo, orderItemCode, qty }) => {
    return { sectionCode, itemNo, orderItemCode, units: qty }
  })
}

function unitsByLine(entries: { orderItemCode: string; units: number }[]): Map<string, number> {
  const units = new Map<string, number>()
  for (const entry of entries)
    units.set(entry.orderItemCode, (units.get(entry.orderItemCode) ?? 0) + entry.units)
  return units
}

const isInABox = (packing: Packing, line: Line): boolean =>
  packing.boxes.some(
    (box) =>
      box.run === packing.run &&
      box.sectionCode === line.sectionCode &&
      box.contents.some((content) => content.itemNo === line.itemNo),
  )
