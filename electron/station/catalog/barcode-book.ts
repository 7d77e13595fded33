import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { unitsSchema } from '../../../shared/contract/catalog.ts'
import type { BookEntry } from '../../../shared/domain/packing/goods/match-item.ts'
import { gtinForms } from '../../../shared/domain/codes/gtin.ts'
import type { Database } from '../database/open.ts'

const rowSchema = z.object({
  barcode: z.string().trim().min(1).max(128),
  sku: z.string().trim().min(1),
  units: z.coerce.number().pipe(unitsSchema).default(1),
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

const columns = 'barcode, sku, units, name'
const replace =
  'ON CONFLICT (barcode) DO UPDATE SET sku = excluded.sku, units = excluded.units, name = excluded.name'

/**
 * What barcodes on products mean: so many units of the product with that SKU. imweb has no barcode field of its own.
 * An alias is an entry with one unit, a case barcode one with several.
 */
export function createBarcodeBook(db: Database) {
  const exact = db.prepare<[string], BookEntry>(`SELECT ${columns} FROM barcode_book WHERE barcode = ?`)
  const put = db.prepare<[BookEntry]>(
    `INSERT INTO barcode_book (${columns}) VALUES (@barcode, @sku, @units, @name) ${replace}`,
  )
  const remove = db.prepare<[string]>('DELETE FROM barcode_book WHERE barcode = ?')
  const count = db.prepare<[], number>('SELECT count(*) FROM barcode_book').pluck()
  const matching = `FROM barcode_book WHERE @search = ''
    OR barcode LIKE @like ESCAPE '\\' OR sku LIKE @like ESCAPE '\\' OR name LIKE @like ESCAPE '\\'`
  const page = db.prepare<[{ search: string; like: string; limit: number; offset: number }], BookEntry>(
    `SELECT ${columns} ${matching} ORDER BY sku, units, barcode LIMIT @limit OFFSET @offset`,
  )
  const countMatching = db
    .prepare<[{ search: string; like: string }], number>(`SELECT count(*) ${matching}`)
    .pluck()
  const after = db.prepare<[string, number], BookEntry>(
    `SELECT ${columns} FROM barcode_book WHERE barcode > ? ORDER BY barcode LIMIT ?`,
  )
  const putAll = db.transaction((entries: readonly BookEntry[]) => {
    for (const entry of entries) put.run(entry)
  })
  const change = db.transaction((before: string, entry: BookEntry) => {
    remove.run(before)
    put.run(entry)
  })

  return {
    /** The entry with exactly this barcode. */
    get: (barcode: string): BookEntry | null => exact.get(barcode) ?? null,
    /** The entry for a code: as it is, else for the same product number written another way. */
    find(code: string): BookEntry | null {
      for (const form of gtinForms(code)) {
        const entry = exact.get(form)
        if (entry !== undefined) return entry
      }
      return null
    },
    put: (entry: BookEntry): void => {
      put.run(entry)
    },
    /** Puts an entry in the place of another one. */
    change: (before: string, entry: BookEntry): void => {
      change.immediate(before, entry)
    },
    remove: (barcode: string): boolean => remove.run(barcode).changes > 0,
    /** All or nothing; an entry for a known barcode replaces it. */
    putAll: (entries: readonly BookEntry[]): void => {
      putAll.immediate(entries)
    },
    count: (): number => count.get() ?? 0,
    /** Entries with the text in their barcode, SKU or name, in the order of SKUs. */
    list(search: string, limit: number, offset: number): { rows: BookEntry[]; total: number } {
      const wanted = search.trim().normalize('NFC')
      const like = `%${wanted.replaceAll(/[\\%_]/g, '\\$&')}%`
      return {
        rows: page.all({ search: wanted, like, limit, offset }),
        total: countMatching.get({ search: wanted, like }) ?? 0,
      }
    },
    /** The next entries behind a barcode, in the order of barcodes. */
    slice: (afterBarcode: string, limit: number): BookEntry[] => after.all(afterBarcode, limit),
  }
}

export type BarcodeBook = ReturnType<typeof createBarcodeBook>
