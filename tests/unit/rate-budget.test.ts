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
    budget.ended(24)
    expect(await advance(0)).toHaveLength(4)
  })

  it('counts requests under way as not yet drawn', async () => {
    const { budget, take, advance } = budgetOnClock()
    take('write')
    await advance(0)
    budget.ended(4)
    for (let n = 0; n < 5; n += 1) take('write')
    expect(await advance(0)).toHaveLength(4)
    budget.ended(2)
    expect(await advance(0)).toHaveLength(4)
  })

  it('gives extras only what a round of polls and the writes leave over', async () => {
    const { budget, take, advance } = budgetOnClock()
    take('write')
    await advance(0)
    budget.ended(14)
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
    budget.ended(20)
    expect(await advance(0)).toEqual(['write', 'write', 'read', 'poll'])
  })

  it('keeps some requests back from polls', async () => {
    const { budget, take, advance, served } = budgetOnClock()
    take('write')
    await advance(0)
    budget.ended(5)
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
    budget.ended(1)
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
    budget.ended(20)
    for (let n = 0; n < 3; n += 1) take('write')
    await advance(0)
    budget.ended(5)
    for (let n = 0; n < 10; n += 1) take('write')
    await advance(0)
    expect(served).toHaveLength(4 + 3)
  })

  it('after the first word the lower count holds, the store’s or its own', async () => {
    const { budget, take, advance, served } = budgetOnClock()
    take('write')
    await advance(0)
    budget.ended(4)
    take('write')
    await advance(0)
    budget.ended(25)
    for (let n = 0; n < 10; n += 1) take('write')
    await advance(0)
    expect(served).toHaveLength(4)
  })

  it('a request that ends without a word changes no count', async () => {
    const { budget, take, advance, served } = budgetOnClock()
    take('write')
    await advance(0)
    budget.ended(4)
    take('write')
    await advance(0)
    budget.ended(null)
    budget.ended(null)
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
})
