import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { takeOutScanned } from '../../../shared/domain/packing/goods/decide-goods.ts'
import { currentBox, unitsIn } from '../../../shared/domain/packing/packing.ts'
import { opened, unknown } from './desk-on-paper.ts'
import { item, order, section, twoLines } from '../orders.ts'

describe('box types and weights', () => {
  const types = new Map([['01', 'Small']])

  it('come before the waybill where they are required', () => {
    const desk = opened(twoLines(1), { rules: { boxType: 'required', weight: 'required' } })
    for (const code of ['A', 'B']) desk.scan(code)
    expect(desk.expecting).toBe('boxType')
    expect(desk.seal('1000000001')).toEqual({ kind: 'boxTypeFirst', box: 1 })
    expect(desk.do((packing) => boxes.typeBox(packing, '07', types))).toEqual({
      kind: 'unknownBoxType',
      code: '07',
    })
    expect(desk.do((packing) => boxes.typeBox(packing, '01', types))).toEqual({
      kind: 'boxTyped',
      box: 1,
      name: 'Small',
    })
    expect(desk.expecting).toBe('weight')
    expect(desk.seal('1000000001')).toEqual({ kind: 'weightFirst', box: 1 })
    desk.do((packing) => boxes.weighBox(packing, 1250))
    expect(desk.expecting).toBe('invoice')
    expect(desk.seal('1000000001')).toMatchObject({ kind: 'boxSealed', last: true })
  })

  it('are never copied to the next box', () => {
    const desk = opened()
    desk.scan('A')
    desk.do((packing) => boxes.weighBox(packing, 900))
    desk.do(boxes.nextBox)
    expect(currentBox(desk.state)?.grams).toBeNull()
    expect(desk.do((packing) => boxes.weighBox(packing, 900))).toEqual({ kind: 'emptyBox', box: 2 })
  })
})

describe('several boxes', () => {
  const filled = () => {
    const desk = opened()
    desk.scan('A')
    desk.do(boxes.nextBox)
    desk.scan('B')
    return desk
  }

  it('seal-all closes them and asks for their waybills one after the other, though goods are left', () => {
    const desk = filled()
    expect(desk.do(boxes.sealAll)).toEqual({ kind: 'boxesClosed', boxes: [1, 2] })
    expect(desk.seal('1000000001')).toEqual({
      kind: 'boxSealed',
      box: 1,
      invoiceNo: '1000000001',
      last: false,
    })
    expect(desk.seal('1000000002')).toMatchObject({ kind: 'boxSealed', box: 2 })
    expect(desk.expecting).toBe('item')
  })

  it('an item moves between them, and back by undo', () => {
    const desk = filled()
    const [one, two] = desk.state.boxes.map((box) => box.id)
    const move = { boxId: two ?? '', toBoxId: one ?? '', itemNo: '-002', units: 1 }
    expect(desk.do((packing) => boxes.moveItem(packing, move))).toMatchObject({
      kind: 'itemMoved',
      from: 2,
      box: 1,
    })
    expect(desk.state.boxes.map(unitsIn)).toEqual([2, 0])
    desk.do(boxes.undo)
    expect(desk.state.boxes.map(unitsIn)).toEqual([1, 1])
  })

  it('an item does not move into a sealed box, or one of another section', () => {
    const desk = opened(order([section('s1', [item('-001', 2, 'A')]), section('s2', [item('-002', 2, 'B')])]))
    desk.scan('A')
    desk.do(boxes.nextBox)
    desk.scan('B')
    const [one, two] = desk.state.boxes.map((box) => box.id)
    const move = { boxId: two ?? '', toBoxId: one ?? '', itemNo: '-002', units: 1 }
    expect(desk.do((packing) => boxes.moveItem(packing, move))).toMatchObject({
      kind: 'otherSection',
      box: 1,
    })
    desk.do((packing) => boxes.selectBox(packing, one ?? ''))
    desk.seal('1000000001')
    expect(desk.do((packing) => boxes.moveItem(packing, move))).toMatchObject({
      kind: 'alreadySealed',
      box: 1,
    })
  })

  it('one that was closed and then emptied waits for no waybill: goods go on in a new one', () => {
    const desk = opened()
    desk.scan('A')
    desk.do(boxes.closeBox)
    desk.do((packing) => boxes.takeOut(packing, currentBox(packing)?.id ?? '', '-001'))
    expect(desk.expecting).toBe('item')
    expect(desk.scan('A')).toMatchObject({ kind: 'itemScanned', box: 2 })
  })

  it('a scanned item comes out of the box that has it', () => {
    const desk = filled()
    expect(desk.do((packing) => takeOutScanned(packing, 'A', unknown))).toMatchObject({
      kind: 'itemTakenOut',
      box: 1,
    })
    expect(desk.do((packing) => takeOutScanned(packing, 'A', unknown))).toEqual({
      kind: 'notInABox',
      name: 'Product A',
    })
  })

  it('a sealed box opened again holds what it held, and can be sealed with the same waybill', () => {
    const desk = filled()
    desk.seal('1000000002')
    expect(desk.do((packing) => boxes.reopenBox(packing, packing.boxes[1]?.id ?? '', () => 'not'))).toEqual({
      kind: 'boxReopened',
      box: 2,
    })
    expect(currentBox(desk.state)).toMatchObject({
      number: 2,
      state: 'open',
      contents: [{ itemNo: '-002', qty: 1 }],
    })
    expect(desk.seal('1000000002')).toMatchObject({ kind: 'boxSealed', box: 2 })
  })
})
