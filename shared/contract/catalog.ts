import { z } from 'zod'
import type { BookEntry } from '../domain/packing/goods/match-item.ts'
import type { StationSnapshot } from './snapshot.ts'

/** Ten megabytes of text: more than a hundred thousand lines. */
export const longestFile = 10_000_000
const fileText = z.string().max(longestFile)

const columnNo = z.number().int().min(0).max(199)

/** How the columns of a file are to be taken, counted from 0; null where the file has no such column. */
const bookMappingSchema = z.strictObject({
  delimiter: z.enum([',', ';', '\t']),
  /** The first line names the columns. */
  header: z.boolean(),
  barcode: columnNo.nullable(),
  sku: columnNo.nullable(),
  units: columnNo.nullable(),
  name: columnNo.nullable(),
})

const barcode = z.string().trim().min(1).max(128)
const sku = z.string().trim().min(1).max(128)
/** How many units one scan of a barcode stands for. */
export const unitsSchema = z.number().int().min(1).max(10_000)

/** Where packers sign in, only a lead may change the book and the rules. */
export const catalogInputs = {
  /** Looks at a file without taking anything over; the columns are found by their names unless given. */
  bookPreview: z.strictObject({ text: fileText, mapping: bookMappingSchema.optional() }),
  /** Takes a file over, all of it or nothing; `skipBad`: its good lines, although others cannot be used. */
  bookImport: z.strictObject({ text: fileText, mapping: bookMappingSchema, skipBad: z.boolean() }),
  bookList: z.strictObject({
    search: z.string().max(200),
    limit: z.number().int().min(1).max(500),
    offset: z.number().int().min(0),
  }),
  /** Adds an entry, or changes the one that has the barcode `before`. */
  bookPut: z.strictObject({
    before: barcode.nullable(),
    barcode,
    sku,
    units: unitsSchema,
    name: z.string().trim().max(200),
  }),
  bookRemove: z.strictObject({ barcode }),
  /** Saves the whole book as a CSV file in the data folder. */
  bookExport: z.strictObject({}),
  /** The products that ask for a serial number with each unit, or for a lot. */
  productRules: z.strictObject({}),
  putProductRule: z.strictObject({ sku, capture: z.enum(['serial', 'lot']) }),
  removeProductRule: z.strictObject({ sku }),
  /** Enters a code nobody knew as so many units of a line of the order on the desk, and counts it at once. */
  learnCode: z.strictObject({
    code: z.string().min(1).max(4096),
    sectionCode: z.string().max(64),
    itemNo: z.string().max(64),
    units: unitsSchema,
    pin: z.string().max(32),
  }),
} as const

export type BookMapping = z.infer<typeof bookMappingSchema>

/** Why a line cannot be used; `checkDigit` is a warning only. */
export type BookProblemKind =
  | 'noBarcode'
  | 'noSku'
  | 'badUnits'
  /** Characters that no barcode holds, or more than 128 of them. */
  | 'badBarcode'
  /** 8.80E+12: a spreadsheet has thrown digits away. */
  | 'rounded'
  /** The same barcode twice, with different meanings; `other` is the line of the first. */
  | 'duplicate'
  /** Would be taken for one of the desk's own barcodes. */
  | 'reserved'
  | 'checkDigit'

export type BookProblem = { line: number; kind: BookProblemKind; text: string; other: number | null }

/** What a file would do to the book. */
export type BookCounts = { lines: number; added: number; changed: number; same: number; bad: number }

/** A file that is no table at all: an open quotation mark at that line, or nothing in it, or no column for what is needed. */
type BookFileProblem = { why: 'openQuote' | 'empty'; line: number }

export type BookPreview =
  | {
      ok: true
      mapping: BookMapping
      /** Names of the columns; of a file without names, what its first line holds. */
      columns: string[]
      /** The first lines, cell by cell. */
      rows: string[][]
      counts: BookCounts
      /** The first hundred of `counts.bad` lines that cannot be used, and the first hundred warnings. */
      problems: BookProblem[]
      warnings: BookProblem[]
    }
  | ({ ok: false } & BookFileProblem)

export type BookImport =
  | ({ ok: true } & BookCounts)
  /** Nothing was taken over. */
  | { ok: false; why: 'badLines' | 'openQuote' | 'empty' | 'busy' | 'leadOnly'; bad: number }

export type BookPage = { rows: BookEntry[]; total: number }
export type BookPut = { ok: true } | { ok: false; why: 'exists' | 'reserved' | 'badBarcode' | 'leadOnly' }
export type ExportedBook = { path: string; entries: number }
export type ProductRule = { sku: string; capture: 'serial' | 'lot' }

export type CatalogOutputs = {
  bookPreview: BookPreview
  bookImport: BookImport
  bookList: BookPage
  bookPut: BookPut
  bookRemove: { removed: boolean }
  bookExport: ExportedBook
  productRules: ProductRule[]
  putProductRule: ProductRule[]
  removeProductRule: ProductRule[]
  learnCode: StationSnapshot
}
