import { createHash } from 'node:crypto'
import type { Database } from '../database/open.ts'

/** What the first row's `prev_hash` is. */
export const beginning = '0'.repeat(64)

/** A row of the log as the chain sees it; `event` is the text exactly as it was written. */
export type ChainRow = {
  seq: number
  order_no: string | null
  at: number
  event: string
  prev_hash: string
  hash: string
}

/** A row with the type that the log is looked through by; where it is another than its event's, it was changed. */
export type TypedRow = ChainRow & { type: string }

/** A stretch of the log that a salvage could not read; both ends are rows that are there (0: before the first). */
export type LogGap = { after: number; resumes: number }

/** SHA-256, in hex, of the row together with the hash of the row before. */
export function chainHash(
  previous: string,
  seq: number,
  orderNo: string | null,
  at: number,
  event: string,
): string {
  const text = JSON.stringify([previous, seq, orderNo, at, event])
  return createHash('sha256').update(text).digest('hex')
}

/** Whether a row is what was written, as far as it can tell by itself: that it follows its neighbour is not in it. */
export const isIntact = (row: ChainRow): boolean =>
  chainHash(row.prev_hash, row.seq, row.order_no, row.at, row.event) === row.hash

const hasItsType = ({ type, event }: TypedRow): boolean => {
  const parsed: unknown = JSON.parse(event)
  return typeof parsed === 'object' && parsed !== null && 'type' in parsed && parsed.type === type
}

/** Follows a chain row by row; recorded gaps are stepped over, everything else that does not fit is a break. */
export function createChainChecker(gaps: readonly LogGap[]) {
  const resumesAfter = new Map(gaps.map(({ after, resumes }) => [after, resumes]))
  let last = 0
  let hash = beginning

  return {
    last: (): number => last,
    /** The number of the first bad event when this row does not continue the chain; null when it does. */
    follow(row: TypedRow): number | null {
      const resumes = resumesAfter.get(last)
      const expected = resumes ?? last + 1
      if (row.seq !== expected) return expected
      if (!isIntact(row) || (resumes === undefined && row.prev_hash !== hash)) return expected
      if (!hasItsType(row)) return expected
      last = row.seq
      hash = row.hash
      return null
    },
  }
}

/** The stretches of the log that are known to be lost, first to last. */
export function readGaps(db: Database): LogGap[] {
  const rows = db.prepare<[], LogGap>(
    'SELECT after_seq AS after, resumes_seq AS resumes FROM log_gaps ORDER BY after_seq',
  )
  return rows.all()
}

/** The last row's number and hash; 0 and the beginning's for an empty log. */
export function readEnd(db: Database): { seq: number; hash: string } {
  const last = db.prepare<[], { seq: number; hash: string }>(
    'SELECT seq, hash FROM packing_log ORDER BY seq DESC LIMIT 1',
  )
  return last.get() ?? { seq: 0, hash: beginning }
}

/** The log's rows from a number on, at most `limit` of them. */
export function prepareSlice(db: Database) {
  const rows = db.prepare<[number, number], TypedRow>(
    'SELECT seq, order_no, at, type, event, prev_hash, hash FROM packing_log WHERE seq > ? ORDER BY seq LIMIT ?',
  )
  return (after: number, limit: number): TypedRow[] => rows.all(after, limit)
}
