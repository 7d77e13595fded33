import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../shared/domain/packing/around.ts'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { nextStep } from '../../../shared/domain/packing/next-step.ts'
import { takeOverChanges } from '../../../shared/domain/packing/order/decide-order.ts'
import { giveUp } from '../../../shared/domain/packing/waybill/hand-to-courier.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import { takeRest } from '../../../shared/domain/packing/goods/decide-goods.ts'
import { aroundDesk } from './around-desk.ts'
import { capturing, opened, plainRules } from './desk-on-paper.ts'
import { guideOrder, item, order, section, twoLines } from '../orders.ts'

type Desk = ReturnType<typeof opened>

const stepOf = (desk: Desk, known: Order, changes: Partial<Facts> = {}, takingOut = false) =>
  nextStep(desk.state, aroundDesk(desk.state, known, { reported: () => 'reported', ...changes }), takingOut)

/** Its number has gone out with another order. */
const gone: Partial<Facts> = { boxWithWaybill: () => ({ orderNo: 'other', box: 1 }) }

const twoSections = order([section('s1', [item('-001', 1, 'A')]), section('s2', [item('-002', 1, 'B')])])
const invoice = { courierIdx: 4, invoiceNo: '1000000001' }

describe('the next step', () => {
  it('goes past a voided box to the one that waits for its waybill', () => {
    const desk = opened(twoSections)
    desk.scan('A')
    desk.seal('1000000001')
    desk.do((packing) =>
      giveUp(packing, { type: 'boxVoided', boxId: packing.boxes[0]?.id ?? '', reason: 'damaged' }),
    )
    desk.scan('A')
    desk.do(boxes.nextBox)
    desk.scan('B')
    desk.do(boxes.nextBox)
    expect(stepOf(desk, twoSections)).toEqual({ kind: 'selectBox', box: 2 })
  })

  it('is a new box where nothing that is left may go into this one', () => {
    const desk = opened(twoSections)
    desk.scan('A')
    expect(stepOf(desk, twoSections)).toEqual({ kind: 'nextBox', box: 1 })
    desk.do(boxes.nextBox)
    expect(stepOf(desk, twoSections)).toEqual({ kind: 'scanGoods', left: 1, box: 2 })
  })

  it('brings together what an outside channel wants in one box, before any waybill', () => {
    const outside = order([section('s', [item('-001', 2, 'A')])], { channel: 'SMARTSTORE' })
    const desk = opened(outside)
    desk.scan('A')
    desk.do(boxes.closeBox)
    expect(stepOf(desk, outside)).toEqual({ kind: 'repack', box: 1 })
    desk.do(boxes.nextBox)
    desk.scan('A')
    expect(stepOf(desk, outside)).toEqual({ kind: 'moveTogether', name: 'Product A', from: 1, box: 2 })
  })

  it('is to set the order aside where its registered waybill has gone out with another order', () => {
    const registered = order([section('s1', [item('-001', 1, 'A')], { invoice })])
    const desk = opened(registered)
    desk.scan('A')
    expect(stepOf(desk, registered)).toEqual({ kind: 'scanRegistered', box: 1 })
    expect(stepOf(desk, registered, gone)).toEqual({ kind: 'setAside' })
  })

  it('is to scan what is left, into the box if one is open', () => {
    const desk = opened()
    expect(stepOf(desk, guideOrder())).toEqual({ kind: 'scanGoods', left: 6, box: null })
    desk.scan('A')
    expect(stepOf(desk, guideOrder())).toEqual({ kind: 'scanGoods', left: 5, box: 1 })
  })

  it('is to stop where the store says so, unless all was sent from here', () => {
    const desk = opened(twoLines(1))
    const now = (status: 'SHIPPING' | 'CANCEL_REQUEST') =>
      order([section('s', [item('-001', 1, 'A'), item('-002', 1, 'B')], { status })])
    expect(stepOf(desk, now('CANCEL_REQUEST'))).toEqual({ kind: 'stop', standing: 'cancelRequested' })
    expect(stepOf(desk, now('SHIPPING'))).toEqual({ kind: 'stop', standing: 'done' })
    desk.do(takeRest)
    desk.seal('1000000001')
    expect(stepOf(desk, now('SHIPPING'))).toEqual({ kind: 'orderComplete' })
    expect(stepOf(desk, now('CANCEL_REQUEST'))).toEqual({ kind: 'stop', standing: 'cancelRequested' })
  })

  it('is to take over what the store has changed, before all that is done with goods', () => {
    const desk = opened()
    for (const code of ['A', 'A']) desk.scan(code)
    const fewer = order([section('os1', [item('-001', 1, 'A'), item('-002', 4, 'B')])])
    expect(stepOf(desk, fewer, {}, true)).toEqual({ kind: 'changed' })
  })

  it('is to take out what is too much, and what the packer takes out by scan', () => {
    const desk = opened()
    for (const code of ['A', 'A']) desk.scan(code)
    const fewer = order([section('os1', [item('-001', 1, 'A'), item('-002', 4, 'B')])])
    desk.do((packing) => takeOverChanges(packing, aroundDesk(packing, fewer)))
    expect(stepOf(desk, fewer, {}, true)).toEqual({ kind: 'takeOut' })
    desk.do((packing) => boxes.takeOut(packing, packing.boxes[0]?.id ?? '', '-001'))
    expect(stepOf(desk, fewer, {}, true)).toEqual({ kind: 'takeOutByScan' })
    expect(stepOf(desk, fewer)).toEqual({ kind: 'scanGoods', left: 4, box: 1 })
    expect(stepOf(opened(), guideOrder(), {}, true)).toEqual({ kind: 'scanGoods', left: 6, box: null })
  })

  it.each(['serial', 'lot'] as const)('is the %s of the goods that want one, by name', (kind) => {
    const desk = opened(twoLines(), { marks: capturing(kind) })
    desk.scan('A')
    expect(stepOf(desk, twoLines())).toEqual({ kind, name: 'Product A' })
  })

  it('is what the box must have, and then its waybill, once there is a courier', () => {
    const desk = opened(twoLines(1))
    desk.do(takeRest)
    const rules = { ...plainRules, boxType: 'required', weight: 'required' } as const
    expect(stepOf(desk, twoLines(1), { rules })).toEqual({ kind: 'boxType', box: 1 })
    expect(stepOf(desk, twoLines(1), { rules: { ...rules, boxType: 'off' } })).toEqual({
      kind: 'weight',
      box: 1,
    })
    expect(stepOf(desk, twoLines(1))).toEqual({ kind: 'scanWaybill', box: 1 })
    expect(stepOf(desk, twoLines(1), { courierIdx: null })).toEqual({ kind: 'chooseCourier', box: 1 })
  })

  it('is the box that waits, where all is in boxes and the current one is empty', () => {
    const desk = opened(twoLines(1))
    desk.do(takeRest)
    desk.do(boxes.nextBox)
    expect(stepOf(desk, twoLines(1))).toEqual({ kind: 'selectBox', box: 1 })
  })

  it('is to pack a section anew, or move its goods, where the shop’s own waybill is for all of it', () => {
    const registered = order([section('s', [item('-001', 1, 'A'), item('-002', 1, 'B')], { invoice })])
    const desk = opened(registered)
    desk.scan('A')
    desk.do(boxes.closeBox)
    expect(stepOf(desk, registered)).toEqual({ kind: 'repack', box: 1 })
    desk.do(boxes.nextBox)
    desk.scan('B')
    expect(stepOf(desk, registered)).toEqual({ kind: 'moveTogether', name: 'Product A', from: 1, box: 2 })
  })

  it('is to see a lead where nothing leads on: the other part has gone out already', () => {
    const outside = order([section('s', [item('-001', 2, 'A'), item('-002', 1, 'B')])], {
      channel: 'SMARTSTORE',
    })
    const desk = opened({ ...outside, channel: 'IMWEB' })
    desk.scan('A')
    desk.seal('1000000001')
    desk.scan('A')
    desk.do(boxes.closeBox)
    const state = { ...desk.state, channel: 'SMARTSTORE' } as const
    expect(nextStep(state, aroundDesk(state, outside), false)).toEqual({ kind: 'setAside' })
  })

  it('moves only what has to lie together, out of a box of the same section', () => {
    const outside = order(
      [section('s', [item('-001', 1, 'A'), item('-002', 2, 'B')]), section('t', [item('-003', 1, 'C')])],
      { channel: 'SMARTSTORE' },
    )
    const desk = opened(outside)
    for (const code of ['A', 'C', 'B', 'B']) {
      desk.scan(code)
      desk.do(boxes.nextBox)
    }
    desk.do((packing) => boxes.selectBox(packing, packing.boxes[2]?.id ?? ''))
    expect(stepOf(desk, outside)).toEqual({ kind: 'moveTogether', name: 'Product B', from: 4, box: 3 })
  })

  it('is a new box for what is left, also while another one waits', () => {
    const more = order([section('s1', [item('-001', 2, 'A')]), section('s2', [item('-002', 1, 'B')])])
    const desk = opened(more)
    for (const code of ['A', 'B']) {
      desk.scan(code)
      if (code === 'A') desk.do(boxes.nextBox)
    }
    expect(stepOf(desk, more)).toEqual({ kind: 'nextBox', box: 2 })
  })

  it('in a forced order is the next of the list, also where only a new box takes it', () => {
    const rules = { ...plainRules, forcedOrder: true }
    const desk = opened(twoSections, { rules })
    expect(stepOf(desk, twoSections, { rules })).toEqual({ kind: 'scanGoods', left: 2, box: null })
    desk.scan('A')
    expect(stepOf(desk, twoSections, { rules })).toEqual({ kind: 'nextBox', box: 1 })
  })
})
