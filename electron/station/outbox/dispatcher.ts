import { rulesOf } from '../../../shared/domain/intents/registry.ts'
import type { Clock, Pace, Report, Schedule } from '../ports.ts'
import { isEnded, type Intent, type IntentTable } from './intent-table.ts'
import { createLane, type LaneParts } from './lane.ts'
import type { ReadAhead } from './read-ahead.ts'

/** How many orders are reported side by side; within one order it is always one intent at a time. */
const lanesAtOnce = 4

/** How long an order rests after an unexpected error, in milliseconds. */
const restMs = 5_000

/** Works through the outbox in the background, one lane an order, and wakes itself when something falls due. */
export function createDispatcher(
  parts: LaneParts & {
    table: IntentTable
    clock: Clock
    pace: Pace
    schedule: Schedule
    report: Report
    /** How long what was never told may still be taken back. */
    graceMs: () => number
    onChange: () => void
    /** Resolves once the desk could tell, whatever becomes of its database, that what follows may have been sent. */
    anchored: () => Promise<void>
    readAhead: ReadAhead
  },
) {
  const { table, clock, pace, schedule, report, onChange, anchored, readAhead } = parts
  const move = createLane(parts)
  const working = new Set<string>()
  /** Orders left alone until then after an error nobody expected, a full disk say; kept in memory, where that works. */
  const resting = new Map<string, number>()
  /** Orders that are being read together: their lanes wait for that. */
  let together: readonly string[] = []
  let paused = true
  let timer: (() => void) | null = null

  /** Asks for what is due, never for all that waits. */
  function wake(): void {
    timer?.()
    timer = null
    if (paused) return
    const now = pace()
    for (const [orderNo, until] of resting) if (until <= now) resting.delete(orderNo)
    if (together.length === 0) readTogether()
    const free = lanesAtOnce - working.size
    if (free <= 0) return
    for (const intent of table.due(now, busy(), free)) work(intent)
    const next = [table.nextDueAt(now) ?? Infinity, ...resting.values()]
    const at = Math.min(...next)
    if (at < Infinity) timer = schedule(at - now, wake)
  }

  const busy = (): string[] => [...working, ...resting.keys(), ...together]

  function readTogether(): void {
    const window = readAhead.next(busy())
    if (window === null) return
    together = window.orderNos
    readAhead
      .read(window, () => paused)
      .catch((error: unknown) => {
        report('outbox', error)
      })
      .finally(() => {
        together = []
        onChange()
        wake()
      })
      .catch((error: unknown) => {
        report('outbox', error)
      })
  }

  function work(intent: Intent): void {
    const { orderNo } = intent
    working.add(orderNo)
    anchored()
      // Told to stop meanwhile, nothing goes out any more.
      .then(() => (paused ? undefined : move(intent)))
      .catch((error: unknown) => {
        report('outbox', error)
        resting.set(orderNo, pace() + restMs)
      })
      .finally(() => {
        working.delete(orderNo)
        onChange()
        wake()
      })
      .catch((error: unknown) => {
        report('outbox', error)
      })
    onChange()
  }

  /** Takes a waiting or stuck intent up at once, reading the order first. */
  function retry(seq: number): void {
    const intent = table.find(seq)
    if (intent === null || isEnded(intent)) return
    if (working.has(intent.orderNo)) return
    const { accepted, kind, problem, step } = intent
    // Trying again after being told of a problem that can be lived with means: do it all the same.
    const seen = problem !== null && rulesOf[kind].acceptable.includes(problem.kind) ? [problem.kind] : []
    table.change(seq, {
      state: step === null ? 'waiting' : 'unknown',
      since: clock(),
      nextAt: pace(),
      readFirst: true,
      problem: null,
      accepted: [...new Set([...accepted, ...seen])],
    })
    onChange()
    wake()
  }

  return {
    wake,
    /** Lets the intents go; `pause` holds them back, for as long as the store is not connected, say. */
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
    isIdle: (): boolean => working.size === 0 && together.length === 0,
    isWorkingOn: (orderNo: string): boolean => working.has(orderNo),
    /**
     * After a restart: whatever was being sent may or may not have been done. What an earlier run waited for is forgotten,
     * but what was never told can be taken back for as long again.
     */
    recover(): void {
      for (const { seq } of table.headsIn('sending')) {
        table.change(seq, { state: 'unknown', since: clock() })
      }
      table.beginRun(pace(), pace() + parts.graceMs())
    },
    retry,
    /** A hold that has been lifted frees what was stuck on it. */
    reconsider(isHeld: (orderNo: string) => boolean): void {
      for (const { seq, orderNo, problem } of table.headsIn('needsPerson')) {
        if (problem?.kind === 'sectionHeld' && !isHeld(orderNo)) retry(seq)
      }
    },
    /** The network is back: nothing need sit out its backoff. */
    hurry(): void {
      table.hurry(pace())
      wake()
    },
  }
}
