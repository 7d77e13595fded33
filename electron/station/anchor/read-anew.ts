import type { HeardOrder } from '../../../shared/domain/orders/document.ts'
import { readOrder } from '../../../shared/domain/orders/read-order.ts'
import type { Database } from '../database/open.ts'
import type { StoreAnswer } from '../imweb/call.ts'
import type { OrderService } from '../imweb/order-service.ts'
import type { OrderTable } from '../orders/order-table.ts'
import type { Readings } from '../orders/readings.ts'
import type { IntentTable } from '../outbox/intent-table.ts'
import type { Clock, Report } from '../ports.ts'
import type { AnchorKeeper } from './anchor.ts'
import type { Reading } from './doubt.ts'
import { doubtIntents, freeIntents } from './doubtful-intents.ts'
import { awayStatuses, strangeSections } from './strange-sections.ts'

/** Calls made before the pull gets its turn to say how things stand. */
const callsATime = 20

/** What left the store this long before the log's last event is asked for as well: the two clocks may be apart. */
const clockApartMs = 10 * 60_000

/** Where the log has no event at all: how far back is asked for what has left. */
const withoutLogMs = 7 * 24 * 3_600_000

/** How often an order may get no answer, alone, before a person is to look at it and the others go on. */
const triesAlone = 5

/** As a pull's result: failed where the store did not answer. */
export type ReadAnewResult =
  { kind: 'done'; more: true } | { kind: 'failed'; answer: Exclude<StoreAnswer<unknown>, { kind: 'ok' }> }

export type ReadAnewParts = {
  db: Database
  anchor: Pick<AnchorKeeper, 'doubt' | 'note'>
  orders: Pick<OrderTable, 'get' | 'save'>
  readings: Pick<Readings, 'touch'>
  outbox: IntentTable
  service: Pick<OrderService, 'order' | 'sentWith'>
  clock: Clock
  report: Report
  /** Every list of what is to be shipped is gone through anew. */
  forgetPull: () => void
}

/**
 * While the desk's data is in doubt: reads the order of every open intent, then what has left the store since the log's last
 * event, before any list is pulled that would put the new over the old. Its place is kept. Null: nothing is left to read.
 */
export function createReadAnew(parts: ReadAnewParts) {
  const { db, anchor, orders, readings, outbox, service, clock, report, forgetPull } = parts
  let alone: { orderNo: string; tries: number } | null = null

  return async (unitCode: string): Promise<ReadAnewResult | null> => {
    for (let calls = 0; calls < callsATime; calls += 1) {
      const doubt = anchor.doubt()
      if (doubt === null) return null
      const [intent] = outbox.openAfter(doubt.reading.afterSeq, 1)
      const status = awayStatuses[doubt.reading.list.status]
      if (intent === undefined && status === undefined) return null
      const unanswered =
        intent === undefined ? await readList(unitCode) : await readOne(intent.orderNo, intent.seq)
      if (unanswered !== null) return { kind: 'failed', answer: unanswered }
    }
    return { kind: 'done', more: true }
  }

  function write(change: (reading: Reading) => Reading): void {
    const doubt = anchor.doubt()
    if (doubt !== null) anchor.note(change(doubt.reading))
  }

  async function readOne(orderNo: string, seq: number) {
    const answer = await service.order(orderNo, 'read')
    const isKnown =
      answer.kind === 'ok' || answer.kind === 'refused' || (answer.kind === 'unanswered' && isSilent(orderNo))
    if (!isKnown) return answer
    db.transaction(() => {
      const strange = answer.kind === 'ok' && keep(answer.data)
      if (answer.kind !== 'ok') doubtIntents(outbox, orderNo, clock())
      write((reading) => ({
        ...reading,
        afterSeq: seq,
        orders: reading.orders + 1,
        strange: strange ? withOrder(reading.strange, orderNo) : reading.strange,
      }))
    }).immediate()
    return null
  }

  /** Whether the store has not answered for this order so often that it is this order's own fault. */
  function isSilent(orderNo: string): boolean {
    alone = { orderNo, tries: alone?.orderNo === orderNo ? alone.tries + 1 : 1 }
    return alone.tries >= triesAlone
  }

  /** Keeps an order as it is now; whether it has parcels that this desk knows nothing of. Then a person is asked first. */
  function keep(heard: HeardOrder): boolean {
    const { orderNo } = heard
    const before = orders.get(orderNo)
    const now = orders.save(heard)
    readings.touch(orderNo)
    const intents = outbox.ofOrder(orderNo)
    // Read for another of its intents before, it has nothing new by now, and is no less strange.
    const wasStrange = anchor.doubt()?.reading.strange.includes(orderNo) === true
    const isStrange = wasStrange || strangeSections(now, before, intents).length > 0
    if (isStrange) doubtIntents(outbox, orderNo, clock())
    else freeIntents(outbox, now, clock())
    return isStrange
  }

  /** The next page of what has left. It is only looked at: the pull and the lane read what they need themselves. */
  async function readList(unitCode: string) {
    const doubt = anchor.doubt()
    const status = awayStatuses[doubt?.reading.list.status ?? awayStatuses.length]
    if (doubt === null || status === undefined) return null
    const since = (doubt.lastAt ?? doubt.since - withoutLogMs) - clockApartMs
    const sentSince = status === 'SHIPPING_READY' ? null : new Date(since).toISOString()
    const answer = await service.sentWith(status, unitCode, doubt.reading.list.page, sentSince)
    if (answer.kind !== 'ok' && answer.kind !== 'refused') return answer
    if (answer.kind === 'refused') report('anchor', new Error(`list refused: ${answer.errorCode}`))
    const page = answer.kind === 'ok' ? answer.data : { orders: [], isLast: true }
    const strange = page.orders.filter(showsStrange).map(({ orderNo }) => orderNo)
    db.transaction(() => {
      write((reading) => ({
        ...reading,
        list: page.isLast
          ? { status: reading.list.status + 1, page: 1 }
          : { ...reading.list, page: reading.list.page + 1 },
        strange: strange.reduce(withOrder, reading.strange),
      }))
      if (anchor.doubt()?.reading.list.status === awayStatuses.length) forgetPull()
    }).immediate()
    return null
  }

  function showsStrange({ orderNo, document }: HeardOrder): boolean {
    const now = readOrder(orderNo, document)
    return strangeSections(now, orders.get(orderNo), outbox.ofOrder(orderNo)).length > 0
  }
}

const withOrder = (all: string[], orderNo: string): string[] =>
  all.includes(orderNo) ? all : [...all, orderNo]
