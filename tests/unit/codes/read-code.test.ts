import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certainElements, namesOf, readCode } from '../../../shared/domain/codes/read-code.ts'

const gs = '\u001d'
const gtin = '08801234567893'
const lot = [
  { ai: '01', value: gtin },
  { ai: '10', value: 'LOT1' },
]

const plain = { ok: true, symbology: null, checkDigit: null, gs1: null }

describe('a scanned code', () => {
  it('keeps every printable character, without blanks and line ends around it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z#/+._:-][\x20-\x7e]{0,40}[A-Z#/+._:-]$/), (code) => {
        expect(readCode(`  ${code}\r\n`)).toEqual({ ...plain, code })
      }),
    )
  })

  it.each([
    [']C0ABC-1', 'code128', 'ABC-1'],
    [']E08801234567893', 'ean', '8801234567893'],
    [']A0SKU-7', 'code39', 'SKU-7'],
    [']d1SKU-7', 'dataMatrix', 'SKU-7'],
    [']X0SKU-7', 'other', 'SKU-7'],
  ])('%s tells its kind of barcode and is read without it', (raw, symbology, code) => {
    expect(readCode(raw)).toMatchObject({ ok: true, symbology, code, gs1: null })
  })

  it.each([']C1', ']d2', ']Q3', ']e0', ']J1'])('%s says that what follows are GS1 elements', (aim) => {
    expect(readCode(`${aim}01${gtin}10LOT1`)).toMatchObject({ ok: true, gs1: { ok: true, elements: lot } })
  })

  it.each([`${gs}01${gtin}10LOT1`, `01${gtin}10LOT1${gs}`, `(01)${gtin}(10)LOT1`, `01${gtin}10LOT1`])(
    '%j is GS1 without the scanner saying so',
    (raw) => {
      expect(readCode(raw)).toMatchObject({ ok: true, gs1: { ok: true, elements: lot } })
    },
  )

  it('keeps the plain content of a code marked as GS1 that is none', () => {
    expect(readCode(']C1ABC-1')).toMatchObject({
      ok: true,
      code: 'ABC-1',
      gs1: { ok: false, why: 'invalid' },
    })
  })

  it('whose field has no end is ambiguous, unless the scanner is known to send separators', () => {
    const raw = `]C101${gtin}10LOT121SER9`
    expect(readCode(raw)).toMatchObject({
      ok: true,
      gs1: { ok: false, why: 'ambiguous', certain: [lot[0]], ai: '10' },
    })
    const whole = [lot[0], { ai: '10', value: 'LOT121SER9' }]
    expect(readCode(raw, true)).toMatchObject({ ok: true, gs1: { ok: true, elements: whole } })
  })

  it.each([
    ['', 'empty'],
    ['  \r\n', 'empty'],
    [']C1', 'empty'],
    [gs, 'empty'],
    ['ㅁ-CITRUS', 'mangled'],
    ['AB\u0007C', 'mangled'],
    ['A\uFFFDB', 'mangled'],
    [`ABC${gs}DEF`, 'mangled'],
    [`]C001${gtin}10A${gs}21B`, 'mangled'],
    ['A'.repeat(129), 'tooLong'],
  ])('%j is turned down as %s', (raw, why) => {
    expect(readCode(raw)).toEqual({ ok: false, why })
  })

  it.each([
    ['8801234567890', 'wrong'],
    ['8801234567893', 'right'],
    ['A-CITRUS-500', null],
  ])('%s has its check digit %s', (code, checkDigit) => {
    expect(readCode(code)).toMatchObject({ ok: true, checkDigit })
  })

  it('may be as long as labels are: GS1 labels hold more', () => {
    const field = (ai: string) => ai + 'A'.repeat(90)
    const fields = (count: number) => ['91', '92', '93', '94', '95', '96'].slice(0, count).map(field).join(gs)
    expect(readCode('A'.repeat(128))).toMatchObject({ ok: true })
    expect(readCode(`]C1${fields(2)}`)).toMatchObject({ ok: true, gs1: { ok: true } })
    expect(readCode(`]C1${fields(5)}`)).toMatchObject({ ok: true })
    expect(readCode(`]C1${fields(6)}`)).toEqual({ ok: false, why: 'tooLong' })
    expect(readCode(`]C1${'A'.repeat(129)}`)).toEqual({ ok: false, why: 'tooLong' })
  })

  it('has no blanks around it behind its AIM identifier either', () => {
    expect(readCode(']C1 10LOT1 ')).toMatchObject({
      ok: true,
      code: '10LOT1',
      gs1: { ok: true, elements: [{ ai: '10', value: 'LOT1' }] },
    })
  })

  it('that nothing marks is GS1 only where its number proves itself', () => {
    expect(readCode('00106141412345678908')).toMatchObject({
      gs1: { ok: true, elements: [{ ai: '00', value: '106141412345678908' }] },
    })
    expect(readCode(`02${gtin}3712`)).toMatchObject({ gs1: { ok: true } })
    for (const code of [
      '10LOT1',
      '21SER9',
      `9001${gtin}`,
      `901${gtin}`,
      '0108801234567890',
      `01${gtin}05123`,
      `SKU(01)${gtin}`,
    ])
      expect(readCode(code)).toMatchObject({ ok: true, code, gs1: null })
  })

  it('that nothing marks may still be in doubt about its lot', () => {
    expect(readCode(`01${gtin}10LOT121SER9`)).toMatchObject({
      gs1: { ok: false, why: 'ambiguous', certain: [lot[0]], ai: '10' },
    })
    expect(readCode(`01${gtin}10LOT121SER9`, true)).toMatchObject({ gs1: { ok: true } })
  })

  it('with brackets that make no GS1 label is a plain code', () => {
    expect(readCode('(10)LOT(1)')).toMatchObject({ ok: true, code: '(10)LOT(1)', gs1: null })
  })
})

describe('what is certain of a GS1 label', () => {
  const certain = (raw: string) => {
    const read = readCode(raw)
    return read.ok ? certainElements(read.gs1) : null
  }

  it('is all of it, or what stands before a doubtful field, or nothing', () => {
    expect(certain(`]C101${gtin}10LOT1`)).toEqual(lot)
    expect(certain(`]C101${gtin}10LOT121SER9`)).toEqual([lot[0]])
    expect(certain(']C1ABC-1')).toEqual([])
    expect(certain('ABC-1')).toEqual([])
  })
})

describe('the names a code may be known by', () => {
  const names = (raw: string): string[] => {
    const read = readCode(raw)
    return read.ok ? namesOf(read) : []
  }

  it('are itself alone where it is no product number', () => {
    expect(names('A-CITRUS-500')).toEqual(['A-CITRUS-500'])
  })

  it('are every way of writing a product number', () => {
    expect(names('8801234567893')).toEqual(['8801234567893', gtin])
  })

  it('are the item in GS1 elements, even where a later field is in doubt', () => {
    const raw = `]C101${gtin}10LOT121SER9`
    expect(names(raw)).toEqual([raw.slice(3), gtin, '8801234567893'])
  })

  it('of a case are what is in it', () => {
    expect(names(`]C102${gtin}3712`)).toContain('8801234567893')
  })

  it('are the item before a case’s content, wherever they stand in the label', () => {
    const content = '18801234567890'
    expect(names(`]C110LOT1${gs}01${gtin}`)).toEqual([`10LOT101${gtin}`, gtin, '8801234567893'])
    expect(names(`]C110LOT1${gs}02${gtin}3712`)).toContain('8801234567893')
    expect(names(`]C102${content}3712${gs}01${gtin}`)).not.toContain(content)
  })

  it('are the code alone where the label names no item', () => {
    expect(names(']C110LOT1')).toEqual(['10LOT1'])
  })
})
