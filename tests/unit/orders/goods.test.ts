import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contentSchema,
  covers,
  dividesALine,
  goodsIn,
  goodsOf,
  goodsSchema,
  pick,
  sameGoods,
  without,
  type Goods,
} from '../../../shared/domain/orders/goods.ts'
import { item, section } from '../orders.ts'

/** Two items are of line `a`: the store had split it once. */
const whole = section('S1', [
  item('-001', 2, 'A', { orderItemCode: 'a' }),
  item('-002', 4, 'B', { orderItemCode: 'b' }),
  item('-003', 3, 'A', { orderItemCode: 'a' }),
])

const a5b4: Goods = [
  { line: 'a', qty: 5 },
  { line: 'b', qty: 4 },
]
const a2: Goods = [{ line: 'a', qty: 2 }]

/** Some units of each line, none of those that are 0. */
const part = fc
  .record({ a: fc.integer({ min: 0, max: 5 }), b: fc.integer({ min: 0, max: 4 }) })
  .map(({ a, b }): Goods =>
    [
      { line: 'a', qty: a },
      { line: 'b', qty: b },
    ].filter(({ qty }) => qty > 0),
  )

describe('goods by order line', () => {
  it('of a section are summed over its items', () => {
    expect(goodsIn(whole)).toEqual(a5b4)
    expect(goodsIn(section('S1', []))).toEqual([])
  })

  it('of some items are theirs; an item that the section does not have stands for itself', () => {
    expect(
      goodsOf(
        [
          { itemNo: '-001', qty: 1 },
          { itemNo: '-003', qty: 1 },
          { itemNo: '-009', qty: 2 },
        ],
        whole,
      ),
    ).toEqual([
      { line: 'a', qty: 2 },
      { line: '-009', qty: 2 },
    ])
  })

  it('are the same whatever their order, and differ by any unit or line', () => {
    expect(sameGoods(a5b4, a5b4.toReversed())).toBe(true)
    expect(sameGoods([], [])).toBe(true)
    expect(sameGoods(a5b4, a2)).toBe(false)
    expect(sameGoods([{ line: 'a', qty: 5 }], a5b4)).toBe(false)
    expect(sameGoods([{ line: 'a', qty: 4 }], [{ line: 'a', qty: 5 }])).toBe(false)
    expect(sameGoods([{ line: 'a', qty: 5 }], [{ line: 'b', qty: 5 }])).toBe(false)
  })

  it('cover what they have at least as much of', () => {
    expect(covers(a5b4, a2)).toBe(true)
    expect(covers(a5b4, a5b4)).toBe(true)
    expect(covers(a2, a5b4)).toBe(false)
    expect(covers(a2, [{ line: 'b', qty: 1 }])).toBe(false)
    expect(covers(a2, [...a2, { line: 'b', qty: 1 }])).toBe(false)
    expect(covers([], [])).toBe(true)
  })

  it('without others are what is left of each line', () => {
    expect(without(a5b4, a2)).toEqual([
      { line: 'a', qty: 3 },
      { line: 'b', qty: 4 },
    ])
    expect(without(a5b4, [{ line: 'b', qty: 4 }])).toEqual([{ line: 'a', qty: 5 }])
    expect(without(a2, [{ line: 'a', qty: 3 }])).toEqual([])
  })

  it('are divided where only some of a line goes', () => {
    expect(dividesALine(whole, a2)).toBe(true)
    expect(dividesALine(whole, [{ line: 'a', qty: 5 }])).toBe(false)
    expect(dividesALine(whole, a5b4)).toBe(false)
    expect(dividesALine(whole, [...a5b4.slice(0, 1), { line: 'b', qty: 1 }])).toBe(true)
    expect(dividesALine(whole, [])).toBe(false)
  })
})

describe('picking goods out of a section', () => {
  it('takes its items in their order, and no more than are wanted', () => {
    expect(pick(whole, [{ line: 'a', qty: 3 }])).toEqual([
      { itemNo: '-001', qty: 2 },
      { itemNo: '-003', qty: 1 },
    ])
    expect(pick(whole, a2)).toEqual([{ itemNo: '-001', qty: 2 }])
    expect(pick(whole, [])).toEqual([])
  })

  it('makes up what is wanted, and with the rest the whole section', () => {
    fc.assert(
      fc.property(part, (goods) => {
        expect(goodsOf(pick(whole, goods), whole)).toEqual(goods)
        const rest = without(goodsIn(whole), goods)
        expect(goodsOf([...pick(whole, goods), ...pick(whole, rest)], whole)).toSatisfy((all: Goods) =>
          sameGoods(all, a5b4),
        )
      }),
    )
  })
})

describe('goods as they are kept', () => {
  it('read back as they were written, in whole units', () => {
    expect(goodsSchema.parse(a5b4)).toEqual(a5b4)
    expect(contentSchema.parse({ itemNo: '-001', qty: 2 })).toEqual({ itemNo: '-001', qty: 2 })
    for (const qty of [0, -1, 1.5, '2', null]) {
      expect(goodsSchema.safeParse([{ line: 'a', qty }]).success).toBe(false)
      expect(contentSchema.safeParse({ itemNo: '-001', qty }).success).toBe(false)
    }
  })
})
