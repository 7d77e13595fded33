import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../electron/station/database/open.ts'
import { createOrderTable, type OrderTable } from '../../electron/station/orders/order-table.ts'
import { createQueue } from '../../electron/station/orders/queue.ts'
import { noFilters, type QueueFilters, type QueueView } from '../../shared/contract/queue.ts'
import { heard, item, order, product, section } from '../unit/orders.ts'

const now = Date.UTC(2026, 10, 24, 12)
const hoursAgo = (hours: number): string => new Date(now - hours * 3_600_000).toISOString()

let db: Database
let orders: OrderTable
let queue: ReturnType<typeof createQueue>

beforeEach(() => {
  db = openDatabase({ file: ':memory:' })
  orders = createOrderTable(db)
  queue = createQueue(db, () => now)
})

afterEach(() => {
  db.close()
})

const save = (orderNo: string, ...change: Parameters<typeof order>): void => {
  const [sections, changes = {}] = change
  orders.save(heard(order(sections, { orderNo, placedAt: hoursAgo(1), ...changes })))
}

/** How far the desk's log has got with an order, as read from it. */
const setAside = (orderNo: string, held: string | null, handedTo: string | null): void => {
  db.prepare(
    `INSERT INTO packing_progress (order_no, needed, packed, unsealed, all_sealed, held, handed_to)
     VALUES (?, 1, 0, 0, 0, ?, ?)`,
  ).run(orderNo, held, handedTo)
}

const list = (show: QueueView, search = '', filters: Partial<QueueFilters> = {}) =>
  queue.list({ search, show, limit: 50, filters: { ...noFilters, ...filters } })
const numbers = (...asked: Parameters<typeof list>): string[] =>
  list(...asked).rows.map(({ orderNo }) => orderNo)

const one = (sku: string, qty = 1) => section('s', [item('-1', qty, sku)])

describe('the queue', () => {
  it('keeps orders set aside here and those of another desk apart from the ready ones, and counts each view', () => {
    for (const orderNo of ['1', '2', '3']) save(orderNo, [one('A')])
    save('4', [one('A')], { payment: 'unpaid' })
    setAside('2', 'missing', null)
    setAside('3', null, 'Desk 2')
    expect(numbers('ready')).toEqual(['1'])
    expect(numbers('blocked')).toEqual(['2', '4'])
    expect(numbers('handedOver')).toEqual(['3'])
    expect(list('blocked').rows[0]).toMatchObject({ deskHold: 'missing', handedTo: null })
    expect(list('handedOver').rows[0]).toMatchObject({ deskHold: null, handedTo: 'Desk 2' })
    expect(list('all')).toMatchObject({ total: 4, counts: { ready: 1, blocked: 2, handedOver: 1, all: 4 } })
    expect(queue.count()).toBe(1)
  })

  it('is narrowed down by courier, channel and age, all at once', () => {
    const invoice = { courierIdx: 7, invoiceNo: '650000000001' }
    save('1', [section('s1', [item('-1', 1, 'A')], { status: 'SHIPPING_READY', invoice })], {
      channel: 'COUPANG',
      placedAt: hoursAgo(30),
    })
    save('2', [
      section('s2', [item('-1', 1, 'A')], {
        status: 'SHIPPING_READY',
        invoice: { ...invoice, courierIdx: 8 },
      }),
    ])
    save('3', [one('A')], { channel: 'COUPANG', placedAt: hoursAgo(30) })
    expect(numbers('all', '', { courierIdx: 7 })).toEqual(['1'])
    expect(numbers('all', '', { channel: 'COUPANG' }).sort()).toEqual(['1', '3'])
    expect(numbers('all', '', { olderThanHours: 24 }).sort()).toEqual(['1', '3'])
    expect(list('ready', '', { channel: 'COUPANG', olderThanHours: 24, courierIdx: 7 })).toMatchObject({
      total: 1,
      counts: { all: 1 },
    })
  })

  it('no longer goes by a waybill once its section has been shipped', () => {
    const invoice = { courierIdx: 7, invoiceNo: '650000000001' }
    const shipped = section('s1', [item('-1', 1, 'A')], { status: 'SHIPPING', invoice })
    save('1', [shipped, section('s2', [item('-2', 1, 'B')])])
    expect(numbers('all', '', { courierIdx: 7 })).toEqual([])
  })

  it('finds an order by any part of its words, and by any code printed for it', () => {
    const invoice = { courierIdx: 7, invoiceNo: '650000000001' }
    save('20261124001', [
      section('sABC', [item('item-9', 1, 'A')], { no: '20261124001-S1', status: 'SHIPPING_READY', invoice }),
    ])
    save('20261124002', [one('B')])
    for (const search of [
      '김포장',
      '1124001',
      'product a',
      'sabc',
      'ITEM-9',
      '20261124001-s1',
      '650000000001',
    ]) {
      expect(numbers('all', search), search).toContain('20261124001')
    }
    expect(numbers('all', '650000000001')).toEqual(['20261124001'])
    expect(list('ready', 'no such thing').counts.all).toBe(0)
  })

  it('takes a search for what it is, whatever characters are in it', () => {
    save('1', [section('s', [item('-1', 1, 'A', { product: product('A', { name: '50% [new] mug*' }) })])])
    save('2', [one('B')])
    for (const search of ['50%', '[new]', 'mug*', '% ['])
      expect(numbers('all', search), search).toEqual(['1'])
    for (const search of ['[x]', 'm?g', '*', '_']) expect(numbers('all', search), search).not.toContain('2')
  })

  it('shows the oldest first and no more than asked for, and still counts all', () => {
    for (const hours of [3, 9, 6]) save(String(hours), [one('A')], { placedAt: hoursAgo(hours) })
    const { rows, total } = queue.list({ search: '', show: 'ready', limit: 2 })
    expect([rows.map(({ orderNo }) => orderNo), total]).toEqual([['9', '6'], 3])
  })
})

describe('orders of one product alone', () => {
  it('are gathered by the product with its options, most orders first', () => {
    const red = product('A-R', { name: 'Mug', options: [{ name: 'colour', value: 'red' }] })
    const blue = product('A-B', { name: 'Mug', options: [{ name: 'colour', value: 'blue' }] })
    save('1', [section('s', [item('-1', 2, 'A-R', { product: red })])])
    save('2', [section('s', [item('-1', 1, 'A-R', { product: red })])])
    save('3', [section('s', [item('-1', 1, 'A-B', { product: blue })])])
    save('4', [section('s', [item('-1', 1, 'A-R', { product: red }), item('-2', 1, 'B')])])
    setAside('2', 'damaged', null)
    save('5', [section('s', [item('-1', 1, 'A-R', { product: red })])])
    expect(queue.batches()).toEqual([{ item: 'Mug / colour: red', orders: 2, units: 3 }])
    expect(numbers('ready', '', { item: 'Mug / colour: red' })).toEqual(['1', '5'])
  })

  it('are found by any code of the one unit they are all about, oldest first', () => {
    const mug = product('SKU-1', { productSku: 'MUG', ownCode: '8801' })
    const single = (qty = 1) => [section('s', [item('-1', qty, 'SKU-1', { product: mug })])]
    save('1', single(), { placedAt: hoursAgo(2) })
    save('2', single(), { placedAt: hoursAgo(5) })
    save('3', single(2))
    save('4', single(), { payment: 'unpaid' })
    for (const code of ['sku-1', 'MUG', '8801']) expect(orders.oneItemOrders(code), code).toEqual(['2', '1'])
    setAside('2', null, 'Desk 2')
    expect(orders.oneItemOrders('MUG')).toEqual(['1'])
    save('1', [section('s', [item('-1', 1, 'SKU-1', { product: mug }), item('-2', 1, 'B')])])
    expect(orders.oneItemOrders('MUG')).toEqual([])
  })

  it('are found no more once they are shipped or cancelled', () => {
    save('1', [one('A')])
    save('1', [section('s', [item('-1', 1, 'A')], { status: 'CANCEL_COMPLETE' })])
    expect(orders.oneItemOrders('A')).toEqual([])
    expect(numbers('all')).toEqual([])
  })
})
