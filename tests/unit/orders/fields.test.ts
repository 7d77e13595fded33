import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  code,
  cut,
  entriesOf,
  fieldAt,
  isAbsent,
  isEmpty,
  isRecord,
  oddField,
  oneOf,
  orderNumber,
  otherWord,
  positiveNumber,
  quantity,
  shownText,
  time,
  wholeNumber,
  yesOrNo,
} from '../../../shared/domain/orders/fields.ts'

const nothing = [null, undefined, true, {}, [], ['A']]

describe('a code', () => {
  it.each<[unknown, string]>([
    ['SKU-7', 'SKU-7'],
    [' SKU-7 ', 'SKU-7'],
    [77, '77'],
    ['x'.repeat(100), 'x'.repeat(100)],
  ])('%j is %s', (value, read) => {
    expect(code(value)).toBe(read)
  })

  it.each(['', '  ', 'x'.repeat(101), 1.5, 1e300, ...nothing])('%j is none', (value) => {
    expect(code(value)).toBeNull()
  })
})

describe('an order’s number', () => {
  it.each<[unknown, string]>([
    [202410104747676, '202410104747676'],
    ['202410104747676', '202410104747676'],
    ['1', '1'],
    ['9'.repeat(19), '9'.repeat(19)],
  ])('%j is %s', (value, read) => {
    expect(orderNumber(value)).toBe(read)
  })

  it.each(['0123', '9'.repeat(20), '12a', 'a12', '1-2', 0, -1, ...nothing])('%j is none', (value) => {
    expect(orderNumber(value)).toBeNull()
  })
})

describe('a number', () => {
  it.each<[unknown, number]>([
    [7, 7],
    ['7', 7],
    [' 7 ', 7],
    [0, 0],
    [-1, -1],
    ['9'.repeat(15), 999_999_999_999_999],
  ])('%j is the whole number %d', (value, read) => {
    expect(wholeNumber(value)).toBe(read)
  })

  it.each(['', ' ', '7a', 'a7', '7 8', '-1', '1.5', '9'.repeat(16), 1.5, Number.NaN, 2 ** 53, ...nothing])(
    '%j is no whole number',
    (value) => {
      expect(wholeNumber(value)).toBeNull()
    },
  )

  it('of something numbered from one on is none below that', () => {
    expect([1, '4', 0, -1, 'x'].map(positiveNumber)).toEqual([1, 4, null, null, null])
  })

  it('of units is from one to a hundred thousand', () => {
    expect([1, '2', 100_000, 100_001, 0, -1, 0.5].map(quantity)).toEqual([
      1,
      2,
      100_000,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('a word', () => {
  it('for yes or no is the store’s letter, or a truth value', () => {
    expect(['Y', 'y', true].map(yesOrNo)).toEqual([true, true, true])
    expect(['N', 'n', false].map(yesOrNo)).toEqual([false, false, false])
    expect(['yes', 'no', '', 0, 1, null].map(yesOrNo)).toEqual([null, null, null, null, null, null])
  })

  it('of a list is one of it, letter for letter', () => {
    expect(['OPEN', 'open', '', null].map(oneOf(['OPEN', 'CLOSED']))).toEqual(['OPEN', null, null, null])
  })

  it('that the document does not list is kept as it came, cut short', () => {
    expect(otherWord(' DRONE ')).toEqual({ other: 'DRONE' })
    expect(otherWord('x'.repeat(61))).toEqual({ other: 'x'.repeat(60) })
    expect(otherWord(7)).toEqual({ other: '7' })
  })
})

describe('a moment', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it.each(['UTC', 'Asia/Seoul', 'America/New_York'])(
    'without a zone is UTC, also at a desk in %s',
    (zone) => {
      vi.stubEnv('TZ', zone)
      for (const text of ['2026-11-24T09:30:15', ' 2026-11-24 09:30:15 ', '2026-11-24 09:30:15.000'])
        expect(time(text)).toBe('2026-11-24T09:30:15.000Z')
      expect(time('2026-11-24')).toBe('2026-11-24T00:00:00.000Z')
    },
  )

  it.each<[unknown, string]>([
    ['2026-11-24T09:30:15+09:00', '2026-11-24T00:30:15.000Z'],
    ['2026-11-24T09:30:15Z', '2026-11-24T09:30:15.000Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    [0, '1970-01-01T00:00:00.000Z'],
    // From here on a number is milliseconds: as seconds it would be the year 5138.
    [99_999_999_999, '5138-11-16T09:46:39.000Z'],
    [100_000_000_000, '1973-03-03T09:46:40.000Z'],
  ])('%j is %s', (value, read) => {
    expect(time(value)).toBe(read)
  })

  it.each([
    '1969-12-31T23:59:59Z',
    '+010000-01-01T00:00:00Z',
    -1,
    'x2026-11-24T09:30:15',
    '2026-11-24T09:30:15x',
    `2026-11-24T09:30:15.${'0'.repeat(50)}`,
    ...nothing,
  ])('%j is none', (value) => {
    expect(time(value)).toBeNull()
  })
})

describe('a text that is only shown', () => {
  it.each<[unknown, string]>([
    [' 김서윤 ', '김서윤'],
    [3.5, '3.5'],
    ['x'.repeat(501), 'x'.repeat(500)],
    ['x'.repeat(500), 'x'.repeat(500)],
    ...nothing.map((value): [unknown, string] => [value, '']),
  ])('of %j is %j', (value, shown) => {
    expect(shownText(value)).toBe(shown)
  })

  it.each([
    ['ab🎁', 3, 'ab'],
    ['ab🎁', 4, 'ab🎁'],
    ['🎁🎁', 2, '🎁'],
    ['🎁🎁', 3, '🎁'],
    ['a\u{10000}b', 2, 'a'],
    ['a\u{10FFFF}b', 2, 'a'],
    ['a가나', 2, 'a가'],
    ['a\uE000b', 2, 'a\uE000'],
    ['abc', 2, 'ab'],
  ])('%s is cut to %d as %s, never within a character', (text, most, read) => {
    expect(cut(text, most)).toBe(read)
  })
})

describe('a field that was not understood', () => {
  it.each<[unknown, string]>([
    ['DRONE', '"DRONE"'],
    ['', '""'],
    ['say "hi"', '"say \\"hi\\""'],
    [undefined, 'undefined'],
    [null, 'null'],
    [1.5, '1.5'],
    [false, 'false'],
    [{ a: 1 }, '{…}'],
    [{}, '{…}'],
    [[], '[]'],
    [[1], '[…]'],
    ['x'.repeat(58), `"${'x'.repeat(58)}"`],
    ['x'.repeat(99), `"${'x'.repeat(59)}`],
  ])('that says %j is read out as %s', (value, shown) => {
    expect(oddField({ path: 'here', value })).toEqual({ path: 'here', value: shown })
  })
})

describe('a place in a document', () => {
  it('is named by its way there', () => {
    const order = { path: '', value: { sections: [{ code: 'S1' }] } }
    const sections = fieldAt(order, 'sections')
    expect(sections.path).toBe('sections')
    const [section] = entriesOf(sections) ?? []
    expect(section).toEqual({ path: 'sections[0]', value: { code: 'S1' } })
    expect(section === undefined ? null : fieldAt(section, 'code')).toEqual({
      path: 'sections[0].code',
      value: 'S1',
    })
  })

  it.each([null, undefined, 'text', 7, ['length']])('%j has no fields and nothing is thrown', (value) => {
    expect(fieldAt({ path: 'at', value }, 'length')).toEqual({ path: 'at.length', value: undefined })
  })

  it('without a list has no entries, and an empty list has none either', () => {
    expect(entriesOf({ path: 'at', value: { 0: 'a' } })).toBeNull()
    expect(entriesOf({ path: 'at', value: 'list' })).toBeNull()
    expect(entriesOf({ path: 'at', value: [] })).toEqual([])
  })

  it('is a record only where it is an object of its own', () => {
    expect([{}, { a: 1 }].map(isRecord)).toEqual([true, true])
    expect([null, undefined, [], 'x', 7].map(isRecord)).toEqual([false, false, false, false, false])
  })

  it('says nothing with null, an empty text or PHP’s empty list', () => {
    expect([undefined, null].map(isAbsent)).toEqual([true, true])
    expect(['', 0, false, []].map(isAbsent)).toEqual([false, false, false, false])
    expect([undefined, null, '', []].map(isEmpty)).toEqual([true, true, true, true])
    expect([0, false, ' ', {}, [0]].map(isEmpty)).toEqual([false, false, false, false, false])
  })
})
