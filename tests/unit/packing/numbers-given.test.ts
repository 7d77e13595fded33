import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { accept, refuse } from '../../../shared/domain/packing/decision.ts'
import { identify, takeOutOf, takeOutScanned } from '../../../shared/domain/packing/goods/decide-goods.ts'
import type { BookEntry } from '../../../shared/domain/packing/goods/match-item.ts'
import { giveUp } from '../../../shared/domain/packing/waybill/hand-to-courier.ts'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import { capturing, opened, unknown } from './desk-on-paper.ts'
import { guideOrder, item, order, product, section, twoLines } from '../orders.ts'
import { boxId, lineOf } from './goods-on-paper.ts'

describe('goods that are taken out by scan', () => {
  const filled = () => {
    const desk = opened()
    desk.scan('A')
    desk.do(boxes.nextBox)
    desk.scan('A')
    return desk
  }

  it('come out of the current box, else out of the first that has them', () => {
    const desk = filled()
    const first = (packing: Packing) => takeOutOf(packing, lineOf(packing, '-001'))
    expect(desk.do(first)).toMatchObject({ kind: 'itemTakenOut', box: 2 })
    expect(desk.do(first)).toMatchObject({ kind: 'itemTakenOut', box: 1 })
    expect(desk.do(first)).toEqual({ kind: 'notInABox', name: 'Product A' })
  })

  it('are told by their code as they are when they go in', () => {
    const { state } = filled()
    const shared = (name: string) => product(name, { ownCode: 'TEA' })
    const tea = opened(
      order([
        section('s', [
          item('-001', 1, 'A', { product: shared('A') }),
          item('-002', 1, 'B', { product: shared('B') }),
        ]),
      ]),
    )
    expect(takeOutScanned(tea.state, 'TEA', unknown)).toMatchObject({
      said: { kind: 'whichOne', choices: [{ itemNo: '-001' }, { itemNo: '-002' }] },
    })
    expect(takeOutScanned(state, 'Q', unknown)).toEqual(refuse({ kind: 'unknownCode' }))
    expect(takeOutScanned(state, 'Q', { ...unknown, knownProduct: 'Tea' })).toEqual(
      refuse({ kind: 'wrongItem', name: 'Tea' }),
    )
    const book: BookEntry = { barcode: 'Q', sku: 'Z', units: 1, name: 'Tea (book)' }
    expect(takeOutScanned(state, 'Q', { ...unknown, book, knownProduct: 'Tea' })).toEqual(
      refuse({ kind: 'wrongItem', name: 'Tea (book)' }),
    )
    expect(takeOutScanned(state, '0A', { ...unknown, forms: ['A'] })).toMatchObject({ ok: true })
    expect(takeOutScanned(state, 'Q', { ...unknown, book: { ...book, sku: 'A' } })).toMatchObject({
      ok: true,
    })
  })
})

describe('a number that a packer gives', () => {
  const desk = (kind: 'serial' | 'lot') => {
    const packer = opened(twoLines(4), { marks: capturing(kind) })
    packer.scan('A')
    packer.scan('A')
    return packer
  }
  const told = (kind: 'serial' | 'lot', value: string, units: number) =>
    ({
      type: 'itemIdentified',
      boxId: boxId(1),
      sectionCode: 's',
      itemNo: '-001',
      units,
      kind,
      value,
    }) as const

  it('is one unit’s, or the lot of all that wait', () => {
    const serials = desk('serial').state
    expect(identify(serials, lineOf(serials, '-001'), 'SN-1', 2)).toEqual(
      accept(
        { kind: 'itemIdentified', name: 'Product A', capture: 'serial', value: 'SN-1', missing: 1 },
        told('serial', 'SN-1', 1),
      ),
    )
    const lots = desk('lot').state
    expect(identify(lots, lineOf(lots, '-001'), 'L1', 2)).toEqual(
      accept(
        { kind: 'itemIdentified', name: 'Product A', capture: 'lot', value: 'L1', missing: 0 },
        told('lot', 'L1', 2),
      ),
    )
  })

  it('is nothing without a box, or for goods that need none', () => {
    const { state } = desk('serial')
    expect(identify({ ...state, currentBoxId: null }, lineOf(state, '-001'), 'SN-1', 1)).toEqual(
      refuse({ kind: 'nothingToDo' }),
    )
    expect(identify(state, lineOf(state, '-002'), 'SN-1', 1)).toEqual(refuse({ kind: 'nothingToDo' }))
  })

  it('may be used again once its box is given up, and another item or lot may have it', () => {
    const packer = desk('serial')
    packer.do(() => accept({ kind: 'calledOff' }, told('serial', 'SN-1', 1)))
    packer.do(() => accept({ kind: 'calledOff' }, told('serial', 'SN-2', 1)))
    const again = (packing: Packing, itemNo = '-001') =>
      identify(packing, { ...lineOf(packing, itemNo), capture: 'serial' }, 'SN-1', 1)
    expect(again(packer.state)).toEqual(
      refuse({ kind: 'serialUsed', value: 'SN-1', orderNo: guideOrder().orderNo }),
    )
    expect(again(packer.state, '-002')).toMatchObject({ ok: true })
    packer.seal('1000000001')
    packer.do((packing) => giveUp(packing, { type: 'boxVoided', boxId: boxId(1), reason: '' }))
    packer.scan('A')
    expect(again(packer.state)).toMatchObject({ ok: true })
    const lots = desk('lot')
    lots.do(() => accept({ kind: 'calledOff' }, told('lot', 'SN-1', 1)))
    expect(again(lots.state)).toMatchObject({ ok: true })
    expect(identify(lots.state, lineOf(lots.state, '-001'), 'SN-1', 1)).toMatchObject({ ok: true })
  })
})
