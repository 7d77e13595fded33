import type { BookEntry } from '../../../shared/domain/packing/goods/match-item.ts'
import { codeCell } from './book-cell.ts'
import type { BarcodeBook } from './barcode-book.ts'

const slice = 1_000

/** The whole book as CSV that spreadsheets open as it is (a byte order mark, CRLF) and the desk can import again. */
export async function exportBook(
  book: BarcodeBook,
  pause: () => Promise<void>,
): Promise<{ text: string; entries: number }> {
  const lines = ['barcode,sku,units,name']
  for (let last = ''; ;) {
    const part = book.slice(last, slice)
    lines.push(...part.map(csvLine))
    last = part.at(-1)?.barcode ?? last
    if (part.length < slice) break
    await pause()
  }
  return { text: `\uFEFF${lines.join('\r\n')}\r\n`, entries: lines.length - 1 }
}

const csvLine = ({ barcode, sku, units, name }: BookEntry): string =>
  [codeCell(barcode), codeCell(sku), String(units), name].map(csvCell).join(',')

const csvCell = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
