import type { OrderService } from '../imweb/order-service.ts'
import type { Readings } from '../orders/readings.ts'
import type { Pace, Report, Schedule } from '../ports.ts'
import type { IntentTable } from './intent-table.ts'
import type { TakeIn } from './take-in.ts'

const minute = 60_000

/** When the parcels of the last two days are looked over after a start, and those of the last hours from then on. */
const firstAfterMs = 10 * minute
const everyMs = 60 * minute
const firstBackMs = 48 * 60 * minute
const backMs = 4 * 60 * minute

/** Between two pages, so that they are in nobody's way. */
const betweenPagesMs = 20_000

/** Pages of one look at the most: ten thousand parcels. */
const mostPages = 100

export type LookOverParts = {
  table: Pick<IntentTable, 'ofOrder'>
  takeIn: TakeIn
  readings: Pick<Readings, 'moment'>
  service: Pick<OrderService, 'sentWith'>
  unitCode: () => string
  /** The time so many milliseconds ago, UTC ISO 8601: the store is asked by it, and nothing waits for it. */
  timeAgo: (ms: number) => string
  pace: Pace
  schedule: Schedule
  pause: () => Promise<void>
  report: Report
  onChange: () => void
}

/**
 * Looks over what has left of late, page by page: an order whose boxes are all confirmed is asked for by nobody any more, and
 * what a late write or somebody's hand has made of it would not be noticed.
 */
export function createLookOver(parts: LookOverParts) {
  const { table, takeIn, readings, service, unitCode, timeAgo, pace, schedule, pause, report, onChange } =
    parts
  const begun = pace()
  let next = { at: begun + firstAfterMs, page: 1, backMs: firstBackMs }
  let looking = false
  let paused = true
  let timer: (() => void) | null = null

  function wake(): void {
    timer?.()
    timer = null
    if (paused || looking) return
    timer = schedule(Math.max(0, next.at - pace()), () => {
      looking = true
      look()
        .catch((error: unknown) => {
          report('look-over', error)
          next = { at: pace() + everyMs, page: 1, backMs }
        })
        .finally(() => {
          looking = false
          wake()
        })
        .catch((error: unknown) => {
          report('look-over', error)
        })
    })
  }

  async function look(): Promise<void> {
    const asked = readings.moment()
    const answer = await service.sentWith('SHIPPING', unitCode(), next.page, timeAgo(next.backMs))
    if (answer.kind === 'ok' && !answer.data.isLast && next.page < mostPages) {
      next = { ...next, at: pace() + betweenPagesMs, page: next.page + 1 }
    } else {
      // A page that got no answer is left for the next look.
      next = { at: pace() + everyMs, page: 1, backMs: answer.kind === 'ok' ? backMs : next.backMs }
    }
    if (answer.kind !== 'ok') return
    for (const heard of answer.data.orders) {
      // Each may be a commit: a scan gets its turn between them.
      await pause()
      if (paused) return
      if (table.ofOrder(heard.orderNo).length > 0) takeIn(heard, asked, 'listed')
    }
    onChange()
  }

  return {
    start(): void {
      paused = false
      wake()
    },
    pause(): void {
      paused = true
      timer?.()
      timer = null
    },
  }
}
