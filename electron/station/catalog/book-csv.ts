import { parse } from 'csv-parse'

/** A line of the file with its number, the first being 1. */
export type CsvRow = { line: number; cells: string[] }

export type CsvRows = { ok: true; rows: CsvRow[] } | { ok: false; line: number }

const slice = 8_192

/**
 * The lines of a CSV text that are not blank, a slice at a time with a pause in between; not ok where a quotation mark
 * is never closed, with the line it stands on.
 */
export async function readCsv(text: string, delimiter: string, pause: () => Promise<void>): Promise<CsvRows> {
  const rows: CsvRow[] = []
  const broken: number[] = []
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  })
  const ended = new Promise<void>((resolve) => {
    parser.on('data', ({ record, info }: { record: string[]; info: { lines: number } }) => {
      rows.push({ line: info.lines, cells: record })
    })
    parser.on('end', resolve)
    parser.on('error', () => {
      broken.push((rows.at(-1)?.line ?? 0) + 1)
      resolve()
    })
  })
  for (let at = 0; at < text.length && broken.length === 0; at += slice) {
    parser.write(text.slice(at, at + slice))
    await pause()
  }
  parser.end()
  await ended
  const [line] = broken
  return line === undefined ? { ok: true, rows } : { ok: false, line }
}
