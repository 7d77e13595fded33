import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { accept, found, refuse } from '../../../shared/domain/packing/decision.ts'
import { packGoods } from '../../../shared/domain/packing/goods/decide-goods.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import { boxToSeal, seal, sealWithPresented } from '../../../shared/domain/packing/waybill/decide-seal.ts'
import { capturing, deskWith, opened, plainRules } from './desk-on-paper.ts'
import { guideOrder, item, order, section, twoLines } from '../orders.ts'

const invoice = { courierIdx: 4, invoiceNo: '1000000001' }
const sealed = (packing: Packing) => seal(packing, invoice, plainRules)
const refusal = (packing: Packing, rules = plainRules) => {
  const box = boxToSeal(packing, rules)
  return box.ok ? null : box.said
}
const id = (number: number) => `${guideOrder().orderNo}-B${String(number)}`

describe('a box that can have its waybill', () => {
  it('holds something, and is the current one', () => {
    const desk = opened()
    expect(refusal(desk.state)).toEqual({ kind: 'noBox' })
    desk.do(boxes.nextBox)
    expect(refusal(desk.state)).toEqual({ kind: 'emptyBox', box: 1 })
    desk.scan('A')
    expect(boxToSeal(desk.state, plainRules)).toEqual(found(desk.state.boxes[0]))
    desk.do(boxes.closeBox)
    expect(refusal(desk.state)).toBeNull()
  })

  it('holds nothing that the store no longer wants', () => {
    const desk = opened()
    for (const code of ['A', 'A', 'B']) desk.scan(code)
    const fewer = (section: string) =>
      accept(
        { kind: 'calledOff' },
        {
          type: 'orderUpdated',
          receiver: null,
          lines: desk.state.lines.map((line) =>
            line.itemNo === '-001' ? { ...line, qty: 0, sectionCode: section } : line,
          ),
        },
      )
    desk.do(() => fewer('os1'))
    expect(refusal(desk.state)).toEqual({ kind: 'takeOut', name: 'Product A', units: 2, box: 1 })
    desk.do((packing) => boxes.takeOut(packing, id(1), '-001'))
    expect(refusal(desk.state)).toEqual({ kind: 'takeOut', name: 'Product A', units: 1, box: 1 })
    desk.do((packing) => boxes.takeOut(packing, id(1), '-001'))
    expect(refusal(desk.state)).toBeNull()
  })

  it('may go while another box holds what is too much', () => {
    const desk = opened()
    for (const code of ['A', 'A']) desk.scan(code)
    desk.do(boxes.nextBox)
    desk.scan('B')
    const lines = desk.state.lines.map((line) => (line.itemNo === '-001' ? { ...line, qty: 1 } : line))
    desk.do(() => accept({ kind: 'calledOff' }, { type: 'orderUpdated', receiver: null, lines }))
    expect(refusal(desk.state)).toBeNull()
    desk.do((packing) => boxes.selectBox(packing, id(1)))
    expect(refusal(desk.state)).toMatchObject({ kind: 'takeOut', units: 1 })
  })

  it('has all that this desk wants to know of it: numbers, then its kind, then its weight', () => {
    const rules = { ...plainRules, boxType: 'required', weight: 'required' } as const
    const desk = opened(twoLines(1), { marks: capturing('lot') })
    desk.scan('A')
    expect(refusal(desk.state, rules)).toEqual({ kind: 'identityFirst', name: 'Product A', capture: 'lot' })
    desk.do((packing) =>
      accept(
        { kind: 'calledOff' },
        {
          type: 'itemIdentified',
          boxId: packing.currentBoxId ?? '',
          sectionCode: 's',
          itemNo: '-001',
          units: 1,
          kind: 'lot',
          value: 'L1',
        },
      ),
    )
    expect(refusal(desk.state, rules)).toEqual({ kind: 'boxTypeFirst', box: 1 })
    expect(refusal(desk.state, { ...rules, boxType: 'optional' })).toEqual({ kind: 'weightFirst', box: 1 })
    expect(refusal(desk.state, { ...rules, boxType: 'off', weight: 'optional' })).toBeNull()
    desk.do((packing) => boxes.typeBox(packing, '01', new Map([['01', 'Small']])))
    expect(refusal(desk.state, rules)).toEqual({ kind: 'weightFirst', box: 1 })
    desk.do((packing) => boxes.weighBox(packing, 900))
    expect(refusal(desk.state, rules)).toBeNull()
  })

  it('divides no line of an order from outside, and says which', () => {
    const outside = order([section('s', [item('-001', 1, 'A'), item('-002', 3, 'B')])], {
      channel: 'COUPANG',
    })
    const desk = opened(outside)
    for (const code of ['A', 'B']) desk.scan(code)
    expect(refusal(desk.state)).toEqual({
      kind: 'undividable',
      itemNo: '-002',
      name: 'Product B',
      inBox: 1,
      ordered: 3,
    })
    for (const code of ['B', 'B']) desk.scan(code)
    expect(refusal(desk.state)).toBeNull()
  })

  it('divides a line of the shop’s own', () => {
    const desk = opened()
    desk.scan('B')
    expect(refusal(desk.state)).toBeNull()
  })
})

describe('sealing', () => {
  it('promises the box to the store with what it holds, when it is to become 배송중', () => {
    const desk = opened(guideOrder(), { rules: { shipped: 'byCourier' } })
    desk.scan('A')
    expect(seal(desk.state, invoice, desk.rules)).toEqual(
      accept(
        { kind: 'boxSealed', box: 1, invoiceNo: invoice.invoiceNo, last: false },
        {
          type: 'boxSealed',
          boxId: id(1),
          sectionCode: 'os1',
          contents: [{ itemNo: '-001', qty: 1 }],
          invoice,
          shipped: 'byCourier',
        },
      ),
    )
  })

  it('says that it was the last where all is in boxes and no other box waits', () => {
    const desk = opened(twoLines(1))
    desk.scan('A')
    desk.do(boxes.nextBox)
    desk.scan('B')
    expect(sealed(desk.state)).toMatchObject({ said: { box: 2, last: false } })
    desk.seal('1000000002')
    expect(sealed(desk.state)).toMatchObject({ said: { box: 1, last: true } })
  })

  it('brings up the next box where the others are closed and goods are left; that is nothing to undo', () => {
    const desk = opened()
    for (const code of ['A', 'B', 'B']) {
      desk.scan(code)
      desk.do(boxes.nextBox)
    }
    desk.do((packing) => boxes.selectBox(packing, id(2)))
    expect(sealed(desk.state)).toMatchObject({
      ok: true,
      events: [
        { type: 'boxSelected', boxId: id(1) },
        { type: 'boxSealed', boxId: id(2) },
      ],
    })
    desk.seal('1000000002')
    expect(desk.state.currentBoxId).toBe(id(1))
    expect(boxes.undo(desk.state)).toEqual(refuse({ kind: 'nothingToUndo' }))
  })

  it('leaves the current box where another is being filled', () => {
    const desk = opened()
    for (const code of ['A', 'B', 'B']) {
      desk.scan(code)
      desk.do(boxes.nextBox)
    }
    desk.do((packing) => boxes.selectBox(packing, id(4)))
    desk.scan('B')
    desk.do((packing) => boxes.selectBox(packing, id(2)))
    expect(sealed(desk.state)).toMatchObject({ ok: true, events: [{ type: 'boxSealed', boxId: id(2) }] })
  })

  it('is refused with what stands against it', () => {
    expect(sealed(opened().state)).toEqual(refuse({ kind: 'noBox' }))
  })
})

describe('a box whose waybill was scanned first', () => {
  const presenting = (sectionCode: string) => {
    const desk = opened(
      order([
        section('s', [item('-001', 1, 'A'), item('-002', 1, 'B')]),
        section('t', [item('-003', 1, 'C')]),
      ]),
    )
    desk.do(() => accept({ kind: 'calledOff' }, { type: 'waybillPresented', sectionCode, invoice }))
    return desk
  }
  const goods = { units: 1, code: '', how: 'scan' } as const

  it('gets it with what completes it, in one step', () => {
    const desk = presenting('s')
    desk.scan('A')
    const closing = boxes.closeBox(desk.state)
    const both = sealWithPresented(desk.state, closing, plainRules)
    expect(both).toMatchObject({
      ok: true,
      said: { kind: 'boxSealed', invoiceNo: invoice.invoiceNo },
      events: [{ type: 'boxClosed' }, { type: 'boxSealed', invoice }],
    })
  })

  it('does not get it while goods are to come, in another section’s box, or without one', () => {
    const desk = presenting('s')
    const scanning = packGoods(desk.state, { sectionCode: 's', itemNo: '-001' }, goods, plainRules)
    expect(sealWithPresented(desk.state, scanning, plainRules)).toBe(scanning)
    const elsewhere = presenting('t')
    elsewhere.scan('A')
    const closing = boxes.closeBox(elsewhere.state)
    expect(sealWithPresented(elsewhere.state, closing, plainRules)).toBe(closing)
    const plain = opened(twoLines(1))
    plain.scan('A')
    const closed = boxes.closeBox(plain.state)
    expect(sealWithPresented(plain.state, closed, plainRules)).toBe(closed)
  })

  it('does not get it where it cannot be sealed, and is closed all the same', () => {
    const outside = order([section('s', [item('-001', 2, 'A')])], { channel: 'COUPANG' })
    const desk = deskWith(outside)
    desk.open(outside)
    desk.do(() => accept({ kind: 'calledOff' }, { type: 'waybillPresented', sectionCode: 's', invoice }))
    desk.scan('A')
    const closing = boxes.closeBox(desk.state)
    expect(sealWithPresented(desk.state, closing, plainRules)).toBe(closing)
  })

  it('is refused what it was refused before', () => {
    const no = refuse({ kind: 'noBox' })
    expect(sealWithPresented(presenting('s').state, no, plainRules)).toBe(no)
  })
})
