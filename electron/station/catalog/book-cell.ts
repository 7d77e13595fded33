/** What a code in a cell is, or that a spreadsheet has shortened it beyond repair. */
export type CodeCell = { text: string } | { rounded: string }

/** As spreadsheets write a number too long for them: 8.81E+12, in Germany 8,81E+12. */
const shortened = /^\d([.,]\d+)?E\+\d{2,3}$/i

/** Reads a cell with a barcode or SKU, without what spreadsheets are made to keep a code's zeros with: ="0880" or '0880. */
export function readCodeCell(cell: string): CodeCell {
  const said = /^="(.*)"$/s.exec(cell)?.[1]
  if (said !== undefined) return { text: said.replaceAll('""', '"').trim() }
  return shortened.test(cell) ? { rounded: cell } : { text: cell.replace(/^'/, '').trim() }
}

/** A code as a cell that `readCodeCell` reads as that code again: as it is, or said to be text where it needs to be. */
export function codeCell(code: string): string {
  const read = readCodeCell(code)
  return 'text' in read && read.text === code ? code : `="${code.replaceAll('"', '""')}"`
}
