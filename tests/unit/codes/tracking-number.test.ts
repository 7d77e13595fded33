import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTrackingNumber } from '../../../shared/domain/codes/tracking-number.ts'

describe('tracking numbers', () => {
  it.each([
    ['6892-1234-5678', '689212345678'],
    [' 1234567890123 ', '1234567890123'],
    ['lp123456789kr', 'LP123456789KR'],
  ])('%j is the number %s', (code, invoiceNo) => {
    expect(readTrackingNumber(code)).toEqual({ ok: true, invoiceNo })
  })

  it.each(['12345', 'ABCDEFGHIJKL', '12345678901234567890123'])('%s is no tracking number', (code) => {
    expect(readTrackingNumber(code)).toEqual({ ok: false, why: 'format' })
  })

  it.each([
    ['A12345678', true],
    ['AB1234567', false],
    ['12345678', false],
    ['123456789', true],
    ['12345678901234567890', true],
    ['123456789012345678901', false],
  ])('%s is one: %j, by its length and its digits', (code, ok) => {
    expect(readTrackingNumber(code).ok).toBe(ok)
  })

  it.each(['18801234567890', '88012345678903'])('%s has a digit more than a product of Korea', (code) => {
    expect(readTrackingNumber(code)).toEqual({ ok: true, invoiceNo: code })
  })

  it("a product's barcode is not taken for one, whatever the courier", () => {
    expect(readTrackingNumber('8801234567893', '우체국택배')).toEqual({ ok: false, why: 'product' })
  })
})

/** Made-up numbers of the couriers' own forms, their check digits worked out by hand. */
const wellFormed: [courier: string, numbers: string[]][] = [
  [
    'CJ대한통운',
    ['612345000173', '340001122332', '570987654323', '581111222232', '550123004560', '381000200036'],
  ],
  [
    '한진택배',
    ['450123456786', '418000999113', '530700112235', '510987000123', '506000111993', '515001234005'],
  ],
  ['롯데택배', ['234111222332', '235000123455', '402123000996', '307001234562', '307987000112']],
  ['로젠택배', ['97900123451', '97700987005', '30300111225', '90102003040']],
  ['우체국택배', ['6860001112220', '6070012345678']],
  ['대신택배', ['9200011122233']],
  ['EMS 국제우편', ['RB123456785GB', 'LP257594783SG']],
  ['UPS', ['1Z5R89390357567127', '1Z879E930346834440', '1Z8V92A70367203024']],
  ['FedEx', ['986578788855', '477179081230', '790535312317']],
  ['DHL', ['3318810025', '8487135506']],
]

const cases = wellFormed.flatMap(([courier, numbers]) => numbers.map((number) => [courier, number] as const))

describe("a courier's own rules", () => {
  it.each(cases)('%s: %s is beyond doubt', (courier, number) => {
    expect(readTrackingNumber(number, courier)).toEqual({ ok: true, invoiceNo: number })
  })

  it('notice every digit read wrong by one, though never as more than a doubt', () => {
    const digital = cases.filter(([courier]) => /CJ|한진|롯데|로젠/.test(courier))
    fc.assert(
      fc.property(fc.constantFrom(...digital), fc.nat(), ([courier, number], at) => {
        const skipped = courier.startsWith('CJ') ? 2 : 0
        const place = skipped + (at % (number.length - skipped - 1))
        const wrong =
          number.slice(0, place) + String((Number(number[place]) + 1) % 10) + number.slice(place + 1)
        // A nine read as nought is nine less, which seven tells from one more.
        const read = readTrackingNumber(wrong, courier)
        expect(read.ok && read.doubt?.kind).toMatch(/otherCourier|checkDigit/)
      }),
    )
  })

  it.each([
    ['CJ대한통운', '97900123451', { kind: 'otherCourier', couriers: ['로젠택배', 'DHL'] }],
    ['로젠택배', '234111222332', { kind: 'otherCourier', couriers: ['한진택배', '롯데택배'] }],
    ['CJ대한통운', '6860001112220', { kind: 'otherCourier', couriers: ['우체국택배', '대신택배'] }],
    ['롯데택배', '1Z879E930346834440', { kind: 'otherCourier', couriers: ['UPS'] }],
    ['CJ대한통운', '689200000001', { kind: 'checkDigit' }],
    ['CJ대한통운', '1234567890123456', { kind: 'length' }],
  ])('%s: %s is doubted', (courier, number, doubt) => {
    expect(readTrackingNumber(number, courier)).toEqual({ ok: true, invoiceNo: number, doubt })
  })

  it('name only couriers that the store works with, as the store calls them', () => {
    expect(
      readTrackingNumber('97900123451', 'CJ대한통운', ['CJ대한통운', '로젠(지점)', '기타']),
    ).toMatchObject({
      doubt: { kind: 'otherCourier', couriers: ['로젠(지점)'] },
    })
  })

  it.each(['기타 택배', '경동택배', '동네 퀵'])('are not made up for %s', (courier) => {
    expect(readTrackingNumber('689200000001', courier)).toEqual({ ok: true, invoiceNo: '689200000001' })
  })
})
