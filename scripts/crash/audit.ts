import Sqlite from 'better-sqlite3'
import { createPackingLog } from '../../electron/station/log/log.ts'
import { replay } from '../../shared/domain/packing/log/evolve.ts'
import { nothingPacked } from '../../shared/domain/packing/packing.ts'
import { boxDifferences, type Difference } from './compare.ts'
import { boxesOf, type Ledger } from './ledger.ts'
import type { ShopOrder, ShopSection } from './read-shop.ts'
import type { ShopWrite } from './shop.ts'

/** What the packer was told, held against the packing log in the closed app's database. */
export function auditLog(databaseFile: string, ledger: Ledger): Difference[] {
  const db = new Sqlite(databaseFile, { readonly: true, fileMustExist: true })
  try {
    const log = createPackingLog(db)
    const broken = log.firstBreak()
    const chain: Difference[] =
      broken === null ? [] : [{ kind: 'lost', count: 1, text: `the log is broken at ${String(broken.seq)}` }]
    const orders = [...ledger.orders].flatMap(([orderNo, order]) => {
      const packing = replay(nothingPacked(orderNo), log.eventsOf(orderNo))
      const boxes = packing.boxes.map((box) => ({
        number: box.number,
        state: box.state,
        goods: new Map(box.contents.map(({ itemNo, qty }) => [itemNo, qty])),
        invoiceNo: box.state === 'sealed' ? (box.invoice?.invoiceNo ?? null) : null,
      }))
      return boxDifferences(orderNo, order, boxes)
    })
    return [...chain, ...orders].map((found) => ({ ...found, text: `in the log, ${found.text}` }))
  } finally {
    db.close()
  }
}

export interface StoreAudit {
  readonly differences: readonly Difference[]
  readonly boxesSealed: number
  /** Sections of those orders that are on their way with one of those waybills. */
  readonly sections: number
  readonly duplicates: number
}

/** Sealed boxes held against the store: each is one section, on its way, with its own waybill and exactly its goods. */
export function auditStore(
  ledger: Ledger,
  original: ReadonlyMap<string, ShopOrder>,
  now: readonly ShopOrder[],
): StoreAudit {
  const differences: Difference[] = []
  let boxesSealed = 0
  let sections = 0
  let duplicates = 0
  for (const [orderNo, order] of ledger.orders) {
    const before = original.get(orderNo)
    const after = now.find((candidate) => candidate.orderNo === orderNo)
    if (before === undefined || after === undefined) {
      differences.push({ kind: 'lost', count: 1, text: `the store does not know order ${orderNo}` })
      continue
    }
    const lineOf = linesByItem(before, after)
    const boxes = boxesOf(order)
    boxesSealed += order.sealed.size
    for (const [number, invoiceNo] of order.sealed) {
      const found = after.sections.filter((section) => section.invoiceNo === invoiceNo)
      sections += found.length
      duplicates += Math.max(0, found.length - 1)
      const goods = byLine(
        [...(boxes.get(number)?.goods ?? [])].map(([item, qty]) => [lineOf.get(item) ?? item, qty]),
      )
      differences.push(...boxInStore(`order ${orderNo}, box ${String(number)} (${invoiceNo})`, goods, found))
    }
    const strangers = after.sections.filter((section) =>
      isStrange(section, [...order.sealed.values()], before),
    )
    duplicates += strangers.length
    differences.push(
      ...strangers.map(({ code }): Difference => {
        return {
          kind: 'extra',
          count: 1,
          text: `order ${orderNo}: nobody packed section ${code}, yet it is on its way`,
        }
      }),
    )
    const others = after.sections.filter(
      ({ invoiceNo }) => ![...order.sealed.values()].includes(invoiceNo ?? ''),
    )
    if (others.length > before.sections.length) {
      differences.push({
        kind: 'extra',
        count: 1,
        text: `order ${orderNo} was split more often than boxes were packed`,
      })
    }
    if (show(goodsOf(before.sections)) !== show(goodsOf(after.sections))) {
      differences.push({
        kind: 'extra',
        count: 1,
        text: `order ${orderNo} has other goods than it was placed with`,
      })
    }
  }
  return { differences, boxesSealed, sections, duplicates }
}

/** The most calls a box may take: an outside channel's takes one more, for its waybill comes before its shipping. */
const callsPerBox = 2
const callsPerOutsideBox = 3

/**
 * Whether anything was written twice: nobody but the desk changes these orders, so the store has nothing to refuse, and
 * an order takes no more calls than its boxes need.
 */
export function auditWrites(
  ledger: Ledger,
  writes: readonly ShopWrite[],
  isOutside: (orderNo: string) => boolean,
): Difference[] {
  const refused = writes.filter(({ outcome }) => outcome === 'refused')
  const tooMany = [...ledger.orders].flatMap(([orderNo, { sealed }]): Difference[] => {
    const done = writes.filter((write) => write.orderNo === orderNo && write.outcome === 'done').length
    const most = sealed.size * (isOutside(orderNo) ? callsPerOutsideBox : callsPerBox)
    const text = `order ${orderNo} took ${String(done)} writes for ${String(sealed.size)} boxes`
    return done <= most ? [] : [{ kind: 'extra', count: done - most, text }]
  })
  return [
    ...refused.map(({ orderNo }): Difference => {
      return { kind: 'extra', count: 1, text: `the store refused a write to order ${orderNo}` }
    }),
    ...tooMany,
  ]
}

/** However many desks there are and whatever they have forgotten: a waybill is on one section only. */
export function auditWaybills(orders: readonly ShopOrder[], ours: ReadonlySet<string>): Difference[] {
  const places = new Map<string, string[]>()
  for (const { code, invoiceNo } of orders.flatMap((order) => order.sections)) {
    if (invoiceNo !== null && ours.has(invoiceNo))
      places.set(invoiceNo, [...(places.get(invoiceNo) ?? []), code])
  }
  return [...places].flatMap(([invoiceNo, codes]): Difference[] => {
    const text = `waybill ${invoiceNo} is on sections ${codes.join(', ')}`
    return codes.length < 2 ? [] : [{ kind: 'extra', count: codes.length - 1, text }]
  })
}

function boxInStore(where: string, goods: UnitsByLine, found: readonly ShopSection[]): Difference[] {
  const [section, ...more] = found
  if (section === undefined) return [{ kind: 'lost', count: 1, text: `the store has nothing of ${where}` }]
  const extra = more.map(({ code }): Difference => ({
    kind: 'extra',
    count: 1,
    text: `${where} is also section ${code}`,
  }))
  const wrong =
    section.status !== 'SHIPPING' || show(goodsOf([section])) !== show(goods)
      ? [
          `${where} is section ${section.code}, ${section.status}: ${show(goodsOf([section]))}, packed were ${show(goods)}`,
        ]
      : []
  return [...extra, ...wrong.map((text): Difference => ({ kind: 'lost', count: 1, text }))]
}

/** On its way without ever having been packed here: not before, and with no waybill of ours. */
function isStrange(section: ShopSection, ours: readonly string[], before: ShopOrder): boolean {
  if (section.status !== 'SHIPPING' || ours.includes(section.invoiceNo ?? '')) return false
  return !before.sections.some((old) => old.code === section.code && old.status === section.status)
}

type UnitsByLine = ReadonlyMap<string, number>

function linesByItem(...orders: readonly ShopOrder[]): Map<string, string> {
  const items = orders.flatMap((order) => order.sections).flatMap((section) => section.items)
  return new Map(items.map(({ itemNo, line }) => [itemNo, line]))
}

const goodsOf = (sections: readonly ShopSection[]): UnitsByLine =>
  byLine(sections.flatMap((section) => section.items).map(({ line, qty }) => [line, qty]))

function byLine(units: readonly (readonly [line: string, qty: number])[]): UnitsByLine {
  const goods = new Map<string, number>()
  for (const [line, qty] of units) goods.set(line, (goods.get(line) ?? 0) + qty)
  return goods
}

const show = (goods: UnitsByLine): string =>
  [...goods]
    .filter(([, qty]) => qty > 0)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([line, qty]) => `${line}×${String(qty)}`)
    .join(' ')
