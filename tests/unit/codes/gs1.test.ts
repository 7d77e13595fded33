import { describe, expect, it } from 'vitest'
import { readGs1Date } from '../../../shared/domain/codes/gs1-date.ts'
import { gs1Facts } from '../../../shared/domain/codes/gs1-facts.ts'
import { parseGs1, parseGs1Print } from '../../../shared/domain/codes/gs1-parse.ts'

const gs = '\u001d'
const gtin = '08801234567893'

describe('a GS1 element string', () => {
  it.each([
    ['LOT121SER9', '10'],
    ['20241105', '10'],
    ['A2198', '10'],
  ])('without a separator, lot %s could end earlier and is refused', (lot, ai) => {
    const certain = [{ ai: '01', value: gtin }]
    expect(parseGs1(`01${gtin}10${lot}`)).toEqual({ ok: false, why: 'ambiguous', certain, ai })
  })

  it.each(['ABC123', 'LOT7', 'X-1/A', '5', 'LOT12'])(
    'without a separator, lot %s cannot end earlier and is taken',
    (lot) => {
      const elements = [
        { ai: '01', value: gtin },
        { ai: '10', value: lot },
      ]
      expect(parseGs1(`01${gtin}10${lot}`)).toEqual({ ok: true, elements })
    },
  )

  it.each([
    ['a wrong check digit', '0108801234567890'],
    ['a thirteenth month', `01${gtin}17261301`],
    ['a 30th of February', `01${gtin}17260230`],
    ['an unknown identifier', `01${gtin}05123`],
    ['a number cut short', '01088012345'],
    ['a lot that is too long', `01${gtin}10${'Z'.repeat(21)}`],
    ['two lots', `10A${gs}10B`],
    ['nothing between separators', `10A${gs}${gs}21B`],
    ['nothing at all', ''],
  ])('with %s is invalid', (_what, code) => {
    expect(parseGs1(code)).toEqual({ ok: false, why: 'invalid' })
  })

  it('ends its fields at the separators, whether one stands before or behind it all or not', () => {
    const elements = [
      { ai: '01', value: gtin },
      { ai: '10', value: 'LOT121SER9' },
      { ai: '21', value: '17261130' },
    ]
    const text = `01${gtin}10LOT121SER9${gs}2117261130`
    for (const sent of [text, `${gs}${text}`, `${text}${gs}`, `${gs}${text}${gs}`])
      expect(parseGs1(sent)).toEqual({ ok: true, elements })
  })

  it('without a separator has none to send where the scanner is known to send them', () => {
    const elements = [{ ai: '10', value: 'LOT121SER9' }]
    expect(parseGs1('10LOT121SER9')).toMatchObject({ ok: false, why: 'ambiguous' })
    expect(parseGs1('10LOT121SER9', true)).toEqual({ ok: true, elements })
  })

  it('that says the same twice is read, and that says two things is not', () => {
    const twice = { ai: '10', value: 'A' }
    expect(parseGs1(`10A${gs}10A`)).toEqual({ ok: true, elements: [twice, twice] })
    expect(parseGs1(`10A${gs}10B${gs}10A`)).toEqual({ ok: false, why: 'invalid' })
  })

  it.each([
    ['a serial number of one sign', '10A21B'],
    ['a date', '10A17261130'],
    ['a number of goods and a serial number', '10A3021B'],
    ['a date and a variant', '10A1726113020' + '07'],
    ['a serial number, in a lot that is too long by itself', `10${'Z'.repeat(19)}21SERIAL`],
    ['a number of goods as long as they get', '10A3012345678'],
  ])('could end in front of %s', (_what, text) => {
    expect(parseGs1(text)).toEqual({ ok: false, why: 'ambiguous', certain: [], ai: '10' })
  })

  it.each([
    ['a day that there is not', '10A17261330'],
    ['a date cut short', '10A172611'],
    ['a date with more behind it', '10A17261130X'],
    ['an identifier without a value', '10AZ21'],
    ['letters for a number of goods', '10A30X'],
    ['nothing at all', '10A'],
  ])('does not end in front of %s', (_what, text) => {
    expect(parseGs1(text)).toEqual({ ok: true, elements: [{ ai: '10', value: text.slice(2) }] })
  })

  it('of a case says what is in it and how many', () => {
    const reading = parseGs1(`02${gtin}3712${gs}10LOT1`)
    expect(reading.ok && gs1Facts(reading.elements, 2026)).toMatchObject({
      gtin,
      units: 12,
      lot: 'LOT1',
      serial: null,
    })
  })

  it('gives its dates as days', () => {
    const reading = parseGs1(`01${gtin}11260110152612001726123121SER9`)
    expect(reading.ok && gs1Facts(reading.elements, 2026)).toMatchObject({
      madeOn: '2026-01-10',
      bestBefore: '2026-12-31',
      expires: '2026-12-31',
      serial: 'SER9',
    })
  })
})

describe('a GS1 date', () => {
  it.each([
    ['260200', 2026, '2026-02-28'],
    ['280200', 2026, '2028-02-29'],
    ['991231', 2026, '1999-12-31'],
    ['760101', 2026, '2076-01-01'],
    ['770101', 2026, '1977-01-01'],
    ['010101', 2099, '2101-01-01'],
    ['260431', 2026, null],
    ['260001', 2026, null],
    ['26010', 2026, null],
    ['2601011', 2026, null],
    ['26010A', 2026, null],
    ['A260101', 2026, null],
    ['260101A', 2026, null],
    ['261301', 2026, null],
    ['261201', 2026, '2026-12-01'],
    ['260101', 2026, '2026-01-01'],
    ['260132', 2026, null],
    ['240229', 2026, '2024-02-29'],
    ['260229', 2026, null],
    // A year of a whole century has no 29th of February, but one of four hundred years has.
    ['000229', 2026, '2000-02-29'],
    ['000229', 2099, null],
    ['000200', 2099, '2100-02-28'],
    // Fifty years ahead, forty-nine back.
    ['490101', 1999, '2049-01-01'],
    ['500101', 1999, '1950-01-01'],
  ])('%s, read in %s, is %s', (given, thisYear, day) => {
    expect(readGs1Date(given, thisYear)).toBe(day)
  })

  it('without a day is the last of its month', () => {
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
    const days = ['31', '28', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31']
    expect(months.map((month) => readGs1Date(`26${month}00`, 2026))).toEqual(
      months.map((month, index) => `2026-${month}-${days[index] ?? ''}`),
    )
  })
})

describe('a GS1 label as it is printed', () => {
  it('has its identifiers in brackets', () => {
    expect(parseGs1Print(`(01)${gtin}(10)LOT121SER9(3103)001250`)).toEqual({
      ok: true,
      elements: [
        { ai: '01', value: gtin },
        { ai: '10', value: 'LOT121SER9' },
        { ai: '3103', value: '001250' },
      ],
    })
  })

  it.each([
    '',
    'LOT1',
    '(10)',
    '()LOT1',
    '(1)LOT1',
    '(100)LOT1',
    '(99999)LOT1',
    '(05)123',
    '(10)LOT1(',
    '(10)LOT(1)',
    '(10)LOT1)',
    'x(10)LOT1',
    '(01)08801234567890',
    '(10)A(10)B',
  ])('%j is none', (text) => {
    expect(parseGs1Print(text)).toEqual({ ok: false, why: 'invalid' })
  })
})
