import {
  unitsSchema,
  type BookMapping,
  type BookProblem,
  type BookProblemKind,
} from '../../../shared/contract/catalog.ts'
import type { BookEntry } from '../../../shared/domain/packing/goods/match-item.ts'
import { readReservedCode } from '../../../shared/domain/codes/command-barcode.ts'
import { gtinCheck } from '../../../shared/domain/codes/gtin.ts'
import { readCodeCell } from './book-cell.ts'
import type { CsvRow } from './book-csv.ts'

/** Why a barcode cannot stand in the book; null where it can. */
export function barcodeProblem(barcode: string): 'reserved' | 'badBarcode' | null {
  if (!/^[\x20-\x7e]{1,128}$/.test(barcode)) return 'badBarcode'
  return readReservedCode(barcode) === null ? null : 'reserved'
}

/** Gathers the lines of a file as entries, each barcode once, and what is wrong with the others. */
export function createRowReader(mapping: BookMapping) {
  const entries = new Map<string, { entry: BookEntry; line: number }>()
  const problems: BookProblem[] = []
  const warnings: BookProblem[] = []
  let lines = 0

  const read = ({ line, cells }: CsvRow): void => {
    lines += 1
    const found = readCells(mapping, cells)
    const note = (
      list: BookProblem[],
      kind: BookProblemKind,
      text: string,
      other: number | null = null,
    ): void => {
      list.push({ line, kind, text: text.slice(0, 128), other })
    }
    if ('kind' in found) {
      note(problems, found.kind, found.text)
      return
    }
    const before = entries.get(found.barcode)
    if (before !== undefined && !sameEntry(before.entry, found))
      note(problems, 'duplicate', found.barcode, before.line)
    if (before !== undefined) return
    entries.set(found.barcode, { entry: found, line })
    if (gtinCheck(found.barcode) === 'wrong') note(warnings, 'checkDigit', found.barcode)
  }

  return {
    read,
    /** `lines` counts all that were read, `entries` what they come to. */
    result: () => ({ lines, entries: [...entries.values()].map(({ entry }) => entry), problems, warnings }),
  }
}

export const sameEntry = (a: BookEntry, b: BookEntry): boolean =>
  a.sku === b.sku && a.units === b.units && a.name === b.name

function readCells(
  mapping: BookMapping,
  cells: string[],
): BookEntry | { kind: BookProblemKind; text: string } {
  const cell = (column: number | null): string => (column === null ? '' : (cells[column] ?? '').trim())
  const code = readCodeCell(cell(mapping.barcode))
  if ('rounded' in code) return { kind: 'rounded', text: code.rounded }
  const barcode = code.text
  if (barcode === '') return { kind: 'noBarcode', text: cells.join(' ') }
  const problem = barcodeProblem(barcode)
  if (problem !== null) return { kind: problem, text: barcode }
  const named = readCodeCell(cell(mapping.sku))
  if ('rounded' in named) return { kind: 'rounded', text: named.rounded }
  const sku = named.text.normalize('NFC')
  if (sku === '' || sku.length > 128) return { kind: 'noSku', text: barcode }
  const units = readUnits(cell(mapping.units))
  if (units === null) return { kind: 'badUnits', text: cell(mapping.units) }
  return { barcode, sku, units, name: cell(mapping.name).normalize('NFC').slice(0, 200) }
}

/** 1 where there is nothing; null for anything that is not a whole number from 1 up. */
function readUnits(text: string): number | null {
  if (text === '') return 1
  const units = /^(\d{1,3}(,\d{3})*|\d+)(\.0+)?$/.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN
  return unitsSchema.safeParse(units).data ?? null
}
