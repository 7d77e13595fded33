import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { accept, refuse } from '../../../shared/domain/packing/decision.ts'
import {
  countItem,
  leastCount,
  mayCount,
  takeRest,
} from '../../../shared/domain/packing/goods/decide-goods.ts'
import type { Line } from '../../../shared/domain/packing/goods/line.ts'
import { capturing, opened, plainRules } from './desk-on-paper.ts'
import { item, order, section, twoLines } from '../orders.ts'
import { boxId, lineOf, byHand, put } from './goods-on-paper.ts'

describe('counting instead of scanning', () => {
  it('is for lines of so many units or more, but for serial numbers', () => {
    const may = (qty: number, quantityFrom: number, capture: Line['capture'] = null) =>
      mayCount({ ...lineOf(opened().state, '-001'), qty, capture }, { ...plainRules, quantityFrom })
    expect([may(4, 5), may(5, 5), may(6, 5)]).toEqual([false, true, true])
    expect([may(9, 0), may(1, 1)]).toEqual([false, true])
    expect([may(9, 5, 'serial'), may(9, 5, 'lot')]).toEqual([false, true])
  })

  it('counts what was scanned, or taken by hand, just before', () => {
    const desk = opened(twoLines(12))
    expect(leastCount(desk.state)).toBe(2)
    desk.do((packing) => put(packing, '-001', { ...byHand, units: 3 }))
    expect(leastCount(desk.state)).toBe(4)
    expect(countItem(desk.state, 10, plainRules)).toMatchObject({
      ok: true,
      events: [{ type: 'itemScanned', units: 7, code: '', how: 'count' }],
    })
    expect(countItem(desk.state, 3, plainRules)).toEqual(refuse({ kind: 'nothingToDo' }))
    desk.do((packing) => boxes.weighBox(packing, 900))
    expect(countItem(desk.state, 10, plainRules)).toEqual(refuse({ kind: 'scanItemFirst' }))
  })

  it('counts no rest, and nothing of a line that is gone', () => {
    const rest = opened(twoLines(12))
    rest.do(takeRest)
    expect(countItem(rest.state, 20, plainRules)).toEqual(refuse({ kind: 'scanItemFirst' }))
    const desk = opened(twoLines(12))
    desk.scan('A')
    expect(countItem({ ...desk.state, lines: [] }, 3, plainRules)).toEqual(refuse({ kind: 'nothingToDo' }))
  })

  it('says by name what has to be scanned one by one', () => {
    const desk = opened(twoLines(4))
    desk.scan('A')
    expect(countItem(desk.state, 3, plainRules)).toEqual(refuse({ kind: 'countEach', name: 'Product A' }))
  })
})

describe('the rest of the goods', () => {
  it('is all that is left of the box’s section, line by line', () => {
    const two = order([
      section('s1', [item('-001', 1, 'A')]),
      section('s2', [item('-002', 2, 'B'), item('-003', 1, 'C')]),
    ])
    const desk = opened(two)
    desk.scan('B')
    const taken = {
      type: 'itemScanned',
      boxId: boxId(1),
      sectionCode: 's2',
      units: 1,
      code: '',
      how: 'rest',
    } as const
    expect(takeRest(desk.state)).toEqual(
      accept(
        { kind: 'restTaken', units: 2, box: 1 },
        { ...taken, itemNo: '-002' },
        { ...taken, itemNo: '-003' },
      ),
    )
  })

  it('is the first section’s that has some, in a new box, where there is none', () => {
    const two = order([section('s1', [item('-001', 1, 'A')]), section('s2', [item('-002', 1, 'B')])])
    const desk = opened(two)
    desk.scan('A')
    desk.seal('1000000001')
    expect(takeRest(desk.state)).toEqual(
      accept(
        { kind: 'restTaken', units: 1, box: 2 },
        { type: 'boxOpened', boxId: boxId(2), number: 2 },
        {
          type: 'itemScanned',
          boxId: boxId(2),
          sectionCode: 's2',
          itemNo: '-002',
          units: 1,
          code: '',
          how: 'rest',
        },
      ),
    )
  })

  it('does not go into a closed box, and is nothing where all is in boxes', () => {
    const desk = opened()
    desk.scan('A')
    desk.do(boxes.closeBox)
    expect(takeRest(desk.state)).toEqual(refuse({ kind: 'waybillFirst', box: 1 }))
    const done = opened()
    done.do(takeRest)
    expect(takeRest(done.state)).toEqual(refuse({ kind: 'nothingToDo' }))
  })

  it('is scanned where serial numbers are wanted, but not where lots are', () => {
    const serials = opened(twoLines(), { marks: capturing('serial') })
    expect(takeRest(serials.state)).toEqual(refuse({ kind: 'countEach', name: 'Product A' }))
    expect(takeRest(opened(twoLines(), { marks: capturing('lot') }).state)).toMatchObject({ ok: true })
  })
})
