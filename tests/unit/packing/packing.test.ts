import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { putDown } from '../../../shared/domain/packing/order/decide-order.ts'
import { allSealed, currentBox, nothingPacked } from '../../../shared/domain/packing/packing.ts'
import { deskWith, opened } from './desk-on-paper.ts'
import { guideOrder, item, order, product, section } from '../orders.ts'

describe('an order that the log says nothing of', () => {
  it('is on no desk, with nothing to pack and nothing to go back on', () => {
    expect(nothingPacked('1')).toEqual({
      orderNo: '1',
      onDesk: false,
      run: 0,
      channel: 'IMWEB',
      ordererName: '',
      receiver: null,
      lines: [],
      boxes: [],
      currentBoxId: null,
      held: null,
      handedTo: null,
      notes: [],
      waybill: null,
      undo: [],
    })
  })
})

describe('opening an order', () => {
  it.each([
    ['unpaid', order([section('s', [item('-001', 1, 'A')])], { payment: 'unpaid' })],
    ['held', order([section('s', [item('-001', 1, 'A')], { held: true })])],
    ['cancelRequested', order([section('s', [item('-001', 1, 'A')], { status: 'CANCEL_REQUEST' })])],
    ['cancelled', order([section('s', [item('-001', 1, 'A')], { status: 'CANCEL_COMPLETE' })])],
    ['cancelled', order([section('s', [item('-001', 1, 'A')])], { payment: 'refunded' })],
    ['done', order([section('s', [item('-001', 1, 'A')], { status: 'SHIPPING' })])],
    ['notParcel', order([section('s', [item('-001', 1, 'A')], { deliveryType: 'VISIT' })])],
  ])('is refused when it is %s', (standing, now) => {
    expect(deskWith(now).open(now)).toMatchObject({ kind: 'standing', standing })
  })

  it('brings its lines onto the desk', () => {
    expect(opened().state.lines.map(({ itemNo, qty }) => [itemNo, qty])).toEqual([
      ['-001', 2],
      ['-002', 4],
    ])
  })

  it('goes on where it stood while boxes wait', () => {
    const desk = opened()
    desk.scan('A')
    desk.do((packing) => putDown(packing, true))
    expect(desk.open(guideOrder())).toMatchObject({ kind: 'orderResumed' })
    expect(currentBox(desk.state)?.contents).toEqual([{ itemNo: '-001', qty: 1 }])
  })

  it('starts anew from what the store has left once every box has been told, and numbers boxes on', () => {
    const desk = opened()
    desk.scan('A')
    desk.seal('1000000001')
    desk.do((packing) => putDown(packing, false))
    desk.open(order([section('os1', [item('-001', 1, 'A'), item('-002', 4, 'B')])]), true)
    expect(desk.state.lines.map((line) => line.qty)).toEqual([1, 4])
    expect(desk.scan('A')).toMatchObject({ kind: 'itemScanned', done: 1, needed: 1, box: 2 })
  })

  it('is refused while everything is in sealed boxes the store has not heard of', () => {
    const now = order([section('os1', [item('-001', 1, 'A')])])
    const desk = opened(now)
    desk.scan('A')
    desk.seal('1000000001')
    desk.do((packing) => putDown(packing, false))
    expect(desk.open(now, false)).toMatchObject({ kind: 'allInBoxes' })
  })
})

describe('scanning goods', () => {
  it('opens the first box by itself and counts', () => {
    const desk = opened()
    expect(desk.scan('A')).toEqual({
      kind: 'itemScanned',
      name: 'Product A',
      units: 1,
      done: 1,
      needed: 2,
      box: 1,
    })
  })

  it('refuses one too many and says how many are needed', () => {
    const desk = opened()
    desk.scan('A')
    desk.scan('A')
    expect(desk.scan('A')).toMatchObject({ kind: 'tooMany', needed: 2, done: 2 })
    expect(currentBox(desk.state)?.contents).toEqual([{ itemNo: '-001', qty: 2 }])
  })

  it('tells a wrong item by name from an unknown code', () => {
    const desk = opened()
    expect(desk.scan('C', { knownProduct: 'Tea' })).toEqual({ kind: 'wrongItem', name: 'Tea' })
    expect(desk.scan('C')).toEqual({ kind: 'unknownCode' })
  })

  it('refuses a code that two products of the order share', () => {
    const shared = { ownCode: 'TEA' }
    const desk = opened(
      order([
        section('s', [
          item('-001', 1, 'A', { product: product('A', shared) }),
          item('-002', 1, 'B', { product: product('B', shared) }),
        ]),
      ]),
    )
    expect(desk.scan('TEA')).toEqual({
      kind: 'whichOne',
      choices: [
        { kind: 'item', sectionCode: 's', itemNo: '-001', name: 'Product A', options: '' },
        { kind: 'item', sectionCode: 's', itemNo: '-002', name: 'Product B', options: '' },
      ],
    })
  })

  it('prefers the option SKU to the product SKU, and product SKU to own code', () => {
    const desk = opened(
      order([
        section('s', [
          item('-001', 1, 'X', { product: product('X', { productSku: 'SAME' }) }),
          item('-002', 1, 'SAME'),
        ]),
      ]),
    )
    expect(desk.scan('SAME')).toMatchObject({ name: 'Product SAME' })
  })

  it('reads a case barcode of the book as so many units, all or none', () => {
    const book = { barcode: '18801234567890', sku: 'B', units: 3, name: 'Case of B' }
    const desk = opened()
    expect(desk.scan(book.barcode, { book })).toMatchObject({ kind: 'itemScanned', units: 3, done: 3 })
    expect(desk.scan(book.barcode, { book })).toMatchObject({ kind: 'tooMany', units: 3, done: 3, needed: 4 })
  })

  it('upper and lower case do not matter where only one product fits', () => {
    expect(opened().scan('a')).toMatchObject({ kind: 'itemScanned', name: 'Product A' })
  })

  it('keeps goods of two sections out of one box', () => {
    const desk = opened(order([section('s1', [item('-001', 1, 'A')]), section('s2', [item('-002', 2, 'B')])]))
    desk.scan('A')
    expect(desk.scan('B')).toMatchObject({ kind: 'otherSection', box: 1 })
    desk.do(boxes.nextBox)
    expect(desk.scan('B')).toMatchObject({ kind: 'itemScanned', box: 2 })
  })

  it('goes to the line that still needs the product, the present box first', () => {
    const desk = opened(order([section('s1', [item('-001', 1, 'A')]), section('s2', [item('-002', 1, 'A')])]))
    desk.scan('A')
    desk.do(boxes.nextBox)
    desk.scan('A')
    expect(currentBox(desk.state)?.sectionCode).toBe('s2')
  })
})

describe('boxes', () => {
  it('the next box closes the one before, which waits for its waybill', () => {
    const desk = opened()
    desk.scan('A')
    desk.do(boxes.nextBox)
    expect(desk.state.boxes.map(({ number, state }) => [number, state])).toEqual([
      [1, 'closed'],
      [2, 'open'],
    ])
  })

  it('no second empty box is opened', () => {
    const desk = opened()
    desk.do(boxes.nextBox)
    expect(desk.do(boxes.nextBox)).toEqual({ kind: 'emptyBox', box: 1 })
  })

  it('a closed box takes no goods before its waybill', () => {
    const desk = opened()
    desk.scan('A')
    desk.do(boxes.closeBox)
    expect(desk.expecting).toBe('invoice')
    expect(desk.scan('B')).toEqual({ kind: 'waybillFirst', box: 1 })
  })

  it('the last unit makes the desk wait for the waybill, and the last waybill ends the order', () => {
    const desk = opened(order([section('s', [item('-001', 1, 'A')])]))
    expect(desk.scan('A')).toMatchObject({ kind: 'orderComplete', box: 1 })
    expect(desk.expecting).toBe('invoice')
    expect(desk.seal('1000000001')).toMatchObject({ kind: 'boxSealed', last: true })
    expect(allSealed(desk.state)).toBe(true)
  })

  it('when all is packed, sealing one box brings up the next that waits', () => {
    const desk = opened()
    desk.scan('A')
    desk.do(boxes.nextBox)
    for (const code of ['A', 'B', 'B', 'B', 'B']) desk.scan(code)
    desk.seal('1000000002')
    expect(currentBox(desk.state)?.number).toBe(1)
    expect(desk.expecting).toBe('invoice')
  })

  it('emptying gives the goods back to the order', () => {
    const desk = opened()
    desk.scan('A')
    const box = currentBox(desk.state)
    desk.do((packing) => boxes.emptyBox(packing, box?.id ?? ''))
    expect(desk.scan('A')).toMatchObject({ kind: 'itemScanned', done: 1, box: 1 })
  })

  it('a sealed box is no longer changed', () => {
    const desk = opened()
    desk.scan('A')
    const id = desk.state.currentBoxId ?? ''
    desk.seal('1000000001')
    expect(desk.do((packing) => boxes.emptyBox(packing, id))).toEqual({ kind: 'alreadySealed', box: 1 })
    expect(desk.do((packing) => boxes.selectBox(packing, id))).toEqual({ kind: 'alreadySealed', box: 1 })
    expect(desk.do(boxes.undo)).toEqual({ kind: 'nothingToUndo' })
  })

  it('the order stays on the desk while goods have no waybill, unless they are left on purpose', () => {
    const desk = opened()
    desk.scan('A')
    expect(desk.do((packing) => putDown(packing, false))).toEqual({ kind: 'unsealedGoods', boxes: [1] })
    expect(desk.do((packing) => putDown(packing, true))).toMatchObject({ kind: 'orderPutDown' })
  })

  it("an outside channel's quantity is not divided", () => {
    const desk = opened(order([section('s', [item('-001', 2, 'A')])], { channel: 'SMARTSTORE' }))
    desk.scan('A')
    expect(desk.seal('1000000001')).toMatchObject({
      kind: 'undividable',
      name: 'Product A',
      inBox: 1,
      ordered: 2,
    })
    desk.scan('A')
    expect(desk.seal('1000000001')).toMatchObject({ kind: 'boxSealed' })
  })
})
