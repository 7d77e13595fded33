import { describe, expect, it } from 'vitest'
import { giveUp } from '../../../shared/domain/packing/waybill/hand-to-courier.ts'
import { moveItem, nextBox, takeOut, undo } from '../../../shared/domain/packing/boxes/decide-box.ts'
import { accept, refuse } from '../../../shared/domain/packing/decision.ts'
import { identify } from '../../../shared/domain/packing/goods/decide-goods.ts'
import { serialsIn, serialsOnce } from '../../../shared/domain/packing/goods/serials.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { currentBox, lineToIdentify, type Packing } from '../../../shared/domain/packing/packing.ts'
import { capturing, opened } from './desk-on-paper.ts'
import { item, order, section, twoLines } from '../orders.ts'

const orderNo = twoLines().orderNo
const free = () => null

const give = (value: string) => (packing: Packing) => {
  const box = currentBox(packing)
  const line = box === undefined ? undefined : lineToIdentify(packing, box)
  return line === undefined ? refuse({ kind: 'nothingToDo' }) : identify(packing, line, value, 1)
}

/** Two A, which want serial numbers, and a B. */
function desk() {
  const packer = opened(twoLines(), { marks: capturing('serial') })
  packer.scan('A')
  packer.do(give('SN-1'))
  return packer
}

const told = (boxNumber: number, value: string, units = 1): PackingEvent => ({
  type: 'itemIdentified',
  boxId: `${orderNo}-B${String(boxNumber)}`,
  sectionCode: 's',
  itemNo: '-001',
  units,
  kind: 'serial',
  value,
})
const telling = (value: string, units = 1) => accept({ kind: 'calledOff' }, told(1, value, units))

describe('the serial numbers of an order', () => {
  it('stand in its boxes, each with its product, once for every unit', () => {
    const packer = desk()
    const one = { product: '1:A', value: 'SN-1', box: 1 }
    expect(serialsIn(packer.state)).toEqual([one])
    packer.do(() => telling('SN-2', 2))
    expect(serialsIn(packer.state)).toEqual([one, { ...one, value: 'SN-2' }, { ...one, value: 'SN-2' }])
  })

  it('are none in a box given up, in one of an earlier opening, or of a line that is gone', () => {
    const packer = desk()
    const lines = packer.state.lines
    const without = (itemNo: string) => lines.filter((line) => line.itemNo !== itemNo)
    expect(serialsIn({ ...packer.state, lines: without('-001') })).toEqual([])
    expect(
      serialsIn({ ...packer.state, lines: lines.map((line) => ({ ...line, sectionCode: 't' })) }),
    ).toEqual([])
    expect(serialsIn({ ...packer.state, run: 2 })).toEqual([])
    packer.seal('1000000001')
    expect(serialsIn(packer.state)).toHaveLength(1)
    packer.do((packing) =>
      giveUp(packing, { type: 'boxVoided', boxId: packing.boxes[0]?.id ?? '', reason: '' }),
    )
    expect(serialsIn(packer.state)).toEqual([])
  })

  it('are no lots', () => {
    const packer = opened(twoLines(), { marks: capturing('lot') })
    packer.scan('A')
    packer.do(give('L1'))
    expect(serialsIn(packer.state)).toEqual([])
  })
})

describe('a serial number', () => {
  const elsewhere = (product: string, value: string) =>
    product === '1:A' && value === 'SN-9' ? 'other' : null

  it('is given once in the order', () => {
    const { state } = desk()
    expect(serialsOnce(state, telling('SN-2'), free)).toEqual(telling('SN-2'))
    expect(serialsOnce(state, telling('SN-2', 2), free)).toEqual(
      refuse({ kind: 'serialUsed', value: 'SN-2', orderNo }),
    )
  })

  it('that another order has is not given, and that order is named', () => {
    expect(serialsOnce(desk().state, telling('SN-9'), elsewhere)).toEqual(
      refuse({ kind: 'serialUsed', value: 'SN-9', orderNo: 'other' }),
    )
  })

  it('that this box has already is found by who knows all orders', () => {
    const known = (_product: string, value: string) => (value === 'SN-1' ? orderNo : null)
    expect(serialsOnce(desk().state, telling('SN-1'), known)).toEqual(
      refuse({ kind: 'serialUsed', value: 'SN-1', orderNo }),
    )
    // It is there already: what else is given says nothing of it.
    expect(serialsOnce(desk().state, telling('SN-2'), known)).toEqual(telling('SN-2'))
  })

  it('is brought back by undoing only while no other unit has been given it', () => {
    const packer = desk()
    packer.do((packing) => takeOut(packing, packing.boxes[0]?.id ?? '', '-001'))
    const back = undo(packer.state)
    expect(serialsOnce(packer.state, back, free)).toBe(back)
    const gone = (_product: string, value: string) => (value === 'SN-1' ? 'other' : null)
    expect(serialsOnce(packer.state, back, gone)).toEqual(
      refuse({ kind: 'serialUsed', value: 'SN-1', orderNo: 'other' }),
    )
  })

  it('may move from box to box: nothing is given by that', () => {
    const packer = desk()
    packer.do(nextBox)
    const [one, two] = packer.state.boxes.map(({ id }) => id)
    const moved = moveItem(packer.state, { boxId: one ?? '', toBoxId: two ?? '', itemNo: '-001', units: 1 })
    const taken = () => 'other'
    expect(serialsOnce(packer.state, moved, taken)).toBe(moved)
    packer.do(() => moved)
    const back = undo(packer.state)
    expect(serialsOnce(packer.state, back, taken)).toBe(back)
  })

  it('of another product may be the same', () => {
    const both = order([section('s', [item('-001', 1, 'A'), item('-002', 1, 'C')])])
    const packer = opened(both, { marks: () => ({ exempt: false, capture: 'serial' }) })
    packer.scan('A')
    packer.do(give('SN-1'))
    packer.scan('C')
    const same = give('SN-1')(packer.state)
    expect(serialsOnce(packer.state, same, (product) => (product === '1:A' ? 'other' : null))).toBe(same)
  })

  it('is not looked for where a decision was refused', () => {
    const no = refuse({ kind: 'noBox' })
    expect(serialsOnce(desk().state, no, () => 'other')).toBe(no)
  })
})
