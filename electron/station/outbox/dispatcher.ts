import type { Clock, Report, Schedule } from '../ports.ts'
import { createLane, type LaneParts } from './lane.ts'
import type { OutboxRow, OutboxTable } from './outbox-table.ts'

/** How many orders are told to the store side by side; within one order it is always one box at a time. */
const lanesAtOnce = 4

/** How long an order rests after an unexpected error, in milliseconds. */
const restMs = 5_000

/** Works through the outbox in the background, one lane an order, and wakes itself when something falls due. */
export function createDispatcher(
  parts: LaneParts & {
    table: OutboxTable
    clock: Clock
    schedule: Schedule
    report: Report
    /** How long a sealed box waits before the store is told, in milliseconds. */
    graceMs: () => number
    onChange: () => void
  },
) {
  const { table, clock, schedule, report, onChange } = parts
  const move = createLane(parts)
  const working = new Set<string>()
  /** Orders left alone until then after an error nobody expected, a full disk say; kept in memory, where that works. */
  const resting = new Map<string, number>()
  let paused = true
  let timer: (() => void) | null = null

  function due(row: OutboxRow): boolean {
    return row.state !== 'needsPerson' && !working.has(row.orderNo)
  }

  function wake(): void {
    timer?.()
    timer = null
    if (paused) return
    const rows = table.laneHeads().filter(due)
    const now = clock()
    const grace = parts.graceMs()
    const dueAt = (row: OutboxRow) =>
      Math.max(row.nextAt, row.sealedAt + grace, resting.get(row.orderNo) ?? 0)
    for (const row of rows.filter((candidate) => dueAt(candidate) <= now)) {
      if (working.size >= lanesAtOnce) return
      work(row)
    }
    const next = rows.map(dueAt).filter((at) => at > now)
    if (next.length > 0) timer = schedule(Math.min(...next) - now, wake)
  }

  function work(row: OutboxRow): void {
    working.add(row.orderNo)
    move(row)
      .catch((error: unknown) => {
        report('outbox', error)
        resting.set(row.orderNo, clock() + restMs)
      })
      .finally(() => {
        working.delete(row.orderNo)
        onChange()
        wake()
      })
      .catch((error: unknown) => {
        report('outbox', error)
      })
    onChange()
  }

  /** Takes a waiting or stuck box up at once, reading the order first. */
  function retry(boxId: string): void {
    const row = table.get(boxId)
    if (row === null || row.state === 'confirmed' || row.state === 'handled' || working.has(row.orderNo))
      return
    const state = row.step === null ? 'waiting' : 'unknown'
    // Trying again after being told of another address means: send it all the same.
    const addressAccepted = row.addressAccepted || row.problem?.kind === 'addressChanged'
    const now = clock()
    table.change(boxId, { state, since: now, nextAt: now, readFirst: true, problem: null, addressAccepted })
    onChange()
    wake()
  }

  return {
    wake,
    /** Lets the boxes go; `pause` holds them back, for as long as the store is not connected, say. */
    start(): void {
      paused = false
      wake()
    },
    pause(): void {
      paused = true
      timer?.()
      timer = null
    },
    /** Resolves when no call is under way any more; call after `pause`. */
    isIdle: (): boolean => working.size === 0,
    isWorkingOn: (orderNo: string): boolean => working.has(orderNo),
    /** After a restart: whatever was being sent may or may not have been done. */
    recover(): void {
      for (const row of table.unconfirmed().filter(({ state }) => state === 'sending')) {
        table.change(row.boxId, { state: 'unknown', since: clock(), nextAt: clock() })
      }
    },
    retry,
    /** A hold that has been lifted frees the boxes that were stuck on it. */
    reconsider(isHeld: (orderNo: string) => boolean): void {
      for (const row of table.laneHeads()) {
        if (row.problem?.kind === 'sectionHeld' && !isHeld(row.orderNo)) retry(row.boxId)
      }
    },
    /** The network is back: waiting boxes need not sit out their backoff. */
    hurry(): void {
      for (const row of table.laneHeads().filter(({ state }) => state === 'waiting' || state === 'unknown')) {
        if (row.nextAt > clock() && !working.has(row.orderNo)) table.change(row.boxId, { nextAt: clock() })
      }
      wake()
    },
  }
}
