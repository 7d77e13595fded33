import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { accept, refuse } from '../../../shared/domain/packing/decision.ts'
import { cannotPack, choiceOf, packGoods } from '../../../shared/domain/packing/goods/decide-goods.ts'
import type { BookEntry } from '../../../shared/domain/packing/goods/match-item.ts'
import type { LineMarks } from '../../../shared/domain/packing/goods/line.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import { capturing, opened, plainRules } from './desk-on-paper.ts'
import { item, order, product, section, twoLines } from '../orders.ts'
import { boxId, lineOf, byHand, put } from './goods-on-paper.ts'

describe('goods that are scanned', () => {
  it('go into a new box where there is none, and into the current one after that', () => {
    const desk = opened()
    const scanning = put(desk.state, '-001', { units: 1, code: 'A', how: 'scan' })
    const scanned = {
      type: 'itemScanned',
      boxId: boxId(1),
      sectionCode: 'os1',
      itemNo: '-001',
      units: 1,
    } as const
    expect(scanning).toEqual(
      accept(
        { kind: 'itemScanned', name: 'Product A', units: 1, done: 1, needed: 2, box: 1 },
        { type: 'boxOpened', boxId: boxId(1), number: 1 },
        { ...scanned, code: 'A', how: 'scan' },
      ),
    )
    desk.do(() => scanning)
    expect(put(desk.state, '-001')).toEqual(
      accept(
        { kind: 'itemScanned', name: 'Product A', units: 1, done: 2, needed: 2, box: 1 },
        { ...scanned, code: '', how: 'hand' },
      ),
    )
  })

  it('complete the order with the last unit, however many it is', () => {
    const desk = opened(twoLines(3))
    desk.scan('B')
    expect(put(desk.state, '-001', { ...byHand, units: 2 })).toMatchObject({ said: { kind: 'itemScanned' } })
    expect(put(desk.state, '-001', { ...byHand, units: 3 })).toMatchObject({
      said: { kind: 'orderComplete', name: 'Product A', box: 1 },
    })
  })

  it('are as many as the book and the label say together', () => {
    const book: BookEntry = { barcode: '1', sku: 'B', units: 2, name: 'Pair of B' }
    const printed = { serial: null, lot: null, units: 2 }
    expect(opened().scan('1', { book, printed })).toMatchObject({ kind: 'itemScanned', units: 4, done: 4 })
    expect(opened().scan('B', { printed })).toMatchObject({ units: 2 })
  })

  it('are found under any way to write their code', () => {
    expect(opened().scan('000A', { forms: ['00A', 'A'] })).toMatchObject({ kind: 'itemScanned' })
  })

  it('of no line of the order are called by name where one is known: the book’s first', () => {
    const book: BookEntry = { barcode: '1', sku: 'Q', units: 1, name: 'Tea (book)' }
    expect(opened().scan('1', { book, knownProduct: 'Tea' })).toEqual({
      kind: 'wrongItem',
      name: 'Tea (book)',
    })
    expect(opened().scan('1', { knownProduct: 'Tea' })).toEqual({ kind: 'wrongItem', name: 'Tea' })
    expect(packGoods(opened().state, { sectionCode: 's9', itemNo: '-001' }, byHand, plainRules)).toEqual(
      refuse({ kind: 'unknownCode' }),
    )
    expect(packGoods(opened().state, { sectionCode: 'os1', itemNo: '-009' }, byHand, plainRules)).toEqual(
      refuse({ kind: 'unknownCode' }),
    )
  })

  it('whose label is unclear are refused only where its numbers are wanted', () => {
    expect(opened(twoLines(), { marks: capturing('lot') }).scan('A', { unclear: true })).toEqual({
      kind: 'gs1Ambiguous',
    })
    expect(opened(twoLines(), { marks: capturing('lot') }).scan('B', { unclear: true })).toMatchObject({
      kind: 'itemScanned',
    })
  })

  it('are shown by their options where a code could mean several', () => {
    const options = [
      { name: '색', value: '빨강' },
      { name: '크기', value: 'L' },
    ]
    const desk = opened(order([section('s', [item('-001', 1, 'A', { product: product('A', { options }) })])]))
    expect(choiceOf(lineOf(desk.state, '-001'))).toEqual({
      kind: 'item',
      sectionCode: 's',
      itemNo: '-001',
      name: 'Product A',
      options: '빨강 / L',
    })
  })
})

describe('goods that cannot go into the box', () => {
  const against = (packing: Packing, itemNo: string, units = 1, rules = plainRules) =>
    cannotPack(packing, lineOf(packing, itemNo), units, rules)

  it('are too many', () => {
    const desk = opened()
    desk.scan('A')
    expect(against(desk.state, '-001', 1)).toBeNull()
    expect(against(desk.state, '-001', 2)).toEqual({
      kind: 'tooMany',
      name: 'Product A',
      needed: 2,
      done: 1,
      units: 2,
    })
  })

  it('are another section’s than what is in it', () => {
    const desk = opened(order([section('s1', [item('-001', 1, 'A')]), section('s2', [item('-002', 1, 'B')])]))
    expect(against(desk.state, '-002')).toBeNull()
    desk.do(boxes.nextBox)
    expect(against(desk.state, '-002')).toBeNull()
    desk.scan('A')
    expect(against(desk.state, '-002')).toEqual({
      kind: 'otherSection',
      name: 'Product B',
      sectionNo: '1-s2',
      box: 1,
    })
  })

  it('are any, once it is closed with something in it', () => {
    const desk = opened()
    desk.scan('A')
    desk.do(boxes.closeBox)
    expect(against(desk.state, '-002')).toEqual({ kind: 'waybillFirst', box: 1 })
    desk.do((packing) => boxes.takeOut(packing, boxId(1), '-001'))
    expect(against(desk.state, '-002')).toBeNull()
  })

  it('are not the next of the list, where that is the rule', () => {
    const marks: LineMarks = ({ gift }) => ({ exempt: gift, capture: null })
    const rules = { ...plainRules, forcedOrder: true }
    const desk = opened(
      order([
        section('s', [
          item('-001', 1, 'CARD', { gift: true }),
          item('-002', 1, 'A'),
          item('-003', 1, 'B'),
          item('-004', 1, 'A'),
        ]),
      ]),
      { rules, marks },
    )
    expect(against(desk.state, '-003', 1, rules)).toEqual({
      kind: 'outOfOrder',
      name: 'Product B',
      expected: 'Product A',
    })
    expect(against(desk.state, '-003')).toBeNull()
    // What goes along by itself may come at any time; one product is as good as the same one further down.
    expect(against(desk.state, '-001', 1, rules)).toBeNull()
    expect(against(desk.state, '-004', 1, rules)).toBeNull()
    desk.scan('A')
    expect(against(desk.state, '-003', 1, rules)).toBeNull()
  })
})

describe('numbers printed on the label', () => {
  const printed = { serial: 'SN-1', lot: 'L1', units: 1 }
  const scanning = (kind: 'serial' | 'lot', units = 1, itemNo = '-001') => {
    const desk = opened(twoLines(4), { marks: capturing(kind) })
    const decision = put(desk.state, itemNo, { units, code: 'A', how: 'scan', printed })
    return decision.ok ? decision.events.filter(({ type }) => type === 'itemIdentified') : decision.said
  }
  const told = (kind: 'serial' | 'lot', value: string, units: number) => ({
    type: 'itemIdentified',
    boxId: boxId(1),
    sectionCode: 's',
    itemNo: '-001',
    units,
    kind,
    value,
  })

  it('are taken where they are wanted: the one that is wanted', () => {
    expect(scanning('serial')).toEqual([told('serial', 'SN-1', 1)])
    expect(scanning('lot')).toEqual([told('lot', 'L1', 1)])
    expect(scanning('lot', 1, '-002')).toEqual([])
  })

  it('of a case are its units’ lot, but no unit’s serial number', () => {
    expect(scanning('lot', 3)).toEqual([told('lot', 'L1', 3)])
    expect(scanning('serial', 3)).toEqual([])
  })

  it('that are not there are asked for', () => {
    const desk = opened(twoLines(), { marks: capturing('serial') })
    desk.scan('A', { printed: { serial: null, lot: 'L1', units: 1 } })
    expect(desk.expecting).toBe('serial')
  })
})

describe('goods that go along by themselves', () => {
  const marks: LineMarks = ({ gift }) => ({ exempt: gift, capture: null })
  const gift = (no: string, units = 1) => item(no, units, `CARD${no}`, { gift: true })
  const along = (packing: Packing) =>
    packing.boxes.map(({ contents }) => contents.map(({ itemNo, qty }) => [itemNo, qty]))

  it('go with the last unit of their own section, all that is left of them', () => {
    const two = order([
      section('s1', [item('-001', 2, 'A'), gift('-002', 2)]),
      section('s2', [item('-003', 1, 'B'), gift('-004')]),
    ])
    const desk = opened(two, { marks })
    desk.scan('CARD-002')
    desk.scan('A')
    expect(along(desk.state)).toEqual([
      [
        ['-002', 1],
        ['-001', 1],
      ],
    ])
    desk.scan('A')
    expect(along(desk.state)).toEqual([
      [
        ['-002', 2],
        ['-001', 2],
      ],
    ])
    expect(desk.state.undo.at(-1)?.event).toMatchObject({
      type: 'itemScanned',
      itemNo: '-002',
      units: 1,
      code: '',
      how: 'exempt',
    })
    desk.do(boxes.nextBox)
    expect(desk.scan('B')).toMatchObject({ kind: 'orderComplete' })
    expect(along(desk.state)[1]).toEqual([
      ['-003', 1],
      ['-004', 1],
    ])
  })

  it('bring no other along', () => {
    const desk = opened(order([section('s', [gift('-001'), gift('-002')])]), { marks })
    expect(desk.scan('CARD-001')).toMatchObject({ kind: 'itemScanned' })
    expect(along(desk.state)).toEqual([[['-001', 1]]])
  })

  it('go along with several units at once, if those are the last', () => {
    const desk = opened(order([section('s', [item('-001', 3, 'A'), gift('-002')])]), { marks })
    expect(put(desk.state, '-001', { ...byHand, units: 2 })).toMatchObject({ said: { kind: 'itemScanned' } })
    expect(put(desk.state, '-001', { ...byHand, units: 3 })).toMatchObject({
      said: { kind: 'orderComplete' },
    })
  })
})
