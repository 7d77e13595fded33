import { describe, expect, it } from 'vitest'
import { createRateBudget, type Priority, type RateLimit } from '../../electron/station/imweb/rate-budget.ts'

/** A budget on a clock of the test's own, and who has been served. */
function budgetOnClock(limit?: RateLimit) {
  let now = 1_000
  let timers: { at: number; run: () => void }[] = []
  const served: Priority[] = []
  const schedule = (ms: number, run: () => void) => {
    const timer = { at: now + ms, run }
    timers.push(timer)
    return () => {
      timers = timers.filter((other) => other !== timer)
    }
  }
  const budget = createRateBudget(() => now, schedule, limit)
  return {
    budget,
    served,
    take(priority: Priority): void {
      void budget.take(priority).then(() => served.push(priority))
    },
    async advance(ms: number): Promise<string[]> {
      now += ms
      for (const timer of timers.filter(({ at }) => at <= now)) {
        timers = timers.filter((other) => other !== timer)
        timer.run()
      }
      await Promise.resolve()
      return served
    },
  }
}

describe('the rate budget', () => {
  it('begins with one request, then believes what the store says is left', async () => {
    const { budget, take, advance } = budgetOnClock()
    for (let n = 0; n < 4; n += 1) take('write')
    expect(await advance(0)).toHaveLength(1)
    budget.ended(24, true)
    expect(await advance(0)).toHaveLength(4)
  })

  it('counts requests under way as not yet drawn', async () => {
    const { budget, take, advance } = budgetOnClock()
    take('write')
    await advance(0)
    budget.ended(4, true)
    for (let n = 0; n < 5; n += 1) take('write')
    expect(await advance(0)).toHaveLength(4)
    budget.ended(2, true)
    expect(await advance(0)).toHaveLength(4)
  })

  it('gives extras only what a round of polls and the writes leave over', async () => {
    const { budget, take, advance } = budgetOnClock()
    take('write')
    await advance(0)
    budget.ended(14, true)
    for (let n = 0; n < 4; n += 1) take('extra')
    take('poll')
    expect(await advance(0)).toEqual(['write', 'extra', 'poll'])
    expect(await advance(500)).toHaveLength(3)
    expect(await advance(500)).toEqual(['write', 'extra', 'poll', 'extra'])
  })

  it('lets writes go before reads before polls, whoever asked first', async () => {
    const { budget, take, advance } = budgetOnClock()
    take('write')
    await advance(0)
    take('poll')
    take('read')
    take('write')
    budget.ended(20, true)
    expect(await advance(0)).toEqual(['write', 'write', 'read', 'poll'])
  })

  it('keeps some requests back from polls', async () => {
    const { budget, take, advance, served } = budgetOnClock()
    take('write')
    await advance(0)
    budget.ended(5, true)
    take('poll')
    take('write')
    await advance(0)
    expect(served).toEqual(['write', 'write'])
  })

  it('after the limiter has refused, nothing goes before the time it named', async () => {
    const { budget, take, advance, served } = budgetOnClock()
    budget.exhausted(3_000)
    take('write')
    await advance(2_999)
    expect(served).toEqual([])
    await advance(1)
    expect(served).toEqual(['write'])
  })

  it('gives back two requests a second, up to twenty-five, and no sooner', async () => {
    const { budget, take, advance, served } = budgetOnClock()
    take('write')
    await advance(0)
    budget.ended(1, true)
    for (let n = 0; n < 40; n += 1) take('write')
    await advance(499)
    expect(served).toHaveLength(1)
    await advance(1)
    expect(served).toHaveLength(2)
    await advance(500)
    expect(served).toHaveLength(3)
    const idle = budgetOnClock()
    await idle.advance(3_600_000)
    for (let n = 0; n < 40; n += 1) idle.take('write')
    expect(await idle.advance(0)).toHaveLength(25)
  })

  it('takes off what is under way from what the store says is left', async () => {
    const { budget, take, advance, served } = budgetOnClock()
    take('write')
    await advance(0)
    budget.ended(20, true)
    for (let n = 0; n < 3; n += 1) take('write')
    await advance(0)
    budget.ended(5, true)
    for (let n = 0; n < 10; n += 1) take('write')
    await advance(0)
    expect(served).toHaveLength(4 + 3)
  })

  it('after the first word the lower count holds, the store’s or its own', async () => {
    const { budget, take, advance, served } = budgetOnClock()
    take('write')
    await advance(0)
    budget.ended(4, true)
    take('write')
    await advance(0)
    budget.ended(25, true)
    for (let n = 0; n < 10; n += 1) take('write')
    await advance(0)
    expect(served).toHaveLength(4)
  })

  it('a request that ends without a word changes no count', async () => {
    const { budget, take, advance, served } = budgetOnClock()
    take('write')
    await advance(0)
    budget.ended(4, true)
    take('write')
    await advance(0)
    budget.ended(null, true)
    budget.ended(null, true)
    for (let n = 0; n < 10; n += 1) take('write')
    await advance(0)
    expect(served).toHaveLength(4)
  })

  it('where the bucket is smaller than what is kept back, polls wait for it to be full', async () => {
    const { take, advance } = budgetOnClock({ capacity: 3, perSecond: 1 })
    take('poll')
    expect(await advance(1_999)).toEqual([])
    expect(await advance(1)).toEqual(['poll'])
  })

  it('after a refusal one goes first, the most urgent, and the others once it was taken', async () => {
    const { budget, take, advance } = budgetOnClock()
    budget.exhausted(4_000)
    for (const priority of ['poll', 'read', 'write', 'write'] as const) take(priority)
    expect(await advance(4_000)).toEqual(['write'])
    expect(await advance(10_000)).toEqual(['write'])
    budget.ended(null, true)
    expect(await advance(0)).toEqual(['write', 'write', 'read', 'poll'])
  })

  it('one that came to nothing is followed by another one', async () => {
    const { budget, take, advance } = budgetOnClock()
    budget.exhausted(4_000)
    for (let n = 0; n < 3; n += 1) take('write')
    expect(await advance(4_000)).toHaveLength(1)
    budget.ended(null, false)
    expect(await advance(1_000)).toHaveLength(2)
    expect(await advance(1_000)).toHaveLength(2)
  })

  it('waits as long as the limiter asks, and longer each time where it goes on refusing or does not say', async () => {
    const { budget, advance } = budgetOnClock()
    const refused = async (asked: number) => {
      const ms = budget.exhausted(asked)
      budget.ended(null, false)
      await advance(ms)
      return ms
    }
    expect(await refused(600_000)).toBe(600_000)
    for (const ms of [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]) expect(await refused(0)).toBe(ms)
    expect(await refused(5_000)).toBe(60_000)
    expect(await refused(90_000)).toBe(90_000)
    budget.ended(null, true)
    expect(await refused(0)).toBe(1_000)
  })

  it('those that were under way together are refused once', () => {
    const { budget } = budgetOnClock()
    expect([budget.exhausted(0), budget.exhausted(0), budget.exhausted(0)]).toEqual([1_000, 1_000, 1_000])
  })

  /** Ten minutes in which more writes wait than can go, beside others of which there is always one. */
  async function tenMinutes(beside: readonly Priority[]) {
    const { budget, take, advance, served } = budgetOnClock()
    take('write')
    await advance(0)
    budget.ended(0, true)
    for (let n = 0; n < 2_000; n += 1) take('write')
    for (const priority of beside) take(priority)
    const gaps = new Map<Priority, number>()
    const last = new Map<Priority, number>()
    for (let ms = 0; ms < 600_000; ms += 500) {
      const before = served.length
      await advance(500)
      for (const priority of served.slice(before)) {
        budget.ended(null, true)
        gaps.set(priority, Math.max(gaps.get(priority) ?? 0, ms + 500 - (last.get(priority) ?? 0)))
        last.set(priority, ms + 500)
        if (priority !== 'write') take(priority)
      }
    }
    return { count: (priority: Priority) => served.filter((each) => each === priority).length, gaps }
  }

  it('a backlog of boxes keeps no poll waiting longer than half a minute, and loses next to nothing by it', async () => {
    const alone = await tenMinutes([])
    const shared = await tenMinutes(['read', 'poll', 'extra'])
    expect(alone.count('write')).toBeGreaterThan(1_190)
    expect(shared.count('write') / alone.count('write')).toBeGreaterThanOrEqual(0.95)
    expect(shared.gaps.get('poll')).toBeLessThanOrEqual(31_000)
    expect(shared.gaps.get('read')).toBeLessThanOrEqual(26_000)
    expect(shared.count('extra')).toBe(0)
  })

  it('many that have waited long go one at a time, not all at once', async () => {
    const { budget, take, advance, served } = budgetOnClock()
    take('write')
    await advance(0)
    budget.ended(0, true)
    for (let n = 0; n < 200; n += 1) take('write')
    for (let n = 0; n < 50; n += 1) take('read')
    for (let ms = 0; ms < 60_000; ms += 500) await advance(500)
    expect(served.filter((each) => each === 'read')).toHaveLength(2)
  })
})
