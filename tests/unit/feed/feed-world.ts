import { openDatabase } from '../../../electron/station/database/open.ts'
import { createPull, type PullResult } from '../../../electron/station/feed/pull.ts'
import { createSweepTable } from '../../../electron/station/feed/sweep-table.ts'
import type { StoreAnswer } from '../../../electron/station/imweb/call.ts'
import type { OrderPage } from '../../../electron/station/imweb/read-answers.ts'
import { createReadings } from '../../../electron/station/orders/readings.ts'
import { createOrderTable } from '../../../electron/station/orders/order-table.ts'
import { createIntentTable } from '../../../electron/station/outbox/intent-table.ts'
import { createTakeIn } from '../../../electron/station/outbox/take-in.ts'
import { unknownHabits } from '../../../shared/domain/intents/habits.ts'
import type { HeardOrder } from '../../../shared/domain/orders/document.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import type { SectionStatus } from '../../../shared/domain/sections/status.ts'
import { heard, item, order, section } from '../orders.ts'

export const orderNo = (n: number): string => `20241010${String(n).padStart(7, '0')}`
const noon = '2026-11-24T12:00:00.000Z'

/** An order of so many units, in sections by their statuses. */
export const orderOf = (
  n: number,
  statuses: readonly SectionStatus[] = ['PRODUCT_PREPARATION'],
  qty = 1,
): Order =>
  order(
    statuses.map((status, at) =>
      section(`os${String(n)}-${String(at)}`, [item(`${String(n)}-${String(at)}`, qty, 'A')], { status }),
    ),
    { orderNo: orderNo(n), placedAt: noon },
  )

export const from = (first: number, count: number): Order[] =>
  Array.from({ length: count }, (_, at) => orderOf(first + at))

type List = 'PRODUCT_PREPARATION' | 'SHIPPING_READY'
/** What a test sets as it goes. */
type Settings = {
  /** What the store says to a list instead. */
  listFailure: Failure | null
  onDesk: string | null
  now: number
  /** Happens while an answer is on its way. */
  meanwhile: () => void
  /** Other work has its turn. */
  pause: () => Promise<void>
}

type Failure = Exclude<StoreAnswer<never>, { kind: 'ok' }>

/** A pull on a disk of its own, from a store that says what a test has put down for it. */
export function createFeed() {
  const db = openDatabase({ file: ':memory:' })
  const orders = createOrderTable(db)
  const readings = createReadings(() => Date.parse(noon))
  const sweep = createSweepTable(db)
  const reports: string[] = []
  const asked: string[] = []
  const lists: Record<List, Order[][]> = { PRODUCT_PREPARATION: [[]], SHIPPING_READY: [[]] }
  const singles = new Map<string, Order | Failure>()
  const createdWith: Settings = {
    listFailure: null,
    onDesk: null,
    now: Date.parse(noon),
    meanwhile: () => undefined,
    pause: () => Promise.resolve(),
  }
  const takeIn = createTakeIn({
    db,
    table: createIntentTable(db),
    orders,
    readings,
    habits: () => unknownHabits,
    clock: () => feed.now,
    logged: () => undefined,
  })
  const feed = Object.assign(createdWith, {
    db,
    takeIn,
    orders,
    readings,
    sweep,
    reports,
    /** The calls of the last pull: a list's page, or an order. */
    asked,
    /** The pages of each list. */
    lists,
    /** What the store says of an order by itself. */
    singles,
    /** As a new process makes it. */
    pull: (): Promise<PullResult> => {
      asked.length = 0
      return pullAnew()
    },
    /** How many orders are kept. */
    kept: (): number => Number(db.prepare('SELECT count(*) FROM orders').pluck().get()),
    statusOf: (n: number) => orders.get(orderNo(n))?.sections.map(({ status }) => status),
  })

  const page = (list: Order[][], number: number): OrderPage => ({
    orders: (list[number - 1] ?? []).map(heard),
    unreadable: 0,
    isLast: number >= list.length,
  })

  const pullAnew = () =>
    createPull({
      db,
      takeIn: feed.takeIn,
      readings,
      sweep,
      clock: () => feed.now,
      report: (what, error) => reports.push(`${what}: ${error instanceof Error ? error.message : ''}`),
      orderOnDesk: () => feed.onDesk,
      pause: () => feed.pause(),
      service: {
        ordersWith: (status, _unit, number, since = null): Promise<StoreAnswer<OrderPage>> => {
          asked.push(`${status} ${String(number)}${since === null ? '' : ` since ${since}`}`)
          feed.meanwhile()
          const list = status === 'SHIPPING_READY' ? lists.SHIPPING_READY : lists.PRODUCT_PREPARATION
          return Promise.resolve(feed.listFailure ?? { kind: 'ok', data: page(list, number) })
        },
        order: (no): Promise<StoreAnswer<HeardOrder>> => {
          asked.push(no)
          feed.meanwhile()
          const single = singles.get(no)
          if (single === undefined) return Promise.resolve({ kind: 'refused', errorCode: '30026', words: '' })
          return Promise.resolve('kind' in single ? single : { kind: 'ok', data: heard(single) })
        },
      },
    })('unit')

  return feed
}

export type Feed = ReturnType<typeof createFeed>
