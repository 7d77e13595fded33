import { beforeEach, describe, expect, it } from 'vitest'
import { createSweepTable, type Sweep } from '../../../electron/station/feed/sweep-table.ts'
import { heard, order, section } from '../orders.ts'
import { createFeed, orderNo, orderOf, type Feed } from './feed-world.ts'

let feed: Feed
beforeEach(() => {
  feed = createFeed()
})

const beginning: Sweep = { places: {}, rounds: 0, newest: null }
const place: Sweep = {
  places: { SHIPPING_READY: { round: 2, page: 3 } },
  rounds: 1,
  newest: '2026-11-24T12:00:00.000Z',
}

describe('the place', () => {
  it('is the beginning at first, and what was kept for whoever reads it next', () => {
    expect(feed.sweep.get()).toEqual(beginning)
    feed.sweep.set({ ...place, rounds: 0 })
    feed.sweep.set(place)
    expect(createSweepTable(feed.db).get()).toEqual(place)
  })

  it.each([
    '{}',
    '5',
    JSON.stringify({ ...place, rounds: -1 }),
    JSON.stringify({ ...place, rounds: 1.5 }),
    JSON.stringify({ ...place, places: { SHIPPING_READY: { round: 1, page: 0 } } }),
    JSON.stringify({ ...place, places: { SHIPPING_READY: { round: -1, page: 1 } } }),
  ])('is the beginning where %s is kept', (value) => {
    feed.db.prepare("INSERT INTO settings VALUES ('sweep', ?)").run(value)
    expect(feed.sweep.get()).toEqual(beginning)
  })

  it('stays where only the newest time cannot be read', () => {
    feed.db.prepare("INSERT INTO settings VALUES ('sweep', ?)").run(JSON.stringify({ ...place, newest: 'x' }))
    expect(feed.sweep.get()).toEqual({ ...place, newest: null })
  })
})

describe('the orders that a round did not bring', () => {
  it('are those to be shipped, the longest unseen first', () => {
    for (const n of [1, 2, 3, 4]) feed.orders.save(heard(orderOf(n)))
    feed.orders.save(heard(orderOf(5, ['SHIPPING'])))
    feed.sweep.markSeen(orderNo(1), 2)
    feed.sweep.markSeen(orderNo(2), 3)
    feed.sweep.markSeen(orderNo(3), 1)
    expect(feed.sweep.unseenSince(3, 9)).toEqual([4, 3, 1].map(orderNo))
    expect(feed.sweep.unseenSince(3, 2)).toEqual([4, 3].map(orderNo))
    feed.sweep.markSeen(orderNo(2), 1)
    expect(feed.sweep.unseenSince(3, 9)).not.toContain(orderNo(2))
  })

  it('are all, once it begins anew', () => {
    feed.orders.save(heard(orderOf(1)))
    feed.sweep.set(place)
    feed.sweep.markSeen(orderNo(1), 2)
    feed.sweep.forget()
    expect(feed.sweep.get()).toEqual(beginning)
    expect(feed.sweep.unseenSince(1, 9)).toEqual([orderNo(1)])
  })
})

it('orders of which an earlier version kept a part are read anew: those to be shipped first, then the latest', () => {
  const extract = (n: number, status: 'SHIPPING' | 'PRODUCT_PREPARATION') => {
    const {
      odd: _odd,
      unread: _unread,
      ...kept
    } = order([section('s', [], { status })], {
      orderNo: orderNo(n),
    })
    feed.orders.adopt(orderNo(n), JSON.stringify(kept))
  }
  extract(1, 'PRODUCT_PREPARATION')
  extract(2, 'PRODUCT_PREPARATION')
  extract(3, 'SHIPPING')
  feed.orders.save(heard(orderOf(4)))
  expect(feed.sweep.toReadAnew(9)).toEqual([2, 1, 3].map(orderNo))
  expect(feed.sweep.toReadAnew(1)).toEqual([orderNo(2)])
  feed.sweep.wasRead(orderNo(2))
  expect(feed.sweep.toReadAnew(9)).toEqual([1, 3].map(orderNo))
})
