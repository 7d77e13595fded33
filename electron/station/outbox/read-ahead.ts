import type { OrderService } from '../imweb/order-service.ts'
import type { OrderTable } from '../orders/order-table.ts'
import type { Readings } from '../orders/readings.ts'
import type { Pace } from '../ports.ts'
import type { Intent, IntentTable } from './intent-table.ts'
import type { TakeIn } from './take-in.ts'
import { windowOf, type Window } from './window-of.ts'

/** Boxes looked ahead for: what they need can be told while the reading is good. */
const ahead = 60

/** From so many orders on, one page is less than reading each. */
const worthAPage = 3

/** Orders known to have been placed in a page's time at most; there may be some that the desk does not know. */
const knownAPage = 90

/** How long orders are read one by one after a page got no answer, in milliseconds. */
const restMs = 30_000

export type ReadAheadParts = {
  table: Pick<IntentTable, 'due'>
  orders: Pick<OrderTable, 'placedAt' | 'placedBetween'>
  readings: Pick<Readings, 'moment' | 'isFresh'>
  takeIn: TakeIn
  service: Pick<OrderService, 'ordersPlaced'>
  unitCode: () => string
  pace: Pace
  pause: () => Promise<void>
}

/**
 * Reads together what many boxes are waiting for: where a backlog goes out, each order would have to be read by itself before
 * anything is written by it, and a page shows a hundred.
 */
export function createReadAhead(parts: ReadAheadParts) {
  const { table, orders, readings, takeIn, service, unitCode, pace, pause } = parts
  let restsUntil = 0

  /** Whether the lane would read the order before it goes on, of which nothing but that is known to be needed. */
  const needsReading = ({ orderNo, step, readFirst }: Intent): boolean =>
    step === null && !readFirst && !readings.isFresh(orderNo)

  return {
    /** What is worth being read together now, of what is due; null where it is not. */
    next(exceptOrders: readonly string[]): Window | null {
      const now = pace()
      if (now < restsUntil) return null
      const stale = table.due(now, exceptOrders, ahead).filter(needsReading)
      if (stale.length < worthAPage) return null
      const placed = stale.flatMap(({ orderNo }) => {
        const placedAt = orders.placedAt(orderNo)
        return placedAt === null || placedAt === '' ? [] : [{ orderNo, placedAt }]
      })
      const window = windowOf(
        placed,
        (from, to) => orders.placedBetween(from, to, knownAPage + 1),
        knownAPage,
      )
      return window !== null && window.orderNos.length >= worthAPage ? window : null
    },

    /** What it does not bring is read by itself. Once stopped, nothing of it is kept. */
    async read({ from, to, orderNos }: Window, isStopped: () => boolean): Promise<void> {
      const asked = readings.moment()
      const answer = await service.ordersPlaced(from, to, unitCode())
      const all = answer.kind === 'ok' ? answer.data.orders : []
      const found = all.filter(({ orderNo }) => orderNos.includes(orderNo))
      for (const heard of found) {
        // Each is a commit: a scan gets its turn between them.
        await pause()
        if (isStopped()) return
        takeIn(heard, asked, 'listed')
      }
      // A store that does not answer, lags behind, or goes by other times than it says is not asked so again at once.
      const fresh = orderNos.filter(readings.isFresh)
      if (fresh.length * 2 < orderNos.length) restsUntil = pace() + restMs
    },
  }
}

export type ReadAhead = ReturnType<typeof createReadAhead>
