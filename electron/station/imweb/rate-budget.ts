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

/**
 * How long one of them waits at most for a request that the more urgent would take, so that a morning's boxes do not keep
 * new orders from coming in; of two a second that is one in thirty. Extras have no such right, and writes need none.
 */
const patienceMs: Record<Priority, number> = { write: Infinity, read: 25_000, poll: 30_000, extra: Infinity }

/** How long nothing goes out after the limiter has refused and not said how long: doubles with each time in a row. */
const firstPauseMs = 1_000
const longestPauseMs = 60_000

/** Hands out requests within the store's rate limit, the most urgent first. A scan never asks for one. */
export function createRateBudget(pace: Pace, schedule: Schedule, limit: RateLimit = imwebRateLimit) {
  // What the bucket holds is not known before the store has said so: another program, or the run before a crash, may have
  // drawn on it.
  let tokens = 1
  let underWay = 0
  let heard = false
  let countedAt = pace()
  let closedUntil = 0
  /** How often in a row the limiter has refused: until it takes one again, they go one by one. */
  let refusals = 0
  let timer: (() => void) | null = null
  const waiting: Record<Priority, { since: number; go: () => void }[]> = {
    write: [],
    read: [],
    poll: [],
    extra: [],
  }
  const servedAt: Partial<Record<Priority, number>> = {}

  function refill(): void {
    const now = pace()
    const grown = (Math.max(0, now - countedAt) / 1000) * limit.perSecond
    tokens = Math.min(limit.capacity, tokens + grown)
    countedAt = now
  }

  function isOverdue(priority: Priority): boolean {
    const [first] = waiting[priority]
    if (first === undefined) return false
    return pace() - Math.max(first.since, servedAt[priority] ?? 0) >= patienceMs[priority]
  }

  const mostUrgent = (): Priority | undefined =>
    priorities.find(isOverdue) ?? priorities.find((priority) => waiting[priority].length > 0)

  function missing(priority: Priority): number {
    if (isOverdue(priority)) return missingFor(0)
    const kept = priority === 'poll' ? keptForWrites : priority === 'extra' ? keptForPolls : 0
    return missingFor(kept)
  }

  function missingFor(kept: number): number {
    const needed = 1 + Math.min(kept, limit.capacity - 1)
    const wait = Math.max(0, closedUntil - pace())
    return Math.max(wait, ((needed - tokens) / limit.perSecond) * 1000)
  }

  function serve(): void {
    timer?.()
    timer = null
    refill()
    for (let priority = mostUrgent(); priority !== undefined; priority = mostUrgent()) {
      // One goes ahead to see whether the limiter takes it; its end brings the others back here.
      if (refusals > 0 && underWay > 0) return
      const ms = missing(priority)
      if (ms > 0) {
        timer = schedule(Math.ceil(ms), serve)
        return
      }
      tokens -= 1
      underWay += 1
      servedAt[priority] = pace()
      waiting[priority].shift()?.go()
    }
  }

  return {
    /** Resolves when a request may be made. */
    take(priority: Priority): Promise<void> {
      return new Promise((resolve) => {
        waiting[priority].push({ since: pace(), go: resolve })
        serve()
      })
    },
    /**
     * A request has come to its end. `remaining` is what `X-RateLimit-Remaining` said, null where nothing was said; those
     * still under way have not drawn on it yet. The first word is taken as it is, less one for a request of an earlier
     * run that may yet arrive; after that the lower of the store's count and our own holds. `taken`: the limiter let it pass.
     */
    ended(remaining: number | null, taken: boolean): void {
      refill()
      underWay = Math.max(0, underWay - 1)
      // One that went out before the limiter refused another says nothing of how it is now.
      if (taken && pace() >= closedUntil) refusals = 0
      if (remaining !== null) {
        const left = remaining - underWay
        tokens = heard ? Math.min(tokens, left) : Math.min(limit.capacity, left - 1)
        heard = true
      }
      serve()
    },
    /**
     * The limiter refused; `asked`: for how many milliseconds, 0 where it did not say. Nothing more goes out before as many
     * as the answer says have passed: what was asked for, and ever longer where it goes on refusing.
     */
    exhausted(asked: number): number {
      const now = pace()
      // Those that were under way together are refused together.
      if (now >= closedUntil) refusals += 1
      const own = Math.min(longestPauseMs, firstPauseMs * 2 ** (Math.max(1, refusals) - 1))
      const ms = asked > 0 && refusals <= 1 ? asked : Math.max(asked, own)
      tokens = 0
      countedAt = now
      closedUntil = Math.max(closedUntil, now + ms)
      return closedUntil - now
    },
  }
}

export type RateBudget = ReturnType<typeof createRateBudget>
