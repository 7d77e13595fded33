import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dammDigit, hasGs1Check, isGtin } from '../../../shared/domain/codes/check-digit.ts'
import { readCode } from '../../../shared/domain/codes/read-code.ts'
import {
  commandBarcode,
  deskCommands,
  orderBarcode,
  readReservedCode,
} from '../../../shared/domain/codes/command-barcode.ts'

const digits = (min: number, max: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${String(min)},${String(max)}}$`))

describe('check digits', () => {
  it('Damm turns to zero with its own digit', () => {
    fc.assert(fc.property(digits(1, 30), (text) => dammDigit(text + String(dammDigit(text))) === 0))
  })

  it('Damm notices any one digit read wrong', () => {
    fc.assert(
      fc.property(digits(2, 20), fc.nat(), fc.integer({ min: 1, max: 9 }), (text, at, shift) => {
        const place = at % text.length
        const wrong = String((Number(text[place]) + shift) % 10)
        expect(dammDigit(text.slice(0, place) + wrong + text.slice(place + 1))).not.toBe(dammDigit(text))
      }),
    )
  })

  it.each([
    ['8801234567893', true],
    ['8801234567890', false],
    ['96385074', true],
    ['036000291452', true],
    ['1234', false],
    // Right check digits, but no product's length.
    ['123456784', false],
    ['12345678905', false],
    ['340123450000000017', false],
    ['A8801234567893', false],
    ['8801234567893A', false],
  ])('knows whether %s is a product number', (code, valid) => {
    expect(isGtin(code)).toBe(valid)
  })
})

describe('GS1 check digits', () => {
  it.each(['96385074', '8801234567893', '106141412345678908', '00', '17'])(
    '%s has the right one',
    (number) => {
      expect(hasGs1Check(number)).toBe(true)
    },
  )

  it.each(['', '0', '96385075', '9638507A', 'A96385074'])('"%s" has not', (number) => {
    expect(hasGs1Check(number)).toBe(false)
  })
})

describe('command barcodes', () => {
  it.each(deskCommands)('%s reads back as itself, in nine digits', (command) => {
    expect(commandBarcode(command)).toMatch(/^\d{9}$/)
    expect(readReservedCode(commandBarcode(command))).toEqual({ kind: 'command', command })
  })

  it('a command with one digit wrong is damaged, never another command', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...deskCommands),
        fc.integer({ min: 6, max: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (command, place, shift) => {
          const code = commandBarcode(command)
          const wrong = String((Number(code[place]) + shift) % 10)
          expect(readReservedCode(code.slice(0, place) + wrong + code.slice(place + 1))).toEqual({
            kind: 'damaged',
          })
        },
      ),
    )
  })

  it('an order slip reads back as its order', () => {
    expect(readReservedCode(orderBarcode('202410104747676'))).toEqual({
      kind: 'orderSlip',
      orderNo: '202410104747676',
    })
  })

  it.each(['8801234567893', '202410104747676', 'A-CITRUS-500', '0007'])('%s is not one of ours', (code) => {
    expect(readReservedCode(code)).toBeNull()
  })
})

describe('cleaning a code', () => {
  it('takes blanks, line ends and the AIM identifier away', () => {
    expect(readCode(' ]C1ABC-1\r\n')).toMatchObject({ ok: true, code: 'ABC-1', symbology: 'code128' })
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['ㅁ-CITRUS', 'mangled'],
    ['AB\u0007C', 'mangled'],
    ['A'.repeat(129), 'tooLong'],
  ])('turns %j down as %s', (raw, why) => {
    expect(readCode(raw)).toEqual({ ok: false, why })
  })
})
