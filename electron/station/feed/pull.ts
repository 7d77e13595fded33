import type { Order } from '../../../shared/domain/orders/order.ts'
import type { SectionStatus } from '../../../shared/domain/sections/status.ts'
import type { Database } from '../database/open.ts'
import type { StoreAnswer } from '../imweb/call.ts'
import type { OrderPage, OrderService } from '../imweb/order-service.ts'
import type { Report } from '../ports.ts'
import type { OrderTable } from '../orders/order-table.ts'
import type { Sweep, SweepTable } from './sweep-table.ts'

const statusesToPull: readonly SectionStatus[] = ['PRODUCT_PREPARATION', 'SHIPPING_READY']

/** Orders missing from the lists are asked for one by one, this many a pull; the rest follow with the next. */
const lookUpsPerPull = 10

/** Orders saved before other work gets its turn. */
const ordersAtOnce = 10

/** Orders are asked for again from this long before the newest one known, should some have come in late. */
const overlapMs = 10 * 60_000

/** `more`: the lists have not been gone through once yet; the next part need not wait for the next poll. */
export type PullResult =
  { kind: 'done'; more: boolean } | { kind: 'failed'; answer: Exclude<StoreAnswer<unknown>, { kind: 'ok' }> }

type Failed = Extract<PullResult, { kind: 'failed' }>

export type PullParts = {
  db: Database
  orders: OrderTable
  sweep: SweepTable
  service: Pick<OrderService, 'ordersWith' | 'order'>
  report: Report
  /** The order a packer is working on: it is to be the freshest. */
  orderOnDesk: () => string | null
  /** Lets other work have its turn. */
  pause: () => Promise<void>
}

/**
 * Brings in the store's orders that have something to ship, a few calls at a time: the newest ones, the order on the
 * desk, the next page of each list, and orders that a whole round of the lists did not bring. What the desk has packed
 * is not touched: it is not kept here. An order that a box was told for while a list was on its way keeps what that told.
 */
export function createPull({ db, orders, sweep, service, report, orderOnDesk, pause }: PullParts) {
  async function pull(unitCode: string): Promise<PullResult> {
    const failed =
      (await pullNewest(unitCode)) ??
      (await nextPages(unitCode)) ??
      (await freshenDesk()) ??
      (await lookUpMissing())
    return failed ?? { kind: 'done', more: sweep.get().rounds === 0 }
  }

  /** Where the lists are too long for every poll, orders that have come in since are fetched first. */
  async function pullNewest(unitCode: string): Promise<Failed | null> {
    const { newest, places } = sweep.get()
    const isLong = statusesToPull.some((status) => (places[status]?.page ?? 1) > 1)
    if (newest === null || !isLong) return null
    const since = new Date(Date.parse(newest) - overlapMs).toISOString()
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const moment = orders.moment()
      const answer = await service.ordersWith('PRODUCT_PREPARATION', unitCode, page, since)
      if (answer.kind !== 'ok') return { kind: 'failed', answer }
      pages = answer.data.pages
      const place = sweep.get()
      await save(answer.data, moment, place, place.rounds + 1)
    }
    return null
  }

  /** One page of each status; the place is saved in the same transaction as the page's orders. */
  async function nextPages(unitCode: string): Promise<Failed | null> {
    for (const status of statusesToPull) {
      const before = sweep.get()
      const place = before.places[status] ?? { round: before.rounds + 1, page: 1 }
      if (place.round > before.rounds + 1) continue
      const moment = orders.moment()
      const answer = await service.ordersWith(status, unitCode, place.page)
      if (answer.kind !== 'ok') return { kind: 'failed', answer }
      const atEnd = place.page >= answer.data.pages
      const next = atEnd ? { round: place.round + 1, page: 1 } : { ...place, page: place.page + 1 }
      const after = withRounds({ ...before, places: { ...before.places, [status]: next } })
      await save(answer.data, moment, after, place.round)
    }
    return null
  }

  /**
   * Saves a page a few orders at a time, so that a scan never waits for the whole of it. The place moves on with the last
   * of them; until then the page counts as not fetched, and applying it again is harmless.
   */
  async function save(page: OrderPage, moment: number, place: Sweep, round: number): Promise<void> {
    if (page.unreadable > 0) report('pull', new Error(`${String(page.unreadable)} unreadable orders`))
    const newest = page.orders.reduce(
      (latest, { placedAt }) => (placedAt > latest ? placedAt : latest),
      place.newest ?? '',
    )
    for (let from = 0; ; from += ordersAtOnce) {
      const isLast = from + ordersAtOnce >= page.orders.length
      db.transaction(() => {
        for (const order of page.orders.slice(from, from + ordersAtOnce)) saveOne(order, moment, round)
        if (isLast) sweep.set({ ...place, newest: newest === '' ? null : newest })
      }).immediate()
      if (isLast) return
      await pause()
    }
  }

  function saveOne(order: Order, moment: number, round: number): void {
    const known = orders.get(order.orderNo)
    if (!orders.touchedSince(order.orderNo, moment)) orders.save(merge(known, order))
    if (!isTrimmed(known, order)) sweep.markSeen(order.orderNo, round)
  }

  async function freshenDesk(): Promise<Failed | null> {
    const orderNo = orderOnDesk()
    const { places } = sweep.get()
    const isLong = statusesToPull.some((status) => (places[status]?.page ?? 1) > 1)
    return orderNo === null || !isLong ? null : lookUp(orderNo)
  }

  /** An order that no longer comes has moved on, or was cancelled: it is asked for before it is believed. */
  async function lookUpMissing(): Promise<Failed | null> {
    const { rounds } = sweep.get()
    for (const orderNo of sweep.unseenSince(rounds, lookUpsPerPull)) {
      const failed = await lookUp(orderNo)
      if (failed !== null) return failed
      sweep.markSeen(orderNo, rounds)
    }
    return null
  }

  async function lookUp(orderNo: string): Promise<Failed | null> {
    const moment = orders.moment()
    const answer = await service.order(orderNo, 'poll')
    if (answer.kind === 'refused') report('pull', new Error(`order look-up refused: ${answer.errorCode}`))
    else if (answer.kind !== 'ok') return { kind: 'failed', answer }
    else if (!orders.touchedSince(orderNo, moment)) orders.save(answer.data)
    return null
  }

  return pull
}

export type Pull = ReturnType<typeof createPull>

/** A round is over when every status has been gone through to its end. */
function withRounds(sweep: Sweep): Sweep {
  const done = statusesToPull.every((status) => (sweep.places[status]?.round ?? 0) > sweep.rounds + 1)
  return done ? { ...sweep, rounds: sweep.rounds + 1 } : sweep
}

/**
 * Whether a status filter trims an order's other sections is not documented, so sections it leaves out are kept; those
 * with something to ship make the order count as unseen until it has been read whole.
 */
function merge(known: Order | null, pulled: Order): Order {
  if (known === null) return pulled
  const left = known.sections.filter((old) => !pulled.sections.some((section) => section.code === old.code))
  return { ...pulled, sections: [...pulled.sections, ...left] }
}

/** The list left out a section that was to be shipped when last heard of: only the whole order can say what became of it. */
function isTrimmed(known: Order | null, pulled: Order): boolean {
  return (known?.sections ?? []).some(
    (section) =>
      statusesToPull.includes(section.status) &&
      !pulled.sections.some((other) => other.code === section.code),
  )
}
