import type { Database } from 'better-sqlite3'
import { packingEventSchema } from '../../../shared/domain/packing/log/events.ts'
import { beginning, isIntact, type ChainRow, type LogGap } from '../log/log-chain.ts'
import { openRawPages } from './salvage-pages.ts'
import { rowsOnPage, type RawRow } from './salvage-records.ts'

export type SalvagedLog = { events: number; last: number; gaps: LogGap[] }

/**
 * Finds the packing log's events wherever they lie in the file, without the tables that lead to them: each is known by
 * its shape and proven by its own hash, so that nothing stale, half or foreign can pass. They are written into `target`,
 * with a recorded gap wherever one does not follow the one before.
 */
export function salvageLog(file: string, target: Database, now: number): SalvagedLog {
  collect(file, target)
  try {
    return target.transaction(() => assemble(target, now)).immediate()
  } finally {
    target.exec('DROP TABLE temp.found')
  }
}

function collect(file: string, target: Database): void {
  target.exec(`CREATE TEMP TABLE found (seq INTEGER, order_no TEXT, at INTEGER, event TEXT, prev_hash TEXT, hash TEXT,
    PRIMARY KEY (seq, hash)) WITHOUT ROWID`)
  const insert = target.prepare<[ChainRow]>(
    'INSERT OR IGNORE INTO temp.found VALUES (@seq, @order_no, @at, @event, @prev_hash, @hash)',
  )
  const pages = openRawPages(file)
  try {
    target.transaction(() => {
      for (const { number, bytes } of pages.images()) {
        for (const raw of rowsOnPage(number, bytes, pages)) {
          const row = logRow(raw)
          if (row !== null && isIntact(row) && typeOf(row) !== null) insert.run(row)
        }
      }
    })()
  } finally {
    pages.close()
  }
}

/** Column by column as the log's table was made: seq is the row's own number, and the type is in the event as well. */
function logRow({ rowid, values }: RawRow): ChainRow | null {
  const [seq, orderNo, at, type, event, previous, hash, ...more] = values
  if (more.length > 0 || seq !== null || typeof type !== 'string') return null
  if (orderNo !== null && typeof orderNo !== 'string') return null
  if (typeof at !== 'number' || typeof event !== 'string') return null
  if (typeof previous !== 'string' || typeof hash !== 'string') return null
  return { seq: rowid, order_no: orderNo ?? null, at, event, prev_hash: previous, hash }
}

/** Rows put in order between two looks at what was found. */
const slice = 1_000

function* inOrder(target: Database): Generator<ChainRow[]> {
  const first = target
    .prepare<[number], number | null>('SELECT min(seq) FROM temp.found WHERE seq > ?')
    .pluck()
  const rows = target.prepare<[number, number], ChainRow>(
    'SELECT * FROM temp.found WHERE seq >= ? AND seq < ? ORDER BY seq, hash',
  )
  for (let from = first.get(0) ?? null; from !== null; from = first.get(from + slice - 1) ?? null) {
    yield rows.all(from, from + slice)
  }
}

function assemble(target: Database, now: number): SalvagedLog {
  const insert = target.prepare<[ChainRow & { type: string | null }]>(
    `INSERT INTO packing_log (seq, order_no, at, type, event, prev_hash, hash)
     VALUES (@seq, @order_no, @at, @type, @event, @prev_hash, @hash)`,
  )
  const insertGap = target.prepare('INSERT INTO log_gaps (after_seq, resumes_seq, found_at) VALUES (?, ?, ?)')
  const gaps: LogGap[] = []
  let [last, hash, events] = [0, beginning, 0]
  for (const found of inOrder(target)) {
    for (const [index, row] of found.entries()) {
      if (row.seq === last || otherFollows(found, index, hash)) continue
      if (row.seq !== last + 1 || row.prev_hash !== hash) {
        gaps.push({ after: last, resumes: row.seq })
        insertGap.run(last, row.seq, now)
      }
      insert.run({ ...row, type: typeOf(row) })
      last = row.seq
      hash = row.hash
      events += 1
    }
  }
  return { events, last, gaps }
}

/** An event's type; null for one that this version does not know. */
function typeOf({ event }: ChainRow): string | null {
  const parsed = packingEventSchema.safeParse(JSON.parse(event))
  return parsed.success ? parsed.data.type : null
}

/** Of two rows with one number (one may have been rolled back) the one that continues the chain is the true one. */
function otherFollows(rows: readonly ChainRow[], index: number, hash: string): boolean {
  const [row, other] = [rows[index], rows[index + 1]]
  return row !== undefined && other?.seq === row.seq && row.prev_hash !== hash && other.prev_hash === hash
}
