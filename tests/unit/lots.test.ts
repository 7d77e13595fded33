import { describe, expect, it } from 'vitest'
import { moveItem, takeOut, undo } from '../../shared/domain/packing/decide-box.ts'
import { identify, takeRest } from '../../shared/domain/packing/decide-scan.ts'
import { currentBox, lineToIdentify, unitsUnidentified, type Packing } from '../../shared/domain/packing/packing.ts'
import { opened } from './desk-on-paper.ts'
import { item, order, section } from './orders.ts'

const given =
  (value: string) =>
  (packing: Packing): ReturnType<typeof identify> => {
    const box = currentBox(packing)
    const line = box === undefined ? undefined : lineToIdentify(packing, box)
    if (box === undefined || line === undefined) throw new Error('nothing waits for a lot')
    return identify(packing, line, value, unitsUnidentified(box, line))
  }

/** Four units of one lot in box 1. */
function fourOfALot() {
  const desk = opened(order([section('s', [item('-001', 4, 'A')])]), { marks: () => ({ exempt: false, capture: 'lot' }) })
  desk.do(takeRest)
  desk.do(given('L1'))
  return desk
}

const told = ({ boxes }: Packing) => boxes.map(({ identities }) => identities.map(({ value, units }) => [value, units]))

describe('a lot', () => {
  it('goes with as many of its units as are moved, and comes back with them', () => {
    const desk = fourOfALot()
    const before = desk.state.boxes
    const boxId = before[0]?.id ?? ''
    desk.do((packing) => moveItem(packing, { boxId, toBoxId: null, itemNo: '-001', units: 1 }))
    expect(told(desk.state)).toEqual([[['L1', 3]], [['L1', 1]]])
    expect(desk.state.boxes.map((box) => lineToIdentify(desk.state, box))).toEqual([undefined, undefined])
    desk.do(undo)
    expect(told(desk.state)).toEqual([[['L1', 4]], []])
  })

  it('stays with the units that stay when one is taken out', () => {
    const desk = fourOfALot()
    const boxId = desk.state.boxes[0]?.id ?? ''
    desk.do((packing) => takeOut(packing, boxId, '-001'))
    expect(told(desk.state)).toEqual([[['L1', 3]]])
    desk.do(undo)
    expect(told(desk.state)).toEqual([[['L1', 4]]])
  })

  it('that is told for some units, then for more, is one lot', () => {
    const desk = opened(order([section('s', [item('-001', 3, 'A')])]), { marks: () => ({ exempt: false, capture: 'lot' }) })
    desk.scan('A')
    desk.do(given('L1'))
    desk.do(takeRest)
    desk.do(given('L1'))
    expect(told(desk.state)).toEqual([[['L1', 3]]])
    desk.do(undo)
    expect(told(desk.state)).toEqual([[['L1', 1]]])
  })
})
