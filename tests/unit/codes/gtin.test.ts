import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasGs1Check, isGtin } from '../../../shared/domain/codes/check-digit.ts'
import { gtin14, gtinCheck, gtinForms } from '../../../shared/domain/codes/gtin.ts'

const withCheck = (digits: string): string =>
  digits + [...'0123456789'].find((check) => hasGs1Check(digits + check))

const ean13 = fc.stringMatching(/^[1-9][0-9]{11}$/).map(withCheck)
const upcA = fc.stringMatching(/^[1-9][0-9]{10}$/).map(withCheck)

describe('a product number', () => {
  it('is the same item as UPC-A, as EAN-13 with a zero and as GTIN-14 with two', () => {
    fc.assert(
      fc.property(upcA, (code) => {
        const all = [code, `0${code}`, `00${code}`]
        expect(new Set(all.map(gtin14)).size).toBe(1)
        for (const form of all) expect(gtinForms(form)).toEqual(expect.arrayContaining(all))
      }),
    )
  })

  it('is tried first as it was read', () => {
    fc.assert(
      fc.property(fc.oneof(ean13, upcA, fc.string({ minLength: 1 })), (code) => {
        expect(gtinForms(code)[0]).toBe(code)
      }),
    )
  })

  it('of a case is another item than the unit in it', () => {
    fc.assert(
      fc.property(ean13, fc.integer({ min: 1, max: 8 }), (code, indicator) => {
        const crate = withCheck(String(indicator) + code.slice(0, -1))
        expect(gtinForms(crate)).toEqual([crate])
        expect(gtinForms(code)).not.toContain(crate)
      }),
    )
  })

  it('stands for one item only, however it is written', () => {
    fc.assert(
      fc.property(fc.oneof(ean13, upcA), (code) => {
        for (const form of gtinForms(code)) {
          if (isGtin(form) && !(form.length === 8 && code.length > 8)) expect(gtin14(form)).toBe(gtin14(code))
        }
      }),
    )
  })

  it.each([
    ['04252614', '042100005264'],
    ['01234565', '012345000065'],
    ['01234531', '012300000451'],
    ['01278907', '012000007897'],
  ])('UPC-E %s is the UPC-A %s', (short, long) => {
    expect(gtinForms(short)).toContain(long)
    expect(gtinForms(long)).toContain(short)
  })

  it.each([
    ['01234505', '012000003455'],
    ['11234502', '112000003452'],
    ['01234523', '012200003453'],
    ['01234531', '012300000451'],
    ['01234543', '012340000053'],
    ['11234540', '112340000050'],
  ])('UPC-E %s, by its last digit, leaves out the zeros of %s', (short, long) => {
    expect(gtinForms(short)).toEqual([short, long, `0${long}`, `00${long}`])
    expect(gtinForms(long)).toEqual([long, `0${long}`, `00${long}`, short])
    expect(gtin14(short)).toBe(`00${long}`)
  })

  it('of eight digits that are right both ways is tried as EAN-8 first, then as UPC-E', () => {
    expect(gtinForms('01234558')).toEqual([
      '01234558',
      '0000001234558',
      '000001234558',
      '00000001234558',
      '012345000058',
      '0012345000058',
      '00012345000058',
    ])
  })

  it.each([
    ['96385074', '00000096385074'],
    ['036000291452', '00036000291452'],
    ['8801234567893', '08801234567893'],
    ['18801234567890', '18801234567890'],
    ['12345678', null],
    ['8801234567890', null],
    ['A-CITRUS-500', null],
    ['21234502', null],
    ['0123450', null],
    ['012345056', null],
  ])('%s in fourteen digits is %s', (code, whole) => {
    expect(gtin14(code)).toBe(whole)
  })

  it.each([
    ['96385074', ['96385074', '0000096385074', '000096385074', '00000096385074']],
    ['8801234567893', ['8801234567893', '08801234567893']],
    ['1000009000000', ['1000009000000', '01000009000000']],
    // But for the first two digits it would be a UPC-A that has a UPC-E.
    ['17012000007897', ['17012000007897']],
    ['SKU-7', ['SKU-7']],
  ])('%s is written %j, likeliest first', (code, forms) => {
    expect(gtinForms(code)).toEqual(forms)
  })

  it.each([
    ['96385074', 'right'],
    ['8801234567893', 'right'],
    ['8801234567890', 'wrong'],
    ['12345678', 'wrong'],
    ['A-CITRUS-500', null],
    ['123456789', null],
  ])('%s has its check digit %s', (code, check) => {
    expect(gtinCheck(code)).toBe(check)
  })

  it('with any one digit read wrong is noticed', () => {
    fc.assert(
      fc.property(
        ean13,
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (code, place, shift) => {
          const wrong = String((Number(code[place]) + shift) % 10)
          expect(gtinCheck(code.slice(0, place) + wrong + code.slice(place + 1))).toBe('wrong')
        },
      ),
    )
  })
})
