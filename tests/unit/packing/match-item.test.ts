import { describe, expect, it } from 'vitest'
import { matchItem, type BookEntry } from '../../../shared/domain/packing/goods/match-item.ts'
import { opened } from './desk-on-paper.ts'
import { item, order, product, section } from '../orders.ts'

const lineNamed = (no: string, changes: Parameters<typeof product>[1], qty = 1) =>
  item(no, qty, no, { product: product(no, { optionSku: null, ...changes }) })

/** What a code means among these items: the line's number, or the numbers of those it could mean. */
function meaning(
  items: ReturnType<typeof item>[],
  codes: string[],
  { book = null, scanned = [] }: { book?: BookEntry | null; scanned?: string[] } = {},
) {
  const desk = opened(order([section('s', items)]))
  for (const code of scanned) desk.scan(code)
  const match = matchItem(desk.state, codes, book, null)
  if (match.kind === 'line') return [match.line.itemNo, match.units]
  return match.kind === 'none' ? 'none' : match.lines.map(({ itemNo }) => itemNo)
}

describe('a code', () => {
  const all = [
    lineNamed('-001', { ownCode: 'X' }),
    lineNamed('-002', { productSku: 'X' }),
    lineNamed('-003', { optionSku: 'X' }),
  ]

  it('is an option’s SKU before a product’s, before the shop’s own code, before a line’s number', () => {
    expect(meaning(all, ['X'])).toEqual(['-003', 1])
    expect(meaning(all.slice(0, 2), ['X'])).toEqual(['-002', 1])
    expect(meaning([...all.slice(0, 1), lineNamed('X', {})], ['X'])).toEqual(['-001', 1])
    expect(meaning([lineNamed('X', {}), lineNamed('-009', { optionSku: 'Y' })], ['X'])).toEqual(['X', 1])
  })

  it('is what is written alike, before what differs in upper and lower case', () => {
    const both = [lineNamed('-001', { optionSku: 'ab' }), lineNamed('-002', { ownCode: 'AB' })]
    expect(meaning(both, ['AB'])).toEqual(['-002', 1])
    expect(meaning(both, ['ab'])).toEqual(['-001', 1])
    expect(meaning(both, ['Ab'])).toEqual(['-001', 1])
    expect(meaning(both.slice(1), ['ab'])).toEqual(['-002', 1])
  })

  it('may be written in other ways, which are tried in their order', () => {
    expect(meaning(all, ['nothing', 'X'])).toEqual(['-003', 1])
    expect(meaning([...all, lineNamed('-004', { ownCode: 'Z' })], ['Z', 'X'])).toEqual(['-004', 1])
  })

  it('is none where nothing of the order carries it, nor where codes are missing', () => {
    expect(meaning(all, ['Q'])).toBe('none')
    expect(meaning(all, [])).toBe('none')
    expect(meaning([lineNamed('-001', {})], ['null', ''])).toBe('none')
  })

  it('is looked up in the barcode book last, for as many units as that says', () => {
    const book = { barcode: '880', sku: 'X', units: 6, name: 'Case of X' }
    expect(meaning(all, ['880'], { book })).toEqual(['-003', 6])
    expect(meaning([...all, lineNamed('-004', { ownCode: '880' })], ['880'], { book })).toEqual(['-004', 1])
    expect(meaning(all, ['880'], { book: { ...book, sku: 'Q' } })).toBe('none')
  })
})

describe('a code of several lines', () => {
  it('of one product is the first that still needs units, else the first', () => {
    const twice = [item('-001', 1, 'A'), item('-002', 1, 'A')]
    expect(meaning(twice, ['A'])).toEqual(['-001', 1])
    expect(meaning(twice, ['A'], { scanned: ['A'] })).toEqual(['-002', 1])
    expect(meaning(twice, ['A'], { scanned: ['A', 'A'] })).toEqual(['-001', 1])
  })

  it('is the one that the box has the section of, if that needs units', () => {
    const desk = opened(order([section('s', [item('-001', 1, 'A')]), section('t', [item('-002', 1, 'A')])]))
    const inSection = (code: string | null) => {
      const match = matchItem(desk.state, ['A'], null, code)
      return match.kind === 'line' ? match.line.itemNo : match.kind
    }
    expect([inSection(null), inSection('s'), inSection('t'), inSection('u')]).toEqual([
      '-001',
      '-001',
      '-002',
      '-001',
    ])
    desk.scan('A')
    expect(inSection('s')).toBe('-002')
  })

  it('of several products could mean each of them, once', () => {
    const shared = [
      lineNamed('-001', { ownCode: 'TEA', key: 'green' }),
      lineNamed('-002', { ownCode: 'TEA', key: 'black' }),
      lineNamed('-003', { ownCode: 'TEA', key: 'green' }),
    ]
    expect(meaning(shared, ['TEA'])).toEqual(['-001', '-002'])
    expect(meaning(shared, ['TEA'], { scanned: ['-001'] })).toEqual(['-003', '-002'])
  })
})
