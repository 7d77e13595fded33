import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dammDigit } from '../../../shared/domain/codes/check-digit.ts'
import {
  badgeBarcode,
  boxBarcode,
  boxTypeBarcode,
  choiceBarcode,
  commandBarcode,
  deskCommands,
  isSecret,
  orderBarcode,
  quantityBarcode,
  readReservedCode,
} from '../../../shared/domain/codes/command-barcode.ts'

const twoDigits = fc.stringMatching(/^[0-9]{2}$/)

/** Every kind of barcode of the desk's own, with what it says. */
const ownCodes = fc.oneof(
  fc
    .constantFrom(...deskCommands)
    .map((command) => [commandBarcode(command), { kind: 'command', command }] as const),
  fc.integer({ min: 1, max: 99 }).map((box) => [boxBarcode(box), { kind: 'boxSelect', box }] as const),
  twoDigits.map((code) => [boxTypeBarcode(code), { kind: 'boxType', code }] as const),
  fc
    .integer({ min: 2, max: 999 })
    .map((units) => [quantityBarcode(units), { kind: 'quantity', units }] as const),
  fc
    .integer({ min: 1, max: 9 })
    .map((choice) => [choiceBarcode(choice), { kind: 'choice', choice }] as const),
  fc.stringMatching(/^[0-9]{8}$/).map((secret) => [badgeBarcode(secret), { kind: 'badge', secret }] as const),
  fc
    .stringMatching(/^20[0-9]{11,14}$/)
    .map((orderNo) => [orderBarcode(orderNo), { kind: 'orderSlip', orderNo }] as const),
)

describe("the desk's own barcodes", () => {
  it('read back as what was printed', () => {
    fc.assert(
      fc.property(ownCodes, ([code, said]) => {
        expect(readReservedCode(code)).toEqual(said)
      }),
    )
  })

  it('with one digit behind the prefix read wrong are never another one', () => {
    fc.assert(
      fc.property(ownCodes, fc.nat(), fc.integer({ min: 1, max: 9 }), ([code], at, shift) => {
        const place = 6 + (at % (code.length - 6))
        const wrong = String((Number(code[place]) + shift) % 10)
        expect(readReservedCode(code.slice(0, place) + wrong + code.slice(place + 1))).toEqual({
          kind: 'damaged',
        })
      }),
    )
  })

  it('have lengths that no EAN, order number or waybill of digits has', () => {
    fc.assert(
      fc.property(ownCodes, ([code, said]) => {
        expect(code).toMatch(
          said.kind === 'orderSlip' ? /^\d{20,23}$/ : said.kind === 'badge' ? /^\d{15}$/ : /^\d{9}$/,
        )
        expect(code.startsWith('20')).toBe(false)
      }),
    )
  })

  it('say different things on every printed command', () => {
    expect(new Set(deskCommands.map(commandBarcode)).size).toBe(deskCommands.length)
    expect(deskCommands).toHaveLength(16)
  })

  it('say the same on every sheet that hangs on a wall, whatever version printed it', () => {
    expect(Object.fromEntries(deskCommands.map((command) => [command, commandBarcode(command)]))).toEqual({
      closeBox: '000711110',
      nextBox: '000711129',
      emptyBox: '000711132',
      sealAll: '000711141',
      takeRest: '000711155',
      takeOut: '000711164',
      reopen: '000711178',
      undo: '000711212',
      putDown: '000711317',
      hold: '000711325',
      confirm: '000711413',
      cancel: '000711421',
      signOut: '000711511',
      printSlip: '000711616',
      goPacking: '000711715',
      goHandover: '000711728',
    })
  })

  it.each([
    ['box 0', () => boxBarcode(0), 'no boxSelect barcode for 0'],
    ['box 100', () => boxBarcode(100), 'no boxSelect barcode for 100'],
    ['half a box', () => boxBarcode(1.5), 'no boxSelect barcode for 1.5'],
    ['one unit', () => quantityBarcode(1), 'no quantity barcode for 1'],
    ['a thousand units', () => quantityBarcode(1000), 'no quantity barcode for 1000'],
    ['choice 0', () => choiceBarcode(0), 'no choice barcode for 0'],
    ['choice 10', () => choiceBarcode(10), 'no choice barcode for 10'],
    ['a box type of one digit', () => boxTypeBarcode('7'), 'no boxType barcode for 7'],
    ['a box type with a letter', () => boxTypeBarcode('A7'), 'no boxType barcode for A7'],
    ['a box type with a blank', () => boxTypeBarcode('7 '), 'no boxType barcode for 7 '],
    ['a short badge', () => badgeBarcode('1234567'), 'no badge barcode for 1234567'],
  ])('cannot be made for %s', (_what, make, why) => {
    expect(make).toThrow(new RangeError(why))
  })

  it.each([boxBarcode(1), boxBarcode(99), quantityBarcode(2), quantityBarcode(999), choiceBarcode(9)])(
    'reach to the ends of what they can say: %s',
    (code) => {
      expect(readReservedCode(code)?.kind).toMatch(/boxSelect|quantity|choice/)
    },
  )

  it.each(['000713000', '8801234567893', '000720123456', '0007131', '000719123', 'A00071311'])(
    '%s is not one of ours, or damaged, but never obeyed',
    (code) => {
      expect([null, 'damaged']).toContain(readReservedCode(code)?.kind ?? null)
    },
  )

  const checked = (digits: string): string => digits + String(dammDigit(digits))

  it.each([
    ['a command that no sheet has', '00071199'],
    ['box 0', '00071300'],
    ['no units', '00072000'],
    ['one unit', '00072001'],
    ['choice 0', '00071600'],
    ['choice 10', '00071610'],
  ])('with a right check digit but for %s are damaged', (_what, digits) => {
    expect(readReservedCode(checked(digits))).toEqual({ kind: 'damaged' })
  })

  it.each([
    ['longer than a command', checked('0007111100')],
    ['as long as a product, with the prefix of a box', checked('000713010000')],
    ['too short for an order slip', checked('00071212345678')],
    ['as long as an order slip, without its prefix', checked('202410104747676')],
    ['with a letter before it', `A${checked('00071111')}`],
    ['with a letter for a digit of what it says', '000711A13'],
    ['with a letter for its check digit', '00071111A'],
    ['with a letter behind it', `${checked('00071111')}A`],
  ])('are not what is %s', (_what, code) => {
    expect(readReservedCode(code)).toBeNull()
  })

  it('an order slip may have a number of nine digits or more', () => {
    expect(readReservedCode(orderBarcode('123456789'))).toEqual({ kind: 'orderSlip', orderNo: '123456789' })
  })
})

describe('a badge', () => {
  const badge = badgeBarcode('12345678')
  const lost = '\uFFFD'

  it.each([
    ['as it was read', badge],
    ['with the AIM identifier of its symbol', `]C0${badge}`],
    ['with blanks and a line end around it', ` ${badge}\r\n`],
    ['with one digit read wrong', badge.slice(0, -1) + String((Number(badge.slice(-1)) + 1) % 10)],
    ['broken off in its middle', `000717123${lost}`],
    ['broken off and gone on', `00071712${lost}5678`],
    ['broken off more than once', `0007171${lost}${lost}45${lost}`],
    ['broken off behind its prefix', `000717${lost}12345678`],
  ])('is never shown nor logged, %s', (_how, raw) => {
    expect(isSecret(raw)).toBe(true)
  })

  it.each([
    ['a command', commandBarcode('undo')],
    ['an order number as long as a badge', '202410104747676'],
    ['a product', '8801234567893'],
    ['a code with a badge in its middle', `LOT${badge}`],
    ['a badge with more behind it', `${badge}1`],
    ['letters behind the prefix', '000717ABCDEFGHI'],
    ['too few digits', '0007171'],
    ['a broken code with letters in it', `000717A${lost}B`],
    ['a broken code with letters behind it', `000717${lost}AB`],
    ['an identifier that is none', `]10${badge}`],
  ])('is not taken to be in %s', (_what, raw) => {
    expect(isSecret(raw)).toBe(false)
  })
})
