import { beforeEach, describe, expect, it } from 'vitest'
import { createReadSingly } from '../../../electron/station/feed/read-singly.ts'
import { heard } from '../orders.ts'
import { createFeed, from, orderNo, orderOf, type Feed } from './feed-world.ts'

const unanswered = { kind: 'unanswered', why: 'ECONNRESET' } as const
const refused = { kind: 'refused', errorCode: '30000', words: '' } as const

let feed: Feed
beforeEach(() => {
  feed = createFeed()
})

describe('a list that the store refuses to give', () => {
  it('is reported and at its end; its orders are asked for one by one, and the pull has failed', async () => {
    feed.lists.PRODUCT_PREPARATION = [[orderOf(1)]]
    await feed.pull()
    feed.listFailure = refused
    feed.singles.set(orderNo(1), orderOf(1, ['SHIPPING']))
    expect(await feed.pull()).toEqual({ kind: 'failed', answer: refused })
    expect(feed.reports).toEqual(['pull: list refused: 30000', 'pull: list refused: 30000'])
    expect(feed.asked).toEqual(['PRODUCT_PREPARATION 1', 'SHIPPING_READY 1', orderNo(1)])
    expect(feed.statusOf(1)).toEqual(['SHIPPING'])
    expect(feed.sweep.get().rounds).toBe(2)
  })
})

describe('the newest orders of long lists', () => {
  it('are asked for ten pages at most, and no further than they go', async () => {
    feed.lists.PRODUCT_PREPARATION = Array.from({ length: 12 }, (_, at) => [orderOf(at + 1)])
    await feed.pull()
    await feed.pull()
    const since = () => feed.asked.filter((call) => call.includes('since')).length
    expect(since()).toBe(10)
    feed.lists.PRODUCT_PREPARATION = feed.lists.PRODUCT_PREPARATION.slice(0, 3)
    await feed.pull()
    expect(since()).toBe(3)
  })

  it('count as seen in the round that goes on', async () => {
    feed.lists.PRODUCT_PREPARATION = [[orderOf(1)], [orderOf(2)]]
    await feed.pull()
    await feed.pull()
    expect(feed.sweep.unseenSince(1, 9)).toEqual([])
    expect(feed.asked).not.toContain(orderNo(1))
  })

  it('without an answer end the pull: nothing else is asked for', async () => {
    feed.lists.PRODUCT_PREPARATION = [[orderOf(1)], [orderOf(2)]]
    await feed.pull()
    feed.listFailure = unanswered
    expect(await feed.pull()).toEqual({ kind: 'failed', answer: unanswered })
    expect(feed.asked).toHaveLength(1)
  })
})

describe('a page', () => {
  it('is saved ten orders at a time; where ten are all, at once', async () => {
    let pauses = 0
    feed.pause = () => {
      pauses += 1
      return Promise.resolve()
    }
    feed.lists.PRODUCT_PREPARATION = [from(1, 10)]
    await feed.pull()
    expect(pauses).toBe(0)
    feed.lists.PRODUCT_PREPARATION = [from(1, 21)]
    await feed.pull()
    expect([pauses, feed.kept()]).toEqual([2, 21])
  })

  it('believes an order’s time up to an hour ahead of the desk’s clock', async () => {
    const at = (placedAt: string, n: number) => ({ ...orderOf(n), placedAt })
    feed.lists.PRODUCT_PREPARATION = [
      [
        at('2026-11-24T13:00:00.000Z', 1),
        at('2026-11-24T13:00:00.001Z', 2),
        at('2026-11-24T09:00:00.000Z', 3),
      ],
    ]
    await feed.pull()
    expect(feed.sweep.get().newest).toBe('2026-11-24T13:00:00.000Z')
    feed.lists.PRODUCT_PREPARATION = [[at('2026-11-24T10:00:00.000Z', 4)]]
    await feed.pull()
    expect(feed.sweep.get().newest).toBe('2026-11-24T13:00:00.000Z')
  })

  it('knows the newest order still where the clock has been set back since', async () => {
    const newest = { ...orderOf(1), placedAt: '2026-11-24T11:50:00.000Z' }
    feed.lists.PRODUCT_PREPARATION = [[newest]]
    await feed.pull()
    for (const ms of [3 * 3_600_000, 730 * 86_400_000]) {
      feed.now -= ms
      await feed.pull()
      expect(feed.sweep.get().newest).toBe(newest.placedAt)
    }
  })

  it('that brings an extract’s order without a section has that read whole: the two cannot be joined', async () => {
    const { odd: _odd, unread: _unread, ...kept } = orderOf(1, ['PRODUCT_PREPARATION', 'SHIPPING'])
    feed.orders.adopt(orderNo(1), JSON.stringify(kept))
    feed.lists.PRODUCT_PREPARATION = [[orderOf(1)]]
    feed.singles.set(orderNo(1), orderOf(1, ['PRODUCT_PREPARATION', 'SHIPPING_COMPLETE']))
    await feed.pull()
    expect(feed.asked).toContain(orderNo(1))
    expect(feed.statusOf(1)).toEqual(['PRODUCT_PREPARATION', 'SHIPPING_COMPLETE'])
  })

  it('that brings all of an extract’s order takes its place', async () => {
    const { odd: _odd, unread: _unread, ...kept } = orderOf(1)
    feed.orders.adopt(orderNo(1), JSON.stringify(kept))
    feed.lists.PRODUCT_PREPARATION = [[orderOf(1, ['PRODUCT_PREPARATION'], 7)]]
    await feed.pull()
    expect(feed.asked).not.toContain(orderNo(1))
    expect(feed.orders.get(orderNo(1))?.sections[0]?.items[0]?.qty).toBe(7)
    expect(feed.orders.kept(orderNo(1))?.document).not.toBeNull()
  })
})

describe('orders read one by one', () => {
  /** Reads those of 1 to 12 that answer; an order of which nothing is put down gets none. */
  function reading(count: number) {
    for (const each of from(1, count)) feed.orders.save(heard(each))
    feed.sweep.set({ places: {}, rounds: 1, newest: null })
    const asked: string[] = []
    const silent = new Set<string>()
    const read = createReadSingly({
      takeIn: feed.takeIn,
      readings: feed.readings,
      sweep: feed.sweep,
      report: () => undefined,
      service: {
        order: (no) => {
          asked.push(no)
          if (silent.has(no)) return Promise.resolve(unanswered)
          return Promise.resolve({ kind: 'ok', data: heard({ ...orderOf(1), orderNo: no }) })
        },
      },
    })
    return {
      silent,
      pull: async (onDesk: string | null = null) => {
        asked.length = 0
        return { answer: await read(onDesk), asked: [...asked] }
      },
    }
  }
  const numbers = (...of: number[]) => of.map(orderNo)

  it('one that alone gets no answer holds up no other, and comes last from then on', async () => {
    const { silent, pull } = reading(3)
    silent.add(orderNo(1))
    expect(await pull()).toEqual({ answer: null, asked: numbers(1, 2, 3) })
    feed.sweep.set({ places: {}, rounds: 2, newest: null })
    expect(await pull()).toEqual({ answer: null, asked: numbers(2, 3, 1) })
    silent.clear()
    expect(await pull()).toEqual({ answer: null, asked: numbers(1) })
    expect(await pull()).toEqual({ answer: null, asked: [] })
  })

  it('two that get no answer are the store’s silence', async () => {
    const { silent, pull } = reading(4)
    for (const no of numbers(1, 2)) silent.add(no)
    expect(await pull()).toEqual({ answer: unanswered, asked: numbers(1, 2) })
    expect(await pull()).toEqual({ answer: null, asked: numbers(3, 4, 1) })
    expect(await pull()).toEqual({ answer: null, asked: numbers(2) })
  })

  it('are ten a pull, and one of the silent ones with them', async () => {
    const { silent, pull } = reading(12)
    silent.add(orderNo(1))
    expect((await pull()).asked).toEqual(numbers(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
    expect((await pull()).asked).toEqual(numbers(11, 12, 1))
  })

  it('begin with the one on the desk, which is asked for once', async () => {
    const { pull } = reading(3)
    expect((await pull(orderNo(2))).asked).toEqual(numbers(2, 1, 3))
  })
})
