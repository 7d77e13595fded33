import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasGs1Check } from '../../../shared/domain/codes/check-digit.ts'
import { readGs1Date } from '../../../shared/domain/codes/gs1-date.ts'
import { gs1Facts } from '../../../shared/domain/codes/gs1-facts.ts'
import { identifierAt } from '../../../shared/domain/codes/gs1-identifiers.ts'
import { parseGs1, parseGs1Print, type Gs1Element } from '../../../shared/domain/codes/gs1-parse.ts'

const gs = '\u001d'
const gtin = '08801234567893'

const withCheck = (digits: string): string =>
  digits + [...'0123456789'].find((check) => hasGs1Check(digits + check))

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${String(length)}}$`))
const upToDigits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${String(most)}}$`))
const text = (most: number) =>
  fc.oneof(
    fc.stringMatching(new RegExp(`^[A-Za-z0-9/.-]{1,${String(most)}}$`)),
    fc.stringMatching(new RegExp(`^[0-9]{1,${String(most)}}$`)),
    fc.constantFrom('LOT1', 'A21', 'B10X', '21', '3737', 'ABC123'),
  )
const date = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(''))

const value: Record<string, fc.Arbitrary<string>> = {
  '00': digits(17).map(withCheck),
  '01': digits(13).map(withCheck),
  '02': digits(13).map(withCheck),
  '10': text(20),
  '11': date,
  '15': date,
  '17': date,
  '20': digits(2),
  '21': text(20),
  '240': text(30),
  '241': text(30),
  '30': upToDigits(8),
  '3103': digits(6),
  '37': upToDigits(8),
  '3922': upToDigits(15),
  '400': text(30),
  '410': digits(12).map(withCheck),
  '422': digits(3),
  '7003': date.map((day) => `${day}1200`),
  '8008': date.map((day) => `${day}12`),
  '90': text(30),
  '91': text(40),
}

const elementLists: fc.Arbitrary<Gs1Element[]> = fc
  .uniqueArray(fc.constantFrom(...Object.keys(value)), { minLength: 1, maxLength: 6 })
  .chain((ais) =>
    fc.tuple(...ais.map((ai) => (value[ai] ?? fc.constant('1')).map((chosen) => ({ ai, value: chosen })))),
  )

/** As a printer writes it: a separator behind whatever needs one, but for the last. */
const encode = (elements: readonly Gs1Element[], separator: string): string =>
  elements
    .map(({ ai, value: chosen }, place) => {
      const needed = identifierAt(ai)?.length === null && place < elements.length - 1
      return `${ai}${chosen}${needed ? separator : ''}`
    })
    .join('')

describe('a GS1 element string', () => {
  it('with its separators reads as what was printed', () => {
    fc.assert(
      fc.property(elementLists, (elements) => {
        const encoded = encode(elements, gs)
        expect(parseGs1(`${gs}${encoded}`)).toEqual({ ok: true, elements })
        expect(parseGs1(encoded, true)).toEqual({ ok: true, elements })
      }),
      { numRuns: 1_000 },
    )
  })

  it('whose separators were lost reads as what was printed or not at all, never as something else', () => {
    fc.assert(
      fc.property(elementLists, (elements) => {
        const reading = parseGs1(encode(elements, ''))
        if (reading.ok) expect(reading.elements).toEqual(elements)
      }),
      { numRuns: 5_000 },
    )
  })

  it('that is ambiguous still tells truly what stands before the doubtful field', () => {
    fc.assert(
      fc.property(elementLists, (elements) => {
        const reading = parseGs1(encode(elements, ''))
        if (reading.ok || reading.why !== 'ambiguous') return
        expect(reading.certain).toEqual(elements.slice(0, reading.certain.length))
      }),
      { numRuns: 2_000 },
    )
  })

  it('printed with brackets reads the same', () => {
    fc.assert(
      fc.property(elementLists, (elements) => {
        const printed = elements.map(({ ai, value: chosen }) => `(${ai})${chosen}`).join('')
        expect(parseGs1Print(printed)).toEqual({ ok: true, elements })
      }),
    )
  })

  it('never throws, whatever it is made of', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('0', '1', '2', '3', '7', 'A', gs, '(', ')'), maxLength: 80 }),
        (any) => {
          expect(parseGs1(any)).toHaveProperty('ok')
          expect(parseGs1Print(any)).toHaveProperty('ok')
        },
      ),
    )
  })

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
  ])('%s, read in %s, is %s', (given, thisYear, day) => {
    expect(readGs1Date(given, thisYear)).toBe(day)
  })
})
