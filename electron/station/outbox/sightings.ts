import type { StoreAnswer } from '../imweb/call.ts'
import type { OrderService } from '../imweb/order-service.ts'
import type { Readings } from '../orders/readings.ts'
import type { Pace, Report, Schedule } from '../ports.ts'
import type { IntentTable } from './intent-table.ts'
import type { TakeIn } from './take-in.ts'

/** Intents looked for at once, by their orders. */
const intentsALook = 200

/** From so many on, one page of what has left may show them all: fewer are read one by one. */
const worthAPage = 3

/** A page is asked for with each so many orders: what they leave unshown is read one by one. */
const ordersAPage = 10

/** Orders read one by one in a look; the rest come with the next. */
const alonePerLook = 10

/** What has left so long before it was reported is asked for as well: the two clocks may be apart. */
const clockApartMs = 10 * 60_000

/** How often an order that was not shown is looked for again at the longest, in milliseconds. */
const longestWaitMs = 2 * 60_000

export type SightingsParts = {
  table: Pick<IntentTable, 'reportedOrders' | 'reportedSince'>
  takeIn: TakeIn
  readings: Pick<Readings, 'moment'>
  service: Pick<OrderService, 'order' | 'sentWith'>
  unitCode: () => string
  pace: Pace
  schedule: Schedule
  /** Lets other work have its turn. */
  pause: () => Promise<void>
  report: Report
  /** How long what was reported waits for more of the same, so that one reading shows them together. */
  sightMs: number
  onChange: () => void
}

type NoAnswer = Exclude<StoreAnswer<unknown>, { kind: 'ok' | 'refused' }>

/**
 * Looks whether what the store has said is done is to be seen there. Many are looked for together, among what has left of
 * late; those that does not show are read one by one. What comes in by other ways shows them as well.
 */
export function createSightings(parts: SightingsParts) {
  const { table, takeIn, readings, service, unitCode, pace, schedule, pause, report, sightMs, onChange } =
    parts
  /** When each order is to be looked for, on the pace, and how often that has been in vain. */
  const planned = new Map<string, { at: number; tries: number }>()
  let paused = true
  let looking = false
  let timer: (() => void) | null = null

  /** The orders to be looked for, by when that is due; those that have been shown meanwhile are forgotten. */
  function plan(): string[] {
    const orderNos = table.reportedOrders(intentsALook)
    const now = new Set(orderNos)
    for (const orderNo of planned.keys()) if (!now.has(orderNo)) planned.delete(orderNo)
    for (const orderNo of orderNos) {
      if (!planned.has(orderNo)) planned.set(orderNo, { at: pace() + sightMs, tries: 0 })
    }
    return orderNos
  }

  function wake(): void {
    timer?.()
    timer = null
    if (paused || looking) return
    plan()
    const next = Math.min(...[...planned.values()].map(({ at }) => at))
    if (next === Infinity) return
    timer = schedule(Math.max(0, next - pace()), () => {
      looking = true
      look()
        .catch((error: unknown) => {
          report('sightings', error)
          for (const orderNo of planned.keys()) putOff(orderNo)
        })
        .finally(() => {
          looking = false
          onChange()
          wake()
        })
        .catch((error: unknown) => {
          report('sightings', error)
        })
    })
  }

  function putOff(orderNo: string): void {
    const tries = (planned.get(orderNo)?.tries ?? 0) + 1
    const waitMs = Math.min(longestWaitMs, Math.max(1_000, sightMs) * 2 ** Math.min(tries, 10))
    planned.set(orderNo, { at: pace() + waitMs, tries })
  }

  async function look(): Promise<void> {
    // Whatever waits goes along, as soon as one of them is due.
    const wanted = plan()
    const isFirst = wanted.some((orderNo) => planned.get(orderNo)?.tries === 0)
    const unheard = isFirst && wanted.length >= worthAPage ? await lookAmongSent(wanted) : null
    if (paused) return
    const left = table.reportedOrders(intentsALook)
    if (unheard === null) await lookAlone(left.filter(isDue))
    else for (const orderNo of left) putOff(orderNo)
  }

  /** Told to stop while it waited. */
  const isStopped = (): boolean => paused

  const isDue = (orderNo: string): boolean => (planned.get(orderNo)?.at ?? Infinity) <= pace()

  /** The pages of what has left since the first of them was reported, as many as are worth it. */
  async function lookAmongSent(wanted: readonly string[]): Promise<NoAnswer | null> {
    const since = table.reportedSince()
    if (since === null) return null
    const sentSince = new Date(since - clockApartMs).toISOString()
    for (let page = 1; page <= Math.ceil(wanted.length / ordersAPage); page += 1) {
      const asked = readings.moment()
      const answer = await service.sentWith('SHIPPING', unitCode(), page, sentSince)
      if (paused) return null
      if (answer.kind === 'refused') return null
      if (answer.kind !== 'ok') return answer
      const found = answer.data.orders.filter(({ orderNo }) => wanted.includes(orderNo))
      for (const heard of found) {
        // Each is a commit: a scan gets its turn between them.
        await pause()
        if (isStopped()) return null
        takeIn(heard, asked, 'listed')
      }
      if (answer.data.isLast || table.reportedSince() === null) return null
    }
    return null
  }

  async function lookAlone(orderNos: readonly string[]): Promise<void> {
    for (const orderNo of orderNos.slice(0, alonePerLook)) {
      const asked = readings.moment()
      const answer = await service.order(orderNo, 'poll')
      if (paused) return
      putOff(orderNo)
      if (answer.kind === 'ok') takeIn(answer.data, asked, 'alone')
      else if (answer.kind !== 'refused') return
    }
  }

  return {
    /** Something may have been reported. */
    wake,
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
