import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  badgeBarcode,
  boxBarcode,
  boxTypeBarcode,
  choiceBarcode,
  commandBarcode,
  deskCommands,
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

  it.each([
    ['box 0', () => boxBarcode(0)],
    ['box 100', () => boxBarcode(100)],
    ['one unit', () => quantityBarcode(1)],
    ['a thousand units', () => quantityBarcode(1000)],
    ['choice 10', () => choiceBarcode(10)],
    ['half a box', () => boxBarcode(1.5)],
    ['a box type of one digit', () => boxTypeBarcode('7')],
    ['a short badge', () => badgeBarcode('1234567')],
  ])('cannot be made for %s', (_what, make) => {
    expect(make).toThrow(RangeError)
  })

  it.each(['000713000', '8801234567893', '000720123456', '0007131', '000719123', 'A00071311'])(
    '%s is not one of ours, or damaged, but never obeyed',
    (code) => {
      expect([null, 'damaged']).toContain(readReservedCode(code)?.kind ?? null)
    },
  )
})
