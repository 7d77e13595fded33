import type { CodeKnowledge } from '../../../shared/domain/packing/goods/decide-goods.ts'
import { gs1Facts } from '../../../shared/domain/codes/gs1-facts.ts'
import { certainElements, namesOf, type ScannedCode } from '../../../shared/domain/codes/read-code.ts'
import type { BarcodeBook } from '../catalog/barcode-book.ts'
import type { OrderTable } from '../orders/order-table.ts'

/** A code that could be read. */
export type ReadCode = Extract<ScannedCode, { ok: true }>

/** What this desk knows of a code, whatever is on it; `thisYear` decides the century of printed dates. */
export function knowCode(
  read: ReadCode,
  { book, orders, thisYear }: { book: BarcodeBook; orders: OrderTable; thisYear: number },
): CodeKnowledge {
  const names = namesOf(read)
  const { serial, lot, units } = gs1Facts(certainElements(read.gs1), thisYear)
  const first = <T>(find: (name: string) => T | null): T | null =>
    names.map(find).find((found) => found !== null) ?? null
  return {
    book: first((name) => book.find(name)),
    knownProduct: first((name) => orders.productWithCode(name)),
    orderNo: orders.findByCode(read.code),
    forms: names.filter((name) => name !== read.code),
    printed: { serial, lot, units },
    unclear: read.gs1?.ok === false && read.gs1.why === 'ambiguous',
  }
}
