import { describe, expect, it } from 'vitest'
import { itemDocument, orderNo } from '../documents.ts'
import { withSection, withItem, blocked } from './reading.ts'

describe('a product as it is read', () => {
  const productOf = (productInfo: unknown, changes: Record<string, unknown> = {}) =>
    withItem({ productInfo, ...changes }).sections[0]?.items[0]?.product

  it.each<[string, Record<string, unknown>, string]>([
    ['its variant’s number', { optionDetailCode: 'v9', optionInfo: { 용량: '500g' } }, '1:v9'],
    ['its options', { optionInfo: { 용량: '500g', 색: '빨강' } }, '1:500g/빨강'],
    ['itself where it has no options', { optionInfo: null }, '1:'],
    ['its line alone where its options are not understood', { optionInfo: [{ a: 1 }] }, '1:oi1'],
  ])('is told from others by %s', (_what, info, key) => {
    expect(productOf({ prodNo: 1, prodName: 'x', ...info })?.key).toBe(key)
  })

  it('has all its codes', () => {
    expect(
      productOf({
        prodNo: '77',
        prodName: '감귤청',
        optionInfo: { '': ' L ' },
        optionSkuNo: 'O',
        prodSkuNo: 'P',
        customProdCode: 'C',
      }),
    ).toEqual({
      key: '77:L',
      name: '감귤청',
      options: [{ name: '', value: 'L' }],
      optionSku: 'O',
      productSku: 'P',
      ownCode: 'C',
    })
  })

  it('goes by its line where the store tells nothing of it, or no name', () => {
    expect(productOf(null)).toEqual({
      key: 'oi1',
      name: 'oi1',
      options: [],
      optionSku: null,
      productSku: null,
      ownCode: null,
    })
    expect(productOf({ prodNo: 1, prodName: ' ' })?.name).toBe('oi1')
    expect(productOf({ prodNo: 1, optionInfo: [{ a: 1 }] })?.options).toEqual([])
  })

  it.each<[string, Record<string, unknown>]>([
    ['optionDetailCode = […]', { optionDetailCode: ['v'] }],
    ['optionSkuNo = true', { optionSkuNo: true }],
    ['prodSkuNo = {…}', { prodSkuNo: {} }],
    ['customProdCode = 1.5', { customProdCode: 1.5 }],
    ['prodNo = ""', { prodNo: '' }],
    [`prodSkuNo = "${'x'.repeat(59)}`, { prodSkuNo: 'x'.repeat(101) }],
  ])('is not packed by a code that cannot be told: %s', (field, info) => {
    expect(blocked(withItem({ productInfo: { prodNo: 1, prodName: 'x', ...info } }))).toBe(
      `sections[0].sectionItems[0].productInfo.${field}`,
    )
  })

  it.each(['', '  ', null, []])('has no code where that says %j', (customProdCode) => {
    expect(productOf({ prodNo: 1, prodName: 'x', customProdCode })?.ownCode).toBeNull()
  })

  it('of another line of the order stays readable beside one that is not', () => {
    const order = withSection({ sectionItems: [itemDocument(), itemDocument({ qty: 0 })] })
    expect(order.sections).toEqual([])
    expect(order.unread[0]?.odd.path).toBe('sections[0].sectionItems[1].qty')
  })

  it('is one of as many as the section has, each by its own number', () => {
    const second = itemDocument({ orderSectionItemNo: `${orderNo}-002`, qty: 3 })
    const [section] = withSection({ sectionItems: [itemDocument(), second] }).sections
    expect(section?.items.map(({ itemNo, qty }) => [itemNo, qty])).toEqual([
      [`${orderNo}-001`, 2],
      [`${orderNo}-002`, 3],
    ])
  })
})
