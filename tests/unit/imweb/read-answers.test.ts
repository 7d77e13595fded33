import { describe, expect, it } from 'vitest'
import { cutTexts } from '../../../electron/station/imweb/cut-texts.ts'
import {
  couriersSchema,
  orderSchema,
  pageSchema,
  siteSchema,
} from '../../../electron/station/imweb/read-answers.ts'
import { document, orderNo } from '../documents.ts'

const hanjin = { idx: 4, name: '한진택배' }

describe('the store’s couriers', () => {
  it.each<[string, unknown, unknown]>([
    ['numbers as texts', [{ idx: '4', name: '한진택배' }], [hanjin]],
    ['odd ones among them', [null, 'CJ', { idx: 'CJ' }, { idx: -1 }, { name: 'x' }, hanjin], [hanjin]],
    ['one told twice', [hanjin, { ...hanjin, name: '한진' }], [{ idx: 4, name: '한진' }]],
    [
      'one without a name',
      [{ idx: 4, name: null, parcelCompanyCode: 'HANJIN' }],
      [{ idx: 4, name: 'HANJIN' }],
    ],
    ['one without any', [{ idx: 4 }], [{ idx: 4, name: '4' }]],
    ['no list', { list: [hanjin] }, []],
  ])('%s', (_what, told, couriers) => {
    expect(couriersSchema.parse(told)).toEqual(couriers)
  })
})

describe('the shop', () => {
  it.each<[string, unknown, unknown]>([
    [
      'by its unit',
      { siteCode: 's', unitList: [{ unitCode: 'u1', name: '잎싹상점' }] },
      { name: '잎싹상점', unitCode: 'u1' },
    ],
    ['by its code', { siteCode: 's', unitList: [{ unitCode: 7 }] }, { name: 's', unitCode: '7' }],
    ['without units', { siteCode: 's', unitList: null }, { name: 's', unitCode: null }],
    ['not at all', 'shop', { name: null, unitCode: null }],
  ])('%s', (_what, told, site) => {
    expect(siteSchema.parse(told)).toEqual(site)
  })
})

describe('a page of orders', () => {
  const page = (data: unknown, number = 1) => pageSchema(number, 2).parse(data)
  const [one, two] = [document(), document({ orderNo: '202410104747677' })]
  const told = { totalPage: 3, list: [one, two] }

  it('gives each order with its number, and says how many have none', () => {
    expect(page({ ...told, list: [one, 'x', null, { orderNo: {} }, two] })).toEqual({
      orders: [
        { orderNo, document: one },
        { orderNo: '202410104747677', document: two },
      ],
      unreadable: 3,
      isLast: false,
    })
  })

  it.each<[string, unknown, number, boolean]>([
    ['the last by number', told, 3, true],
    ['not the last by number', told, 2, false],
    ['a number as text', { ...told, totalPage: '3' }, 3, true],
    ['without the number, and full', { list: [one, two] }, 1, false],
    ['without the number, and not full', { list: [one] }, 1, true],
    ['empty, whatever the number', { totalPage: 1e9, list: [] }, 7, true],
    ['no list', { totalPage: 9, list: '<html>' }, 1, true],
    ['nothing', null, 1, true],
  ])('is the list’s last or not: %s', (_what, data, number, isLast) => {
    expect(page(data, number).isLast).toBe(isLast)
  })
})

describe('an order asked for', () => {
  const asked = (data: unknown) => orderSchema(orderNo).safeParse(data)

  it.each<[string, unknown]>([
    ['with its number', document()],
    ['without', document({ orderNo: null, sections: null })],
  ])('%s is that one', (_what, data) => {
    expect(asked(data).data).toEqual({ orderNo, document: data })
  })

  it.each<[string, unknown]>([
    ['another order', document({ orderNo: 202410104747677 })],
    ['anything', { message: 'hello' }],
    ['nothing', null],
    ['a list', [document()]],
  ])('%s is no answer: what is known of it stays', (_what, data) => {
    expect(asked(data).success).toBe(false)
  })
})

describe('what is taken in of what the store says', () => {
  it('no text is longer than any use for it, wherever it stands', () => {
    const long = 'x'.repeat(2_000_000)
    expect(cutTexts({ a: [{ b: long }], [long]: 1, c: 'short', d: 7, e: null })).toEqual({
      a: [{ b: 'x'.repeat(2_000) }],
      ['x'.repeat(2_000)]: 1,
      c: 'short',
      d: 7,
      e: null,
    })
  })

  it('nothing is deeper than any use for it', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect(JSON.stringify(cutTexts(deep))).toBe(`${'['.repeat(24)}null${']'.repeat(24)}`)
  })
})
