import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { code128Bars, code128Symbols } from '../../../renderer/features/command-sheet/code128.ts'

describe('a Code 128 barcode', () => {
  it('says digits in pairs, and the last of an odd number alone', () => {
    // Start C, 00, 07, 11, 11, change to B, "0".
    expect(code128Symbols('000711110').slice(0, -2)).toEqual([105, 0, 7, 11, 11, 100, 16])
  })

  it('has the check symbol of the standard’s own example', () => {
    // "PJJ123C" is the worked example: start B, its characters, check symbol 55 in set A; in set B the start adds 1.
    expect(code128Symbols('PJJ123C')).toEqual([104, 48, 42, 42, 17, 18, 19, 35, 55, 106])
  })

  it('is eleven modules a symbol and thirteen for the stop', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x20-\x7e]{1,30}$/), (text) => {
        const symbols = code128Symbols(text)
        const { bars, width } = code128Bars(text)
        expect(width).toBe(symbols.length * 11 + 2)
        expect(bars).toHaveLength(symbols.length * 3 + 1)
        expect(symbols.slice(1, -2).every((symbol) => symbol < 103)).toBe(true)
      }),
    )
  })

  it('refuses what it cannot say', () => {
    expect(() => code128Symbols('상품')).toThrow(RangeError)
    expect(() => code128Symbols('')).toThrow(RangeError)
  })
})
