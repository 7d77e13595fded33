import type { Database } from '../database/open.ts'
import { localDayBounds } from '../database/local-day.ts'
import { prepareSlice, type ChainRow } from './log-chain.ts'
import {
  eventLine,
  fileFormat,
  fileVersion,
  headerLine,
  type ExportWhat,
  type LogFileHeader,
} from './log-file.ts'

/** One order's whole log, or one day of the desk's own calendar. */
export type ExportRequest = { kind: 'order'; orderNo: string } | { kind: 'day'; day: string }

export type LogExport = { name: string; text: string; events: number }

export type ExportParts = { db: Database; pause: () => Promise<void>; now: number; app: string | null }

const slice = 1_000

/**
 * Writes an excerpt of the log as text; null where there is nothing to write. A day's excerpt also holds what had
 * happened before to the orders of that day, so that replaying it shows each order as the desk had it that night.
 */
export async function exportLog(request: ExportRequest, parts: ExportParts): Promise<LogExport | null> {
  const found =
    request.kind === 'order' ? orderRows(parts.db, request.orderNo) : await dayRows(request.day, parts)
  if (found === null || found.rows.length === 0) return null
  const { what, rows, chain } = found
  const { now: exportedAt, app } = parts
  const header: LogFileHeader = {
    format: fileFormat,
    version: fileVersion,
    app,
    exportedAt,
    what,
    events: rows.length,
    chain,
  }
  const text = headerLine(header) + rows.map(eventLine).join('')
  return {
    name: `packdesk-log-${what.kind === 'order' ? what.orderNo : what.day}.jsonl`,
    text,
    events: rows.length,
  }
}

type Found = { what: ExportWhat; rows: ChainRow[]; chain: LogFileHeader['chain'] }

const columns = 'seq, order_no, at, event, prev_hash, hash'

function orderRows(db: Database, orderNo: string): Found {
  const rows = db.prepare<[string], ChainRow>(
    `SELECT ${columns} FROM packing_log WHERE order_no = ? ORDER BY seq`,
  )
  return { what: { kind: 'order', orderNo }, rows: rows.all(orderNo), chain: null }
}

async function dayRows(day: string, { db, pause }: ExportParts): Promise<Found | null> {
  const bounds = localDayBounds(day)
  if (bounds === null) return null
  const read = prepareSlice(db)
  const ofDay: ChainRow[] = []
  for (let last = 0; ;) {
    const rows = read(last, slice)
    ofDay.push(...rows.filter(({ at }) => at >= bounds.from && at < bounds.to))
    last = rows.at(-1)?.seq ?? last
    if (rows.length < slice) break
    await pause()
  }
  const rows = new Map(ofDay.map((row) => [row.seq, row]))
  const end = ofDay.at(-1)?.seq ?? 0
  for (const orderNo of new Set(ofDay.map((row) => row.order_no).filter((orderNo) => orderNo !== null))) {
    for (const row of orderRows(db, orderNo).rows) if (row.seq < end) rows.set(row.seq, row)
  }
  const sorted = [...rows.values()].sort((a, b) => a.seq - b.seq)
  return { what: { kind: 'day', day, ...bounds }, rows: sorted, chain: unbroken(ofDay) }
}

function unbroken(rows: ChainRow[]): LogFileHeader['chain'] {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return null
  const whole = rows.every((row, index) => index === 0 || row.prev_hash === rows[index - 1]?.hash)
  return whole ? { fromSeq: first.seq, toSeq: last.seq, previousHash: first.prev_hash } : null
}
