import type { BoxView } from '../../shared/contract/snapshot.ts'
import { boxesOf, orderIn, unitsOfRun, type Ledger, type LedgerBox, type OrderLedger } from './ledger.ts'

/** Something the packer was told and that is not there (`lost`), or is there without having been scanned (`extra`). */
export interface Difference {
  readonly kind: 'lost' | 'extra'
  /** How many acknowledged scans it concerns. */
  readonly count: number
  readonly text: string
}

/** A box as a screen or a log has it. */
export interface SeenBox {
  readonly number: number
  readonly state: BoxView['state']
  readonly goods: ReadonlyMap<string, number>
  readonly invoiceNo: string | null
}

/** The desk as its screen shows it. */
export interface SeenDesk {
  readonly orderNo: string
  readonly lines: readonly { readonly itemNo: string; readonly done: number }[]
  readonly boxes: readonly SeenBox[]
}

/** Whatever speaks against the desk on the screen being the one the packer remembers. */
export function deskDifferences(ledger: Ledger, desk: SeenDesk | null): Difference[] {
  const { onDesk } = ledger
  if (onDesk !== (desk?.orderNo ?? null)) {
    const text = `order ${String(onDesk)} was on the desk, the screen shows ${String(desk?.orderNo ?? null)}`
    return [{ kind: onDesk === null ? 'extra' : 'lost', count: 1, text }]
  }
  if (onDesk === null || desk === null) return []
  const order = orderIn(ledger, onDesk)
  const inBoxes = boxDifferences(onDesk, order, desk.boxes)
  // Lines are sums over boxes: they say something of their own only where the boxes are right.
  return inBoxes.length > 0 ? inBoxes : lineDifferences(onDesk, order, desk)
}

function lineDifferences(orderNo: string, order: OrderLedger, desk: SeenDesk): Difference[] {
  const units = unitsOfRun(order)
  return desk.lines.flatMap(({ itemNo, done }) => {
    const expected = units.get(itemNo) ?? 0
    return difference(`order ${orderNo}, line ${itemNo}`, expected, done)
  })
}

/** Compares an order's boxes, as remembered, with those that are there. */
export function boxDifferences(orderNo: string, order: OrderLedger, seen: readonly SeenBox[]): Difference[] {
  const expected = boxesOf(order)
  const missing = [...expected].filter(([number]) => !seen.some((box) => box.number === number))
  return [
    ...missing.map(([number, box]): Difference => {
      const count = 1 + [...box.goods.values()].reduce((sum, units) => sum + units, 0)
      return { kind: 'lost', count, text: `order ${orderNo}: box ${String(number)} is gone` }
    }),
    ...seen.flatMap((box) =>
      oneBox(`order ${orderNo}, box ${String(box.number)}`, expected.get(box.number), box),
    ),
  ]
}

/** A box goes this way only. */
const stages: readonly BoxView['state'][] = ['open', 'closed', 'sealed']

function oneBox(where: string, expected: LedgerBox | undefined, seen: SeenBox): Difference[] {
  if (expected === undefined) return [{ kind: 'extra', count: 1, text: `${where}: nobody opened it` }]
  const items = new Set([...expected.goods.keys(), ...seen.goods.keys()])
  const found = [...items].flatMap((itemNo) =>
    difference(`${where}, item ${itemNo}`, expected.goods.get(itemNo) ?? 0, seen.goods.get(itemNo) ?? 0),
  )
  if (expected.state !== seen.state || expected.invoiceNo !== seen.invoiceNo) {
    const was = `${expected.state} ${expected.invoiceNo ?? ''}`.trim()
    const is = `${seen.state} ${seen.invoiceNo ?? ''}`.trim()
    const kind = stages.indexOf(seen.state) > stages.indexOf(expected.state) ? 'extra' : 'lost'
    found.push({ kind, count: 1, text: `${where}: was ${was}, is ${is}` })
  }
  return found
}

function difference(where: string, expected: number, seen: number): Difference[] {
  if (expected === seen) return []
  const text = `${where}: ${String(expected)} units acknowledged, ${String(seen)} there`
  return [{ kind: seen < expected ? 'lost' : 'extra', count: Math.abs(expected - seen), text }]
}
