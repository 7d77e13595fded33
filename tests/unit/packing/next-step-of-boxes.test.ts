import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../shared/domain/packing/around.ts'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { nextStep } from '../../../shared/domain/packing/next-step.ts'
import { takeOverChanges } from '../../../shared/domain/packing/order/decide-order.ts'
import { nothingPacked } from '../../../shared/domain/packing/packing.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import { aroundDesk } from './around-desk.ts'
import { opened, plainRules } from './desk-on-paper.ts'
import { guideOrder, item, order, section, twoLines } from '../orders.ts'

type Desk = ReturnType<typeof opened>

const stepOf = (desk: Desk, known: Order, changes: Partial<Facts> = {}) =>
  nextStep(desk.state, aroundDesk(desk.state, known, { reported: () => 'reported', ...changes }), false)

const idOf = (desk: Desk, number: number): string => desk.state.boxes[number - 1]?.id ?? ''

/** Each of these goods in a box of its own; those said together, in one. The last box stays open. */
function boxed(now: Order, ...goods: string[][]): Desk {
  const desk = opened(now)
  for (const [index, codes] of goods.entries()) {
    for (const code of codes) desk.scan(code)
    if (index < goods.length - 1) desk.do(boxes.nextBox)
  }
  return desk
}

const invoice = { courierIdx: 4, invoiceNo: '1000000001' }

describe('the next step where goods lie in several boxes', () => {
  const fewer = (a: number, b: number): Order =>
    order([section('s', [item('-001', a, 'A'), item('-002', b, 'B')])])

  it('is to take out what is too much of a box that holds other goods as well', () => {
    const desk = boxed(twoLines(2), ['A', 'A', 'B'])
    desk.do((packing) => takeOverChanges(packing, aroundDesk(packing, fewer(1, 1))))
    expect(stepOf(desk, fewer(1, 1))).toEqual({ kind: 'takeOut' })
  })

  it('is the box that waits, where the store wants no more than is in it and no box is at hand', () => {
    const desk = boxed(twoLines(3), ['A'], ['A'])
    desk.do((packing) => boxes.selectBox(packing, idOf(desk, 1)))
    desk.seal('1000000001')
    desk.do((packing) => takeOverChanges(packing, aroundDesk(packing, fewer(2, 0))))
    expect(desk.state.currentBoxId).toBeNull()
    expect(stepOf(desk, fewer(2, 0))).toEqual({ kind: 'selectBox', box: 2 })
  })

  it('is nothing more once all is sealed, though an empty box is at hand', () => {
    const desk = boxed(twoLines(1), ['A', 'B'], [])
    desk.do((packing) => boxes.selectBox(packing, idOf(desk, 1)))
    desk.seal('1000000001')
    desk.do((packing) => boxes.selectBox(packing, idOf(desk, 2)))
    expect(stepOf(desk, twoLines(1))).toEqual({ kind: 'orderComplete' })
  })

  it('is nothing more where there is nothing to pack, with a box or without', () => {
    const nothing = nothingPacked(guideOrder().orderNo)
    const around = aroundDesk(nothing, null)
    expect(nextStep(nothing, around, false)).toEqual({ kind: 'orderComplete' })
    const desk = opened()
    desk.do(boxes.nextBox)
    expect(nextStep({ ...desk.state, lines: [] }, around, false)).toEqual({ kind: 'orderComplete' })
  })

  it('in a forced order is to pack anew what may not be closed yet, where another section’s goods are due', () => {
    const rules = { ...plainRules, forcedOrder: true }
    const now = order([
      section('s1', [item('-001', 1, 'A')]),
      section('s2', [item('-002', 2, 'B')], { invoice }),
    ])
    const desk = opened(now, { rules })
    desk.scan('A')
    desk.do(boxes.nextBox)
    desk.scan('B')
    desk.do((packing) => boxes.takeOut(packing, idOf(desk, 1), '-001'))
    expect(stepOf(desk, now, { rules })).toEqual({ kind: 'repack', box: 2 })
  })
})

describe('the next step where a section has to go out in one box', () => {
  const registered = (...items: Parameters<typeof section>[1]): Order =>
    order([section('s', items, { invoice }), section('t', [item('-009', 2, 'D')])])

  it('moves goods out of a box that holds several kinds', () => {
    const now = registered(item('-001', 1, 'A'), item('-002', 1, 'B'), item('-003', 1, 'C'))
    const desk = boxed(now, ['A', 'B'], ['C'])
    desk.do(boxes.closeBox)
    expect(stepOf(desk, now)).toEqual({ kind: 'moveTogether', name: 'Product A', from: 1, box: 2 })
  })

  it('moves none where its number has gone out with another order: a lead has to see it', () => {
    const now = registered(item('-001', 2, 'A'))
    const desk = boxed(now, ['A'], ['A'])
    desk.do(boxes.closeBox)
    const gone = { boxWithWaybill: () => ({ orderNo: 'other', box: 1 }) }
    expect(stepOf(desk, now, gone)).toEqual({ kind: 'setAside' })
  })

  it('does not have it packed anew for goods of another section', () => {
    const now = registered(item('-001', 2, 'A'))
    const desk = opened(now)
    desk.scan('A')
    desk.seal('1000000009')
    desk.scan('A')
    desk.do(boxes.closeBox)
    expect(stepOf(desk, now)).toEqual({ kind: 'setAside' })
  })

  it('moves nothing out of another section’s box, whatever number its goods have there', () => {
    const now = order([
      section('s', [item('-001', 1, 'A'), item('-002', 1, 'B')], { invoice }),
      section('t', [item('-001', 1, 'C', { orderItemCode: 'c' })]),
    ])
    const desk = boxed(now, ['C'], ['A'])
    desk.do(boxes.closeBox)
    expect(stepOf(desk, now)).toEqual({ kind: 'repack', box: 2 })
  })
})
