import { describe, expect, it } from 'vitest'
import type { Invoice, Order } from '../../../shared/domain/orders/order.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import {
  againstRegistered,
  finishesBox,
  registeredFor,
} from '../../../shared/domain/packing/waybill/registered-waybill.ts'
import { opened } from './desk-on-paper.ts'
import { item, order, section } from '../orders.ts'

const registered: Invoice = { courierIdx: 4, invoiceNo: '7000000001' }
const other: Invoice = { courierIdx: 4, invoiceNo: '7000000002' }
const goods = [item('-001', 2, 'A'), item('-002', 1, 'B')]
const withWaybill = order([
  section('s', goods, { invoice: registered }),
  section('t', [item('-003', 1, 'C')]),
])

function deskWith(...codes: string[]) {
  const desk = opened(withWaybill)
  for (const code of codes) desk.scan(code)
  return desk.state
}

const boxId = `${withWaybill.orderNo}-B1`
const close: PackingEvent = { type: 'boxClosed', boxId }
const seal = (
  invoice: Invoice,
  contents = [
    { itemNo: '-001', qty: 2 },
    { itemNo: '-002', qty: 1 },
  ],
): PackingEvent => ({
  type: 'boxSealed',
  boxId,
  sectionCode: 's',
  contents,
  invoice,
  shipped: 'atSeal',
})

describe('the waybill that the shop has registered', () => {
  it('is its section’s, where it has one and the order is known', () => {
    expect(registeredFor(withWaybill, 's')).toEqual(registered)
    expect(registeredFor(withWaybill, 't')).toBeNull()
    expect(registeredFor(withWaybill, 'u')).toBeNull()
    expect(registeredFor(withWaybill, null)).toBeNull()
    expect(registeredFor(null, 's')).toBeNull()
  })

  it('is looked at when a box is closed or sealed, and at nothing else', () => {
    expect([close, seal(registered)].map(finishesBox)).toEqual([true, true])
    expect(finishesBox({ type: 'boxSelected', boxId })).toBe(false)
    expect(finishesBox({ type: 'orderPutDown' })).toBe(false)
  })

  const against = (codes: string[], event: PackingEvent, known: Order = withWaybill) =>
    againstRegistered(deskWith(...codes), [event], known)

  it('wants the whole section in its box, line by line', () => {
    const part = { kind: 'oneWaybill', invoiceNo: registered.invoiceNo, box: 1 }
    expect(against(['A', 'B'], close)).toEqual(part)
    expect(against(['A', 'A'], close)).toEqual(part)
    expect(against(['A', 'A', 'B'], close)).toBeNull()
    expect(against(['A'], seal(registered, [{ itemNo: '-001', qty: 1 }]))).toEqual(part)
  })

  it('wants its own number on the box', () => {
    expect(against(['A', 'A', 'B'], seal(registered))).toBeNull()
    expect(against(['A', 'A', 'B'], seal(other))).toEqual({
      kind: 'otherWaybill',
      invoiceNo: registered.invoiceNo,
      box: 1,
    })
  })

  it('says nothing of a section without one, of an unknown section or of a box that is not there', () => {
    expect(against(['C'], close)).toBeNull()
    expect(against(['A'], close, order([section('t', goods, { invoice: registered })]))).toBeNull()
    expect(against(['A'], { type: 'boxClosed', boxId: 'B9' })).toBeNull()
    expect(against(['A'], { type: 'boxSelected', boxId })).toBeNull()
  })

  it('goes by the box as the decision leaves it', () => {
    const lastGoods: PackingEvent = {
      type: 'itemScanned',
      boxId,
      sectionCode: 's',
      itemNo: '-002',
      units: 1,
      code: 'B',
      how: 'scan',
    }
    expect(againstRegistered(deskWith('A', 'A'), [lastGoods, close], withWaybill)).toBeNull()
  })

  it('does not mind a box that holds more than the store now has', () => {
    const fewer = order([section('s', [item('-001', 1, 'A')], { invoice: registered })])
    expect(against(['A', 'A'], close, fewer)).toBeNull()
  })
})
