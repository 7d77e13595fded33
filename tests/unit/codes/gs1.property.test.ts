import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasGs1Check } from '../../../shared/domain/codes/check-digit.ts'
import { identifierAt } from '../../../shared/domain/codes/gs1-identifiers.ts'
import { parseGs1, parseGs1Print, type Gs1Element } from '../../../shared/domain/codes/gs1-parse.ts'

const gs = '\u001d'

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
})
