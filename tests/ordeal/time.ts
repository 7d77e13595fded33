type Timer = { at: number; run: () => void }

/** Simulated time: it only moves when told, and never while something is under way. */
export function createTime(begin: number) {
  let now = begin
  let timers: Timer[] = []
  let underWay = 0

  function after(ms: number, run: () => void): () => void {
    const timer = { at: Math.ceil(now + ms), run }
    timers.push(timer)
    return () => {
      timers = timers.filter((other) => other !== timer)
    }
  }

  /** Lets everything that is under way at this moment come to rest. */
  async function rest(): Promise<void> {
    for (let quiet = 0; quiet < 2;) {
      await new Promise((resolve) => setImmediate(resolve))
      quiet = underWay === 0 ? quiet + 1 : 0
    }
  }

  function nextUpTo(until: number): Timer | null {
    let next: Timer | null = null
    for (const timer of timers) if (timer.at <= until && (next === null || timer.at < next.at)) next = timer
    return next
  }

  return {
    now: () => now,
    /** Runs something so much later; the answer calls it off. */
    after,
    pass: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        after(ms, resolve)
      }),
    /** Time stands still until this has ended. */
    async hold<Result>(work: Promise<Result>): Promise<Result> {
      underWay += 1
      try {
        return await work
      } finally {
        underWay -= 1
      }
    },
    rest,
    async advance(ms: number): Promise<void> {
      const until = now + ms
      await rest()
      for (let next = nextUpTo(until); next !== null; next = nextUpTo(until)) {
        const due = next
        timers = timers.filter((timer) => timer !== due)
        now = Math.max(now, due.at)
        due.run()
        await rest()
      }
      now = until
    },
  }
}

export type Time = ReturnType<typeof createTime>
