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
