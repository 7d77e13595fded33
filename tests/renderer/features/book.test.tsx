// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { BookPreview } from '../../../shared/contract/catalog.ts'
import { BookDialog } from '../../../renderer/features/book/book-dialog.tsx'
import { decodeText } from '../../../renderer/features/book/read-file.ts'
import type { FakeCatalog } from '../fake-catalog.ts'
import { snapshot } from '../fixtures.ts'
import { after, showPart, type BookPage } from './book-page.tsx'

afterEach(cleanup)

const entry = { barcode: '8809999001003', sku: 'A-CITRUS-500', units: 6, name: '제주 감귤청' }

const showBook = (catalog: FakeCatalog = {}): Promise<BookPage> =>
  showPart(<BookDialog onClose={vi.fn()} />, { catalog })

const click = (testId: string): Promise<void> =>
  after(() => {
    fireEvent.click(screen.getByTestId(testId))
  })
const type = (testId: string, value: string): Promise<void> =>
  after(() => {
    fireEvent.change(screen.getByTestId(testId), { target: { value } })
  })
const inputs = (page: BookPage, method: string): unknown[] =>
  page.calls.filter((call) => call.method === method).map(({ input }) => input)

describe('the list of barcodes', () => {
  it('says what to do while there are none', async () => {
    await showBook()
    expect(screen.getByTestId('book').textContent).toContain('등록된 바코드가 없어요')
  })

  it('shows what each means, and finds by text', async () => {
    const page = await showBook({ bookList: { rows: [entry], total: 1 } })
    expect(screen.getByTestId('book-row-8809999001003').textContent).toContain('한 번에 6개')
    await type('book-search', '감귤')
    expect(inputs(page, 'bookList').at(-1)).toEqual({ search: '감귤', limit: 50, offset: 0 })
  })

  it('is gone through page by page', async () => {
    const page = await showBook({ bookList: { rows: [entry], total: 120 } })
    expect(screen.getByTestId('book-pages').textContent).toBe('120개 중 1–50')
    expect(screen.getByTestId('book-previous').hasAttribute('disabled')).toBe(true)
    await click('book-next')
    await click('book-next')
    expect(screen.getByTestId('book-pages').textContent).toBe('120개 중 101–120')
    expect(screen.getByTestId('book-next').hasAttribute('disabled')).toBe(true)
    expect(inputs(page, 'bookList').at(-1)).toEqual({ search: '', limit: 50, offset: 100 })
  })

  it('takes a new barcode, scanned into the form instead of to the desk', async () => {
    const page = await showBook()
    expect(page.store.getState().takesScans).toBeNull()
    await click('book-add')
    await after(() => {
      page.store.getState().takesScans?.(']E08809999001003')
    })
    expect(screen.getByTestId('book-form-save').hasAttribute('disabled')).toBe(true)
    await type('book-form-sku', 'A-1')
    await type('book-form-units', '12')
    await after(() => {
      fireEvent.submit(screen.getByTestId('book-form'))
    })
    expect(inputs(page, 'bookPut')).toEqual([
      { before: null, barcode: '8809999001003', sku: 'A-1', units: 12, name: '' },
    ])
    expect(screen.queryByTestId('book-form')).toBeNull()
    expect(page.store.getState().takesScans).toBeNull()
  })

  it.each(['0', '1.5', '', '10001', 'abc'])('does not take %j as units', async (units) => {
    await showBook()
    await click('book-add')
    await type('book-form-barcode', '123')
    await type('book-form-sku', 'A-1')
    expect(screen.getByTestId('book-form-save').hasAttribute('disabled')).toBe(false)
    await type('book-form-units', units)
    expect(screen.getByTestId('book-form-save').hasAttribute('disabled')).toBe(true)
  })

  it('changes an entry in its place, and tells why it cannot', async () => {
    const page = await showBook({
      bookList: { rows: [entry], total: 1 },
      bookPut: { ok: false, why: 'exists' },
    })
    await click('book-edit')
    await type('book-form-barcode', '999')
    await after(() => {
      fireEvent.submit(screen.getByTestId('book-form'))
    })
    expect(inputs(page, 'bookPut')).toEqual([{ before: '8809999001003', ...entry, barcode: '999' }])
    expect(screen.getByTestId('book-form-refused').textContent).toContain('이미 등록된 바코드예요')
  })

  it('removes an entry only when asked twice', async () => {
    const page = await showBook({ bookList: { rows: [entry], total: 1 } })
    await click('book-remove')
    await click('book-remove-no')
    expect(inputs(page, 'bookRemove')).toEqual([])
    await click('book-remove')
    await click('book-remove-yes')
    expect(inputs(page, 'bookRemove')).toEqual([{ barcode: '8809999001003' }])
  })

  it('saves itself as a file and says where', async () => {
    await showBook({ bookExport: { path: '/data/exports/packdesk-barcodes.csv', entries: 27 } })
    await click('book-export')
    expect(screen.getByTestId('book-notice').textContent).toBe(
      '바코드 27개 저장: /data/exports/packdesk-barcodes.csv',
    )
  })

  it('changes nothing for a packer where a lead is needed', async () => {
    const people = { person: { id: 1, name: '김', role: 'packer' as const }, required: true, people: 2 }
    await showPart(<BookDialog onClose={vi.fn()} />, {
      snapshot: snapshot({ people }),
      catalog: { bookList: { rows: [entry], total: 1 } },
    })
    for (const testId of ['book-add', 'book-edit', 'book-remove']) {
      expect(screen.getByTestId(testId).hasAttribute('disabled')).toBe(true)
    }
    await click('book-tab-import')
    expect(screen.getByTestId('book-file').hasAttribute('disabled')).toBe(true)
  })
})

const preview: Extract<BookPreview, { ok: true }> = {
  ok: true,
  mapping: { delimiter: ',', header: true, barcode: 0, sku: 1, units: null, name: null },
  columns: ['바코드', '품번', '입수'],
  rows: [['8809999001003', 'A-1', '6']],
  counts: { lines: 3, added: 1, changed: 1, same: 0, bad: 1 },
  problems: [{ line: 4, kind: 'duplicate', text: '8809999001003', other: 2 }],
  warnings: [{ line: 3, kind: 'checkDigit', text: '8809999001000', other: null }],
}
const good = { ...preview, counts: { ...preview.counts, bad: 0 }, problems: [] }

async function choose(
  catalog: FakeCatalog,
  bytes: BlobPart = '바코드,품번\n8809999001003,A-1',
): Promise<BookPage> {
  const page = await showBook(catalog)
  await click('book-tab-import')
  await after(() => {
    fireEvent.change(screen.getByTestId('book-file'), { target: { files: [new File([bytes], 'book.csv')] } })
  })
  await vi.waitFor(() => {
    expect(screen.queryByTestId('book-working')).toBeNull()
  })
  return page
}

describe('taking a file over', () => {
  it('shows first what it would do, line by line', async () => {
    const page = await choose({ bookPreview: preview })
    expect(inputs(page, 'bookPreview')).toEqual([{ text: '바코드,품번\n8809999001003,A-1' }])
    expect(screen.getByTestId('book-counts').textContent).toBe(
      '전체 3줄 · 새로 1 · 바뀜 1 · 그대로 0 · 못 씀 1',
    )
    expect(screen.getByTestId('book-problems').textContent).toContain(
      '4번째 줄 2번째 줄과 바코드가 같은데 내용이 달라요',
    )
    expect(screen.getByTestId('book-warnings').textContent).toContain('3번째 줄 검증 숫자가 맞지 않아요')
    expect(inputs(page, 'bookImport')).toEqual([])
  })

  it('looks again when a column is chosen', async () => {
    const page = await choose({ bookPreview: good })
    await type('book-column-units', '2')
    expect(inputs(page, 'bookPreview').at(-1)).toMatchObject({
      mapping: { barcode: 0, sku: 1, units: 2, name: null },
    })
  })

  it('takes over all of a good file and says what became of it', async () => {
    const page = await choose({
      bookPreview: good,
      bookImport: { ok: true, lines: 3, added: 1, changed: 1, same: 1, bad: 0 },
    })
    await click('book-import')
    expect(inputs(page, 'bookImport')).toMatchObject([{ skipBad: false, mapping: good.mapping }])
    expect(screen.getByTestId('book-done').textContent).toContain(
      '가져왔어요 — 새로 1 · 바뀜 1 · 그대로 1 · 뺀 줄 0',
    )
  })

  it('leaves bad lines out only when that is asked for by name', async () => {
    const page = await choose({ bookPreview: preview })
    expect(screen.queryByTestId('book-import')).toBeNull()
    expect(screen.getByTestId('book-import-good').textContent).toBe('1줄 빼고 가져오기')
    await click('book-import-good')
    expect(inputs(page, 'bookImport')).toMatchObject([{ skipBad: true }])
  })

  it('cannot go on without a column for barcodes', async () => {
    await choose({ bookPreview: { ...good, mapping: { ...preview.mapping, barcode: null } } })
    expect(screen.getByTestId('book-import').hasAttribute('disabled')).toBe(true)
  })

  it('says what is wrong with a file as a whole', async () => {
    await choose({ bookPreview: { ok: false, why: 'openQuote', line: 7 } })
    expect(screen.getByTestId('book-preview').textContent).toContain('7번째 줄의 따옴표가 닫히지 않아서')
  })

  it('tells a spreadsheet’s own format from a text file', async () => {
    const page = await choose({}, new Uint8Array([0x50, 0x4b, 3, 4]))
    expect(screen.getByTestId('book-file-refused').textContent).toContain('CSV')
    expect(inputs(page, 'bookPreview')).toEqual([])
  })
})

describe('a file as text', () => {
  it.each([
    ['UTF-8', [0xea, 0xb0, 0x80], '가'],
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0xea, 0xb0, 0x80], '가'],
    ['EUC-KR', [0xb0, 0xa1], '가'],
    ['UTF-16', [0xff, 0xfe, 0x00, 0xac], '가'],
  ])('is read from %s', (_what, bytes, text) => {
    expect(decodeText(new Uint8Array(bytes))).toBe(text)
  })

  it.each([
    ['a spreadsheet', [0x50, 0x4b, 0x03, 0x04]],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]],
  ])('is not made of %s', (_what, bytes) => {
    expect(decodeText(new Uint8Array(bytes))).toBeNull()
  })
})

describe('products that ask for a number', () => {
  it('are listed, added and removed', async () => {
    const page = await showBook({
      productRules: [{ sku: 'CUP-M', capture: 'serial' }],
      putProductRule: [
        { sku: 'CUP-M', capture: 'serial' },
        { sku: 'SOAP', capture: 'lot' },
      ],
    })
    await click('book-tab-rules')
    expect(screen.getByTestId('rule-CUP-M').textContent).toContain('시리얼 번호 (하나마다)')
    await type('rule-sku', 'SOAP')
    await type('rule-capture', 'lot')
    await click('rule-add')
    expect(inputs(page, 'putProductRule')).toEqual([{ sku: 'SOAP', capture: 'lot' }])
    expect(screen.getByTestId('rule-SOAP').textContent).toContain('로트 번호')
    await after(() => {
      fireEvent.click(screen.getAllByTestId('rule-remove')[0] ?? document.body)
    })
    expect(inputs(page, 'removeProductRule')).toEqual([{ sku: 'CUP-M' }])
  })
})
