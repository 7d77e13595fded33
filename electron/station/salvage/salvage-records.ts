import type { RawPages } from './salvage-pages.ts'

/** A row of some table as found on a page. Numbers beyond 2^53 and floats come as null: no table here has any. */
export type RawRow = { rowid: number; values: (string | number | null)[] }

const leafOfTable = 0x0d

/**
 * The rows on one page, if it is a leaf of a table's tree (https://www.sqlite.org/fileformat2.html#b_tree_pages);
 * whatever does not make sense is passed over. Which table a row belongs to is for the caller to see from its shape.
 */
export function* rowsOnPage(number: number, page: Buffer, pages: RawPages): Generator<RawRow> {
  const start = number === 1 ? 100 : 0
  if (page[start] !== leafOfTable) return
  const cells = page.readUInt16BE(start + 3)
  for (let index = 0; index < cells; index += 1) {
    const pointer = start + 8 + index * 2
    if (pointer + 2 > page.length) return
    const row = readCell(page, page.readUInt16BE(pointer), pages)
    if (row !== null) yield row
  }
}

function readCell(page: Buffer, at: number, pages: RawPages): RawRow | null {
  const size = readVarint(page, at)
  const rowid = size === null ? null : readVarint(page, size.next)
  if (size === null || rowid === null || size.value > pages.count * pages.usable) return null
  const payload = readPayload(page, rowid.next, size.value, pages)
  const values = payload === null ? null : readRecord(payload)
  return values === null ? null : { rowid: rowid.value, values }
}

/** A payload, gathered from its overflow pages where it does not fit. */
function readPayload(page: Buffer, at: number, size: number, pages: RawPages): Buffer | null {
  const { usable } = pages
  const most = usable - 35
  if (size <= most) return at + size <= page.length ? page.subarray(at, at + size) : null
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const fitting = least + ((size - least) % (usable - 4))
  const local = fitting <= most ? fitting : least
  if (at + local + 4 > page.length) return null
  const parts = [page.subarray(at, at + local)]
  let next = page.readUInt32BE(at + local)
  for (let left = size - local; left > 0;) {
    const overflow = pages.ofNumber(next)[0]
    if (overflow === undefined) return null
    const part = overflow.subarray(4, 4 + Math.min(left, usable - 4))
    parts.push(part)
    left -= part.length
    next = overflow.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

function readRecord(payload: Buffer): RawRow['values'] | null {
  const header = readVarint(payload, 0)
  if (header === null || header.value > payload.length) return null
  const values: RawRow['values'] = []
  let body = header.value
  for (let at = header.next; at < header.value;) {
    const type = readVarint(payload, at)
    if (type === null) return null
    const length = lengthOf(type.value)
    if (length === null || body + length > payload.length) return null
    values.push(readValue(payload.subarray(body, body + length), type.value))
    body += length
    at = type.next
  }
  return values
}

const integerLengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const

function lengthOf(type: number): number | null {
  if (type >= 12) return Math.floor((type - 12) / 2)
  return integerLengths[type] ?? null
}

function readValue(bytes: Buffer, type: number): string | number | null {
  if (type === 8) return 0
  if (type === 9) return 1
  if (type >= 13 && type % 2 === 1) return bytes.toString('utf8')
  if (type >= 1 && type <= 5) return bytes.readIntBE(0, bytes.length)
  if (type !== 6) return null
  const value = Number(bytes.readBigInt64BE(0))
  return Number.isSafeInteger(value) ? value : null
}

/** SQLite's variable-length integer; null where it runs off the page or beyond what a number can hold. */
function readVarint(bytes: Buffer, at: number): { value: number; next: number } | null {
  let value = 0n
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index]
    if (byte === undefined) return null
    const last = index === 8
    value = last ? (value << 8n) | BigInt(byte) : (value << 7n) | BigInt(byte & 0x7f)
    if (!last && byte >= 0x80) continue
    return value > BigInt(Number.MAX_SAFE_INTEGER) ? null : { value: Number(value), next: at + index + 1 }
  }
  return null
}
