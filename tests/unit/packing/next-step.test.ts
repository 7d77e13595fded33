import { describe, expect, it } from 'vitest'
import { lookAround } from '../../../shared/domain/packing/around.ts'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { noMarks } from '../../../shared/domain/packing/goods/line.ts'
import { nextStep } from '../../../shared/domain/packing/next-step.ts'
import { giveUp } from '../../../shared/domain/packing/waybill/hand-to-courier.ts'
import type { Order } from '../../../shared/domain/orders/order.ts'
import { opened, plainRules } from './desk-on-paper.ts'
import { item, order, section } from '../orders.ts'

type Desk = ReturnType<typeof opened>

const stepOf = (desk: Desk, known: Order, used: string | null = null) =>
  nextStep(
    desk.state,
    lookAround(desk.state, {
      rules: plainRules,
      marks: noMarks,
      boxTypes: new Map(),
      deskName: '1',
      courierIdx: 4,
      mayPackUnscanned: true,
      order: known,
      ownSections: [],
      reported: () => 'reported',
      boxWithWaybill: (invoiceNo) => (invoiceNo === used ? { orderNo: 'other', box: 1 } : null),
      orderWithSerial: () => null,
    }),
    false,
  )

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
    expect(stepOf(desk, registered, invoice.invoiceNo)).toEqual({ kind: 'setAside' })
  })
})
