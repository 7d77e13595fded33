import { describe, expect, it } from 'vitest'
import * as boxes from '../../../shared/domain/packing/boxes/decide-box.ts'
import { countItem, takeRest } from '../../../shared/domain/packing/goods/decide-goods.ts'
import type { LineMarks } from '../../../shared/domain/packing/goods/line.ts'
import { capturing, opened } from './desk-on-paper.ts'
import { item, order, section, twoLines } from '../orders.ts'

describe('a forced order', () => {
  it('takes only the next line of the list, by name', () => {
    const desk = opened(twoLines(1), { rules: { forcedOrder: true } })
    expect(desk.scan('B')).toEqual({ kind: 'outOfOrder', name: 'Product B', expected: 'Product A' })
    desk.scan('A')
    expect(desk.scan('B')).toMatchObject({ kind: 'orderComplete' })
  })
})

describe('counting by number', () => {
  it('makes the goods just scanned so many', () => {
    const desk = opened(twoLines(12))
    desk.scan('A')
    expect(desk.do((packing) => countItem(packing, 10, desk.rules))).toMatchObject({
      done: 10,
      needed: 12,
      units: 9,
    })
    expect(desk.do(boxes.undo)).toMatchObject({ kind: 'undone' })
    expect(desk.state.boxes[0]?.contents).toEqual([{ itemNo: '-001', qty: 1 }])
  })

  it.each([
    ['a small line', 4, 3, 'countEach'],
    ['more than was ordered', 6, 7, 'tooMany'],
    ['no more than there already is', 6, 1, 'nothingToDo'],
  ])('is refused for %s', (_what, qty, total, kind) => {
    const desk = opened(twoLines(qty))
    desk.scan('A')
    expect(desk.do((packing) => countItem(packing, total, desk.rules))).toMatchObject({ kind })
  })

  it('needs a scan before it, and one only', () => {
    const desk = opened(twoLines(12))
    expect(desk.do((packing) => countItem(packing, 3, desk.rules))).toEqual({ kind: 'scanItemFirst' })
    desk.scan('A')
    desk.do((packing) => countItem(packing, 3, desk.rules))
    expect(desk.do((packing) => countItem(packing, 5, desk.rules))).toEqual({ kind: 'scanItemFirst' })
  })
})

describe('exempt goods', () => {
  const marks: LineMarks = ({ gift }) => ({ exempt: gift, capture: null })
  const withGift = () =>
    order([
      section('s', [item('-001', 1, 'A'), item('-002', 1, 'CARD', { gift: true }), item('-003', 1, 'B')]),
    ])

  it('go along with the last unit that has to be scanned, and back with it', () => {
    const desk = opened(withGift(), { marks })
    desk.scan('A')
    expect(desk.scan('B')).toMatchObject({ kind: 'orderComplete' })
    expect(desk.state.boxes[0]?.contents).toHaveLength(3)
    desk.do(boxes.undo)
    expect(desk.state.boxes[0]?.contents).toEqual([{ itemNo: '-001', qty: 1 }])
    expect(desk.scan('B')).toMatchObject({ kind: 'orderComplete' })
  })

  it('may be scanned like any other', () => {
    const desk = opened(withGift(), { marks })
    for (const code of ['CARD', 'A']) desk.scan(code)
    expect(desk.scan('B')).toMatchObject({ kind: 'orderComplete' })
    expect(desk.state.boxes[0]?.contents).toHaveLength(3)
  })
})

describe('the rest', () => {
  it('goes into the box without a scan, and back in one step', () => {
    const desk = opened()
    desk.scan('A')
    expect(desk.do(takeRest)).toEqual({ kind: 'restTaken', units: 5, box: 1 })
    expect(desk.expecting).toBe('invoice')
    desk.do(boxes.undo)
    expect(desk.state.boxes[0]?.contents).toEqual([{ itemNo: '-001', qty: 1 }])
    expect(desk.do(boxes.undo)).toEqual({ kind: 'undone', what: 'itemScanned' })
    expect(desk.state.boxes[0]?.contents).toEqual([])
  })

  it('opens a box where there is none, and is refused where nothing is left or serial numbers are wanted', () => {
    expect(opened().do(takeRest)).toMatchObject({ kind: 'restTaken', box: 1 })
    const done = opened()
    done.do(takeRest)
    expect(done.do(takeRest)).toEqual({ kind: 'nothingToDo' })
    expect(opened(twoLines(), { marks: capturing('serial') }).do(takeRest)).toMatchObject({
      kind: 'countEach',
    })
  })
})
