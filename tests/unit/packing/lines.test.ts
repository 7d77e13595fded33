import { describe, expect, it } from 'vitest'
import {
  goodsOfContents,
  linesOf,
  noMarks,
  type LineMarks,
} from '../../../shared/domain/packing/goods/line.ts'
import { item, order, section } from '../orders.ts'

const giftsGoAlong: LineMarks = ({ gift }) => ({ exempt: gift, capture: 'lot' })

describe('the lines of an order', () => {
  it('are all that waits for a box, in the store’s order, with what the desk makes of them', () => {
    const gift = item('-002', 1, 'CARD', { gift: true })
    const all = order([
      section('s1', [item('-001', 2, 'A'), gift]),
      section('s2', [item('-003', 1, 'B')], { held: true }),
      section('s3', [item('-004', 3, 'C')]),
    ])
    expect(linesOf(all, giftsGoAlong).map(({ itemNo }) => itemNo)).toEqual(['-001', '-002', '-004'])
    expect(linesOf(all, giftsGoAlong)[1]).toEqual({
      sectionCode: 's1',
      sectionNo: '1-s1',
      itemNo: '-002',
      orderItemCode: 'line--002',
      qty: 1,
      gift: true,
      exempt: true,
      capture: 'lot',
      product: gift.product,
    })
    expect(linesOf(all, noMarks)[1]).toMatchObject({ exempt: false, capture: null })
  })

  it('are what a box’s goods are promised by; goods of no line stand for themselves', () => {
    const split = order([
      section('s', [
        item('-001', 2, 'A', { orderItemCode: 'a' }),
        item('-002', 1, 'A', { orderItemCode: 'a' }),
        item('-003', 1, 'B', { orderItemCode: 'b' }),
      ]),
    ])
    const packing = { lines: linesOf(split, noMarks) }
    const contents = [
      { itemNo: '-001', qty: 2 },
      { itemNo: '-003', qty: 1 },
      { itemNo: '-002', qty: 1 },
    ]
    expect(goodsOfContents(packing, 's', contents)).toEqual([
      { line: 'a', qty: 3 },
      { line: 'b', qty: 1 },
    ])
    expect(goodsOfContents(packing, 't', contents)).toEqual([
      { line: '-001', qty: 2 },
      { line: '-003', qty: 1 },
      { line: '-002', qty: 1 },
    ])
  })
})
