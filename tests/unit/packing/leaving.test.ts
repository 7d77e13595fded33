import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { handOver, holdOrder, writeNote } from '../../../shared/domain/packing/order/decide-order.ts'
import { currentBox, unitsIn } from '../../../shared/domain/packing/packing.ts'
import { opened } from './desk-on-paper.ts'
import { guideOrder } from '../orders.ts'

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
    const toTwo = { desk: '2', note: '' }
    const desk = opened()
    desk.scan('A')
    expect(desk.do((packing) => handOver(packing, toTwo, '1'))).toEqual({
      kind: 'goodsStayHere',
      boxes: [1],
    })
    desk.seal('1000000001')
    expect(desk.do((packing) => handOver(packing, toTwo, '1'))).toMatchObject({
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
