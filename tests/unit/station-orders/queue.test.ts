import { beforeEach, describe, expect, it } from 'vitest'
import { noFilters, type QueueFilters, type QueueView } from '../../../shared/contract/queue.ts'
import { item, section } from '../orders.ts'
import { createOrderShelf, hoursAgo, one, type OrderShelf } from './order-shelf.ts'

let shelf: OrderShelf
beforeEach(() => {
  shelf = createOrderShelf()
})

const list = (show: QueueView, search = '', filters: Partial<QueueFilters> = {}, limit = 50) =>
  shelf.queue.list({ search, show, limit, filters: { ...noFilters, ...filters } })
const numbers = (...asked: Parameters<typeof list>) => list(...asked).rows.map(({ orderNo }) => orderNo)

describe('a row of the queue', () => {
  it('says what is to be packed of an order', () => {
    shelf.save('1', [section('s', [item('-1', 2, 'A'), item('-2', 1, 'B')])], { channel: 'COUPANG' })
    expect(list('ready').rows).toEqual([
      {
        orderNo: '1',
        channel: 'COUPANG',
        ordererName: '이주문',
        receiverName: '김포장',
        placedAt: hoursAgo(1),
        standing: 'ready',
        oddField: null,
        oddValue: null,
        lines: 2,
        units: 3,
        packed: 0,
        firstItem: 'Product A',
        deskHold: null,
        handedTo: null,
      },
    ])
  })

  it('says what is not understood of it', () => {
    shelf.save('1', one('A'), { payment: { path: 'payments[0].paymentStatus', value: 'GOLD' } })
    expect(list('blocked').rows).toMatchObject([
      { standing: 'unreadable', oddField: 'payments[0].paymentStatus', oddValue: '"GOLD"' },
    ])
  })

  it('counts units by the desk’s lines while boxes of them wait, and by the store’s word otherwise', () => {
    for (const orderNo of ['1', '2', '3', '4']) shelf.save(orderNo, one('A', 9))
    shelf.progress('1', { packed: 3 })
    shelf.progress('2', { packed: 3, unsealed: 1 })
    shelf.progress('3', { packed: 3 })
    shelf.box('3')
    shelf.progress('4', { packed: 3 })
    shelf.box('4', { state: 'handled' })
    shelf.box('4', { kind: 'handOver' })
    expect(list('ready').rows.map(({ units, packed }) => [units, packed])).toEqual([
      [9, 0],
      [4, 3],
      [4, 3],
      [9, 0],
    ])
  })
})

describe('an order that is all in sealed boxes', () => {
  beforeEach(() => {
    for (const orderNo of ['1', '2', '3', '4']) shelf.save(orderNo, one('A'))
    for (const orderNo of ['1', '2', '3']) shelf.progress(orderNo, { allSealed: true })
    shelf.box('1')
    shelf.box('2', { state: 'confirmed' })
    shelf.box('3', { kind: 'handOver' })
    shelf.box('4')
  })

  it('is in no view until the store has heard of it', () => {
    expect(numbers('all')).toEqual(['2', '3', '4'])
    expect(numbers('all', 'product')).toEqual(['2', '3', '4'])
    expect(list('ready').counts).toEqual({ ready: 3, blocked: 0, handedOver: 0, all: 3 })
    expect(shelf.queue.count()).toBe(3)
  })

  it('is none of a batch', () => {
    expect(shelf.queue.batches()).toEqual([{ item: 'Product A', orders: 3, units: 3 }])
  })
})

it('an order whose boxes wait for the courier only is in no view', () => {
  shelf.save('1', [section('s', [item('-1', 1, 'A')], { status: 'SHIPPING_READY' })])
  shelf.progress('1', {})
  shelf.box('1', { section: 's', state: 'confirmed' })
  shelf.orders.refresh('1')
  expect(list('all').counts.all).toBe(0)
})

describe('a search', () => {
  beforeEach(() => {
    shelf.save('1', one('A'), { placedAt: hoursAgo(1) })
    shelf.save('2', one('A'), { placedAt: hoursAgo(3) })
    shelf.save('3', one('A'), { placedAt: hoursAgo(2), payment: 'unpaid' })
    shelf.save('4', one('A'), { placedAt: hoursAgo(4) })
    shelf.progress('4', { handedTo: '2번' })
    shelf.save('5', one('B'))
  })

  it.each<[QueueView, string[]]>([
    ['ready', ['2', '1']],
    ['blocked', ['3']],
    ['handedOver', ['4']],
    ['all', ['4', '2', '3', '1']],
  ])('shows of %s what fits, oldest first, and counts each view', (show, orderNos) => {
    const counts = { ready: 2, blocked: 1, handedOver: 1, all: 4 }
    for (const search of ['product a', ' PRODUCT A ']) {
      expect(numbers(show, search)).toEqual(orderNos)
      expect(list(show, search)).toMatchObject({ total: counts[show], counts })
    }
  })

  it('shows no more than asked for, and counts all', () => {
    const { rows, total } = list('ready', 'product a', {}, 1)
    expect([rows.map(({ orderNo }) => orderNo), total]).toEqual([['2'], 2])
  })

  it('of nothing but blanks is none', () => {
    expect(numbers('ready', '  ')).toEqual(['2', '1', '5'])
  })
})

describe('the views without a search', () => {
  it.each<[QueueView, string[]]>([
    ['ready', ['1']],
    ['blocked', ['2', '4']],
    ['handedOver', ['3']],
    ['all', ['1', '2', '3', '4']],
  ])('%s', (show, orderNos) => {
    for (const orderNo of ['1', '2', '3']) shelf.save(orderNo, one('A'))
    shelf.save('4', one('A'), { payment: 'unpaid' })
    shelf.progress('2', { held: '재고' })
    shelf.progress('3', { handedTo: '2번' })
    expect(numbers(show)).toEqual(orderNos)
    expect(list(show).counts).toEqual({ ready: 1, blocked: 2, handedOver: 1, all: 4 })
    expect(list(show).total).toBe(orderNos.length)
  })

  it('have nothing in an empty queue', () => {
    expect(list('all')).toEqual({
      rows: [],
      total: 0,
      counts: { ready: 0, blocked: 0, handedOver: 0, all: 0 },
    })
    expect(list('all', 'x').counts).toEqual({ ready: 0, blocked: 0, handedOver: 0, all: 0 })
  })

  it('are narrowed down by how orders stand, by age and by product', () => {
    shelf.save('1', one('A'), { placedAt: hoursAgo(5) })
    shelf.save('2', one('B'), { placedAt: hoursAgo(4), payment: 'unpaid' })
    shelf.save('3', one('B'), { placedAt: hoursAgo(3) })
    expect(numbers('all', '', { standing: 'unpaid' })).toEqual(['2'])
    expect(numbers('all', '', { olderThanHours: 4 })).toEqual(['1', '2'])
    expect(numbers('all', '', { item: 'Product B' })).toEqual(['2', '3'])
    expect(numbers('all', 'product', { item: 'Product B', olderThanHours: 4 })).toEqual(['2'])
    expect(shelf.queue.list({ search: '', show: 'all', limit: 9 }).total).toBe(3)
  })
})

describe('orders of one product alone', () => {
  it('are gathered where several are ready, most orders first, then by name', () => {
    for (const orderNo of ['1', '2']) shelf.save(orderNo, one('B', 2))
    for (const orderNo of ['3', '4']) shelf.save(orderNo, one('A'))
    for (const orderNo of ['5', '6', '7']) shelf.save(orderNo, one('C'))
    shelf.save('8', one('D'))
    shelf.save('9', one('A'), { payment: 'unpaid' })
    expect(shelf.queue.batches()).toEqual([
      { item: 'Product C', orders: 3, units: 3 },
      { item: 'Product A', orders: 2, units: 2 },
      { item: 'Product B', orders: 2, units: 4 },
    ])
    shelf.progress('5', { held: '재고' })
    shelf.progress('6', { handedTo: '2번' })
    expect(shelf.queue.batches().map(({ item: name }) => name)).toEqual(['Product A', 'Product B'])
  })
})

describe('how many orders are ready', () => {
  it('is right after each thing that changes it', () => {
    const count = () => shelf.queue.count()
    shelf.save('1', one('A'))
    expect(count()).toBe(1)
    shelf.save('2', one('A'))
    shelf.save('3', one('A'), { payment: 'unpaid' })
    expect(count()).toBe(2)
    shelf.progress('2', { held: '재고' })
    expect(count()).toBe(1)
    shelf.progress('2', { handedTo: '2번' })
    expect(count()).toBe(1)
    shelf.progress('2', { allSealed: true })
    expect(count()).toBe(2)
    shelf.box('2', { kind: 'handOver' })
    expect(count()).toBe(2)
    shelf.box('2')
    expect(count()).toBe(1)
    shelf.db.exec("UPDATE intents SET state = 'handled'")
    expect(count()).toBe(2)
    shelf.save('1', [section('s', [item('-1', 1, 'A')], { status: 'SHIPPING' })])
    expect(count()).toBe(1)
  })

  it('is counted anew where a table was put in the place of another, and followed from there', () => {
    shelf.save('1', one('A'))
    shelf.save('2', one('A'))
    shelf.progress('1', { held: '재고' })
    expect(shelf.queue.count()).toBe(1)
    shelf.db.exec(`CREATE TABLE other AS SELECT * FROM packing_progress WHERE false;
      DROP TABLE packing_progress; ALTER TABLE other RENAME TO packing_progress`)
    shelf.queue.recount()
    expect(shelf.queue.count()).toBe(2)
    shelf.progress('2', { held: '재고' })
    expect(shelf.queue.count()).toBe(1)
  })
})
