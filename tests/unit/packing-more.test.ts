import { describe, expect, it } from 'vitest'
import * as boxes from '../../shared/domain/packing/decide-box.ts'
import { handOver, holdOrder, writeNote } from '../../shared/domain/packing/decide-order.ts'
import { countItem, takeOutScanned, takeRest } from '../../shared/domain/packing/decide-scan.ts'
import type { LineMarks } from '../../shared/domain/packing/line.ts'
import { currentBox, unitsIn } from '../../shared/domain/packing/packing.ts'
import { capturing, opened, unknown } from './desk-on-paper.ts'
import { guideOrder, item, order, section, twoLines } from './orders.ts'

describe('a forced order', () => {
  it('takes only the next line of the list, by name', () => {
    const desk = opened(twoLines(1), { rules: { forcedOrder: true } })
    expect(desk.scan('B')).toEqual({ kind: 'outOfOrder', name: 'Product B', expected: 'Product A' })
    desk.scan('A')
    expect(desk.scan('B')).toMatchObject({ kind: 'orderComplete' })
  })
})

describe('counting by number', () => {
  it('makes the goods just scanned so many', () => {
    const desk = opened(twoLines(12))
    desk.scan('A')
    expect(desk.do((packing) => countItem(packing, 10, desk.rules))).toMatchObject({
      done: 10,
      needed: 12,
      units: 9,
    })
    expect(desk.do(boxes.undo)).toMatchObject({ kind: 'undone' })
    expect(desk.state.boxes[0]?.contents).toEqual([{ itemNo: '-001', qty: 1 }])
  })

  it.each([
    ['a small line', 4, 3, 'countEach'],
    ['more than was ordered', 6, 7, 'tooMany'],
    ['no more than there already is', 6, 1, 'nothingToDo'],
  ])('is refused for %s', (_what, qty, total, kind) => {
    const desk = opened(twoLines(qty))
    desk.scan('A')
    expect(desk.do((packing) => countItem(packing, total, desk.rules))).toMatchObject({ kind })
  })

  it('needs a scan before it, and one only', () => {
    const desk = opened(twoLines(12))
    expect(desk.do((packing) => countItem(packing, 3, desk.rules))).toEqual({ kind: 'scanItemFirst' })
    desk.scan('A')
    desk.do((packing) => countItem(packing, 3, desk.rules))
    expect(desk.do((packing) => countItem(packing, 5, desk.rules))).toEqual({ kind: 'scanItemFirst' })
  })
})

describe('exempt goods', () => {
  const marks: LineMarks = ({ gift }) => ({ exempt: gift, capture: null })
  const withGift = () =>
    order([
      section('s', [item('-001', 1, 'A'), item('-002', 1, 'CARD', { gift: true }), item('-003', 1, 'B')]),
    ])

  it('go along with the last unit that has to be scanned, and back with it', () => {
    const desk = opened(withGift(), { marks })
    desk.scan('A')
    expect(desk.scan('B')).toMatchObject({ kind: 'orderComplete' })
    expect(desk.state.boxes[0]?.contents).toHaveLength(3)
    desk.do(boxes.undo)
    expect(desk.state.boxes[0]?.contents).toEqual([{ itemNo: '-001', qty: 1 }])
    expect(desk.scan('B')).toMatchObject({ kind: 'orderComplete' })
  })

  it('may be scanned like any other', () => {
    const desk = opened(withGift(), { marks })
    for (const code of ['CARD', 'A']) desk.scan(code)
    expect(desk.scan('B')).toMatchObject({ kind: 'orderComplete' })
    expect(desk.state.boxes[0]?.contents).toHaveLength(3)
  })
})

describe('the rest', () => {
  it('goes into the box without a scan, and back in one step', () => {
    const desk = opened()
    desk.scan('A')
    expect(desk.do(takeRest)).toEqual({ kind: 'restTaken', units: 5, box: 1 })
    expect(desk.expecting).toBe('invoice')
    desk.do(boxes.undo)
    expect(desk.state.boxes[0]?.contents).toEqual([{ itemNo: '-001', qty: 1 }])
    expect(desk.do(boxes.undo)).toEqual({ kind: 'undone', what: 'itemScanned' })
    expect(desk.state.boxes[0]?.contents).toEqual([])
  })

  it('opens a box where there is none, and is refused where nothing is left or serial numbers are wanted', () => {
    expect(opened().do(takeRest)).toMatchObject({ kind: 'restTaken', box: 1 })
    const done = opened()
    done.do(takeRest)
    expect(done.do(takeRest)).toEqual({ kind: 'nothingToDo' })
    expect(opened(twoLines(), { marks: capturing('serial') }).do(takeRest)).toMatchObject({
      kind: 'countEach',
    })
  })
})

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
    expect(desk.do((packing) => boxes.reopenBox(packing, packing.boxes[1]?.id ?? ''))).toEqual({
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

describe('an order that leaves the desk', () => {
  it('is set aside with its goods, and comes back only when taken up', () => {
    const desk = opened()
    desk.scan('A')
    expect(desk.do((packing) => holdOrder(packing, 'missing'))).toMatchObject({
      kind: 'orderHeld',
      reason: 'missing',
    })
    expect(desk.state.onDesk).toBe(false)
    expect(desk.open(guideOrder())).toMatchObject({ kind: 'setAside', reason: 'missing' })
    expect(desk.open(guideOrder(), true, true)).toMatchObject({ kind: 'orderResumed' })
    expect(desk.state).toMatchObject({ held: null, onDesk: true })
    expect(unitsIn(currentBox(desk.state) ?? desk.state.boxes[0] ?? never())).toBe(1)
  })

  it('is handed over only with empty hands, and taken back with a warning', () => {
    const desk = opened()
    desk.scan('A')
    expect(desk.do((packing) => handOver(packing, '2', ''))).toEqual({ kind: 'unsealedGoods', boxes: [1] })
    desk.seal('1000000001')
    expect(desk.do((packing) => handOver(packing, '2', ''))).toMatchObject({
      kind: 'orderHandedOver',
      desk: '2',
    })
    expect(desk.open(guideOrder(), false)).toMatchObject({ kind: 'atOtherDesk', desk: '2' })
    expect(desk.open(guideOrder(), false, true)).toMatchObject({ kind: 'orderResumed' })
  })

  it('keeps its notes', () => {
    const desk = opened()
    desk.do(() => writeNote('fragile'))
    desk.do((packing) => boxes.undo(packing))
    expect(desk.state.notes).toEqual(['fragile'])
  })
})

function never(): never {
  throw new Error('no box')
}
