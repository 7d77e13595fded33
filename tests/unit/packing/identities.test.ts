import { describe, expect, it } from 'vitest'
import { moveItem, takeOut, undo } from '../../../shared/domain/packing/boxes/decide-box.ts'
import { countItem, identify, takeRest } from '../../../shared/domain/packing/goods/decide-goods.ts'
import {
  currentBox,
  lineToIdentify,
  unitsUnidentified,
  type Packing,
} from '../../../shared/domain/packing/packing.ts'
import { capturing, opened } from './desk-on-paper.ts'
import { item, order, section, twoLines } from '../orders.ts'

const giving =
  (value: string) =>
  (packing: Packing): ReturnType<typeof identify> => {
    const box = currentBox(packing)
    const line = box === undefined ? undefined : lineToIdentify(packing, box)
    if (box === undefined || line === undefined) throw new Error('nothing waits for a number')
    return identify(packing, line, value, unitsUnidentified(box, line))
  }

/** Four units of one lot in box 1. */
function fourOfALot() {
  const desk = opened(order([section('s', [item('-001', 4, 'A')])]), {
    marks: capturing('lot'),
  })
  desk.do(takeRest)
  desk.do(giving('L1'))
  return desk
}

const told = ({ boxes }: Packing) =>
  boxes.map(({ identities }) => identities.map(({ value, units }) => [value, units]))

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
    const desk = opened(order([section('s', [item('-001', 3, 'A')])]), {
      marks: capturing('lot'),
    })
    desk.scan('A')
    desk.do(giving('L1'))
    desk.do(takeRest)
    desk.do(giving('L1'))
    expect(told(desk.state)).toEqual([[['L1', 3]]])
    desk.do(undo)
    expect(told(desk.state)).toEqual([[['L1', 1]]])
  })

  it('covers every unit that waits for one', () => {
    const packer = opened(twoLines(6), { marks: capturing('lot') })
    packer.scan('A')
    packer.do((packing) => countItem(packing, 4, packer.rules))
    expect(packer.do(giving('L24'))).toMatchObject({ kind: 'itemIdentified', capture: 'lot', missing: 0 })
    expect(packer.state.boxes[0]?.identities).toEqual([
      { itemNo: '-001', kind: 'lot', value: 'L24', units: 4 },
    ])
  })
})

describe('serial numbers', () => {
  const desk = () => opened(twoLines(), { marks: capturing('serial') })

  it('are asked for after each unit, and the box is not sealed without them', () => {
    const packer = desk()
    packer.scan('A')
    expect(packer.expecting).toBe('serial')
    expect(packer.seal('1000000001')).toEqual({ kind: 'identityFirst', name: 'Product A', capture: 'serial' })
    expect(packer.do(giving('SN-1'))).toMatchObject({ kind: 'itemIdentified', value: 'SN-1', missing: 0 })
    expect(packer.expecting).toBe('item')
  })

  it('are never the same twice', () => {
    const packer = desk()
    packer.scan('A')
    packer.do(giving('SN-1'))
    packer.scan('A')
    expect(packer.do(giving('SN-1'))).toMatchObject({ kind: 'serialUsed', value: 'SN-1' })
    expect(packer.do(giving('SN-2'))).toMatchObject({ kind: 'itemIdentified' })
  })

  it('that were printed are gone back on alone: what went along with the goods stays with them', () => {
    const packer = opened(order([section('s', [item('-001', 1, 'A'), item('-002', 1, 'B')])]), {
      marks: ({ product: { optionSku } }) => ({
        exempt: optionSku === 'B',
        capture: optionSku === 'A' ? 'serial' : null,
      }),
    })
    packer.scan('A', { printed: { serial: 'SN-9', lot: null, units: 1 } })
    const both = [
      { itemNo: '-001', qty: 1 },
      { itemNo: '-002', qty: 1 },
    ]
    expect(packer.do(undo)).toEqual({ kind: 'undone', what: 'itemIdentified' })
    expect(packer.state.boxes).toMatchObject([{ contents: both, identities: [] }])
    expect(packer.do(undo)).toEqual({ kind: 'undone', what: 'itemScanned' })
    expect(packer.state.boxes).toMatchObject([{ contents: [], identities: [] }])
  })

  it('come with the scan where the code has one printed', () => {
    const packer = desk()
    packer.scan('A', { printed: { serial: 'SN-9', lot: null, units: 1 } })
    expect(packer.expecting).toBe('item')
    expect(packer.state.boxes[0]?.identities).toMatchObject([{ value: 'SN-9', units: 1 }])
  })

  it('leave the box with their unit, and come back with it', () => {
    const packer = desk()
    packer.scan('A')
    packer.do(giving('SN-1'))
    packer.scan('A')
    packer.do(giving('SN-2'))
    const id = currentBox(packer.state)?.id ?? ''
    packer.do((packing) => takeOut(packing, id, '-001'))
    expect(packer.state.boxes[0]?.identities.map(({ value }) => value)).toEqual(['SN-1'])
    packer.do(undo)
    expect(packer.state.boxes[0]?.identities.map(({ value }) => value)).toEqual(['SN-1', 'SN-2'])
    packer.do((packing) => moveItem(packing, { boxId: id, toBoxId: null, itemNo: '-001', units: 1 }))
    expect(packer.state.boxes.map((box) => box.identities.map(({ value }) => value))).toEqual([
      ['SN-1'],
      ['SN-2'],
    ])
  })
})
