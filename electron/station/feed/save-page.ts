import type { HeardOrder } from '../../../shared/domain/orders/document.ts'
import { isToShip } from '../../../shared/domain/sections/status.ts'
import type { Database } from '../database/open.ts'
import type { OrderPage } from '../imweb/read-answers.ts'
import type { Moment } from '../orders/readings.ts'
import type { TakeIn } from '../outbox/take-in.ts'
import type { Clock, Report } from '../ports.ts'
import type { Sweep, SweepTable } from './sweep-table.ts'

/** Orders saved before other work gets its turn. */
const ordersAtOnce = 10

/** How far an order's time may be ahead of the desk's clock: one from the future would hide all that come in before it. */
const clockApartMs = 60 * 60_000

/** How wrong the desk's own clock may be, set back since an order was believed, before that order is doubted instead. */
const clockWrongMs = 10 * 365 * 24 * 3_600_000

export type SavePageParts = {
  db: Database
  takeIn: TakeIn
  sweep: SweepTable
  clock: Clock
  report: Report
  /** Lets other work have its turn. */
  pause: () => Promise<void>
}

/**
 * Saves a page a few orders at a time, so that a scan never waits for the whole of it. The place moves on with the last
 * of them; until then the page counts as not fetched, and applying it again is harmless. An order that a box was told for
 * while the list was on its way (since `moment`) keeps what that told.
 */
export function createSavePage({ db, takeIn, sweep, clock, report, pause }: SavePageParts) {
  return async (page: OrderPage, moment: Moment, place: Sweep, round: number): Promise<void> => {
    if (page.unreadable > 0) report('pull', new Error(`${String(page.unreadable)} orders without a number`))
    const latest = new Date(clock() + clockApartMs).toISOString()
    const possible = new Date(clock() + clockWrongMs).toISOString()
    const believed: string[] = []
    for (let from = 0; ; from += ordersAtOnce) {
      const isLast = from + ordersAtOnce >= page.orders.length
      db.transaction(() => {
        for (const order of page.orders.slice(from, from + ordersAtOnce))
          believed.push(saveOne(order, moment, round))
        if (!isLast) return
        const known = place.newest !== null && place.newest <= possible ? place.newest : ''
        const newest = believed.filter((at) => at <= latest).reduce((a, b) => (a > b ? a : b), known)
        sweep.set({ ...place, newest: newest === '' ? null : newest })
      }).immediate()
      if (isLast) return
      await pause()
    }
  }

  /** The time the order was placed. */
  function saveOne(heard: HeardOrder, moment: Moment, round: number): string {
    const { kind, order, leftOut } = takeIn(heard, moment, 'listed')
    // What an earlier version kept cannot be joined with the store's document: the order is read whole instead.
    if (kind !== 'joinless' && !leftOut.some(isToShip)) sweep.markSeen(heard.orderNo, round)
    return order.placedAt
  }
}
