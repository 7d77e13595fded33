import { describe, expect, it } from 'vitest'
import { codesOf, oneItemCodes, productCodes, rowOf } from '../../../electron/station/orders/order-row.ts'
import { item, order, product, section } from '../orders.ts'

const invoice = { courierIdx: 7, invoiceNo: '650000000001' }
const mug = product('SKU-1', {
  name: 'Mug',
  options: [{ name: 'colour', value: 'red' }],
  productSku: 'MUG',
  ownCode: '8801',
})
const shipped = section('os1', [item('-1', 3, 'Z')], { status: 'SHIPPING', receiver: null, invoice })
const waiting = section('os2', [item('-2', 2, 'SKU-1', { product: mug }), item('-3', 1, 'B')])

describe('what the queue shows of an order', () => {
  it('is what is to be packed of it', () => {
    expect(rowOf(order([shipped, waiting], { channel: { other: 'MARS' }, ordererName: 'Lee' }))).toEqual({
      orderNo: '202410104747676',
      placedAt: '2026-11-24T00:00:00.000Z',
      standing: 'ready',
      oddField: null,
      oddValue: null,
      channel: 'MARS',
      ordererName: 'Lee',
      receiverName: '김포장',
      firstItem: 'Mug',
      lines: 2,
      units: 3,
      search: '202410104747676\nlee\n김포장\n010-0000-0000\nmug\nsku-1\nmug\n8801\nproduct b\nb',
      toShip: 1,
      courierIdx: null,
      singleItem: null,
    })
  })

  it('is all of it where nothing is', () => {
    expect(rowOf(order([shipped]))).toMatchObject({
      standing: 'done',
      toShip: 0,
      firstItem: 'Product Z',
      lines: 1,
      units: 3,
      receiverName: '',
      search: '202410104747676\n이주문\n\n\nproduct z\nz',
      courierIdx: null,
      singleItem: null,
    })
    expect(rowOf(order([]))).toMatchObject({ firstItem: '', lines: 0, units: 0 })
    expect(rowOf(order([section('s', [], { status: 'CANCEL_COMPLETE' })]))).toMatchObject({
      standing: 'cancelled',
      toShip: 0,
    })
    expect(rowOf(order([waiting], { payment: 'unpaid' }))).toMatchObject({ standing: 'unpaid', toShip: 1 })
  })

  it('says what of it is not understood', () => {
    const payment = { path: 'payments', value: 'GOLD' }
    expect(rowOf(order([waiting], { payment }))).toMatchObject({
      standing: 'unreadable',
      oddField: 'payments',
      oddValue: 'GOLD',
      toShip: 1,
    })
  })

  it('names the courier that the shop has registered for what is to be packed', () => {
    const registered = { ...waiting, invoice: { ...invoice, courierIdx: 8 } }
    expect(rowOf(order([shipped, section('os3', []), registered]))).toMatchObject({ courierIdx: 8 })
  })

  it('names the product of the one line to pack, with its options, however many units', () => {
    const of = (...items: (typeof waiting)['items']) =>
      rowOf(order([shipped, section('s', items)])).singleItem
    expect(of(item('-2', 5, 'SKU-1', { product: mug }))).toBe('Mug / colour: red')
    expect(of(item('-2', 1, 'B'))).toBe('Product B')
    expect(of(item('-2', 1, 'B'), item('-3', 1, 'B'))).toBeNull()
  })
})

describe('the codes of an order', () => {
  it('are all that is printed for it, with waybills of what is to be packed', () => {
    const unread = [
      { status: null, codes: ['os9', '1-os9'], aside: false, odd: { path: 'sections', value: '' } },
    ]
    const registered = { ...waiting, invoice: { ...invoice, invoiceNo: '77' } }
    expect(codesOf(order([shipped, registered], { unread }))).toEqual([
      '202410104747676',
      'os1',
      '1-os1',
      '-1',
      'os2',
      '1-os2',
      '-2',
      '-3',
      'os9',
      '1-os9',
      '77',
    ])
    expect(codesOf(order([waiting]))).not.toContain('77')
  })

  it('of the one unit that it is all about are its product’s', () => {
    const single = item('-2', 1, 'SKU-1', { product: mug })
    expect(oneItemCodes(order([shipped, section('s', [single])]))).toEqual(['SKU-1', 'MUG', '8801'])
    expect(oneItemCodes(order([section('s', [{ ...single, qty: 2 }])]))).toEqual([])
    expect(oneItemCodes(order([section('s', [single, item('-3', 1, 'B')])]))).toEqual([])
    expect(oneItemCodes(order([section('s', [single])], { payment: 'unpaid' }))).toEqual([])
    expect(oneItemCodes(order([shipped]))).toEqual([])
  })

  it('of a product are those that it has', () => {
    expect(productCodes(product('A'))).toEqual(['A'])
    expect(productCodes({ ...mug, optionSku: null })).toEqual(['MUG', '8801'])
  })
})
