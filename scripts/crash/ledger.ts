import type { UndoableEvent } from '../../shared/domain/packing/packing.ts'

/** What the packer does; `current` below is the number of the box that the screen shows as current. */
export type Action =
  | { readonly kind: 'open'; readonly orderNo: string }
  | { readonly kind: 'item'; readonly code: string; readonly itemNo: string; readonly units: number }
  | { readonly kind: 'closeBox' }
  | { readonly kind: 'nextBox' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'seal'; readonly invoiceNo: string }
  | { readonly kind: 'putDown' }
  /** A code that the desk has to turn down, whatever is on it. */
  | { readonly kind: 'nonsense'; readonly code: string }

/** An acknowledged step that could still be taken back when it was made. */
type Entry =
  | { readonly type: 'boxOpened'; readonly box: number }
  | { readonly type: 'itemScanned'; readonly box: number; readonly itemNo: string; readonly units: number }
  | { readonly type: 'boxClosed'; readonly box: number }

/** What the packer has been told about one order, in the order it was told. */
export interface OrderLedger {
  readonly entries: readonly Entry[]
  /** Box number to waybill. */
  readonly sealed: ReadonlyMap<number, string>
  /** Entries before this one can no longer be taken back. */
  readonly undoFrom: number
  /** Entries before this one belong to an earlier opening of the order. */
  readonly runFrom: number
}

/** The packer's own memory: everything the desk has acknowledged. Never changed, only followed by the next one. */
export interface Ledger {
  readonly onDesk: string | null
  readonly orders: ReadonlyMap<string, OrderLedger>
}

export const emptyLedger: Ledger = { onDesk: null, orders: new Map() }

const newOrder: OrderLedger = { entries: [], sealed: new Map(), undoFrom: 0, runFrom: 0 }

export interface LedgerBox {
  readonly state: 'open' | 'closed' | 'sealed'
  /** Item number to units. */
  readonly goods: ReadonlyMap<string, number>
  readonly invoiceNo: string | null
}

/** An order's boxes by number, as the packer has been told of them. */
export function boxesOf(order: OrderLedger): Map<number, LedgerBox> {
  const boxes = new Map<number, LedgerBox>()
  for (const entry of order.entries) {
    const box = boxes.get(entry.box) ?? { state: 'open', goods: new Map<string, number>(), invoiceNo: null }
    boxes.set(entry.box, put(box, entry))
  }
  for (const [number, invoiceNo] of order.sealed) {
    const box = boxes.get(number)
    if (box !== undefined) boxes.set(number, { ...box, state: 'sealed', invoiceNo })
  }
  return boxes
}

function put(box: LedgerBox, entry: Entry): LedgerBox {
  switch (entry.type) {
    case 'boxOpened':
      return box
    case 'boxClosed':
      return { ...box, state: 'closed' }
    case 'itemScanned': {
      const goods = new Map(box.goods)
      goods.set(entry.itemNo, (goods.get(entry.itemNo) ?? 0) + entry.units)
      return { ...box, goods }
    }
  }
}

/** Units of the present opening by item number. */
export function unitsOfRun(order: OrderLedger): Map<string, number> {
  const units = new Map<string, number>()
  for (const entry of order.entries.slice(order.runFrom)) {
    if (entry.type === 'itemScanned') units.set(entry.itemNo, (units.get(entry.itemNo) ?? 0) + entry.units)
  }
  return units
}

export const orderIn = (ledger: Ledger, orderNo: string): OrderLedger =>
  ledger.orders.get(orderNo) ?? newOrder

/** Orders of which the packer knows more than at an earlier time, or may do so by an action without an answer. */
export function ordersChanged(before: Ledger, now: Ledger, inFlight: Action | null): string[] {
  const about = inFlight?.kind === 'open' ? inFlight.orderNo : now.onDesk
  const changed = [...now.orders].filter(([orderNo, order]) => before.orders.get(orderNo) !== order)
  return [...changed.map(([orderNo]) => orderNo), ...(inFlight === null || about === null ? [] : [about])]
}

/** What an undo would take back: null where the packer knows of nothing. */
export function undoable(ledger: Ledger): UndoableEvent['type'] | null {
  if (ledger.onDesk === null) return null
  const { entries, undoFrom } = orderIn(ledger, ledger.onDesk)
  return entries.length > undoFrom ? (entries.at(-1)?.type ?? null) : null
}

/**
 * The ledger after an accepted action. Opening an order again can mean two things, which only the answer or the screen
 * tells apart: going on (first), or starting anew with what is left (second).
 */
export function outcomes(
  ledger: Ledger,
  action: Action,
  current: number | null,
): readonly [Ledger, ...Ledger[]] {
  if (action.kind === 'nonsense') return [ledger]
  if (action.kind === 'putDown') return [{ ...ledger, onDesk: null }]
  if (action.kind === 'open') {
    const order = orderIn(ledger, action.orderNo)
    const count = order.entries.length
    const orders = (next: OrderLedger) => new Map(ledger.orders).set(action.orderNo, next)
    const { orderNo: onDesk } = action
    return [
      { onDesk, orders: orders(order) },
      { onDesk, orders: orders({ ...order, undoFrom: count, runFrom: count }) },
    ]
  }
  if (ledger.onDesk === null) return [ledger]
  const next = change(orderIn(ledger, ledger.onDesk), action, current)
  return [{ ...ledger, orders: new Map(ledger.orders).set(ledger.onDesk, next) }]
}

type BoxAction = Extract<Action, { kind: 'item' | 'closeBox' | 'nextBox' | 'undo' | 'seal' }>

function change(order: OrderLedger, action: BoxAction, current: number | null): OrderLedger {
  const add = (...more: Entry[]): OrderLedger => ({ ...order, entries: [...order.entries, ...more] })
  const newBox = Math.max(0, ...boxesOf(order).keys()) + 1
  switch (action.kind) {
    case 'item': {
      const { itemNo, units } = action
      const scanned: Entry = { type: 'itemScanned', box: current ?? newBox, itemNo, units }
      return current === null ? add({ type: 'boxOpened', box: newBox }, scanned) : add(scanned)
    }
    case 'closeBox':
      return current === null ? order : add({ type: 'boxClosed', box: current })
    case 'nextBox': {
      const opened: Entry = { type: 'boxOpened', box: newBox }
      const isOpen = current !== null && boxesOf(order).get(current)?.state === 'open'
      return isOpen ? add({ type: 'boxClosed', box: current }, opened) : add(opened)
    }
    case 'undo':
      return order.entries.length > order.undoFrom ? { ...order, entries: order.entries.slice(0, -1) } : order
    case 'seal': {
      if (current === null) return order
      const sealed = new Map(order.sealed).set(current, action.invoiceNo)
      return { ...order, sealed, undoFrom: order.entries.length }
    }
  }
}
