import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { BookEntry } from '../../../shared/domain/packing/match-item.ts'
import type { Database } from '../database/open.ts'

const rowSchema = z.object({
  barcode: z.string().trim().min(1).max(128),
  sku: z.string().trim().min(1),
  units: z.coerce.number().int().min(1).max(10_000).default(1),
  name: z.string().trim().default(''),
})

/** Entries of a CSV with the columns barcode, sku, units and name. Throws, naming the line, where one is unusable. */
export function readBookCsv(text: string): BookEntry[] {
  const rows: unknown[] = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true })
  return rows.map((row, index) => {
    const parsed = rowSchema.safeParse(row)
    if (parsed.success) return parsed.data
    throw new Error(`line ${String(index + 2)}: ${z.prettifyError(parsed.error)}`)
  })
}

/** What barcodes on products mean: so many units of the product with that SKU. imweb has no barcode field of its own. */
export function createBarcodeBook(db: Database) {
  const find = db.prepare<[string], BookEntry>('SELECT barcode, sku, units, name FROM barcode_book WHERE barcode = ?')
  const put = db.prepare<[BookEntry]>(
    `INSERT INTO barcode_book (barcode, sku, units, name) VALUES (@barcode, @sku, @units, @name)
     ON CONFLICT (barcode) DO UPDATE SET sku = excluded.sku, units = excluded.units, name = excluded.name`,
  )
  const putAll = db.transaction((entries: readonly BookEntry[]) => {
    for (const entry of entries) put.run(entry)
  })

  return {
    find: (barcode: string): BookEntry | null => find.get(barcode) ?? null,
    /** All or nothing; an entry for a known barcode replaces it. */
    putAll: (entries: readonly BookEntry[]): void => {
      putAll.immediate(entries)
    },
  }
}

export type BarcodeBook = ReturnType<typeof createBarcodeBook>
