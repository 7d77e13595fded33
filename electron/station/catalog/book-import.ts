import type { BookImport, BookMapping, BookPreview, BookProblem } from '../../../shared/contract/catalog.ts'
import type { BookEntry } from '../../../shared/domain/packing/goods/match-item.ts'
import type { Database } from '../database/open.ts'
import type { BarcodeBook } from './barcode-book.ts'
import { detectColumns, detectDelimiter } from './book-columns.ts'
import { readCsv, type CsvRow } from './book-csv.ts'
import { createRowReader, sameEntry } from './book-rows.ts'

type Parts = { db: Database; book: BarcodeBook; pause: () => Promise<void> }

const slice = 500
const shownRows = 8
const shownProblems = 100

type Read = {
  mapping: BookMapping
  rows: CsvRow[]
  lines: number
  entries: BookEntry[]
  problems: BookProblem[]
  warnings: BookProblem[]
}

/** Looks at a file and says what taking it over would do; changes nothing. */
export async function previewBook(
  parts: Parts,
  text: string,
  given: BookMapping | undefined,
): Promise<BookPreview> {
  const read = await readFile(parts, text, given)
  if ('why' in read) return { ok: false, ...read }
  const { mapping, rows, lines, entries, problems, warnings } = read
  const { added, changed } = await sort(parts, entries)
  const bad = problems.length
  const same = lines - bad - added.length - changed.length
  return {
    ok: true,
    mapping,
    columns: (rows[0]?.cells ?? []).map((cell) => cell.slice(0, 60)),
    rows: rows.slice(mapping.header ? 1 : 0, shownRows + 1).map(({ cells }) => cells),
    counts: { lines, added: added.length, changed: changed.length, same, bad },
    problems: problems.slice(0, shownProblems),
    warnings: warnings.slice(0, shownProblems),
  }
}

/** Takes a file over, all in one transaction, or nothing where a line is bad and bad ones are not to be skipped. */
export async function importBook(
  parts: Parts,
  text: string,
  mapping: BookMapping,
  skipBad: boolean,
): Promise<BookImport> {
  const read = await readFile(parts, text, mapping)
  if ('why' in read) return { ok: false, why: read.why, bad: 0 }
  const { lines, entries, problems } = read
  const bad = problems.length
  if (bad > 0 && !skipBad) return { ok: false, why: 'badLines', bad }
  const { added, changed } = await sort(parts, entries)
  await write(parts, [...added, ...changed])
  const same = lines - bad - added.length - changed.length
  return { ok: true, lines, added: added.length, changed: changed.length, same, bad }
}

async function readFile(
  { pause }: Parts,
  text: string,
  given: BookMapping | undefined,
): Promise<Read | { why: 'openQuote' | 'empty'; line: number }> {
  const delimiter = given?.delimiter ?? detectDelimiter(text)
  const csv = await readCsv(text, delimiter, pause)
  if (!csv.ok) return { why: 'openQuote', line: csv.line }
  const { rows } = csv
  const mapping = given ?? detectColumns(delimiter, rows[0]?.cells ?? [])
  const data = mapping.header ? rows.slice(1) : rows
  if (data.length === 0) return { why: 'empty', line: 1 }
  const reader = createRowReader(mapping)
  await inSlices(data, pause, (part) => {
    for (const row of part) reader.read(row)
  })
  return { mapping, rows, ...reader.result() }
}

/** The entries that the book does not have, and those it has otherwise. */
async function sort({ book, pause }: Parts, entries: readonly BookEntry[]) {
  const added: BookEntry[] = []
  const changed: BookEntry[] = []
  await inSlices(entries, pause, (part) => {
    for (const entry of part) {
      const kept = book.get(entry.barcode)
      if (kept === null) added.push(entry)
      else if (!sameEntry(kept, entry)) changed.push(entry)
    }
  })
  return { added, changed }
}

/** Gathers the entries beside the book, a slice at a time, so that one short transaction takes them over. */
async function write({ db, pause }: Parts, entries: readonly BookEntry[]): Promise<void> {
  db.exec(`DROP TABLE IF EXISTS temp.book_import;
    CREATE TEMP TABLE book_import (barcode TEXT, sku TEXT, units INTEGER, name TEXT)`)
  const stage = db.prepare<[BookEntry]>(
    'INSERT INTO temp.book_import (barcode, sku, units, name) VALUES (@barcode, @sku, @units, @name)',
  )
  const stageAll = db.transaction((part: readonly BookEntry[]) => {
    for (const entry of part) stage.run(entry)
  })
  await inSlices(entries, pause, (part) => {
    stageAll(part)
  })
  db.transaction(() => {
    db.exec(`INSERT INTO barcode_book (barcode, sku, units, name)
      SELECT barcode, sku, units, name FROM temp.book_import WHERE true
      ON CONFLICT (barcode) DO UPDATE SET sku = excluded.sku, units = excluded.units, name = excluded.name`)
  }).immediate()
  db.exec('DROP TABLE temp.book_import')
}

async function inSlices<T>(
  items: readonly T[],
  pause: () => Promise<void>,
  work: (part: readonly T[]) => void,
): Promise<void> {
  for (let at = 0; at < items.length; at += slice) {
    work(items.slice(at, at + slice))
    await pause()
  }
}
