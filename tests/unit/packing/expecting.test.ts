import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { accept } from '../../../shared/domain/packing/decision.ts'
import { expecting } from '../../../shared/domain/packing/expecting.ts'
import { giveUp } from '../../../shared/domain/packing/waybill/hand-to-courier.ts'
import {
  allBoxed,
  allSealed,
  lineToIdentify,
  nothingPacked,
  unitsDone,
  unitsLeft,
  unitsUnidentified,
  unsealedBoxes,
  type Packing,
} from '../../../shared/domain/packing/packing.ts'
import { capturing, opened, plainRules } from './desk-on-paper.ts'
import { guideOrder, item, order, section, twoLines } from '../orders.ts'

const waits = (packing: Packing, rules: Partial<typeof plainRules> = {}) =>
  expecting(packing, { ...plainRules, ...rules })
const id = (number: number) => `${guideOrder().orderNo}-B${String(number)}`
const done = (packing: Packing) => packing.lines.map((line) => unitsDone(packing, line))

describe('the desk waits', () => {
  it('for goods, while there is no box, an empty one, or one being filled', () => {
    const desk = opened()
    expect(waits(desk.state)).toBe('item')
    desk.do(boxes.nextBox)
    expect(waits(desk.state)).toBe('item')
    desk.scan('A')
    expect(waits(desk.state)).toBe('item')
    desk.seal('1000000001')
    expect(waits(desk.state)).toBe('item')
  })

  it('for the waybill of a box that is closed, or that has the last of the goods', () => {
    const closed = opened()
    closed.scan('A')
    closed.do(boxes.closeBox)
    expect(waits(closed.state)).toBe('invoice')
    const all = opened(twoLines(1))
    for (const code of ['A', 'B']) all.scan(code)
    expect(waits(all.state)).toBe('invoice')
  })

  it('for what the box must have before it', () => {
    const desk = opened(twoLines(1))
    for (const code of ['A', 'B']) desk.scan(code)
    expect(waits(desk.state, { boxType: 'required', weight: 'required' })).toBe('boxType')
    expect(waits(desk.state, { weight: 'required' })).toBe('weight')
    expect(waits(desk.state, { boxType: 'optional', weight: 'optional' })).toBe('invoice')
    desk.do((packing) => boxes.typeBox(packing, '01', new Map([['01', 'Small']])))
    expect(waits(desk.state, { boxType: 'required', weight: 'required' })).toBe('weight')
    desk.do((packing) => boxes.weighBox(packing, 900))
    expect(waits(desk.state, { boxType: 'required', weight: 'required' })).toBe('invoice')
  })

  it.each(['serial', 'lot'] as const)('for the %s of goods before any more of them', (kind) => {
    const desk = opened(twoLines(), { marks: capturing(kind) })
    desk.scan('B')
    expect(waits(desk.state)).toBe('item')
    desk.scan('A')
    expect(waits(desk.state)).toBe(kind)
  })

  it('for nothing once all is sealed, whichever box is looked at', () => {
    const desk = opened(twoLines(1))
    for (const code of ['A', 'B']) desk.scan(code)
    desk.seal('1000000001')
    expect(waits(desk.state)).toBe('nothing')
    expect(waits({ ...desk.state, currentBoxId: id(1) })).toBe('nothing')
    const empty = desk.state.boxes.map((box) => ({
      ...box,
      id: id(2),
      number: 2,
      contents: [],
      sectionCode: null,
      state: 'open' as const,
    }))
    expect(waits({ ...desk.state, boxes: [...desk.state.boxes, ...empty], currentBoxId: id(2) })).toBe(
      'nothing',
    )
  })

  it('for the goods of a box that was given up', () => {
    const desk = opened(twoLines(1))
    for (const code of ['A', 'B']) desk.scan(code)
    desk.seal('1000000001')
    desk.do((packing) => giveUp(packing, { type: 'boxVoided', boxId: id(1), reason: '' }))
    expect(waits({ ...desk.state, currentBoxId: id(1) })).toBe('item')
  })
})

describe('units', () => {
  it('are done in boxes of this opening and of their own section', () => {
    const both = order([section('s', [item('-001', 3, 'A')]), section('t', [item('-001', 2, 'A')])])
    const desk = opened(both)
    desk.scan('A')
    expect(done(desk.state)).toEqual([1, 0])
    desk.seal('1000000001')
    desk.scan('A')
    expect(done(desk.state)).toEqual([2, 0])
    expect(desk.state.lines.map((line) => unitsLeft(desk.state, line))).toEqual([1, 2])
    desk.do((packing) => giveUp(packing, { type: 'boxVoided', boxId: id(1), reason: '' }))
    expect(done(desk.state)).toEqual([1, 0])
    expect(done({ ...desk.state, run: 2 })).toEqual([0, 0])
  })

  it('are fewer than none left where boxes hold more than the store now wants', () => {
    const desk = opened()
    for (const code of ['A', 'A']) desk.scan(code)
    const lines = desk.state.lines.map((line) => ({ ...line, qty: 1 }))
    expect(lines.map((line) => unitsLeft(desk.state, line))).toEqual([-1, 1])
  })

  it('are all in boxes, and then all sealed', () => {
    const desk = opened(twoLines(1))
    const all = () => [allBoxed(desk.state), allSealed(desk.state)]
    desk.scan('A')
    expect(all()).toEqual([false, false])
    desk.scan('B')
    expect(all()).toEqual([true, false])
    desk.seal('1000000001')
    expect(all()).toEqual([true, true])
    expect([allBoxed(nothingPacked('1')), allSealed(nothingPacked('1'))]).toEqual([false, false])
  })

  it('wait in boxes of this opening that hold something and have no waybill', () => {
    const desk = opened()
    desk.scan('A')
    desk.seal('1000000001')
    desk.scan('A')
    desk.do(boxes.closeBox)
    desk.do(boxes.nextBox)
    desk.scan('B')
    desk.do(boxes.nextBox)
    expect(unsealedBoxes(desk.state).map(({ number }) => number)).toEqual([2, 3])
    expect(unsealedBoxes({ ...desk.state, run: 2 })).toEqual([])
  })

  it('want their number in the box that has them, item by item', () => {
    const desk = opened(twoLines(3), { marks: capturing('lot') })
    for (const code of ['B', 'A', 'A']) desk.scan(code)
    const [box] = desk.state.boxes
    const missing = (packing: Packing) =>
      packing.boxes.flatMap((each) => packing.lines.map((line) => unitsUnidentified(each, line)))
    expect(missing(desk.state)).toEqual([2, 0])
    expect(box === undefined ? null : lineToIdentify(desk.state, box)?.itemNo).toBe('-001')
    const told = (itemNo: string) =>
      accept(
        { kind: 'calledOff' },
        {
          type: 'itemIdentified',
          boxId: id(1),
          sectionCode: 's',
          itemNo,
          units: 1,
          kind: 'lot',
          value: 'L1',
        },
      )
    desk.do(() => told('-002'))
    expect(missing(desk.state)).toEqual([2, 0])
    desk.do(() => told('-001'))
    expect(missing(desk.state)).toEqual([1, 0])
    const elsewhere = desk.state.lines.map((line) => ({ ...line, sectionCode: 't' }))
    expect(missing({ ...desk.state, lines: elsewhere })).toEqual([0, 0])
    const other = desk.state.lines.map((line) => ({ ...line, itemNo: '-009' }))
    expect(missing({ ...desk.state, lines: other })).toEqual([0, 0])
  })
})
