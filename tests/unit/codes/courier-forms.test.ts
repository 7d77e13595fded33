import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cjInvoiceNo,
  courierByName,
  courierFit,
  knownCouriers,
  type CourierFit,
} from '../../../shared/domain/codes/courier-forms.ts'

const fit = (courierName: string, number: string): CourierFit | null => {
  const courier = courierByName(courierName)
  return courier === null ? null : courierFit(courier, number)
}

describe('a courier', () => {
  it.each([
    ['CJ대한통운', ['CJ대한통운', 'cj logistics', '대한통운(일반)']],
    ['한진택배', ['한진택배', 'HANJIN', '(주)한진']],
    ['롯데택배', ['롯데택배', '롯데글로벌로지스', 'Lotte']],
    ['로젠택배', ['로젠택배', '로젠(지점)', 'Logen']],
    ['우체국택배', ['우체국택배', '우체국 소포', 'ePost']],
    ['대신택배', ['대신택배', 'Daesin']],
    ['천일택배', ['천일택배', 'Chunil']],
    ['건영택배', ['건영택배', 'Kunyoung']],
    ['CU 편의점택배', ['CU 편의점택배', 'CUpost', '편의점 CU']],
    ['GS25 편의점택배', ['GS25 편의점택배', 'GS 25', 'CVSnet 편의점택배', 'GSPostbox', 'GS Postbox 택배']],
    ['EMS', ['EMS', 'EMS 국제우편', '국제우편']],
    ['UPS', ['UPS', 'UPS 국제특송']],
    ['FedEx', ['FedEx', '페덱스']],
    ['DHL', ['DHL', 'DHL Express']],
  ])('%s is known by what stores call it', (name, called) => {
    expect(called.map((each) => courierByName(each)?.name)).toEqual(called.map(() => name))
  })

  it.each(['Focus 택배', 'Systems', 'Groups 물류', 'ADHLER', '경동택배', '일양로지스', ''])(
    'called "%s" is none of them',
    (name) => {
      expect(courierByName(name)).toBeNull()
    },
  )

  it('is known by its own name', () => {
    expect(knownCouriers.map((name) => courierByName(name)?.name)).toEqual(knownCouriers)
    expect(knownCouriers).toHaveLength(14)
  })
})

describe('numbers without a public check digit', () => {
  it.each([
    ['CJ대한통운', [10]],
    ['한진택배', [14]],
    ['우체국택배', [13]],
    ['대신택배', [13]],
    ['천일택배', [11]],
    ['건영택배', [10]],
    ['CU 편의점택배', [10, 12]],
    ['GS25 편의점택배', [10, 11, 12]],
    ['FedEx', [15, 20]],
  ])('of %s are told by their length: %j digits', (courier, lengths) => {
    const lengthsTaken = Array.from({ length: 24 }, (_, length) => length).filter(
      (length) => fit(courier, '1'.repeat(length)) === 'form',
    )
    expect(lengthsTaken).toEqual(lengths)
  })
})

describe('numbers with a check digit', () => {
  /** As couriers, and collections of examples of theirs, have published them, or worked out by hand. */
  it.each([
    ['CJ대한통운', '612345000173'],
    ['한진택배', '450123456786'],
    ['롯데택배', '234111222332'],
    ['로젠택배', '97900123451'],
    ['DHL', '3318810025'],
    ['DHL', '73891051146'],
    ['UPS', '1Z5R89390357567127'],
    ['UPS', '1Z879E930346834440'],
    ['UPS', '1Z410E7W0392751591'],
    ['UPS', '1ZXX3150YW44070023'],
    ['FedEx', '986578788855'],
    ['FedEx', '477179081230'],
    ['EMS', 'RB123456785GB'],
    // Where eleven leaves nothing, the standard has 5, and where it leaves one, 0.
    ['EMS', 'RB000000005GB'],
    ['EMS', 'RB003000000GB'],
  ])('of %s: %s is right, and wrong with any other last digit', (courier, number) => {
    const last = courier === 'EMS' ? 10 : number.length - 1
    const fits = [...'0123456789'].map((digit) =>
      fit(courier, number.slice(0, last) + digit + number.slice(last + 1)),
    )
    expect(fits.filter((each) => each === 'right')).toHaveLength(1)
    expect(fits.filter((each) => each === 'wrong')).toHaveLength(9)
    expect(fit(courier, number)).toBe('right')
  })

  it.each([
    ['CJ대한통운', '612345000173'],
    ['한진택배', '450123456786'],
    ['롯데택배', '234111222332'],
    ['로젠택배', '97900123451'],
    ['DHL', '73891051146'],
    ['UPS', '1Z5R89390357567127'],
    ['FedEx', '986578788855'],
    ['EMS', 'RB123456785GB'],
  ])('of %s are nothing with a sign more at either end, or a letter for a digit', (courier, number) => {
    expect(fit(courier, `0${number}`)).toBe('none')
    expect(fit(courier, `${number}0`)).not.toBe('right')
    expect(fit(courier, `${number}X`)).toBe('none')
    expect(fit(courier, `X${number}`)).toBe('none')
    expect(fit(courier, `${number.slice(0, 4)}-${number.slice(5)}`)).toBe('none')
  })

  it('of the post have two letters at either end', () => {
    expect(
      ['R1234567855GB', 'RB1234567855B', '12123456785GB', 'RB12345678512', 'rb123456785gb'].map((n) =>
        fit('EMS', n),
      ),
    ).toEqual(['none', 'none', 'none', 'none', 'none'])
  })

  it('of UPS begin with 1Z and end with a digit', () => {
    expect(
      ['2Z5R89390357567127', '1Y5R89390357567127', '1Z5R8939035756712A'].map((n) => fit('UPS', n)),
    ).toEqual(['none', 'none', 'none'])
  })

  it('are made for CJ대한통운 as its labels have them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9][0-9]{10}$/), (digits) => {
        const number = cjInvoiceNo(digits)
        expect(number.slice(0, -1)).toBe(digits)
        expect(fit('CJ대한통운', number)).toBe('right')
      }),
    )
    expect(cjInvoiceNo('61234500017')).toBe('612345000173')
  })
})
