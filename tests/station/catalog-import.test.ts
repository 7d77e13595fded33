import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BookMapping } from '../../shared/contract/catalog.ts'
import { createBarcodeBook } from '../../electron/station/catalog/barcode-book.ts'
import { exportBook } from '../../electron/station/catalog/book-export.ts'
import { importBook, previewBook } from '../../electron/station/catalog/book-import.ts'
import { openDatabase } from '../../electron/station/database/open.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'

function emptyBook() {
  const db = openDatabase({ file: ':memory:' })
  const book = createBarcodeBook(db)
  let pauses = 0
  const pause = (): Promise<void> => {
    pauses += 1
    return Promise.resolve()
  }
  const parts = { db, book, pause }
  return {
    book,
    parts,
    pauses: () => pauses,
    preview: (text: string, mapping?: BookMapping) => previewBook(parts, text, mapping),
    take: async (text: string, skipBad = false) => {
      const seen = await previewBook(parts, text, undefined)
      if (!seen.ok) throw new Error(seen.why)
      return importBook(parts, text, seen.mapping, skipBad)
    },
  }
}

const entry = (barcode: string, sku: string, units = 1, name = '') => ({ barcode, sku, units, name })

describe('a file for the barcode book', () => {
  it.each([
    ['English names and commas', 'barcode,sku,units,name\n8809999001003,A-1,6,Honey'],
    ['Korean names', '상품명,바코드,품번,입수\nHoney,8809999001003,A-1,6'],
    ['a byte order mark and CRLF', '\uFEFF바코드,자체 상품코드,수량,상품명\r\n8809999001003,A-1,6,Honey\r\n'],
    ['semicolons', 'EAN;SKU;Qty;Name\n8809999001003;A-1;6;Honey'],
    ['tabs, as pasted from a spreadsheet', '바코드\t상품코드\t수량\t품명\n8809999001003\tA-1\t6\tHoney'],
    ['quotation marks', '"바코드","SKU","수량","상품명"\n"8809999001003","A-1","6","Honey"'],
    ['a barcode that only looks like a number shortened', 'barcode,sku,units,name\n0E0,A-1,6,Honey', '0E0'],
    ['a barcode said to be text', 'barcode,sku,units,name\n"=""1E+12""",A-1,6,Honey', '1E+12'],
    ['what spreadsheets do to keep zeros', 'barcode,sku,units,name\n"=""8809999001003""",\'A-1,6.00,Honey'],
  ])('is understood with %s', async (_what, text, barcode = '8809999001003') => {
    const { take, book } = emptyBook()
    expect(await take(text)).toEqual({ ok: true, lines: 1, added: 1, changed: 0, same: 0, bad: 0 })
    expect(book.get(barcode)).toEqual(entry(barcode, 'A-1', 6, 'Honey'))
  })

  it('without names of columns is taken by what looks like a barcode', async () => {
    const { take, book } = emptyBook()
    await take('Honey,8809999001003,A-1\nTea,8809999001010,B-2\n')
    expect(book.list('', 10, 0).rows).toEqual([entry('8809999001003', 'A-1'), entry('8809999001010', 'B-2')])
  })

  it('shows what it would do before it does anything', async () => {
    const { preview, book } = emptyBook()
    book.putAll([entry('1111', 'A', 1, 'a'), entry('2222', 'B', 1, 'b')])
    const seen = await preview('barcode,sku,units,name\n1111,A,1,a\n2222,B,6,b\n3333,C,1,c\n,D,1,d\n')
    expect(seen).toMatchObject({
      ok: true,
      columns: ['barcode', 'sku', 'units', 'name'],
      counts: { lines: 4, added: 1, changed: 1, same: 1, bad: 1 },
      problems: [{ line: 5, kind: 'noBarcode' }],
    })
    expect(book.count()).toBe(2)
    expect(book.get('2222')?.units).toBe(1)
  })

  it('takes its columns as the packer says', async () => {
    const { preview } = emptyBook()
    const text = 'a;b\nX-1;8809999001003\n'
    const guessed = await preview(text)
    expect(guessed).toMatchObject({ ok: true, mapping: { delimiter: ';', barcode: null } })
    const mapping: BookMapping = { delimiter: ';', header: true, barcode: 1, sku: 0, units: null, name: null }
    expect(await preview(text, mapping)).toMatchObject({ ok: true, counts: { added: 1, bad: 0 } })
  })

  it.each([
    ['no barcode', ',A,1,x', 'noBarcode'],
    ['no SKU', '123,,1,x', 'noSku'],
    ['units that are no number', '123,A,six,x', 'badUnits'],
    ['no units at all', '123,A,0,x', 'badUnits'],
    ['half a unit', '123,A,1.5,x', 'badUnits'],
    ['a barcode in Hangul', '바코드1,A,1,x', 'badBarcode'],
    ['a barcode rounded by a spreadsheet', '8.80999900E+12,A,1,x', 'rounded'],
    ['an SKU rounded by a spreadsheet', '123,8.8E+12,1,x', 'rounded'],
    ["one of the desk's own barcodes", `${commandBarcode('undo')},A,1,x`, 'reserved'],
    ['the same barcode with another meaning', '8809999001003,B,1,x', 'duplicate'],
  ])('with %s names the line', async (_what, line, kind) => {
    const { preview } = emptyBook()
    const seen = await preview(`barcode,sku,units,name\n8809999001003,A,1,x\n${line}\n`)
    expect(seen.ok && seen.problems).toMatchObject([{ line: 3, kind }])
  })

  it('counts lines as an editor does, with blank ones and names of several lines', async () => {
    const { preview } = emptyBook()
    const seen = await preview('barcode,sku,units,name\n\n8809999001003,A,1,"x\ny"\n,B,1,z\n')
    expect(seen.ok && seen.problems).toMatchObject([{ line: 5, kind: 'noBarcode' }])
  })

  it('with a wrong check digit warns and is taken all the same', async () => {
    const { preview, take, book } = emptyBook()
    const text = 'barcode,sku\n8809999001000,A\n'
    const seen = await preview(text)
    expect(seen.ok && seen.warnings).toMatchObject([{ line: 2, kind: 'checkDigit', text: '8809999001000' }])
    await take(text)
    expect(book.count()).toBe(1)
  })

  it('with a bad line is taken over not at all, unless bad lines are to be left out', async () => {
    const { take, book } = emptyBook()
    const text = 'barcode,sku,units\n1111,A,1\n2222,B,many\n3333,C,2\n'
    expect(await take(text)).toEqual({ ok: false, why: 'badLines', bad: 1 })
    expect(book.count()).toBe(0)
    expect(await take(text, true)).toMatchObject({ ok: true, added: 2, bad: 1 })
    expect(book.count()).toBe(2)
  })

  it.each([
    ['nothing in it', '', { ok: false, why: 'empty' }],
    ['nothing but names', 'barcode,sku\n', { ok: false, why: 'empty' }],
    [
      'a quotation mark that is never closed',
      'barcode,sku\n1111,A\n"2222,B\n3333,C\n',
      { ok: false, why: 'openQuote', line: 3 },
    ],
  ])('with %s is refused as a whole', async (_what, text, refusal) => {
    expect(await emptyBook().preview(text)).toMatchObject(refusal)
  })

  it('of 20,000 lines is taken over in slices, and every line is there', async () => {
    const { take, book, pauses } = emptyBook()
    const lines = Array.from(
      { length: 20_000 },
      (_, no) => `88${String(no).padStart(8, '0')},SKU-${String(no)},1,Name ${String(no)}`,
    )
    expect(await take(`barcode,sku,units,name\n${lines.join('\n')}`)).toMatchObject({
      ok: true,
      added: 20_000,
    })
    expect(book.count()).toBe(20_000)
    expect(pauses()).toBeGreaterThan(100)
  })

  it('that the desk has saved itself comes back the same', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'B', 'E', '가', ',', ';', '"', "'", '=', '+', '.', ' ', '\t', '\n', '1'),
      minLength: 1,
      maxLength: 12,
    })
    const clean = text.map((given) => given.trim()).filter((given) => given !== '')
    const entries = fc.uniqueArray(
      fc.record({
        barcode: fc.oneof(
          fc.stringMatching(/^['="A-Z0-9][A-Z0-9 ,;"'/+.=-]{0,20}["'A-Z0-9]$/),
          fc.stringMatching(/^[0-9]([.,][0-9]{1,8})?[Ee][+]?[0-9]{1,3}$/),
        ),
        sku: clean,
        units: fc.integer({ min: 1, max: 10_000 }),
        name: clean,
      }),
      { selector: ({ barcode }) => barcode, minLength: 1, maxLength: 20 },
    )
    await fc.assert(
      fc.asyncProperty(entries, async (kept) => {
        const { book, parts } = emptyBook()
        book.putAll(kept)
        const before = book.list('', 100, 0)
        const saved = await exportBook(book, parts.pause)
        for (const { barcode } of kept) book.remove(barcode)
        const mapping: BookMapping = { delimiter: ',', header: true, barcode: 0, sku: 1, units: 2, name: 3 }
        expect(await importBook(parts, saved.text, mapping, false)).toMatchObject({
          ok: true,
          added: kept.length,
        })
        expect(book.list('', 100, 0)).toEqual(before)
      }),
      { numRuns: 60 },
    )
  })
})
