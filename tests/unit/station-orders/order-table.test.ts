import { beforeEach, describe, expect, it } from 'vitest'
import { heard, item, order, product, section } from '../orders.ts'
import { createOrderShelf, hoursAgo, one, type OrderShelf } from './order-shelf.ts'

let shelf: OrderShelf
beforeEach(() => {
  shelf = createOrderShelf()
})

const orderNo = '202410104747676'
const of = (changes: Parameters<typeof section>[2]) => order([section('os1', [item('-1', 2, 'A')], changes)])
const row = () => shelf.db.prepare('SELECT * FROM orders').get()
/** What the first versions kept. */
const extract = (changes = {}) => {
  const { odd: _odd, unread: _unread, ...kept } = order([section('os1', [item('-1', 2, 'A')])])
  return JSON.stringify({ ...kept, ...changes })
}

describe('an order that is heard', () => {
  it('is kept whole as it came, and read from that', () => {
    const { document } = heard(of({}))
    expect(shelf.orders.save({ orderNo, document: { ...document, more: [1] } })).toEqual(of({}))
    expect(shelf.orders.get(orderNo)).toEqual(of({}))
    expect(shelf.orders.kept(orderNo)).toEqual({ order: of({}), document: { ...document, more: [1] } })
    expect([shelf.orders.get('1'), shelf.orders.kept('1')]).toEqual([null, null])
  })

  it('is in the row of its queue, and takes the place of what was heard before', () => {
    shelf.orders.save(heard(of({ invoice: { courierIdx: 7, invoiceNo: '77' }, status: 'SHIPPING_READY' })))
    const another = order(
      [section('os2', [item('-9', 5, 'B', { product: product('B', { name: 'Bowl' }) })])],
      {
        placedAt: '2026-11-25T00:00:00.000Z',
        channel: 'COUPANG',
        ordererName: 'Lee',
        payment: 'unpaid',
      },
    )
    shelf.orders.save(heard(another))
    expect(row()).toMatchObject({
      order_no: orderNo,
      placed_at: '2026-11-25T00:00:00.000Z',
      standing: 'unpaid',
      channel: 'COUPANG',
      orderer_name: 'Lee',
      receiver_name: '김포장',
      first_item: 'Bowl',
      lines: 1,
      units: 5,
      to_ship: 1,
      courier_idx: null,
      single_item: 'Bowl',
      odd_field: null,
      odd_value: null,
      to_read: 0,
    })
    expect(shelf.db.prepare('SELECT search FROM orders').pluck().get()).toContain('bowl')
  })

  it('can be kept by a damaged page: nothing of it can be read then, and the order says so', () => {
    shelf.orders.save(heard(of({})))
    shelf.db.exec("UPDATE orders SET document = '{'")
    const { order: read, document } = shelf.orders.kept(orderNo) ?? {}
    expect(read).toMatchObject({ orderNo, sections: [] })
    expect(document).toEqual({})
    shelf.orders.refresh(orderNo)
    expect(row()).toMatchObject({ standing: 'unreadable', to_read: 0 })
  })
})

describe('a section that is a box of this desk', () => {
  const boxed = () => shelf.orders.get(orderNo)?.sections.map((each) => each.boxed)
  beforeEach(() => {
    shelf.orders.save(
      heard(order([section('os1', [item('-1', 1, 'A')]), section('os2', [item('-2', 1, 'B')])])),
    )
  })

  it('is marked as such, by the promise that is about it', () => {
    shelf.box(orderNo, { section: 'os2' })
    shelf.box(orderNo, { section: null })
    shelf.box('2', { section: 'os1' })
    shelf.box(orderNo, { section: 'os1', kind: 'handOver' })
    expect(boxed()).toEqual([false, true])
  })

  it('also where it was seen to by hand, but not where it was given up', () => {
    shelf.box(orderNo, { section: 'os1', state: 'handled', handled: '{"how":"handedOver"}' })
    shelf.box(orderNo, { section: 'os2', state: 'handled', handled: '{"how":"discarded"}' })
    expect(boxed()).toEqual([true, false])
  })

  it('is in the row of the queue once it is read anew', () => {
    shelf.box(orderNo, { section: 'os1' })
    shelf.box(orderNo, { section: 'os2' })
    expect(row()).toMatchObject({ standing: 'ready' })
    shelf.orders.refresh('1')
    shelf.orders.refresh(orderNo)
    expect(row()).toMatchObject({ standing: 'packed', to_read: 0 })
  })
})

describe('what the store answers to a step', () => {
  it('is written into the document, and the rest of that stays', () => {
    const { document } = heard(of({}))
    shelf.orders.save({ orderNo, document: { ...document, more: [1] } })
    shelf.orders.saveSections(orderNo, 'os1', of({ status: 'SHIPPING_READY' }).sections)
    expect(shelf.orders.get(orderNo)).toEqual(of({ status: 'SHIPPING_READY' }))
    expect(shelf.orders.kept(orderNo)?.document).toMatchObject({ more: [1] })
    expect(row()).toMatchObject({ to_read: 0 })
  })

  it('of an order that is not kept says nothing', () => {
    shelf.orders.saveSections(orderNo, 'os1', of({}).sections)
    expect(row()).toBeUndefined()
  })

  it('is kept in an extract too, which is to be read anew all the same', () => {
    shelf.orders.adopt(orderNo, extract())
    shelf.box(orderNo, { section: 'os1' })
    shelf.orders.saveSections(orderNo, 'os1', of({ status: 'SHIPPING_READY' }).sections)
    expect(shelf.orders.kept(orderNo)).toEqual({
      order: of({ status: 'SHIPPING_READY', boxed: true }),
      document: null,
    })
    expect(row()).toMatchObject({ standing: 'packed', to_read: 1 })
  })
})

describe('an order from another database', () => {
  it('is taken over with its document', () => {
    expect(shelf.orders.adopt(orderNo, JSON.stringify(heard(of({})).document))).toBe(true)
    expect(shelf.orders.get(orderNo)).toEqual(of({}))
    expect(row()).toMatchObject({ to_read: 0 })
  })

  it('is packed from an extract as it is, and read anew', () => {
    expect(shelf.orders.adopt(orderNo, extract())).toBe(true)
    expect(shelf.orders.kept(orderNo)).toEqual({ order: of({}), document: null })
    expect(row()).toMatchObject({ standing: 'ready', to_read: 1 })
    shelf.orders.refresh(orderNo)
    expect(row()).toMatchObject({ to_read: 1 })
    expect(shelf.orders.kept(orderNo)?.document).toBeNull()
    shelf.orders.save(heard(of({})))
    expect(row()).toMatchObject({ to_read: 0 })
  })

  it('whose extract does not hold is read as a document, in which nothing is understood', () => {
    expect(shelf.orders.adopt(orderNo, extract({ payment: 'gold' }))).toBe(true)
    expect(row()).toMatchObject({ standing: 'unreadable', to_read: 0 })
  })

  it('is read under its number where its text has none', () => {
    expect(shelf.orders.adopt(orderNo, '{}')).toBe(true)
    expect(shelf.orders.get(orderNo)).toMatchObject({ orderNo })
  })

  it.each(['{', '"text"', 'null', JSON.stringify({ orderNo: 202410104747677 })])(
    'is not taken over from %s',
    (text) => {
      expect(shelf.orders.adopt(orderNo, text)).toBe(false)
      expect(row()).toBeUndefined()
    },
  )
})

describe('an order is found', () => {
  it('by any code printed for it, upper or lower case, and by none of another’s', () => {
    shelf.save('1', [section('osA', [item('-1', 1, 'A')], { no: '1-S1' })])
    shelf.save('2', [section('osB', [item('-2', 1, 'A')], { no: '2-S1' })])
    for (const code of ['1', 'osA', 'OSA', '1-s1', '-1'])
      expect(shelf.orders.findByCode(code), code).toBe('1')
    expect(shelf.orders.findByCode('osB')).toBe('2')
    expect(shelf.orders.findByCode('A')).toBeNull()
  })

  it('and so is a product’s name, by a code that it has in any order', () => {
    const mug = product('SKU-1', { name: 'Mug', productSku: 'MUG' })
    shelf.save('1', [section('s', [item('-1', 1, 'SKU-1', { product: mug })])])
    expect(['sku-1', 'MUG', 'x'].map((code) => shelf.orders.productWithCode(code))).toEqual([
      'Mug',
      'Mug',
      null,
    ])
  })

  it('by the code of the one unit it is all about, the oldest first, and no more than asked for', () => {
    shelf.save('1', one('A'), { placedAt: hoursAgo(1) })
    shelf.save('2', one('A'), { placedAt: hoursAgo(2) })
    shelf.save('3', one('A'), { placedAt: hoursAgo(2) })
    shelf.save('4', one('B'))
    expect(shelf.orders.oneItemOrders('a')).toEqual(['2', '3', '1'])
    expect(shelf.orders.oneItemOrders('a', 2)).toEqual(['2', '3'])
    shelf.save('2', one('A', 2))
    expect(shelf.orders.oneItemOrders('a')).toEqual(['3', '1'])
  })

  it('that way only while it waits to be packed here', () => {
    for (const orderNo of ['1', '2', '3', '4', '5']) shelf.save(orderNo, one('A'))
    shelf.progress('1', { held: '재고' })
    shelf.progress('2', { handedTo: '2번' })
    shelf.progress('3', { allSealed: true })
    shelf.box('3')
    shelf.progress('4', { allSealed: true })
    shelf.box('4', { state: 'confirmed' })
    shelf.box('5')
    expect(shelf.orders.oneItemOrders('A')).toEqual(['4', '5'])
  })
})
