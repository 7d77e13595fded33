import type { HistoryBox, HistoryEntry, OrderHistory } from '../../../shared/contract/board.ts'
import { optionText } from '../../../shared/domain/orders/option-text.ts'
import type { Order, Product } from '../../../shared/domain/orders/order.ts'
import { packingEventSchema, type LoggedEvent } from '../../../shared/domain/packing/log/events.ts'
import { replay } from '../../../shared/domain/packing/log/evolve.ts'
import { nothingPacked, type Box } from '../../../shared/domain/packing/packing.ts'
import type { Database } from '../database/open.ts'
import type { Intent } from '../outbox/intent-table.ts'
import { dispatchView } from '../outbox/outbox-view.ts'
import type { FindOrders } from './find-orders.ts'

export type HistoryParts = {
  db: Database
  findOrders: FindOrders
  order: (orderNo: string) => Order | null
  outboxOf: (orderNo: string) => Intent[]
  courierName: (idx: number) => string
}

/** What happened to an order at this desk, from the packing log, and what became of its boxes. */
export function createHistory({ db, findOrders, order, outboxOf, courierName }: HistoryParts) {
  const rows = db.prepare<[string], { seq: number; at: number; by: string | null; event: string }>(
    `SELECT l.seq, l.at, p.name AS by, l.event FROM packing_log l
     LEFT JOIN people p ON p.id = json_extract(l.event, '$.by') WHERE l.order_no = ? ORDER BY l.seq`,
  )

  return (orderNo: string): OrderHistory => {
    const logged = rows
      .all(orderNo)
      .map(({ event, ...rest }) => ({ ...rest, event: packingEventSchema.parse(JSON.parse(event)) }))
    const stored = order(orderNo)
    const items = itemsOf(logged, stored)
    const reported = outboxOf(orderNo)
    const { boxes } = replay(nothingPacked(orderNo), logged)
    return {
      orderNo,
      order: findOrders.one(orderNo),
      entries: withUndone(logged),
      boxes: boxes.map((box) =>
        boxOf(box, reported.find(({ kind, boxId }) => kind === 'dispatch' && boxId === box.id) ?? null),
      ),
      items,
    }

    function boxOf(box: Box, row: Intent | null): HistoryBox {
      const named = (itemNo: string) => items[itemNo] ?? { name: itemNo, options: '' }
      const waybill = box.state === 'sealed' || box.state === 'voided' ? box.invoice : null
      return {
        boxId: box.id,
        number: box.number,
        state: box.state,
        contents: box.contents.map(({ itemNo, qty }) => ({ ...named(itemNo), qty })),
        identities: box.identities.map(({ itemNo, kind, value, units }) => ({
          name: named(itemNo).name,
          kind,
          value,
          units,
        })),
        grams: box.grams,
        invoice: waybill === null ? null : { ...waybill, courierName: courierName(waybill.courierIdx) },
        sealedAt: sealedAt(logged, box.id),
        dispatch: row === null ? null : dispatchView(row, stored),
        handled: row?.handled ?? null,
      }
    }
  }
}

type Logged = LoggedEvent & { at: number; by: string | null }

function withUndone(logged: readonly Logged[]): HistoryEntry[] {
  const bySeq = new Map(logged.map(({ seq, event }) => [seq, event]))
  return logged.map((entry) => ({
    ...entry,
    undid: entry.event.type === 'undone' ? (bySeq.get(entry.event.seq) ?? null) : null,
  }))
}

const sealedAt = (logged: readonly Logged[], boxId: string): number | null =>
  logged.findLast(({ event }) => event.type === 'boxSealed' && event.boxId === boxId)?.at ?? null

/** Every product the entries can name: as the packer had it on the desk, or as the store has it now. */
function itemsOf(logged: readonly Logged[], order: Order | null): OrderHistory['items'] {
  const stored = (order?.sections ?? []).flatMap((section) => section.items)
  const packed = logged.flatMap(({ event }) =>
    event.type === 'orderOpened' || event.type === 'orderUpdated' ? event.lines : [],
  )
  return Object.fromEntries([...stored, ...packed].map(({ itemNo, product }) => [itemNo, namesOf(product)]))
}

const namesOf = (product: Product): { name: string; options: string } => ({
  name: product.name,
  options: optionText(product),
})
