import { describe, expect, it } from 'vitest'
import { createConnected, failed, pollMs, pulled } from './connection-world.ts'

const undelivered = { kind: 'undelivered', why: 'ECONNREFUSED' } as const
const unanswered = { kind: 'unanswered', why: 'ECONNRESET' } as const
const refused = { kind: 'refused', errorCode: '30000', words: '' } as const
const signedOut = { kind: 'signedOut' } as const

async function started(demo = false) {
  const shop = createConnected(demo)
  await shop.connection.start()
  shop.heard()
  return shop
}

describe('a desk that starts', () => {
  it('takes up its tokens, learns the shop and its couriers, and pulls orders', async () => {
    const shop = createConnected()
    expect(shop.connection.view()).toEqual({
      state: 'connecting',
      since: 1_000,
      storeName: null,
      demo: false,
      lastPullAt: null,
    })
    expect(shop.connection.isOnline()).toBe(false)
    shop.now = 2_000
    await shop.connection.start()
    expect(shop.heard()).toEqual([
      'restore',
      'site',
      'couriers',
      'pull u1',
      'online',
      'changed',
      'orders',
      'changed',
    ])
    expect(shop.connection.view()).toEqual({
      state: 'online',
      since: 2_000,
      storeName: '가게',
      demo: false,
      lastPullAt: 2_000,
    })
    expect(shop.connection.isOnline()).toBe(true)
    expect(shop.known.list()).toEqual([{ idx: 4, name: 'CJ' }])
    expect(shop.planned.ms).toBe(pollMs)
  })

  it('asks the owner of a real shop nothing by itself: it is signed out, and waits to be connected', async () => {
    const shop = createConnected()
    shop.restored = false
    await shop.connection.start()
    expect(shop.heard()).toEqual(['restore', 'signed out', 'changed', 'changed'])
    expect([shop.state(), shop.planned.ms]).toEqual(['signedOut', null])
    await shop.connection.connect()
    expect(shop.heard().slice(0, 4)).toEqual(['restore', 'authorize', 'sign in c', 'site'])
    expect([shop.state(), shop.planned.ms]).toEqual(['online', pollMs])
  })

  it('asks a demo shop, which asks nobody', async () => {
    const shop = createConnected(true)
    shop.restored = false
    await shop.connection.start()
    expect(shop.said).toContain('sign in c')
    expect(shop.connection.view()).toMatchObject({ state: 'online', demo: true })
  })

  it.each([
    ['declined', 'ok', 'signedOut'],
    ['unreachable', 'ok', 'offline'],
    ['code', 'signedOut', 'signedOut'],
    ['code', 'unreachable', 'offline'],
  ] as const)('authorized: %s, signed in: %s: it is %s, and pulls nothing', async (kind, signIn, state) => {
    const shop = createConnected()
    Object.assign(shop, { restored: false, signIn, authorization: { kind, code: 'c' } })
    await shop.connection.connect()
    expect(shop.state()).toBe(state)
    expect(shop.said).not.toContain('site')
  })
})

describe('what the shop does not tell', () => {
  it.each([
    [undelivered, 'offline'],
    [unanswered, 'offline'],
    [signedOut, 'signedOut'],
    [{ kind: 'limited', retryAfterMs: 5 }, 'connecting'],
  ] as const)('for %o: it is %s, and orders are not pulled yet', async (answer, state) => {
    for (const change of [{ site: answer }, { couriers: answer }]) {
      const shop = createConnected()
      Object.assign(shop, change)
      await shop.connection.start()
      expect(shop.state()).toBe(state)
      expect(shop.said.some((call) => call.startsWith('pull'))).toBe(false)
      expect(shop.said.includes('couriers')).toBe('couriers' in change)
    }
  })

  it('stays as it was known; orders are pulled all the same, and it is asked again with the next round', async () => {
    const shop = createConnected()
    shop.settings.change({ storeName: '그 가게', unitCode: 'u0' })
    shop.known.replace([{ idx: 9, name: '한진' }])
    Object.assign(shop, { site: refused, couriers: refused })
    await shop.connection.start()
    const trouble = 'connection: the shop or its couriers could not be read'
    expect(shop.heard()).toEqual(expect.arrayContaining([trouble, 'pull u0', 'online']))
    expect(shop.connection.view()).toMatchObject({ state: 'online', storeName: '그 가게' })
    expect(shop.known.list()).toEqual([{ idx: 9, name: '한진' }])
    Object.assign(shop, { couriers: { kind: 'ok', data: [] } })
    Object.assign(shop, { site: { kind: 'ok', data: { name: null, unitCode: 'u1' } } })
    await shop.poll()
    expect(shop.heard()).toEqual(expect.arrayContaining(['site', trouble, 'pull u1']))
    expect(shop.known.list()).toEqual([{ idx: 9, name: '한진' }])
    Object.assign(shop, { couriers: { kind: 'ok', data: [{ idx: 4, name: 'CJ' }] } })
    await shop.poll()
    expect(shop.heard()).not.toContain(trouble)
    expect(shop.connection.view().storeName).toBe('그 가게')
    await shop.poll()
    expect(shop.heard()).not.toContain('site')
  })

  it('the shop’s code alone not told: it is asked again, and lists are asked for without one', async () => {
    const shop = createConnected()
    shop.site = { kind: 'ok', data: { name: '가게', unitCode: null } }
    await shop.connection.start()
    expect(shop.heard()).toContain('pull ')
    expect(shop.known.list()).toEqual([{ idx: 4, name: 'CJ' }])
    await shop.poll()
    expect(shop.heard()).toContain('site')
  })
})

describe('a pull', () => {
  it.each([
    [undelivered, 'offline'],
    [unanswered, 'offline'],
    [signedOut, 'signedOut'],
    [refused, 'online'],
    [{ kind: 'limited', retryAfterMs: 5 }, 'online'],
  ] as const)(
    'that failed for %o: the desk is %s, and its orders are as they were',
    async (answer, state) => {
      const shop = await started()
      const before = shop.connection.view()
      Object.assign(shop, { now: 9_000, pull: failed(answer) })
      await shop.poll()
      expect(shop.heard()).not.toContain('orders')
      expect(shop.connection.view()).toEqual({
        ...before,
        state,
        since: state === 'online' ? before.since : 9_000,
      })
    },
  )

  it('that breaks off is reported, and tried again', async () => {
    const shop = await started()
    shop.pull = () => Promise.reject(new Error('disk full'))
    await shop.poll()
    expect(shop.heard()).toEqual(['pull u1', 'connection: disk full', 'changed'])
    expect(shop.planned.ms).toBe(2_000)
  })

  it('with more to come goes on at once', async () => {
    const shop = await started()
    shop.pull = pulled({ kind: 'done', more: true })
    await shop.poll()
    expect(shop.planned.ms).toBe(0)
  })

  it('runs once at a time', async () => {
    const shop = await started()
    const first = shop.connection.pullNow()
    expect(shop.connection.connect()).toBe(first)
    await first
    expect(shop.heard().filter((call) => call.startsWith('pull'))).toHaveLength(1)
    expect(shop.connection.pullNow()).not.toBe(first)
  })

  it('is asked for by the schedule, and takes the place of what was planned before', async () => {
    const shop = await started()
    expect(shop.planned.calledOff).toBe(0)
    await shop.poll()
    expect(shop.heard()).toEqual(['pull u1', 'orders', 'changed'])
    expect(shop.planned.calledOff).toBe(1)
  })
})

describe('the pace', () => {
  it('is the poll’s, a quarter more or less, so that desks do not ask all at once', async () => {
    const shop = await started()
    shop.random = 0
    await shop.poll()
    expect(shop.planned.ms).toBe(15_000)
    shop.random = 0.99999
    await shop.poll()
    expect(shop.planned.ms).toBe(25_000)
  })

  it('slows down while rounds fail, up to the poll’s, and is the poll’s again after one that did not', async () => {
    const shop = await started()
    shop.pull = failed(undelivered)
    const pauses = []
    for (let round = 0; round < 6; round += 1) {
      await shop.poll()
      pauses.push(shop.planned.ms)
    }
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, pollMs, pollMs])
    shop.pull = pulled({ kind: 'done', more: false })
    await shop.poll()
    expect(shop.planned.ms).toBe(pollMs)
    shop.pull = failed(undelivered)
    await shop.poll()
    expect(shop.planned.ms).toBe(2_000)
  })

  it('ends where the shop must be connected again, but for a demo shop', async () => {
    for (const demo of [false, true]) {
      const shop = await started(demo)
      Object.assign(shop.planned, { ms: null })
      shop.pull = failed(signedOut)
      await shop.connection.pullNow()
      expect(shop.heard()).toContain('signed out')
      expect(shop.planned.ms).toBe(demo ? 2_000 : null)
    }
  })

  it('ends with the desk', async () => {
    const shop = await started()
    shop.connection.stop()
    expect(shop.planned.calledOff).toBe(1)
    Object.assign(shop.planned, { ms: null })
    await shop.connection.pullNow()
    expect(shop.planned.ms).toBeNull()
    createConnected().connection.stop()
  })
})

describe('a call by whomever', () => {
  it('that nobody answered takes the desk offline, and the store is tried soon', async () => {
    const shop = await started()
    shop.now = 5_000
    shop.connection.unheard()
    expect(shop.heard()).toEqual(['changed'])
    expect(shop.connection.view()).toMatchObject({ state: 'offline', since: 5_000 })
    expect(shop.planned.ms).toBe(1_000)
    Object.assign(shop.planned, { ms: null })
    shop.connection.unheard()
    expect([shop.heard(), shop.planned.ms]).toEqual([[], null])
  })

  it('that the store answered brings it back, once orders have come in before', async () => {
    const shop = await started()
    shop.connection.heard()
    expect(shop.heard()).toEqual([])
    shop.connection.unheard()
    shop.heard()
    shop.connection.heard()
    expect([shop.state(), shop.heard()]).toEqual(['online', ['online', 'changed']])
    const first = createConnected()
    first.pull = failed(undelivered)
    await first.connection.start()
    first.connection.heard()
    expect(first.state()).toBe('offline')
  })

  it('says nothing of a desk that is signed out, or that has not started', async () => {
    const shop = await started()
    shop.pull = failed(signedOut)
    await shop.poll()
    shop.connection.heard()
    shop.connection.unheard()
    expect(shop.state()).toBe('signedOut')
    const before = createConnected()
    before.connection.unheard()
    before.connection.heard()
    expect([before.state(), before.planned.ms]).toEqual(['connecting', null])
  })
})
