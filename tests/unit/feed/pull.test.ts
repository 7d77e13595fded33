import { describe, expect, it } from 'vitest'
import { createFeed, from, orderNo, orderOf, type Feed } from './feed-world.ts'

const one = orderNo(1)

/** A feed that has gone through its lists once. */
async function settledFeed(...orders: ReturnType<typeof orderOf>[]): Promise<Feed> {
  const feed = createFeed()
  feed.lists.PRODUCT_PREPARATION = [orders]
  await feed.pull()
  return feed
}

/** A box is told of: the order is marked, and its section goes on. */
function tell(feed: Feed): void {
  feed.readings.touch(one)
  feed.orders.saveSections(one, 'os1-0', orderOf(1, ['SHIPPING']).sections)
}

describe('an order that a box was told for while an answer was on its way', () => {
  it('keeps what that told: the list is older', async () => {
    const feed = await settledFeed(orderOf(1))
    feed.meanwhile = () => {
      tell(feed)
      feed.meanwhile = () => undefined
    }
    await feed.pull()
    expect(feed.statusOf(1)).toEqual(['SHIPPING'])
  })

  it('keeps it too where the page has arrived, and is being saved a few orders at a time', async () => {
    const feed = await settledFeed(orderOf(1))
    feed.lists.PRODUCT_PREPARATION = [[...from(2, 10), orderOf(1)]]
    feed.pause = () => {
      tell(feed)
      return Promise.resolve()
    }
    await feed.pull()
    expect([feed.statusOf(1), feed.kept()]).toEqual([['SHIPPING'], 11])
  })

  it('keeps it where the order was asked for by itself', async () => {
    const feed = await settledFeed(orderOf(1))
    feed.lists.PRODUCT_PREPARATION = [[]]
    feed.singles.set(one, orderOf(1))
    await feed.pull()
    feed.meanwhile = () => {
      if (feed.asked.includes(one)) tell(feed)
    }
    await feed.pull()
    expect(feed.asked).toContain(one)
    expect(feed.statusOf(1)).toEqual(['SHIPPING'])
  })

  it('is read again by what was asked for afterwards', async () => {
    const feed = await settledFeed(orderOf(1))
    tell(feed)
    await feed.pull()
    expect(feed.statusOf(1)).toEqual(['PRODUCT_PREPARATION'])
  })
})

describe('the place in the lists', () => {
  it('moves on with the last of a page’s orders: a process that dies before has the page fetched again', async () => {
    const feed = createFeed()
    feed.lists.PRODUCT_PREPARATION = [from(1, 25), from(26, 1)]
    feed.pause = () => Promise.reject(new Error('the process died'))
    await expect(feed.pull()).rejects.toThrow('died')
    expect([feed.kept(), feed.sweep.get()]).toEqual([10, { places: {}, rounds: 0, newest: null }])
    feed.pause = () => Promise.resolve()
    expect(await feed.pull()).toEqual({ kind: 'done', more: true })
    expect([feed.kept(), feed.asked[0]]).toEqual([25, 'PRODUCT_PREPARATION 1'])
    expect(await feed.pull()).toEqual({ kind: 'done', more: false })
    expect(feed.asked).toContain('PRODUCT_PREPARATION 2')
    expect(feed.kept()).toBe(26)
  })

  it('and in one with them: where it cannot be written those orders are not there either', async () => {
    const feed = createFeed()
    feed.lists.PRODUCT_PREPARATION = [from(1, 25)]
    feed.db.exec("CREATE TRIGGER full BEFORE INSERT ON settings BEGIN SELECT RAISE(ABORT, 'full'); END")
    await expect(feed.pull()).rejects.toThrow('full')
    expect(feed.kept()).toBe(20)
  })

  it('stays where the store did not answer', async () => {
    const feed = createFeed()
    feed.lists.PRODUCT_PREPARATION = [from(1, 1), from(2, 1)]
    await feed.pull()
    const before = feed.sweep.get()
    feed.listFailure = { kind: 'unanswered', why: 'ECONNRESET' }
    expect(await feed.pull()).toEqual({ kind: 'failed', answer: feed.listFailure })
    expect(feed.sweep.get()).toEqual(before)
  })

  it('begins a new round once every list has been gone through, and the longer one is waited for', async () => {
    const feed = createFeed()
    feed.lists.PRODUCT_PREPARATION = [from(1, 1), from(2, 1), from(3, 1)]
    const pages = async () => {
      await feed.pull()
      return [feed.sweep.get().rounds, ...feed.asked.filter((call) => !call.includes('since'))]
    }
    expect(await pages()).toEqual([0, 'PRODUCT_PREPARATION 1', 'SHIPPING_READY 1'])
    expect(await pages()).toEqual([0, 'PRODUCT_PREPARATION 2'])
    expect(await pages()).toEqual([1, 'PRODUCT_PREPARATION 3', 'SHIPPING_READY 1'])
    expect(await pages()).toEqual([1, 'PRODUCT_PREPARATION 1'])
  })
})

describe('an order that no longer comes', () => {
  it('is asked for before it is believed gone', async () => {
    const feed = await settledFeed(orderOf(1))
    feed.lists.PRODUCT_PREPARATION = [[]]
    feed.singles.set(one, orderOf(1, ['CANCEL_COMPLETE']))
    await feed.pull()
    expect([feed.asked.at(-1), feed.statusOf(1)]).toEqual([one, ['CANCEL_COMPLETE']])
    await feed.pull()
    expect(feed.asked).not.toContain(one)
  })

  it('stays as it is where the store does not answer, and is asked for again', async () => {
    const feed = await settledFeed(orderOf(1))
    feed.lists.PRODUCT_PREPARATION = [[]]
    feed.singles.set(one, { kind: 'undelivered', why: 'ECONNREFUSED' })
    expect(await feed.pull()).toMatchObject({ kind: 'failed' })
    expect(feed.statusOf(1)).toEqual(['PRODUCT_PREPARATION'])
    feed.singles.set(one, orderOf(1, ['SHIPPING']))
    await feed.pull()
    expect(feed.statusOf(1)).toEqual(['SHIPPING'])
  })

  it('and that the store does not give stays too, is reported, and asked for once a round', async () => {
    const feed = await settledFeed(orderOf(1))
    feed.lists.PRODUCT_PREPARATION = [[], []]
    expect(await feed.pull()).toEqual({ kind: 'done', more: false })
    await feed.pull()
    expect(feed.asked).toContain(one)
    expect(feed.reports).toEqual(['pull: order look-up refused: 30026'])
    expect(feed.statusOf(1)).toEqual(['PRODUCT_PREPARATION'])
  })

  it('waits its turn: ten are asked for a pull, the rest with the next', async () => {
    const feed = await settledFeed(...from(1, 25))
    feed.lists.PRODUCT_PREPARATION = [[]]
    for (const order of from(1, 25)) feed.singles.set(order.orderNo, { ...order, open: false })
    const singly = () => feed.asked.filter((call) => /^\d+$/.test(call)).length
    await feed.pull()
    expect(singly()).toBe(10)
  })
})

describe('a list that brings an order without some of its sections', () => {
  it('leaves those as they were, and one that was to be shipped has the order read whole', async () => {
    const feed = await settledFeed(orderOf(1, ['PRODUCT_PREPARATION', 'SHIPPING_READY', 'SHIPPING']))
    feed.lists.PRODUCT_PREPARATION = [[orderOf(1, ['PRODUCT_PREPARATION'], 3)]]
    feed.singles.set(one, orderOf(1, ['PRODUCT_PREPARATION', 'CANCEL_COMPLETE', 'SHIPPING']))
    feed.meanwhile = () => {
      if (feed.asked.includes(one))
        expect(feed.statusOf(1)).toEqual(['PRODUCT_PREPARATION', 'SHIPPING_READY', 'SHIPPING'])
    }
    await feed.pull()
    expect(feed.asked).toContain(one)
    expect(feed.statusOf(1)).toEqual(['PRODUCT_PREPARATION', 'CANCEL_COMPLETE', 'SHIPPING'])
  })

  it('is no reason to read it whole where they have gone out', async () => {
    const feed = await settledFeed(orderOf(1, ['PRODUCT_PREPARATION', 'SHIPPING']))
    feed.lists.PRODUCT_PREPARATION = [[orderOf(1, ['PRODUCT_PREPARATION'], 3)]]
    await feed.pull()
    expect(feed.asked).not.toContain(one)
    expect(feed.statusOf(1)).toEqual(['PRODUCT_PREPARATION', 'SHIPPING'])
    expect(feed.orders.get(one)?.sections[0]?.items[0]?.qty).toBe(3)
  })
})

describe('where the lists are too long for every poll', () => {
  const long = async (): Promise<Feed> => {
    const feed = createFeed()
    feed.lists.PRODUCT_PREPARATION = [from(1, 2), from(3, 2), from(5, 2)]
    await feed.pull()
    return feed
  }

  it('what has come in since is asked for first, from ten minutes before the newest known', async () => {
    const feed = await long()
    await feed.pull()
    expect(feed.asked[0]).toBe('PRODUCT_PREPARATION 1 since 2026-11-24T11:50:00.000Z')
    expect(feed.asked.at(-1)).toBe('PRODUCT_PREPARATION 2')
  })

  it('an order from the future hides none of those that come in before it', async () => {
    const feed = createFeed()
    const late = { ...orderOf(1), placedAt: '2036-01-01T00:00:00.000Z' }
    feed.lists.PRODUCT_PREPARATION = [[late, orderOf(2)], from(3, 2)]
    await feed.pull()
    expect(feed.sweep.get().newest).toBe(orderOf(2).placedAt)
  })

  it('the order on the desk is asked for with every pull; where they are short it comes by itself', async () => {
    const feed = await long()
    feed.onDesk = orderNo(9)
    feed.singles.set(orderNo(9), orderOf(9))
    await feed.pull()
    expect(feed.asked).toContain(orderNo(9))
    const short = await settledFeed(orderOf(1))
    short.onDesk = one
    await short.pull()
    expect(short.asked).not.toContain(one)
  })
})
