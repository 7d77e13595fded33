import type { Pace, Schedule } from '../ports.ts'

/**
 * Whose turn comes first when requests are short: a box on its way, a read-back for one, a look for new orders; last, what
 * the desk can do without.
 */
export type Priority = 'write' | 'read' | 'poll' | 'extra'

const priorities: readonly Priority[] = ['write', 'read', 'poll', 'extra']

export type RateLimit = { capacity: number; perSecond: number }

/** imweb's bucket as far as it is known; what the store says of itself (`believe`) overrides the count. */
const imwebRateLimit: RateLimit = { capacity: 25, perSecond: 2 }

/** Requests that polls leave untouched, so that a sealed box never has to wait behind them. */
const keptForWrites = 5

/** Requests that extras leave untouched: those, and a round of polls. */
const keptForPolls = 12

/** Hands out requests within the store's rate limit, the most urgent first. A scan never asks for one. */
export function createRateBudget(pace: Pace, schedule: Schedule, limit: RateLimit = imwebRateLimit) {
  // What the bucket holds is not known before the store has said so: another program, or the run before a crash, may have
  // drawn on it.
  let tokens = 1
  let underWay = 0
  let heard = false
  let countedAt = pace()
  let closedUntil = 0
  let timer: (() => void) | null = null
  const waiting: Record<Priority, (() => void)[]> = { write: [], read: [], poll: [], extra: [] }

  function refill(): void {
    const now = pace()
    const grown = (Math.max(0, now - countedAt) / 1000) * limit.perSecond
    tokens = Math.min(limit.capacity, tokens + grown)
    countedAt = now
  }

  function missing(priority: Priority): number {
    const kept = priority === 'poll' ? keptForWrites : priority === 'extra' ? keptForPolls : 0
    const needed = 1 + Math.min(kept, limit.capacity - 1)
    const wait = Math.max(0, closedUntil - pace())
    return Math.max(wait, ((needed - tokens) / limit.perSecond) * 1000)
  }

  function serve(): void {
    timer?.()
    timer = null
    refill()
    for (const priority of priorities) {
      while (waiting[priority].length > 0) {
        const ms = missing(priority)
        if (ms > 0) {
          timer = schedule(Math.ceil(ms), serve)
          return
        }
        tokens -= 1
        underWay += 1
        waiting[priority].shift()?.()
      }
    }
  }

  return {
    /** Resolves when a request may be made. */
    take(priority: Priority): Promise<void> {
      return new Promise((resolve) => {
        waiting[priority].push(resolve)
        serve()
      })
    },
    /**
     * A request has come to its end. `remaining` is what `X-RateLimit-Remaining` said, null where nothing was said; those
     * still under way have not drawn on it yet. The first word is taken as it is, less one for a request of an earlier
     * run that may yet arrive; after that the lower of the store's count and our own holds.
     */
    ended(remaining: number | null): void {
      refill()
      underWay = Math.max(0, underWay - 1)
      if (remaining !== null) {
        const left = remaining - underWay
        tokens = heard ? Math.min(tokens, left) : Math.min(limit.capacity, left - 1)
        heard = true
      }
      serve()
    },
    /** The limiter refused: nothing more before so many milliseconds have passed. */
    exhausted(ms: number): void {
      tokens = 0
      countedAt = pace()
      closedUntil = pace() + ms
    },
  }
}

export type RateBudget = ReturnType<typeof createRateBudget>
