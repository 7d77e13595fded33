import { describe, expect, test } from 'vitest'
import { createRateLimiter, documentedRateLimit } from '../../electron/demo-store/rate-limiter.ts'
import { demo } from './demo-orders.ts'
import { orderPath, sectionPath } from './paths.ts'
import { openTestStore } from './test-store.ts'

const limited = () => openTestStore({ rateLimit: documentedRateLimit })

describe('the limiter', () => {
  test('lets 25 requests through at once, then two a second, and counts down in the headers', async () => {
    const store = await limited()
    const left: string[] = []
    let refused = 0
    for (let i = 0; i < 30; i += 1) {
      const answer = await store.send('GET', orderPath(demo.guide))
      left.push(answer.headers.get('x-ratelimit-remaining') ?? '')
      expect(answer.headers.get('x-ratelimit-limit')).toBe('25')
      if (answer.status === 429) refused += 1
    }
    expect(left.slice(0, 3)).toEqual(['24', '23', '22'])
    expect(refused).toBe(5)
    store.clock.now += 500
    expect((await store.send('GET', orderPath(demo.guide))).status).toBe(200)
    expect((await store.send('GET', orderPath(demo.guide))).code).toBe(429)
    store.clock.now += 1_000
    expect((await store.send('GET', orderPath(demo.guide))).status).toBe(200)
    expect((await store.send('GET', orderPath(demo.guide))).status).toBe(200)
    expect((await store.send('GET', orderPath(demo.guide))).code).toBe(429)
  })

  test('its 429 can be told from a business error that is a 429 too', async () => {
    const store = await limited()
    const path = sectionPath(demo.guide, store.section(demo.guide).orderSectionCode, 'shipping-operation')
    const business = await store.send('PATCH', path, { orderSectionStatus: 'SHIPPING' })
    expect([business.status, business.code]).toEqual([429, 30090])
    for (let i = 0; i < 24; i += 1) await store.send('GET', orderPath(demo.guide))
    const limit = await store.send('PATCH', path, { orderSectionStatus: 'SHIPPING' })
    expect([limit.status, limit.code]).toEqual([429, 429])
  })

  test('a refused request changes nothing', async () => {
    const store = await limited()
    for (let i = 0; i < 25; i += 1) await store.send('GET', orderPath(demo.guide))
    const path = sectionPath(demo.guide, store.section(demo.guide).orderSectionCode, 'shipping-operation')
    await store.send('PATCH', path, { orderSectionStatus: 'SHIPPING_READY' })
    expect(store.section(demo.guide).orderSectionStatus).toBe('PRODUCT_PREPARATION')
  })

  test('may be assumed to say how long to wait', async () => {
    const store = await openTestStore({
      rateLimit: { bucket: 1, refillPerSecond: 0.1 },
      assumptions: { limiterRetryAfter: true },
    })
    await store.send('GET', orderPath(demo.guide))
    expect((await store.send('GET', orderPath(demo.guide))).headers.get('retry-after')).toBe('10')
  })

  test('a clock that goes back refills nothing', () => {
    let now = 10_000
    const limiter = createRateLimiter({ bucket: 1, refillPerSecond: 1 }, () => now)
    expect(limiter.take('a').isAllowed).toBe(true)
    now = 0
    expect(limiter.take('a').isAllowed).toBe(false)
    expect(limiter.take('b').isAllowed).toBe(true)
  })
})
