import { describe, expect, it } from 'vitest'
import { withKnownLines } from '../../../shared/domain/orders/known-lines.ts'
import { readOrder } from '../../../shared/domain/orders/read-order.ts'
import type { Order, SectionItem } from '../../../shared/domain/orders/order.ts'
import { heard, item, order, product, section } from '../orders.ts'

const known = order([section('os1', [item('1', 3, 'A'), item('2', 1, 'B')])])
const line = (itemNo: string, qty: number, sku: string, code: string, changes: Partial<SectionItem> = {}) =>
  item(itemNo, qty, sku, { orderItemCode: code, ...changes })

/** The lines of an order as they are read then, by item number. */
function lines(now: Order, before = known): string[] {
  const { orderNo, document } = withKnownLines(before, heard(now), now)
  return readOrder(orderNo, document).sections.flatMap(({ items }) =>
    items.map(({ itemNo, orderItemCode }) => `${itemNo} ${orderItemCode}`),
  )
}

const divided = (part: SectionItem) =>
  order([section('os1', [item('1', 2, 'A'), item('2', 1, 'B')]), section('os2', [part])])

describe('a line that the store has given another code', () => {
  it('goes by the one it is known by, where there is one such product', () => {
    expect(lines(divided(line('9', 1, 'A', 'new')))).toEqual(['1 line-1', '2 line-2', '9 line-1'])
  })

  it('stays as it came where it is known, and where nothing like it is', () => {
    const now = heard(divided(item('1', 1, 'A')))
    expect(withKnownLines(known, now, divided(item('1', 1, 'A')))).toBe(now)
    expect(lines(divided(line('9', 1, 'C', 'new'))).at(-1)).toBe('9 new')
    expect(lines(divided(line('9', 1, 'A', 'new', { gift: true }))).at(-1)).toBe('9 new')
    const other = product('A', { options: [{ name: '색', value: '빨강' }] })
    expect(lines(divided(line('9', 1, 'A', 'new', { product: other }))).at(-1)).toBe('9 new')
  })

  it('stays as it came where two lines are of that product: which one cannot be told', () => {
    const twice = order([section('os1', [item('1', 3, 'A'), item('2', 1, 'A')])])
    expect(lines(divided(line('9', 1, 'A', 'new')), twice).at(-1)).toBe('9 new')
  })
})
