import { describe, expect, it } from 'vitest'
import type { Order } from '../../../shared/domain/orders/order.ts'
import { accept, found, refuse } from '../../../shared/domain/packing/decision.ts'
import { linesOf, noMarks, type LineMarks } from '../../../shared/domain/packing/goods/line.ts'
import { takeRest } from '../../../shared/domain/packing/goods/decide-goods.ts'
import { blockedBy } from '../../../shared/domain/packing/order/blocked-by.ts'
import {
  handOver,
  holdOrder,
  openOrder,
  putDown,
  readyToHandOver,
  writeNote,
} from '../../../shared/domain/packing/order/decide-order.ts'
import { nothingPacked } from '../../../shared/domain/packing/packing.ts'
import { opened } from './desk-on-paper.ts'
import { guideOrder, item, order, section, twoLines } from '../orders.ts'

const orderNo = guideOrder().orderNo
const opening = { settled: true, takeBack: false, marks: noMarks }
const giftsGoAlong: LineMarks = ({ gift }) => ({ exempt: gift, capture: 'lot' })

describe('opening an order', () => {
  it('freezes what is to be packed, for whom and from where', () => {
    const other = { name: '박', phone: '', zipcode: '', address: '', memo: '', entranceCode: '' }
    const now = order(
      [
        section('s1', [item('-001', 1, 'A')], { held: true }),
        section('s2', [item('-002', 2, 'B'), item('-003', 1, 'C')], { receiver: other }),
      ],
      { channel: 'COUPANG', ordererName: '이주문' },
    )
    expect(openOrder(nothingPacked(orderNo), now, { ...opening, marks: giftsGoAlong })).toEqual(
      accept(
        { kind: 'orderOpened', orderNo, units: 3 },
        {
          type: 'orderOpened',
          channel: 'COUPANG',
          ordererName: '이주문',
          receiver: other,
          lines: linesOf(now, giftsGoAlong),
        },
      ),
    )
    const nobody = order([section('s', [item('-001', 1, 'A')], { receiver: null })])
    expect(openOrder(nothingPacked(orderNo), nobody, opening)).toMatchObject({ events: [{ receiver: null }] })
  })

  it('goes to nobody where no section that waits has goods', () => {
    const empty = order([section('s', [])])
    expect(openOrder(nothingPacked(orderNo), empty, opening)).toMatchObject({
      said: { kind: 'orderOpened', units: 0 },
      events: [{ type: 'orderOpened', receiver: null, lines: [] }],
    })
  })

  it('is refused as the store has it, by what cannot be read too', () => {
    const unpaid = order([section('s', [item('-001', 1, 'A')])], { payment: 'unpaid' })
    expect(openOrder(nothingPacked(orderNo), unpaid, opening)).toEqual(
      refuse({ kind: 'standing', orderNo, standing: 'unpaid' }),
    )
    const odd = { path: 'orderStatus', value: '"PAUSED"' }
    const unread = order([section('s', [item('-001', 1, 'A')])], { odd: [odd] })
    expect(blockedBy(unread)).toEqual({ kind: 'unreadable', orderNo, field: odd.path, value: odd.value })
    expect(blockedBy(guideOrder())).toBeNull()
  })

  it('goes on where goods wait in a box, or the store has not been told of one', () => {
    const desk = opened()
    desk.scan('A')
    const resumed = accept({ kind: 'orderResumed', orderNo, units: 6 }, { type: 'orderResumed' })
    expect(openOrder(desk.state, guideOrder(), opening)).toEqual(resumed)
    desk.seal('1000000001')
    expect(openOrder(desk.state, guideOrder(), { ...opening, settled: false })).toEqual(resumed)
    expect(openOrder(desk.state, guideOrder(), opening)).toMatchObject({ said: { kind: 'orderOpened' } })
  })

  it('begins anew where nothing has ever been packed, whatever the store has been told', () => {
    const unsettled = { ...opening, settled: false }
    expect(openOrder(nothingPacked(orderNo), guideOrder(), unsettled)).toMatchObject({
      said: { kind: 'orderOpened' },
    })
  })

  it('says that all is in boxes before anything else', () => {
    const desk = opened(twoLines(1))
    desk.do(takeRest)
    const unpaid: Order = { ...twoLines(1), payment: 'unpaid' }
    expect(openOrder(desk.state, unpaid, opening)).toMatchObject({ said: { kind: 'standing' } })
    desk.seal('1000000001')
    expect(openOrder(desk.state, unpaid, { ...opening, settled: false })).toEqual(
      refuse({ kind: 'allInBoxes', orderNo }),
    )
    expect(openOrder(desk.state, unpaid, opening)).toMatchObject({ said: { kind: 'standing' } })
  })

  it('asks first where it was set aside or left to another desk, and then takes it back', () => {
    const held = { ...nothingPacked(orderNo), held: 'ask' }
    const handed = { ...nothingPacked(orderNo), handedTo: '2' }
    expect(openOrder(held, guideOrder(), opening)).toEqual(
      refuse({ kind: 'setAside', orderNo, reason: 'ask' }),
    )
    expect(openOrder(handed, guideOrder(), opening)).toEqual(
      refuse({ kind: 'atOtherDesk', orderNo, desk: '2' }),
    )
    for (const packing of [held, handed])
      expect(openOrder(packing, guideOrder(), { ...opening, takeBack: true })).toMatchObject({
        ok: true,
        events: [{ type: 'orderTakenBack' }, { type: 'orderOpened' }],
      })
    expect(openOrder(nothingPacked(orderNo), guideOrder(), { ...opening, takeBack: true })).toMatchObject({
      events: [{ type: 'orderOpened' }],
    })
    const desk = opened()
    desk.scan('A')
    desk.do((packing) => holdOrder(packing, 'ask'))
    expect(openOrder(desk.state, guideOrder(), { ...opening, takeBack: true })).toMatchObject({
      events: [{ type: 'orderTakenBack' }, { type: 'orderResumed' }],
    })
  })
})

describe('an order that leaves the desk', () => {
  it('says how many units go back into the queue; what is too much does not count against others', () => {
    const desk = opened()
    desk.scan('A')
    expect(putDown(desk.state, true)).toEqual(
      accept({ kind: 'orderPutDown', orderNo, left: 5 }, { type: 'orderPutDown' }),
    )
    const fewer = desk.state.lines.map((line) => (line.itemNo === '-001' ? { ...line, qty: 0 } : line))
    expect(putDown({ ...desk.state, lines: fewer }, true)).toMatchObject({ said: { left: 4 } })
    expect(putDown(desk.state, false)).toEqual(refuse({ kind: 'unsealedGoods', boxes: [1] }))
    expect(putDown(opened().state, false)).toMatchObject({ said: { left: 6 } })
  })

  it('is set aside with a reason, has notes written, and is left to another desk than this', () => {
    const { state } = opened()
    expect(holdOrder(state, 'ask')).toEqual(
      accept({ kind: 'orderHeld', orderNo, reason: 'ask' }, { type: 'orderHeld', reason: 'ask' }),
    )
    expect(writeNote('fragile')).toEqual(
      accept({ kind: 'noteWritten' }, { type: 'noteWritten', text: 'fragile' }),
    )
    expect(readyToHandOver(state)).toEqual(found(state))
    expect(handOver(state, { desk: '2', note: 'soon' }, '1')).toEqual(
      accept(
        { kind: 'orderHandedOver', orderNo, desk: '2' },
        { type: 'orderHandedOver', desk: '2', note: 'soon' },
      ),
    )
    expect(handOver(state, { desk: '1', note: '' }, '1')).toEqual(refuse({ kind: 'ownDesk', desk: '1' }))
  })
})
